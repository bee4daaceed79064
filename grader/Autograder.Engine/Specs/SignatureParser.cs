using Autograder.Core.Assignments;
using Autograder.Engine.Specs.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Specs;

/// <summary>Reads an answer's signature, such as <c>Vector&lt;double&gt; Gradient(Vector&lt;double&gt; w)</c>.</summary>
internal static class SignatureParser
{
    private const string Example = "a signature reads like 'Vector<double> Gradient(Vector<double> w, Matrix<double> X)'";

    /// <returns>Null, with a problem added, when it is none.</returns>
    internal static AnswerSignature? Parse(TextForm text, SpecProblems problems)
    {
        MemberDeclarationSyntax? member = SyntaxFactory.ParseMemberDeclaration(text.Text.Trim() + ";");
        if (member is not MethodDeclarationSyntax { Body: null, ExpressionBody: null } method || method.TypeParameterList is not null)
        {
            problems.Add(text.Place, $"'{text.Text}' is no signature of a method; {Example}");
            return null;
        }

        if (method.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            problems.Add(text.Place, $"'{text.Text}' does not parse: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}; {Example}");
            return null;
        }

        if (BrokenRule(method.ParameterList) is string rule)
        {
            problems.Add(text.Place, $"'{text.Text}' is no signature of an answer: {rule}; {Example}");
            return null;
        }

        AnswerType? result = ReadType(text, method.ReturnType, problems);
        var parameters = method.ParameterList.Parameters
            .Select(parameter => (Name: parameter.Identifier.ValueText, Type: ReadType(text, parameter.Type!, problems), Written: parameter.Type!.ToString()))
            .ToList();
        return result is null || parameters.Exists(parameter => parameter.Type is null)
            ? null
            : new AnswerSignature(
                method.Identifier.ValueText,
                [.. parameters.Select(parameter => new Parameter(parameter.Name, parameter.Type!, parameter.Written))],
                result,
                method.ReturnType.ToString());
    }

    private static string? BrokenRule(ParameterListSyntax parameters)
    {
        if (parameters.Parameters.FirstOrDefault(parameter => parameter.Modifiers.Any() || parameter.Default is not null || parameter.Type is null) is { } odd)
        {
            return $"'{odd}' is more than a type and a name";
        }

        return parameters.Parameters.GroupBy(parameter => parameter.Identifier.ValueText).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"two parameters are named '{twice.Key}'"
            : null;
    }

    private static AnswerType? ReadType(TextForm text, TypeSyntax type, SpecProblems problems)
    {
        AnswerType? read = CSharpTypes.Read(type);
        if (read is null)
        {
            problems.Add(
                text.Place,
                $"'{type}' is no type of answers; use double, int, bool, string, string[], Vector<double>, Matrix<double>, arrays of double, tuples or Func<…>");
        }

        return read;
    }
}
