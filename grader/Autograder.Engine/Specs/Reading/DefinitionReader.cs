using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads what an answer is the answer of, and holds it against the given functions.</summary>
internal sealed class DefinitionReader(SpecProblems problems, KeyProgram? program)
{
    internal Definition? Read(QuestionDocument question, AnswerSignature? answer)
    {
        if (question.Definition is not { } document)
        {
            return null;
        }

        (string Key, object? Value)[] kinds =
        [
            .. SpecReader.PropertiesOf(typeof(DefinitionDocument))
                .Where(property => property.Name != nameof(DefinitionDocument.WithRespectTo))
                .Select(property => (SpecReader.KeyOf(property), property.GetValue(document)))
        ];
        string[] present = [.. kinds.Where(kind => kind.Value is not null).Select(kind => kind.Key)];
        if (present.Length != 1)
        {
            problems.Add(document.Place, $"a definition has exactly one of {string.Join(", ", kinds.Select(kind => kind.Key))}; this one has {(present.Length == 0 ? "none" : string.Join(" and ", present))}");
            return null;
        }

        return document switch
        {
            { DerivativeOf: { } function } => Derivative(DerivativeKind.Derivative, function, question, answer),
            { GradientOf: { } function } => Derivative(DerivativeKind.Gradient, function, question, answer),
            { JacobianOf: { } function } => Derivative(DerivativeKind.Jacobian, function, question, answer),
            { HessianOf: { } function } => Derivative(DerivativeKind.Hessian, function, question, answer),
            { MinimiserOf: { } function } => Minimiser(function, question, answer),
            { EqualTo: { } function } => Find(function, question, free: null) is null ? null : new EquivalentFormDefinition(function.Text),
            { Choice: { } options } => Choice(options, question, answer, several: false),
            { Choices: { } options } => Choice(options, question, answer, several: true),
            { Blank: not null } => Text(new BlankDefinition(), question, answer),
            { Text: not null } => Text(new TextDefinition(), question, answer),
            _ => new ValueDefinition(),
        };
    }

    private DerivativeDefinition? Derivative(DerivativeKind kind, TextForm function, QuestionDocument question, AnswerSignature? answer)
    {
        if (Variable(question) is not { } variable || Find(function, question, variable.Text) is not { } found)
        {
            return null;
        }

        if (answer is not null && !answer.Parameters.Any(parameter => parameter.Name == variable.Text))
        {
            problems.Add(variable.Place, $"'{variable.Text}' is no parameter of the answer {answer}");
        }

        if (Rank(kind, found, variable) is int rank && answer is not null && Rank(answer.Result) != rank)
        {
            problems.Add(question.Answer!.Place, $"the {kind.ToString().ToLowerInvariant()} of {function.Text} by {variable.Text} has {rank} indices, which {answer.WrittenResult} has not");
        }

        return new DerivativeDefinition(kind, function.Text, variable.Text);
    }

    private MinimiserDefinition? Minimiser(TextForm function, QuestionDocument question, AnswerSignature? answer)
    {
        if (Variable(question) is not { } variable || Find(function, question, variable.Text) is not { } found)
        {
            return null;
        }

        if (answer is not null && Rank(Type(found, variable.Text)) != Rank(answer.Result))
        {
            problems.Add(question.Answer!.Place, $"the answer minimises over {variable.Text}, so its type is that of {variable.Text}, not {answer.WrittenResult}");
        }

        return new MinimiserDefinition(function.Text, variable.Text);
    }

    private ChoiceDefinition? Choice(SpecMap<TextForm> options, QuestionDocument question, AnswerSignature? answer, bool several)
    {
        if (options.Count < 2)
        {
            problems.Add(question.Definition!.Place, "a choice has at least two options");
        }

        AnswerType expected = several ? new TextListType() : new TextType();
        if (answer is not null && answer.Result != expected)
        {
            problems.Add(question.Answer!.Place, $"{(several ? "several choices are" : "a choice is")} answered by {expected}, not {answer.WrittenResult}");
        }

        return new ChoiceDefinition([.. options.Select(option => new ChoiceOption(option.Key.Text, option.Value.Text))], several);
    }

    private Definition Text(Definition definition, QuestionDocument question, AnswerSignature? answer)
    {
        if (answer is not null && answer.Result is not TextType)
        {
            problems.Add(question.Answer!.Place, $"it is answered by string, not {answer.WrittenResult}");
        }

        return definition;
    }

    private TextForm? Variable(QuestionDocument question)
    {
        if (question.Definition!.WithRespectTo is null)
        {
            problems.Add(question.Definition.Place, "the key 'with-respect-to' is missing: which parameter of the function is varied?");
        }

        return question.Definition.WithRespectTo;
    }

    /// <summary>The given function, each of whose parameters is an input, or the variable that a minimiser is free to choose.</summary>
    private KeyFunction? Find(TextForm name, QuestionDocument question, string? free)
    {
        if (GivenFunctions.Find(program, name.Text, name.Place, problems) is not { } function)
        {
            return null;
        }

        string[] inputs = [.. (question.Inputs ?? []).Select(input => input.Key.Text)];
        foreach (KeyParameter parameter in function.Parameters.Where(parameter => parameter.Name != free && !inputs.Contains(parameter.Name)))
        {
            problems.Add(name.Place, $"the parameter '{parameter.Name}' of the given function {function} is no input of this question");
        }

        if (free is not null && !function.Parameters.Any(parameter => parameter.Name == free))
        {
            problems.Add(question.Definition!.WithRespectTo!.Place, $"'{free}' is no parameter of the given function {function}");
            return null;
        }

        return function;
    }

    private static AnswerType? Type(KeyFunction function, string variable) =>
        CSharpTypes.Read(function.Parameters.First(parameter => parameter.Name == variable).Type);

    private static int? Rank(DerivativeKind kind, KeyFunction function, TextForm variable)
    {
        int? input = Rank(Type(function, variable.Text)), output = Rank(CSharpTypes.Read(function.ResultType));
        return kind == DerivativeKind.Hessian ? (2 * input) + output : input + output;
    }

    private static int? Rank(AnswerType? type) => type switch
    {
        ScalarType => 0,
        TensorType tensor => tensor.Rank,
        _ => null,
    };
}
