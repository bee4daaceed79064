using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;

namespace Autograder.Engine.Specs.Starters;

/// <summary>Says what an answer returns: its shape, member by member, and the convention by which its entries stand.</summary>
internal sealed class ResultWords(QuestionPlan plan, GivenOutline given)
{
    /// <summary>More than any derivative has.</summary>
    private const string Indices = "ijklmnop";

    /// <returns>Lines, which an editor may show as one.</returns>
    internal ImmutableArray<string> Lines() => plan.Question.Definition switch
    {
        TextDefinition => ["text that a person reads"],
        ChoiceDefinition { Several: true } choice => ["the keys of all options that apply, in any order:", .. Listed(Options(choice))],
        ChoiceDefinition choice => ["the key of one option:", .. Listed(Options(choice))],
        _ => Listed([.. Lines("", plan.Question.Answer.Result), .. Notes(plan.Question)]),
    };

    private static IReadOnlyCollection<string> Options(ChoiceDefinition choice) => [.. choice.Options.Select(option => $"\"{option.Key}\": {option.Text}")];

    /// <summary>Several things end in marks, because line ends are lost where the comment is shown.</summary>
    private static ImmutableArray<string> Listed(IReadOnlyCollection<string> lines) => lines.Count == 1
        ? [.. lines]
        : [.. lines.Select((line, index) => line.TrimEnd('.') + (index == lines.Count - 1 ? "." : ";"))];

    /// <summary>A line for each value of the answer, which for a function is what it returns.</summary>
    private IEnumerable<string> Lines(string name, AnswerType type)
    {
        string prefix = name.Length == 0 ? "" : $"{name}: ";
        return type switch
        {
            GroupType group => Members(name, group).SelectMany(member => Lines(member.Name, member.Type)),
            FunctionType { Result: GroupType results } function => [$"{prefix}{Called(name, function)}, with these results", .. Lines(name, results)],
            FunctionType function => [$"{prefix}{Called(name, function)}; it returns: {Value(name, function.Result)}"],
            _ => [prefix + Value(name, type)],
        };
    }

    private static IEnumerable<(string Name, AnswerType Type)> Members(string name, GroupType group) => group.Members.Select((member, index) =>
        ($"{(name.Length == 0 ? "" : $"{name}.")}{(member.Name.Length == 0 ? $"Item{index + 1}" : member.Name)}", member.Type));

    /// <summary>The numeric parts, in the order in which a value has them.</summary>
    private static IEnumerable<string> NumericParts(string name, AnswerType type) => type switch
    {
        GroupType group => Members(name, group).SelectMany(member => NumericParts(member.Name, member.Type)),
        ScalarType or TensorType => [name],
        _ => [],
    };

    private string Value(string name, AnswerType type) => type is TensorType
        ? ShapeWords.Of(type, ExtentNames.Of(plan, name, NumericParts("", plan.Question.Answer.Judged).ToList().IndexOf(name))) + Convention(name, type)
        : ShapeWords.Of(type, []) + Convention(name, type);

    /// <summary>Of a function that is an answer, what it is called with.</summary>
    private string Called(string name, FunctionType function)
    {
        ImmutableArray<Application> all = plan.Question.Answer.Applications;
        Application own = all.First(application => application.Member == (name.Length == 0 ? Application.Whole : name));
        IEnumerable<string> arguments = own.Arguments.Zip(function.Parameters, (argument, type) =>
            all.Any(other => other.Member == argument) ? $"what {argument} returns" : $"{argument} ({InputWords.Of(plan.Question, argument, type, given)})");
        return $"function, applied to {string.Join(" and ", arguments)}";
    }

    private string Convention(string name, AnswerType type) => (plan.Question.DefinitionOf(name), type) switch
    {
        (DerivativeDefinition derivative, TensorType result) => Layout(derivative, result.Rank, RankOf(derivative.Variable)),
        (UpdateStepDefinition update, _) => $", the new {update.Variable}",
        (TrainingDefinition, _) => ", trained",
        _ => "",
    };

    /// <summary>Where which derivative stands; letters count the indices of the output and then those of the variable.</summary>
    private static string Layout(DerivativeDefinition derivative, int result, int variable)
    {
        bool isSecond = derivative.Kind == DerivativeKind.Hessian;
        int output = result - (isSecond ? 2 * variable : variable);
        string At(int first, int count) => count == 0 ? "" : $"[{string.Join(", ", Indices.Substring(first, count).ToCharArray())}]";
        string of = output == 0 ? "" : $" of output {(output == 1 ? "i" : At(0, output))}";
        string by = $"{derivative.Variable}{At(output, variable)}{(isSecond ? $" and {derivative.Variable}{At(output + variable, variable)}" : "")}";
        string entry = $"entry {At(0, result)} is the {(isSecond ? "second " : "")}derivative{of} by {by}";
        return (derivative.Kind, output, variable) switch
        {
            (DerivativeKind.Gradient, _, _) => $", the shape of {derivative.Variable}",
            (DerivativeKind.Jacobian, 1, 1) => $"; row = output, column = input: {entry}",
            _ => $"; {entry}",
        };
    }

    private int RankOf(string variable) =>
        plan.Points[0].Point.Inputs[variable].NumericParts.Single().Tensor.Shape.Rank;

    private static IEnumerable<string> Notes(Question question)
    {
        Definition[] definitions = question.Definition is PartsDefinition parts ? [.. parts.Parts.Select(part => part.Definition)] : [question.Definition];
        return definitions.OfType<UpdateStepDefinition>().Any() ? ["every gradient is taken at the old values"] : [];
    }
}
