using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

/// <summary>problems/README.md says where each question of the documents is, what it is the answer of, and its points.</summary>
public sealed class ProblemsReadmeTests
{
    [Theory]
    [MemberData(nameof(HomeworkTests.Names), MemberType = typeof(HomeworkTests))]
    public void The_table_has_the_questions_of_the_spec(string homework)
    {
        Assignment assignment = AssignmentLoader.Load(Repository.PathTo("problems", homework)).Assignment;
        string expected = string.Join('\n', assignment.Questions.Select(question => $"| {question.Id} | {Show(question.Definition)} | {ShowPoints(question)} |"));
        string found = string.Join('\n', Rows(homework));
        Assert.True(expected == found, $"The rows of {homework} in problems/README.md, behind their first column, should be:\n{expected}\nbut are:\n{found}");
    }

    /// <summary>Without the first column, which says what the document calls it; rows that are no question have a dash for their id.</summary>
    private static IEnumerable<string> Rows(string homework) =>
        File.ReadAllText(Repository.PathTo("problems", "README.md")).Split($"\n## `{homework}`").Last().Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line[line.IndexOf('|', 1)..].TrimEnd())
            .Where(row => !row.StartsWith("| – |", StringComparison.Ordinal));

    private static string ShowPoints(Question question) => question.Points is double points
        ? points.ToString("0.##", CultureInfo.InvariantCulture)
            + (question.IsBonus ? " bonus" : "")
            + (question.Definition is TextDefinition ? " by people" : "")
        : "–";

    private static string Show(Definition definition) => definition switch
    {
        DerivativeDefinition derivative => $"{(derivative.Kind is DerivativeKind.Hessian or DerivativeKind.Jacobian ? $"{derivative.Kind}" : $"{derivative.Kind}".ToLowerInvariant())} of {derivative.Function} by {derivative.Variable}",
        MinimiserDefinition minimiser => $"minimiser of {minimiser.Function} over {minimiser.Variable}",
        UpdateStepDefinition update => $"step on {update.Function} by {update.Variable}",
        TaylorDefinition taylor => $"Taylor polynomial of {taylor.Function}, order {taylor.Order}",
        EquivalentFormDefinition form => $"equals {form.Function}",
        ConditionsDefinition conditions => $"any that meets {conditions.Conditions.Length} condition{(conditions.Conditions.Length == 1 ? "" : "s")}",
        TrainingDefinition => "training",
        PartsDefinition parts => string.Join("; ", parts.Parts.Select(part =>
            $"{part.Name}: {Show(part.Definition)}{(part.Points is double points ? $" ({points.ToString("0.##", CultureInfo.InvariantCulture)})" : "")}")),
        ChoiceDefinition choice => choice.Several ? "select all" : "select one",
        _ => definition.GetType().Name.Replace("Definition", "", StringComparison.Ordinal).ToLowerInvariant(),
    };
}
