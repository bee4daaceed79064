using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

/// <summary>Trained weights W and b, judged by their sum.</summary>
public sealed class TrainingCheckTests
{
    private static readonly Question AtLeastTwo = Question(new Goal(2, IsLeast: true));

    /// <summary>Its answer is never asked for: training takes too long.</summary>
    private static readonly QuestionKey Key = Examples.Key(_ => throw new KeyFailureException("the key was run")) with
    {
        Measure = (_, answer) => answer.NumericParts.Sum(part => part.Tensor.Entries.Sum()),
    };

    [Theory]
    [InlineData(true, 3.5, Verdict.Correct)]
    [InlineData(true, 2, Verdict.Correct)]
    [InlineData(true, 1.5, Verdict.Wrong)]
    [InlineData(false, 1.5, Verdict.Correct)]
    [InlineData(false, 2, Verdict.Correct)]
    [InlineData(false, 3.5, Verdict.Wrong)]
    public void A_goal_is_reached_at_its_bound_and_beyond(bool isLeast, double sum, Verdict verdict)
    {
        QuestionGrade grade = Grade(Question(new Goal(2, isLeast)), sum);
        Assert.Equal((verdict, verdict == Verdict.Correct ? 1 : 0), (grade.Verdict, grade.Score));
        Assert.Equal(verdict == Verdict.Correct ? "trained" : "not-trained", grade.Feedback[0].Id);
    }

    [Theory]
    [InlineData(true, "With the weights that you return the grader measures 1.5; at least 2 is asked for.")]
    [InlineData(false, "With the weights that you return the grader measures 3.5; at most 2 is asked for.")]
    public void A_goal_that_is_missed_is_told_with_what_was_measured(bool isLeast, string expected)
    {
        QuestionGrade grade = Grade(Question(new Goal(2, isLeast)), isLeast ? 1.5 : 3.5);
        Assert.Equal(("condition", expected), (grade.Feedback[1].Id, grade.Feedback[1].Rationale));
        Assert.Equal(expected, grade.Points.Single().Unmet);
    }

    [Fact]
    public void Just_missed_does_not_read_as_reached()
    {
        string told = Grade(AtLeastTwo, 2 - 1e-9).Feedback[1].Rationale;
        Assert.Equal("With the weights that you return the grader measures 1.999999999; at least 2 is asked for.", told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_measure_that_is_not_a_number_reaches_no_goal(bool isLeast)
    {
        QuestionPlan plan = Plan(Question(new Goal(2, isLeast)), Key with { Measure = (_, _) => double.NaN });
        QuestionGrade grade = Classroom.Grade(plan, point => Trained(point, 2));
        Assert.Equal(Verdict.Wrong, grade.Verdict);
        Assert.StartsWith("With the weights that you return the grader measures NaN", grade.Feedback[1].Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_is_either_reached_from_above_or_from_below_and_both_at_the_bound() => Law.Holds(
        from bound in Draw.Moderate
        from measured in Draw.Finite
        select (bound, measured),
        @case => (new Goal(@case.bound, IsLeast: true).IsReached(@case.measured) != new Goal(@case.bound, IsLeast: false).IsReached(@case.measured))
            == (@case.bound != @case.measured));

    [Fact]
    public void A_measure_that_fails_is_nobodys_mistake_but_the_staffs()
    {
        QuestionPlan plan = Plan(AtLeastTwo, Key with { Measure = (_, _) => throw new KeyFailureException("no data") });
        Assert.Throws<KeyFailureException>(() => Classroom.Grade(plan, point => Trained(point, 2)));
    }

    [Fact]
    public void Weights_have_the_shapes_of_the_initial_ones()
    {
        PlannedPoint planned = Assert.Single(Plan(AtLeastTwo, Key).Points);
        Assert.Equal(["W", "b"], planned.Parts.Select(part => part.Name));
        Assert.Equal(Examples.TensorOf(planned.Point, "W").Shape, planned.Parts[0].Reference.Shape);
        Assert.Equal(Examples.TensorOf(planned.Point, "b").Shape, planned.Parts[1].Reference.Shape);
        QuestionGrade grade = Classroom.Grade(
            Plan(AtLeastTwo, Key), point => Examples.Group(("W", point.Inputs["W"]), ("b", Examples.Vector(1, 2, 3, 4, 5, 6, 7, 8))));
        Assert.Equal(Verdict.Fault, grade.Verdict);
        Assert.StartsWith($"Expected {planned.Parts[1].Reference.Shape} for b", grade.Feedback[0].Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_not_finite_are_a_fault_and_not_measured()
    {
        QuestionPlan plan = Plan(AtLeastTwo, Key with { Measure = (_, _) => throw new KeyFailureException("it was measured") });
        QuestionGrade grade = Classroom.Grade(plan, point => Examples.Group(("W", new NumericValue(Examples.TensorOf(point, "W").Map(_ => double.NaN))), ("b", point.Inputs["b"])));
        Assert.Equal((Verdict.Fault, "fault/non-finite"), (grade.Verdict, grade.Feedback[0].Id));
    }

    [Fact]
    public void Training_is_one_call_at_one_point_and_the_key_is_not_run()
    {
        Assert.False(AtLeastTwo.IsRepeated);
        Assert.True((AtLeastTwo with { Definition = new ValueDefinition() }).IsRepeated);
        QuestionPlan plan = Plan(AtLeastTwo, Key);
        Assert.Null(Assert.Single(plan.Points).Reference);
        Assert.Equal(PlanText.Of(plan), PlanText.Of(Plan(AtLeastTwo, Key)));
    }

    [Fact]
    public void A_call_that_did_not_take_place_a_second_time_is_no_sign_of_anything()
    {
        QuestionPlan plan = Plan(AtLeastTwo, Key);
        var once = new QuestionObservations([Classroom.Returned(Trained(plan.Points[0].Point, 3))], [null], Console: "");
        Assert.Equal(Verdict.Correct, Classroom.Grade(plan, once).Verdict);
    }

    private static QuestionGrade Grade(Question question, double sum) => Classroom.Grade(Plan(question, Key), point => Trained(point, sum));

    private static QuestionPlan Plan(Question question, QuestionKey key) => SamplePlanner.Plan(question, key, "seed");

    private static Question Question(Goal goal)
    {
        Question question = Examples.Question("10", Examples.Matrix("W", "N", "D"), Examples.Vector("b", "N"));
        return question with
        {
            Definition = new TrainingDefinition("Sum(answer)", goal),
            Answer = question.Answer with { Result = new GroupType([("W", new TensorType(2)), ("b", new TensorType(1))]) },
        };
    }

    /// <summary>Weights of zeros but for one entry, so that they come to that sum exactly.</summary>
    private static GroupValue Trained(SamplePoint point, double sum)
    {
        Tensor zeros = Examples.TensorOf(point, "W").Map(_ => 0);
        return Examples.Group(
            ("W", new NumericValue(new Tensor(zeros.Shape, zeros.Entries.SetItem(0, sum)))),
            ("b", new NumericValue(Examples.TensorOf(point, "b").Map(_ => 0))));
    }
}
