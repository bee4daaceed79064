using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Scoring;

/// <summary>What a spec leaves of the points for a mistake that is recognised, and what students are told of it.</summary>
public sealed class MistakeCreditTests
{
    private static readonly Question Question = Planted.Question with
    {
        Misconceptions = [new Misconception("squared", "Squared()", new Remedy(["Look at the power.", "It is a square."], 0.4))],
        Diagnoses = ImmutableSortedDictionary<string, Remedy>.Empty
            .Add("sign", new Remedy(["Uphill or downhill?"], 0.75))
            .Add("transposed", new Remedy([], 0.5))
            .Add("not-finite", new Remedy([], 0.1))
            .Add("factor/N", new Remedy(["Sum or mean?"], 0)),
    };

    private static readonly QuestionKey Key = Planted.Key with { Misconceptions = [point => new NumericValue(Squared(point))] };

    [Fact]
    public void A_mistake_that_is_credited_earns_its_share() => Law.HoldsForAnySeed(seed =>
        Grade(point => Planted.Right(point).Map(entry => -entry), seed) is { Verdict: Verdict.Partial, Score: 0.75 }
        && Grade(Planted.Right, seed) is { Verdict: Verdict.Correct, Score: 1 });

    [Fact]
    public void So_does_a_misconception_that_is_and_its_hints_are_told()
    {
        QuestionGrade grade = Grade(Squared);
        Assert.Equal((Verdict.Partial, 0.4), (grade.Verdict, grade.Score));
        Feedback told = Planted.Told(grade).Single();
        Assert.Equal(("misconception/squared", "Look at the power."), (told.Id, told.Hint));
        Assert.Equal("It is a square.", Assert.Single(told.FurtherHints));
        Assert.EndsWith("A part of the points is given, because the mistake is a known one.", grade.Feedback[0].Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_and_numbers_that_are_not_finite_may_be_credited_as_well()
    {
        QuestionGrade transposed = Grade(point => Planted.Right(point).Transposed());
        Assert.Equal((Verdict.Partial, 0.5), (transposed.Verdict, transposed.Score));
        Assert.Equal("fault/wrong-shape", transposed.Feedback[0].Id);
        Assert.Equal(0.1, Grade(point => Planted.Right(point).Map(_ => double.NaN)).Score);
    }

    [Fact]
    public void Hints_of_the_spec_stand_in_the_place_of_the_graders_own_without_any_credit()
    {
        QuestionGrade grade = Grade(point => Planted.Right(point).Map(entry => point.Sizes["N"] * entry));
        Assert.Equal((Verdict.Wrong, 0.0), (grade.Verdict, grade.Score));
        Assert.Equal("Sum or mean?", Planted.Told(grade).Single().Hint);
    }

    [Fact]
    public void Two_mistakes_at_once_are_not_credited_as_one()
    {
        Assert.Equal(0, Grade(point => Squared(point).Map(entry => -entry)).Score);
        Assert.Equal("misconception/squared", Planted.Told(Grade(point => Squared(point).Map(entry => -entry))).Single().Id);
        Assert.Equal(0, Grade(point => Planted.Right(point).Transposed().Map(entry => -entry)).Score);
    }

    [Fact]
    public void An_answer_that_is_no_function_of_its_arguments_earns_nothing()
    {
        QuestionPlan plan = SamplePlanner.Plan(Question, Key, "seed");
        QuestionObservations Seen(ImmutableArray<PlannedPoint> points)
        {
            ImmutableArray<Observation> calls = [.. points.Select(planned => new ReturnedValue(new NumericValue(Planted.Right(planned.Point).Map(entry => -entry)), ["y"], null))];
            return new QuestionObservations(calls, [.. calls], Console: "");
        }

        QuestionGrade grade = Classroom.Grade(plan, Seen(plan.Points), Seen(plan.Further.Value.All));
        Assert.Equal((Verdict.Wrong, 0.0), (grade.Verdict, grade.Score));
        Assert.Equal(["input-changed", "sign"], Planted.Told(grade).Select(feedback => feedback.Id));
    }

    [Theory]
    [InlineData(-1, -1, 0.75)]
    [InlineData(-1, 1, 0.75)]
    [InlineData(-1, 2, 0.25)]
    [InlineData(-1, 3, 0)]
    public void Of_parts_under_common_points_all_that_are_off_need_a_credit_and_the_smallest_counts(double weights, double bias, double score) =>
        Assert.Equal(score, GradeParts(weights, bias, havePoints: false).Score);

    [Theory]
    [InlineData(-1, -1, 0.75, Verdict.Partial)]
    [InlineData(-1, 1, 0.8125, Verdict.Partial)]
    [InlineData(-1, 3, 0.5625, Verdict.Partial)]
    [InlineData(3, 3, 0, Verdict.Wrong)]
    public void Parts_with_points_of_their_own_are_credited_one_by_one(double weights, double bias, double score, Verdict verdict)
    {
        QuestionGrade grade = GradeParts(weights, bias, havePoints: true);
        Assert.Equal((verdict, score), (grade.Verdict, grade.Score));
    }

    private static QuestionGrade Grade(Func<SamplePoint, Tensor> student, string seed = "seed") =>
        Classroom.Grade(SamplePlanner.Plan(Question, Key, seed), point => new NumericValue(student(point)));

    /// <summary>The layer's parts dW and db, scaled; db has one point of four.</summary>
    private static QuestionGrade GradeParts(double weights, double bias, bool havePoints)
    {
        Question question = Examples.Layer with
        {
            Definition = new PartsDefinition([.. new[] { ("dW", 3.0), ("db", 1.0) }.Select(part =>
                new QuestionPart(part.Item1, havePoints ? part.Item2 : null, new ValueDefinition()))]),
            Diagnoses = ImmutableSortedDictionary<string, Remedy>.Empty.Add("sign", new Remedy([], 0.75)).Add("factor/2", new Remedy([], 0.25)),
        };
        return Classroom.Grade(SamplePlanner.Plan(question, Examples.LayerKey, "seed"), point => Examples.Group(
            [.. Examples.LayerGradient(point, 1e-6).NumericParts.Zip([weights, bias], (part, factor) => (part.Name, (Value)new NumericValue(part.Tensor.Map(entry => factor * entry))))]));
    }

    private static Tensor Squared(SamplePoint point) => Planted.Right(point).Map(entry => entry * entry);
}
