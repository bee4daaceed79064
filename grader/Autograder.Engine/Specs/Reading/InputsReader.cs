using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads where a question's inputs are drawn from, and holds it against the answer's parameters.</summary>
internal sealed class InputsReader(SpecProblems problems, KeyProgram? program)
{
    private const double LeastMagnitude = 0.3;
    private const double MostMagnitude = 1.5;

    internal ImmutableArray<InputDomain> Read(QuestionDocument question, AnswerSignature? answer, ISet<string> sizes)
    {
        SpecMap<InputDocument> documents = question.Inputs ?? [];
        ImmutableArray<InputDomain> domains = [.. documents
            .Select(pair => ReadDomain(pair.Key, pair.Value, documents, sizes))
            .Where(domain => domain is not null).Select(domain => domain!)];
        CheckFamilies(documents);
        if (answer is not null)
        {
            CheckParameters(question, answer, documents, domains);
            CheckLatent(question, answer, documents);
        }

        return domains;
    }

    private InputDomain? ReadDomain(TextForm name, InputDocument input, SpecMap<InputDocument> all, ISet<string> sizes)
    {
        if (sizes.Contains(name.Text))
        {
            problems.Add(name.Place, $"'{name.Text}' is the name of a size already; choose another for the input or the size");
        }

        if (input.Function is not null)
        {
            return new FunctionDomain(name.Text, [.. input.Function.Select(call => ReadCall(call, all)).Where(call => call is not null).Select(call => call!)]);
        }

        foreach ((SpecPlace place, Extent extent) in input.Size?.Extents ?? [])
        {
            if (extent.Name is string size && !sizes.Contains(size))
            {
                string advice = NearestName.Of(size, sizes) is string near ? $"did you mean '{near}'?" : $"add it to 'sizes', for instance {size}: 2..5";
                problems.Add(place, $"the size '{size}' is never bound; {advice}");
            }
        }

        NumericKind kind = input.Values?.Kind ?? NumericKind.Signed;
        if (kind == NumericKind.Integer && !IsIntegerRange(input.Magnitude))
        {
            problems.Add(input.Magnitude?.Place ?? input.Values!.Place, "integer values need a range of whole numbers: magnitude: 1..5, for instance");
        }

        return new NumericDomain(
            name.Text,
            [.. (input.Size?.Extents ?? []).Select(extent => extent.Extent)],
            kind,
            input.Magnitude?.Least ?? LeastMagnitude,
            input.Magnitude?.Most ?? MostMagnitude);
    }

    private static bool IsIntegerRange(MagnitudeForm? range) =>
        range is not null && double.IsInteger(range.Least) && double.IsInteger(range.Most) && range.Most <= int.MaxValue;

    private FunctionCall? ReadCall(TextForm text, SpecMap<InputDocument> all)
    {
        if (SyntaxFactory.ParseExpression(text.Text) is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } call
            || call.ArgumentList.Arguments.Any(argument => argument.Expression is not IdentifierNameSyntax))
        {
            problems.Add(text.Place, $"'{text.Text}' is no call of a factory with inputs, such as Waves(A, B)");
            return null;
        }

        string factory = name.Identifier.ValueText;
        string[] arguments = [.. call.ArgumentList.Arguments.Select(argument => argument.ToString())];
        foreach (string unknown in arguments.Where(argument => !all.Exists(input => input.Key.Text == argument && input.Value.Function is null)))
        {
            problems.Add(text.Place, $"'{unknown}' is no input; add it under inputs");
        }

        KeyFunction? function = GivenFunctions.Find(program, factory, text.Place, problems);
        if (function is not null && function.Parameters.Length != arguments.Length)
        {
            problems.Add(text.Place, $"'{text.Text}' does not fit the given function {function}");
        }

        return function is null ? null : new FunctionCall(function.FullName, [.. arguments]);
    }

    private void CheckParameters(
        QuestionDocument question, AnswerSignature answer, SpecMap<InputDocument> documents, ImmutableArray<InputDomain> domains)
    {
        foreach (Parameter parameter in answer.Parameters)
        {
            KeyValuePair<TextForm, InputDocument> document = documents.Find(input => input.Key.Text == parameter.Name);
            if (document.Key is null)
            {
                problems.Add(question.Answer!.Place, $"the parameter '{parameter.Name}' has no domain; add it under inputs");
                continue;
            }

            bool fits = domains.FirstOrDefault(domain => domain.Name == parameter.Name) switch
            {
                NumericDomain numeric => Rank(parameter.Type) == numeric.Extents.Length,
                FunctionDomain => parameter.Type is FunctionType,
                _ => true,
            };
            if (!fits)
            {
                problems.Add(document.Value.Place, $"the domain of '{parameter.Name}' does not fit its type {parameter.Written}: {Expected(parameter.Type)}");
            }
        }
    }

    /// <summary>A function and its Jacobian are paired by their places, so all families of a question are equally long.</summary>
    private void CheckFamilies(SpecMap<InputDocument> documents)
    {
        KeyValuePair<TextForm, InputDocument>[] families = [.. documents.Where(input => input.Value.Function is not null)];
        foreach ((TextForm name, InputDocument family) in families)
        {
            int expected = families[0].Value.Function!.Count;
            if (family.Function!.Count == 0 || family.Function.Count != expected)
            {
                problems.Add(name.Place, $"the function list of '{name.Text}' has {family.Function.Count} entries where '{families[0].Key.Text}' has {expected}; lists are used in step, and none is empty");
            }
        }
    }

    /// <summary>What is neither a parameter nor used by a function, a constraint or a special point is probably a slip.</summary>
    private void CheckLatent(QuestionDocument question, AnswerSignature answer, SpecMap<InputDocument> documents)
    {
        string[] uses =
        [
            .. documents.SelectMany(input => input.Value.Function ?? []).Select(call => call.Text),
            .. (question.SpecialPoints ?? []).SelectMany(point => point.Inputs ?? []).Select(input => input.Value.Expression ?? ""),
        ];
        foreach ((TextForm name, InputDocument _) in documents)
        {
            bool isUsed = answer.Parameters.Any(parameter => parameter.Name == name.Text)
                || uses.Any(text => SyntaxFactory.ParseExpression(text).DescendantTokens().Any(token => token.ValueText == name.Text));
            if (!isUsed)
            {
                string advice = NearestName.Of(name.Text, answer.Parameters.Select(parameter => parameter.Name)) is string near ? $"; did you mean '{near}'?" : "";
                problems.Add(name.Place, $"the input '{name.Text}' is no parameter of the answer, and no function uses it{advice}");
            }
        }
    }

    private static int Rank(AnswerType type) => type switch
    {
        ScalarType => 0,
        TensorType tensor => tensor.Rank,
        _ => -1,
    };

    private static string Expected(AnswerType type) => type switch
    {
        ScalarType => "a number has no size",
        TensorType { Rank: 1 } => "a vector has one size, such as { size: D }",
        TensorType => "a matrix has sizes such as { size: [N, D] }",
        FunctionType => "a delegate needs a function list",
        _ => "there is no domain for such a type",
    };
}
