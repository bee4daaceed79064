using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using Autograder.Core.Verifying;

namespace Autograder.Core.Tests.Verifying;

/// <summary>Keys against the derivative of a function of one number x, at points of a test's choice.</summary>
public sealed class KeyStepTests
{
    [Fact]
    public void A_right_key_holds_and_its_difference_is_told()
    {
        StepResult result = Of(Math.Sin, Math.Cos, 0.3, 0.7);
        Assert.Empty(result.Failures);
        Assert.Matches("^largest difference \\d\\.\\de-1\\d at 2 random points$", result.Figure);
    }

    [Fact]
    public void The_point_where_a_wrong_key_is_farthest_off_is_told()
    {
        StepResult result = Of(x => x * x, x => x < 0.5 ? 2 * x : 4 * x, 0.3, 0.7, 0.9);
        VerificationFailure failure = Assert.Single(result.Failures);
        Assert.StartsWith("the key is not the derivative of F by x: at random point 2 it differs by 0.5 of its largest entry. It is off at 2 of 3 points.", failure.Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shape_is_a_difference()
    {
        QuestionPlan plan = Plan(x => x * x, x => new NumericValue(Tensor.Vector(2 * x)), 0.3);
        Assert.Contains("it is a vector of 1, where the definition gives a number", Assert.Single(KeyStep.Of(plan, plan.Points).Failures).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kink_at_a_random_point_is_the_points_mistake_not_the_keys()
    {
        // Beside a kink two step sizes give two slopes.
        VerificationFailure failure = Assert.Single(Of(x => Math.Abs(x - 0.7), x => x > 0.7 ? 1 : -1, 0.3, 0.7001).Failures);
        Assert.StartsWith("whether the key is the derivative of F by x cannot be seen at random point 2: two step sizes give derivatives that differ by ", failure.Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_given_function_fails_a_random_point_is_of_no_use() => Assert.StartsWith(
        "whether the key is the derivative of F by x cannot be seen at random point 1: too large.",
        Assert.Single(Of(x => x > 0.5 ? throw new KeyFailureException("too large") : x, _ => 1, 0.7).Failures).Fact,
        StringComparison.Ordinal);

    [Fact]
    public void At_a_special_point_the_definition_may_be_out_of_reach()
    {
        QuestionPlan plan = Plan(x => Math.Exp(x), x => Number(Math.Exp(x)), 0.3);
        ImmutableArray<PlannedPoint> points = [.. plan.Points, At("overflow", 800, Number(7)), At("right", 0.2, Number(Math.Exp(0.2)))];
        StepResult result = KeyStep.Of(plan, points);
        Assert.Empty(result.Failures);
        Assert.EndsWith("at 1 random point, 1 of 2 special", result.Figure, StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_special_point_where_it_is_within_reach_a_key_must_be_right()
    {
        QuestionPlan plan = Plan(x => x * x, x => Number(2 * x), 0.3);
        VerificationFailure failure = Assert.Single(KeyStep.Of(plan, [.. plan.Points, At("zero", 0, Number(1))]).Failures);
        Assert.Contains("at the special point 'zero' it differs by 1 of its largest entry", failure.Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rounded_key_may_be_half_a_unit_off()
    {
        Assert.Empty(Rounded(0.0049));
        Assert.NotEmpty(Rounded(0.0051));

        static ImmutableArray<VerificationFailure> Rounded(double error)
        {
            QuestionPlan plan = Plan(x => x * x, x => Number((2 * x) + error), 0.3);
            return KeyStep.Of(plan with { Question = plan.Question with { Tolerance = new Tolerance { Decimals = 2 } } }, plan.Points).Failures;
        }
    }

    [Fact]
    public void Without_a_definition_there_is_nothing_to_hold_it_against()
    {
        QuestionPlan plan = Classroom.Plan(Examples.LeastSquares, Examples.Vector(1, 2));
        StepResult result = KeyStep.Of(plan, plan.Points);
        Assert.Equal((true, "nothing given determines it"), (result.IsEmpty, result.Figure));
    }

    private static StepResult Of(Func<double, double> function, Func<double, double> key, params double[] points)
    {
        QuestionPlan plan = Plan(function, x => Number(key(x)), points);
        return KeyStep.Of(plan, plan.Points);
    }

    private static QuestionPlan Plan(Func<double, double> function, Func<double, Value> key, params double[] points)
    {
        Question question = Examples.Question("1", Examples.Scalar("x")) with { Definition = new DerivativeDefinition(DerivativeKind.Derivative, "F", "x") };
        QuestionKey keyed = Examples.Key(point => key(Examples.NumberOf(point, "x"))) with
        {
            Given = (_, point) => Tensor.Scalar(function(Examples.NumberOf(point, "x"))),
        };
        return new QuestionPlan(question, keyed, [.. points.Select(x => At(label: null, x, key(x)))]);
    }

    private static PlannedPoint At(string? label, double x, Value reference)
    {
        PlannedPoint planned = Classroom.Planned(reference, label);
        return planned with { Point = planned.Point.With("x", Number(x)) };
    }

    private static NumericValue Number(double value) => Examples.Number(value);
}
