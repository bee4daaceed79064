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
        if (present.Length == 0 && document.Unread.Count > 0)
        {
            return null;
        }

        if (present.Length != 1)
        {
            problems.Add(document.Place, $"a definition has exactly one of {string.Join(", ", kinds.Select(kind => kind.Key))}; this one has {(present.Length == 0 ? "none" : string.Join(" and ", present))}");
            return null;
        }

        if (document.WithRespectTo is { } varied && document is { DerivativeOf: null, GradientOf: null, JacobianOf: null, HessianOf: null, MinimiserOf: null })
        {
            problems.Add(varied.Place, $"'with-respect-to' says nothing beside '{present[0]}': only derivatives and minimisers vary a parameter");
        }

        return document switch
        {
            { DerivativeOf: { } function } => Derivative(DerivativeKind.Derivative, function, question, answer),
            { GradientOf: { } function } => Derivative(DerivativeKind.Gradient, function, question, answer),
            { JacobianOf: { } function } => Derivative(DerivativeKind.Jacobian, function, question, answer),
            { HessianOf: { } function } => Derivative(DerivativeKind.Hessian, function, question, answer),
            { MinimiserOf: { } function } => Minimiser(function, question, answer),
            { EqualTo: { } function } => EquivalentForm(function, question, answer),
            { Choice: { } options } => Choice(options, question, answer, several: false),
            { Choices: { } options } => Choice(options, question, answer, several: true),
            { Blank: not null } => Text(new BlankDefinition(), question, answer),
            { Text: not null } => Text(new TextDefinition(), question, answer),
            _ => new ValueDefinition(),
        };
    }

    private DerivativeDefinition? Derivative(DerivativeKind kind, TextForm function, QuestionDocument question, AnswerSignature? answer)
    {
        if (Variable(question) is not { } variable || Find(function, question, answer, variable.Text) is not { } found)
        {
            return null;
        }

        if (answer is not null && !answer.Inputs.Contains(variable.Text))
        {
            problems.Add(variable.Place, $"'{variable.Text}' is no parameter of the answer {answer}");
        }

        if (!IsOf(kind, found, variable))
        {
            problems.Add(function.Place, $"the {Word(kind)} is of a {Operand(kind)}; the given function {found} is none");
        }
        else if (Rank(kind, found, variable) is int rank && answer is not null && Rank(answer.Judged) != rank)
        {
            problems.Add(question.Answer!.Place, $"the {Word(kind)} of {function.Text} by {variable.Text} has {rank} indices, which {answer.WrittenResult} has not");
        }

        return new DerivativeDefinition(kind, function.Text, variable.Text);
    }

    private MinimiserDefinition? Minimiser(TextForm function, QuestionDocument question, AnswerSignature? answer)
    {
        if (Variable(question) is not { } variable || Find(function, question, answer, variable.Text) is not { } found)
        {
            return null;
        }

        if (CSharpTypes.Read(found.ResultType) is not ScalarType { Kind: ScalarKind.Real })
        {
            problems.Add(function.Place, $"what is minimised is a number of type double, which the given function {found} does not return");
        }

        if (answer is not null && Rank(Type(found, variable.Text)) != Rank(answer.Judged))
        {
            problems.Add(question.Answer!.Place, $"the answer minimises over {variable.Text}, so its type is that of {variable.Text}, not {answer.WrittenResult}");
        }

        return new MinimiserDefinition(function.Text, variable.Text);
    }

    private EquivalentFormDefinition? EquivalentForm(TextForm function, QuestionDocument question, AnswerSignature? answer)
    {
        if (Find(function, question, answer, free: null) is not { } found)
        {
            return null;
        }

        if (answer is not null && !CSharpTypes.IsResultFor(answer.Judged, found.ResultType))
        {
            problems.Add(question.Answer!.Place, $"the answer has the value of the given function {found}, which is no {answer.WrittenResult}");
        }

        return new EquivalentFormDefinition(function.Text);
    }

    private ChoiceDefinition? Choice(SpecMap<TextForm> options, QuestionDocument question, AnswerSignature? answer, bool several)
    {
        if (options.Count + options.Unread.Count < 2)
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
        if (question.Definition is { WithRespectTo: null } && !question.Definition.Unread.Contains("with-respect-to"))
        {
            problems.Add(question.Definition!.Place, "the key 'with-respect-to' is missing: which parameter of the function is varied?");
        }

        return question.Definition!.WithRespectTo;
    }

    /// <summary>The given function, each of whose parameters is an input, or the variable that a minimiser is free to choose.</summary>
    private KeyFunction? Find(TextForm name, QuestionDocument question, AnswerSignature? answer, string? free)
    {
        string[] inputs = [.. (question.Inputs ?? []).Select(input => input.Key.Text), .. question.Inputs?.Unread ?? []];
        if (GivenFunctions.Find(program, name.Text, name.Place, problems) is not { } first)
        {
            return null;
        }

        KeyFunction function = program!.GivenFor(name.Text, [.. inputs, free ?? ""]) ?? first;
        foreach (KeyParameter parameter in function.Parameters.Where(parameter => parameter.Name != free && !inputs.Contains(parameter.Name) && !question.Unread.Contains("inputs")))
        {
            problems.Add(name.Place, $"the parameter '{parameter.Name}' of the given function {function} is no input of this question");
        }

        foreach (KeyParameter parameter in function.Parameters)
        {
            if (answer?.Parameters.FirstOrDefault(declared => declared.Name == parameter.Name) is { } declared
                && !CSharpTypes.IsParameterFor(declared.Type, parameter.Type))
            {
                problems.Add(name.Place, $"the given function {function} takes another type of '{parameter.Name}' than the answer, {declared.Written}");
            }
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

    /// <summary>A derivative is of a number by a number, a gradient and a Hessian of a number, a Jacobian of several.</summary>
    private static bool IsOf(DerivativeKind kind, KeyFunction function, TextForm variable)
    {
        int? input = Rank(Type(function, variable.Text)), output = Rank(CSharpTypes.Read(function.ResultType));
        return kind switch
        {
            DerivativeKind.Derivative => input == 0 && output == 0,
            DerivativeKind.Jacobian => input is not null && output >= 1,
            _ => input is not null && output == 0,
        };
    }

    private static string Operand(DerivativeKind kind) => kind switch
    {
        DerivativeKind.Derivative => "scalar function of a scalar",
        DerivativeKind.Jacobian => "vector function",
        _ => "scalar function",
    };

    private static string Word(DerivativeKind kind) =>
        kind is DerivativeKind.Jacobian or DerivativeKind.Hessian ? kind.ToString() : kind.ToString().ToLowerInvariant();

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
