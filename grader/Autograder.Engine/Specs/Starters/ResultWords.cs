using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;

namespace Autograder.Engine.Specs.Starters;

/// <summary>Says what an answer returns: its shape, member by member, and the convention by which its entries stand.</summary>
internal static class ResultWords
{
    /// <summary>More than any derivative has.</summary>
    private const string Indices = "ijklmnop";

    /// <summary>A number, vector, text … of an answer: the whole of it, a member of a tuple, or what a function of its name returns.</summary>
    private sealed record Member(string Name, AnswerType Type);

    /// <returns>Lines, which an editor may show as one.</returns>
    internal static ImmutableArray<string> Of(QuestionPlan plan, GivenOutline given) => plan.Question.Definition switch
    {
        TextDefinition => ["text that a person reads"],
        ChoiceDefinition { Several: true } choice => ["the keys of all options that apply, in any order:", .. Listed(Options(choice))],
        ChoiceDefinition choice => ["the key of one option:", .. Listed(Options(choice))],
        _ => Listed([.. Members(plan, given), .. Notes(plan.Question)]),
    };

    private static IReadOnlyCollection<string> Options(ChoiceDefinition choice) => [.. choice.Options.Select(option => $"\"{option.Key}\": {option.Text}")];

    /// <summary>Several things end in marks, because line ends are lost where the comment is shown.</summary>
    private static ImmutableArray<string> Listed(IReadOnlyCollection<string> lines) => lines.Count == 1
        ? [.. lines]
        : [.. lines.Select((line, index) => line.TrimEnd('.') + (index == lines.Count - 1 ? "." : ";"))];

    private static IEnumerable<string> Members(QuestionPlan plan, GivenOutline given)
    {
        Member[] members = [.. Leaves("", plan.Question.Answer.Judged)];
        Member[] numeric = [.. members.Where(member => member.Type is ScalarType or TensorType)];
        return members.Select(member =>
        {
            string name = member.Name.Length == 0 ? "" : $"{member.Name}: ";
            string shape = ShapeWords.Of(member.Type, member.Type is TensorType ? ExtentNames.Of(plan, member.Name, Array.IndexOf(numeric, member)) : []);
            return $"{name}{Applied(plan.Question, member, given)}{shape}{Convention(plan, member)}";
        });
    }

    /// <summary>Of a function that is an answer, what it is called with.</summary>
    private static string Applied(Question question, Member member, GivenOutline given)
    {
        if (question.Answer.Applications.FirstOrDefault(application => application.Member == (member.Name.Length == 0 ? Application.Whole : member.Name)) is not { } application)
        {
            return "";
        }

        var function = (FunctionType)(question.Answer.Result is GroupType group ? group.Members.First(other => other.Name == member.Name).Type : question.Answer.Result);
        IEnumerable<string> arguments = application.Arguments.Zip(function.Parameters, (argument, type) =>
            question.Answer.Applications.Any(other => other.Member == argument)
                ? $"what {argument} returns"
                : $"{argument} ({InputWords.Of(question, argument, type, given)})");
        return $"function, applied to {string.Join(" and ", arguments)}; it returns: ";
    }

    private static IEnumerable<Member> Leaves(string name, AnswerType type) => type is GroupType group
        ? group.Members.SelectMany((member, index) =>
            Leaves($"{(name.Length == 0 ? "" : $"{name}.")}{(member.Name.Length == 0 ? $"Item{index + 1}" : member.Name)}", member.Type))
        : [new Member(name, type)];

    private static string Convention(QuestionPlan plan, Member member) => (plan.Question.DefinitionOf(member.Name), member.Type) switch
    {
        (DerivativeDefinition derivative, TensorType result) => Layout(derivative, result.Rank, RankOf(derivative.Variable, plan)),
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

    private static int RankOf(string variable, QuestionPlan plan) =>
        plan.Points[0].Point.Inputs[variable].NumericParts.Single().Tensor.Shape.Rank;

    private static IEnumerable<string> Notes(Question question)
    {
        Definition[] definitions = question.Definition is PartsDefinition parts ? [.. parts.Parts.Select(part => part.Definition)] : [question.Definition];
        return definitions.OfType<UpdateStepDefinition>().Any() ? ["every gradient is taken at the old values"] : [];
    }
}
