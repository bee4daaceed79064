using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

/// <summary>The homeworks that are kept here.</summary>
public sealed class HomeworkTests
{
    internal static readonly Dictionary<string, Lazy<LoadedAssignment>> Homeworks = Directory.GetDirectories(Repository.PathTo("problems"))
        .ToDictionary(folder => Path.GetFileName(folder)!, folder => new Lazy<LoadedAssignment>(() => AssignmentLoader.Load(folder)));

    public static TheoryData<string> Names() => [.. Homeworks.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Matrix_calculus_has_27_points()
    {
        Assignment assignment = Homeworks["matrix-calculus"].Value.Assignment;
        Assert.Equal(27, assignment.Questions.Sum(question => question.Points));
        Assert.Equal(
            ["1.1=2", "1.2=4", "1.3=4", "2.1=5", "3.1=3", "3.2=3", "3.3=3", "3.4=3"],
            assignment.Questions.Where(question => question.Points is not null).Select(question => $"{question.Id}={question.Points}"));
    }

    [Fact]
    public void Chain_rule_and_softmax_has_a_point_for_each_question() => Assert.Equal(
        ["CQ1.1=1", "CQ1.2=1", "CQ2=1"],
        Homeworks["chain-rule-and-softmax"].Value.Assignment.Questions.Where(question => question.Points is not null).Select(question => $"{question.Id}={question.Points}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_are_found_for_any_seed_and_are_the_same_again(string homework)
    {
        LoadedAssignment loaded = Homeworks[homework].Value;
        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            SamplePlan plan = loaded.Plan($"seed {seed}");
            Assert.Equal(loaded.Assignment.Questions.Length, plan.Questions.Length);
        });
        Assert.Equal(Shown(loaded.Plan("seed 0")), Shown(loaded.Plan("seed 0")));
        Assert.NotEqual(Shown(loaded.Plan("seed 0")), Shown(loaded.Plan("seed 1")));
    }

    [Fact]
    public void The_printed_point_has_the_printed_gradient()
    {
        SamplePlan plan = Homeworks["chain-rule-and-softmax"].Value.Plan("any");
        PlannedPoint printed = plan.Questions.Single(question => question.Question.Id == "CQ1.2").Points.Single(point => point.Point.Label == "the printed point");
        Assert.Equal(Tensor.Vector(1, 2), ((NumericValue)printed.Point.Inputs["s"]).Tensor);
        Assert.Equal(Tensor.Vector(1, 1, 1), ((NumericValue)printed.Point.Inputs["y"]).Tensor);
        Assert.Equal(61.8465843842649, printed.Parts[0].Reference.Entries[0], 1e-12);
        Assert.Equal(105.139193453250, printed.Parts[0].Reference.Entries[1], 1e-12);
    }

    [Fact]
    public void Special_points_are_finite_where_a_naive_formula_is_not()
    {
        foreach ((string homework, string id) in new[] { ("matrix-calculus", "1.2"), ("matrix-calculus", "1.3"), ("chain-rule-and-softmax", "CQ2") })
        {
            QuestionPlan plan = Homeworks[homework].Value.Plan("any").Questions[IndexOf(homework, id)];
            Assert.Contains(plan.Points, point => point.Point.Label?.StartsWith('e') == true);
            Assert.All(plan.Points, point => Assert.True(point.Parts[0].Reference.IsFinite));
        }
    }

    private static int IndexOf(string homework, string id) =>
        Homeworks[homework].Value.Assignment.Questions.Select(question => question.Id).ToList().IndexOf(id);

    /// <summary>A hash of all numbers of a plan, to the last bit; a training set has a million.</summary>
    private static string Shown(SamplePlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (PlannedPoint planned in plan.Questions.SelectMany(question => question.Points))
        {
            foreach ((_, Tensor tensor) in planned.Point.Inputs.SelectMany(input => input.Value.NumericParts).Concat(planned.Reference?.NumericParts ?? []))
            {
                hash.AppendData(MemoryMarshal.AsBytes(tensor.Entries.AsSpan()));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
