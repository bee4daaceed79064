using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads the C# expressions of a question, each with the variables that it may use.</summary>
internal sealed class ExpressionsReader(SpecProblems problems, KeyProgram? program)
{
    /// <summary>What expressions may use: the sizes, and the inputs in the types of the answer's parameters.</summary>
    internal ImmutableArray<(string Name, string Type)> Variables(
        AnswerSignature answer, ImmutableSortedDictionary<string, SizeRange> sizes, ImmutableArray<InputDomain> inputs)
    {
        IEnumerable<string> extents = inputs.SelectMany(input => input.Extents).Where(extent => extent.Name is not null).Select(extent => extent.Name!);
        return
        [
            .. sizes.Keys.Concat(extents).Select(size => (Name: size, Type: "int"))
                .Concat(answer.Parameters.Select(parameter => (parameter.Name, Type: parameter.Written)))
                .Concat(inputs.Select(input => (input.Name, Type: Latent(input))))
                .DistinctBy(variable => variable.Name),
        ];
    }

    private string Latent(InputDomain input) => input switch
    {
        FunctionDomain { Family: [var call, ..] } => program?.Given.SelectMany(group => group)
            .FirstOrDefault(function => function.FullName == call.Factory)?.ResultType ?? "object",
        FunctionDomain => "object",
        { Extents: [] } => "double",
        _ => new TensorType(input.Extents.Length).ToString(),
    };

    /// <returns>Those that parse; what does not is reported.</returns>
    /// <param name="earlier">The answers on which the question's builds; null when one of them is not known.</param>
    internal ImmutableArray<KeyExpression> Read(
        QuestionDocument document,
        ImmutableArray<(string Name, string Type)> variables,
        AnswerSignature? answer,
        ImmutableArray<(string Name, string Type)>? earlier)
    {
        ImmutableArray<(string, string)> withAnswer = answer is null ? variables : variables.Add(("answer", answer.Judged.ToString()));
        DefinitionDocument? definition = document.Definition;
        IEnumerable<KeyExpression> all =
        [
            .. (document.Inputs ?? []).Where(input => input.Value.Computed is not null)
                .Select(input => Expression(input.Value.Computed!, "object", AvailableTo(input.Key.Text, document, variables))),
            .. (document.Constraints ?? []).Select(constraint => Expression(constraint, "bool", variables)),
            .. (document.SpecialPoints ?? []).SelectMany(point => point.Inputs ?? []).Where(input => input.Value.Expression is not null)
                .Select(input => Expression(new TextForm(input.Value.Place, input.Value.Expression!), "object", variables)),
            .. MistakesReader.Named(document).Where(text => answer is null || MistakesReader.Method(program, text.Text, answer) is null)
                .Select(text => Expression(text, "object", variables)),
            .. (document.Parts ?? []).SelectMany(part => part.Value.Terms ?? []).Concat(document.Terms ?? [])
                .Select(term => Expression(term.Value, "object", variables)),
            .. (document.Invariants ?? []).Where(invariant => invariant.Condition is not null)
                .Select(invariant => Expression(invariant.Condition!, "bool", withAnswer)),
            .. document.FollowThrough is { Answer: { } following } && earlier is { } answers
                ? [Expression(following, "object", [.. answers, .. variables])]
                : Array.Empty<KeyExpression>(),
            .. (definition?.Satisfies ?? []).Where(condition => condition.Condition is not null)
                .Select(condition => Expression(condition.Condition!, "bool", withAnswer)),
            .. definition?.Training?.Measure is { } measure ? [Expression(measure, "double", withAnswer)] : Array.Empty<KeyExpression>(),
        ];
        return [.. all.Where(Parses)];
    }

    /// <summary>With the variables that it names: converting others would be in vain.</summary>
    private static KeyExpression Expression(TextForm text, string type, ImmutableArray<(string Name, string Type)> variables)
    {
        HashSet<string> names = [.. SyntaxFactory.ParseExpression(text.Text).DescendantTokens().Select(token => token.ValueText)];
        return new KeyExpression(text.Place, text.Text, type, [.. variables.Where(variable => names.Contains(variable.Name))]);
    }

    /// <summary>A computed input is made of what is drawn and of functions and computed inputs above it.</summary>
    private static ImmutableArray<(string Name, string Type)> AvailableTo(
        string input, QuestionDocument document, ImmutableArray<(string Name, string Type)> variables)
    {
        HashSet<string> later = [.. document.Inputs!.SkipWhile(other => other.Key.Text != input)
            .Where(other => other.Value is { Computed: not null } or { Function: not null }).Select(other => other.Key.Text)];
        return [.. variables.Where(variable => !later.Contains(variable.Name))];
    }

    private bool Parses(KeyExpression expression)
    {
        if (SyntaxFactory.ParseExpression(expression.Text).GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            problems.Add(expression.Place, expression.Failed(error));
            return false;
        }

        return true;
    }
}
