using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

/// <summary>The homeworks themselves: their points, their numbers, and that points can be drawn for any seed.</summary>
public sealed class HomeworkTests
{
    public static TheoryData<string> Homeworks => [.. Directory.GetDirectories(Repository.PathTo("problems")).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Homeworks))]
    public void Points_can_be_drawn_for_many_seeds_and_are_the_same_twice(string homework)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Repository.PathTo("problems", homework));

        foreach (int seed in Enumerable.Range(0, 10))
        {
            Assert.Equal(Describe(loaded.Plan($"{seed}")), Describe(loaded.Plan($"{seed}")));
        }
    }

    [Theory]
    [MemberData(nameof(Homeworks))]
    public void Every_minimiser_of_a_key_minimises_its_objective(string homework)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Repository.PathTo("problems", homework));

        foreach (QuestionPlan plan in loaded.Plan("key").Questions.Where(plan => plan.Question.Definition is MinimiserDefinition))
        {
            Assert.All(plan.Points, point => Assert.True(MinimiserCheck.IsStationary(plan.Key, point.Point, point.Parts[0].Reference)));
        }
    }

    [Fact]
    public void Matrix_calculus_has_the_points_that_the_document_gives()
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Repository.PathTo("problems", "matrix-calculus"));

        Assert.Equal(
            [("1.1", 2), ("1.2", 4), ("1.3", 4), ("2.1", 5), ("3.1", 3), ("3.2", 3), ("3.3", 3), ("3.4", 3)],
            loaded.Assignment.Questions.Where(question => question.Points is not null).Select(question => (question.Id, question.Points!.Value)));
    }

    [Fact]
    public void The_printed_gradient_of_the_second_homework_is_the_keys()
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Repository.PathTo("problems", "chain-rule-and-softmax"));
        QuestionPlan plan = loaded.Plan("seed").Questions.Single(plan => plan.Question.Id == "CQ1.2");

        PlannedPoint printed = plan.Points.Single(point => point.Point.Inputs["s"] is NumericValue s && s.Tensor == Tensor.Vector(1, 2));

        Assert.Equal(61.8465843842649, printed.Parts[0].Reference.Entries[0], 12);
        Assert.Equal(105.139193453250, printed.Parts[0].Reference.Entries[1], 11);
    }

    private static string Describe(SamplePlan plan) => string.Join('\n', plan.Questions
        .SelectMany(question => question.Points)
        .SelectMany(point => point.Parts)
        .Select(part => string.Join(' ', part.Reference.Entries.Select(entry => entry.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))));
}
