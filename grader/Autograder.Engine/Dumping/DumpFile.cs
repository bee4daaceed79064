using System.Collections.Immutable;
using System.Globalization;
using Autograder.Compiler.Compiling;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Messages;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Dumping;

/// <summary>
/// One C# file with a student's answers, the given code and a call at one point, to be run and debugged by itself:
/// <c>dotnet run FILE.cs</c>. It holds nothing that the student has not.
/// </summary>
public static class DumpFile
{
    private const string Show = """
        static string Show(object? value) => value switch
        {
            double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            Vector<double> vector => string.Join("  ", vector.Select(entry => Show(entry))),
            Matrix<double> matrix => string.Join("\n", matrix.EnumerateRows().Select(row => Show(row))),
            double[,] table => Show(Matrix<double>.Build.DenseOfArray(table)),
            string text => text,
            System.Runtime.CompilerServices.ITuple tuple => string.Join("\n\n", Enumerable.Range(0, tuple.Length).Select(place => Show(tuple[place]))),
            System.Collections.IEnumerable several => string.Join("  ", several.Cast<object?>().Select(Show)),
            _ => value?.ToString() ?? "null",
        };
        """;

    /// <summary>Whether nobody's work is lost when one is written there: nothing stands there, or what is itself such a program.</summary>
    public static bool MayReplace(string path) => !File.Exists(path) || FileBasedProgram.Is(File.ReadAllBytes(path));

    /// <returns>Null when there is no method to call.</returns>
    public static string? Of(LoadedAssignment loaded, Submission submission, Question question, SamplePoint point)
    {
        ImmutableArray<CompilationUnitSyntax> answers = [.. submission.Files.Select(Parse)];
        MethodDeclarationSyntax? method = answers.SelectMany(unit => unit.DescendantNodes()).OfType<MethodDeclarationSyntax>().FirstOrDefault(declared =>
            declared.Identifier.ValueText == question.Answer.Name && declared.ParameterList.Parameters.Count == question.Answer.Parameters.Length && declared.Parent is TypeDeclarationSyntax);
        if (method is null)
        {
            return null;
        }

        CompilationUnitSyntax[] units = [Parse(loaded.Given), .. answers];
        string version = typeof(Matrix<double>).Assembly.GetName().Version!.ToString(3);
        IEnumerable<string> lines =
        [
            $"// Question {question.Id} at {(point.Label is string label ? $"'{label}'" : "a random input")}: dotnet run FILE.cs runs it, and a breakpoint in {question.Answer.Name} stops there.",
            "// A copy to try things out, with your answers as they were. It is not graded: hand in the file that they come from.",
            $"#:package MathNet.Numerics@{version}",
            "#:property PublishAot=false",
            .. Usings(units),
            "",
            .. question.Answer.Parameters.Zip(method.ParameterList.Parameters, (parameter, declared) =>
                $"{declared.Type} {declared.Identifier} = {CSharpLiterals.Of(point.Inputs[parameter.Name], declared.Type!.ToString())};"),
            $"Console.WriteLine(Show({TypeName(method)}.{method.Identifier}({string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text))})));",
            "",
            Show,
            "",
            .. units.SelectMany(unit => unit.Members).Where(member => member is not GlobalStatementSyntax).Select(Declared),
        ];
        return string.Join('\n', lines).ReplaceLineEndings("\n") + "\n";
    }

    private static CompilationUnitSyntax Parse(SourceFile file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(file.Content))).GetCompilationUnitRoot();

    /// <summary>Of all files, each once, with those that a project has by itself.</summary>
    private static IEnumerable<string> Usings(IEnumerable<CompilationUnitSyntax> units) =>
        units.Prepend(CSharpSyntaxTree.ParseText(ImplicitUsings.Source + "\nusing MathNet.Numerics.LinearAlgebra;").GetCompilationUnitRoot())
            .SelectMany(unit => unit.Usings)
            .Select(directive => directive.WithGlobalKeyword(default).NormalizeWhitespace().ToString())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>A file has one namespace without braces at the most, and statements stand before it.</summary>
    private static string Declared(MemberDeclarationSyntax member) => member is FileScopedNamespaceDeclarationSyntax space
        ? string.Create(CultureInfo.InvariantCulture, $"namespace {space.Name}\n{{\n{space.Usings.ToFullString()}{space.Members.ToFullString()}\n}}")
        : member.ToFullString();

    private static string TypeName(MethodDeclarationSyntax method) => string.Join('.', method.Ancestors().Select(around => around switch
    {
        TypeDeclarationSyntax type => type.Identifier.Text,
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        _ => "",
    }).Where(name => name.Length > 0).Reverse());
}
