using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Sampling;

public sealed class SamplePlannerTests
{
    private static readonly Question OneNumber = Examples.Question("1", Examples.Scalar("x"));

    [Fact]
    public void The_same_seed_gives_the_same_plan_to_the_last_bit() => Law.HoldsForAnySeed(seed =>
        PlanText.Of(PlanLeastSquares(seed)) == PlanText.Of(PlanLeastSquares(seed)));

    [Fact]
    public void Another_seed_gives_another_plan() => Law.HoldsForAnySeed(seed =>
        PlanText.Of(PlanLeastSquares(seed)) != PlanText.Of(PlanLeastSquares(seed + "'")));

    [Fact]
    public void The_points_of_a_question_do_not_depend_on_the_other_questions() => Law.HoldsForAnySeed(seed =>
    {
        string alone = PlanText.Of(PlanLeastSquares(seed));
        SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, seed);
        return PlanText.Of(PlanLeastSquares(seed)) == alone;
    });

    [Fact]
    public void Two_questions_with_the_same_inputs_have_points_of_their_own() => Assert.NotEqual(
        PlanText.Of(SamplePlanner.Plan(Examples.LeastSquares, Examples.LeastSquaresKey, "seed")),
        PlanText.Of(SamplePlanner.Plan(Examples.LeastSquares with { Id = "2.2" }, Examples.LeastSquaresKey, "seed")));

    [Fact]
    public void Twelve_random_points_come_first_and_special_ones_on_top()
    {
        Question question = OneNumber with
        {
            SpecialPoints = [Examples.Special("at 0", ("x", Tensor.Scalar(0))), Examples.Special("at 900", ("x", Tensor.Scalar(900)))],
        };
        QuestionPlan plan = SamplePlanner.Plan(question, Echo("x"), "seed");
        Assert.Equal(
            [.. Enumerable.Repeat<string?>(null, 12), "at 0", "at 900"],
            plan.Points.Select(planned => planned.Point.Label));
        Assert.Equal(Examples.Number(900), plan.Points[^1].Reference);
    }

    [Fact]
    public void A_special_point_never_replaces_or_moves_a_random_one()
    {
        Question special = OneNumber with { SpecialPoints = [Examples.Special("at 0", ("x", Tensor.Scalar(0)))] };
        string without = PlanText.Of(SamplePlanner.Plan(OneNumber, Echo("x"), "seed"));
        Assert.StartsWith(without, PlanText.Of(SamplePlanner.Plan(special, Echo("x"), "seed")), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_are_redrawn_from_point_to_point() => Law.HoldsForAnySeed(seed =>
        PlanLeastSquares(seed).Points.Select(planned => planned.Point.Sizes["N"]).Distinct().Count() > 1);

    [Fact]
    public void Constraints_hold_at_every_random_point() => Law.HoldsForAnySeed(seed =>
    {
        QuestionKey key = Echo("x") with { Constraints = [point => Examples.NumberOf(point, "x") > 1.2] };
        QuestionPlan plan = SamplePlanner.Plan(OneNumber with { Constraints = ["x > 1.2"] }, key, seed);
        return plan.Points.All(planned => Examples.NumberOf(planned.Point, "x") > 1.2);
    });

    [Fact]
    public void An_impossible_constraint_is_named()
    {
        QuestionKey key = Echo("x") with { Constraints = [_ => true, point => Examples.NumberOf(point, "x") > 9] };
        Question question = OneNumber with { Constraints = ["x < 9", "x > 9"] };
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, key, "seed"));
        Assert.Equal(
            "no usable point in 5000 draws; 5000 of them failed because the constraint 'x > 9' does not hold", exception.Message);
    }

    [Fact]
    public void Of_several_rules_the_one_that_fails_most_is_named()
    {
        QuestionKey key = Examples.Key(_ => Examples.Number(double.NaN)) with { Constraints = [point => Examples.NumberOf(point, "x") > 1.3] };
        Question question = OneNumber with { Constraints = ["x > 1.3"] };
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, key, "seed"));
        Assert.Contains("'x > 1.3' does not hold", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_is_never_finite_is_named()
    {
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(
            () => SamplePlanner.Plan(OneNumber, Examples.Key(_ => Examples.Number(double.PositiveInfinity)), "seed"));
        Assert.Contains("the reference is not finite", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_at_which_rounding_could_show_are_refused()
    {
        // x − 1.2 loses all its digits near x = 1.2; its condition there is |x / (x − 1.2)|.
        Question question = Examples.Question("1", Examples.Scalar("x", NumericKind.Positive, 1.199, 1.201));
        QuestionKey key = Examples.Key(point => Examples.Number(Math.Pow(Examples.NumberOf(point, "x") - 1.2, 3)));
        Law.HoldsForAnySeed(seed => SamplePlanner.Plan(question, key, seed).Points.All(planned =>
        {
            double x = Examples.NumberOf(planned.Point, "x");
            return 4096 * Math.Pow(2, -53) * (1 + (3 * x / Math.Abs(x - 1.2))) <= 1e-7 * 1.001;
        }));
    }

    [Fact]
    public void A_reference_that_is_ill_conditioned_everywhere_is_named()
    {
        QuestionKey key = Examples.Key(point => Examples.Number(2 + Math.Sin(1e8 * Examples.NumberOf(point, "x"))));
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(OneNumber, key, "seed"));
        Assert.Contains("the reference is ill-conditioned there (rounding could show)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ill_conditioned_part_is_named()
    {
        QuestionKey key = Examples.Key(point => Examples.Group(
            ("dW", Examples.Number(1)), ("db", Examples.Number(2 + Math.Sin(1e8 * Examples.NumberOf(point, "x"))))));
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(OneNumber, key, "seed"));
        Assert.Contains("the reference db is ill-conditioned", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_of_a_random_point_is_never_looser_than_the_tolerance() => Law.HoldsForAnySeed(seed =>
        PlanLeastSquares(seed).Points.All(planned => planned.Parts[0].Limit == Tolerance.Default.Relative));

    [Fact]
    public void Each_part_has_a_scale_of_its_own() => Law.HoldsForAnySeed(seed =>
        SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, seed).Points.All(planned =>
            planned.Parts is [{ Name: "dW" } weights, { Name: "db" } bias]
            && weights.Scale == weights.Reference.LargestMagnitude
            && bias.Scale == bias.Reference.LargestMagnitude
            && weights.Scale > 1e4 * bias.Scale));

    [Fact]
    public void A_key_of_zeros_is_refused_because_a_stub_would_earn_the_points()
    {
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(
            () => SamplePlanner.Plan(OneNumber, Examples.Key(_ => Examples.Vector(0, 0)), "seed"));
        Assert.Contains("the reference is zero at every point", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_zeros_beside_another_part_has_the_scale_one()
    {
        QuestionKey key = Examples.Key(point => Examples.Group(("first", point.Inputs["x"]), ("second", Examples.Vector(0, 0))));
        Assert.All(SamplePlanner.Plan(OneNumber, key, "seed").Points, planned =>
            Assert.Equal((1.0, Tolerance.Default.Relative), (planned.Parts[1].Scale, planned.Parts[1].Limit)));
    }

    [Fact]
    public void A_zero_at_some_points_only_is_measured_by_the_others()
    {
        QuestionKey key = Examples.Key(point => Examples.Number(Math.Max(0, Examples.NumberOf(point, "x"))));
        QuestionPlan plan = SamplePlanner.Plan(OneNumber, key, "seed");
        double largest = plan.Points.Max(planned => planned.Parts[0].Reference.LargestMagnitude);
        Assert.Contains(plan.Points, planned => planned.Parts[0].Reference.LargestMagnitude == 0);
        Assert.All(plan.Points, planned =>
            Assert.Equal(planned.Parts[0].Reference.LargestMagnitude is > 0 and var own ? own : largest, planned.Parts[0].Scale));
    }

    [Fact]
    public void A_special_point_with_a_reference_of_zero_has_the_scale_of_the_random_points()
    {
        Question question = OneNumber with { SpecialPoints = [Examples.Special("at 0", ("x", Tensor.Scalar(0)))] };
        QuestionPlan plan = SamplePlanner.Plan(question, Echo("x"), "seed");
        Assert.Equal(plan.Points.Take(12).Max(planned => planned.Parts[0].Scale), plan.Points[^1].Parts[0].Scale);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_special_point_beside_which_the_reference_is_not_finite_is_refused(double beside)
    {
        // Without a finite condition there is no limit to compare by: all answers would pass, or none.
        Question question = OneNumber with { SpecialPoints = [Examples.Special("the edge", ("x", Tensor.Scalar(2)))] };
        QuestionKey key = Examples.Key(point => Examples.NumberOf(point, "x") is > 1.9 and not 2 ? Examples.Number(beside) : point.Inputs["x"]);
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, key, "seed"));
        Assert.Equal("at the special point 'the edge' the reference is not finite close by", exception.Message);
    }

    [Fact]
    public void A_special_point_whose_reference_is_not_finite_is_refused_by_its_label()
    {
        Question question = OneNumber with { SpecialPoints = [Examples.Special("at 0", ("x", Tensor.Scalar(0)))] };
        QuestionKey key = Examples.Key(point => Examples.Number(1 / Examples.NumberOf(point, "x")));
        NoUsablePointException exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, key, "seed"));
        Assert.Equal("at the special point 'at 0' the reference is not finite", exception.Message);
    }

    [Fact]
    public void Special_points_need_not_obey_the_constraints()
    {
        QuestionKey key = Echo("x") with { Constraints = [point => Examples.NumberOf(point, "x") > 0.7] };
        Question question = OneNumber with { Constraints = ["x > 0.7"], SpecialPoints = [Examples.Special("at 0", ("x", Tensor.Scalar(0)))] };
        Assert.Equal(Examples.Number(0), SamplePlanner.Plan(question, key, "seed").Points[^1].Reference);
    }

    [Fact]
    public void An_answer_without_inputs_has_one_point_and_prose_no_reference()
    {
        Question question = Examples.Question("1");
        PlannedPoint number = Assert.Single(SamplePlanner.Plan(question, Examples.Key(_ => Examples.Vector(3, 4)), "seed").Points);
        Assert.Equal(4, number.Parts[0].Scale);

        PlannedPoint choice = Assert.Single(SamplePlanner.Plan(question, Examples.Key(_ => new TextValue("A")), "seed").Points);
        Assert.Empty(choice.Parts);

        PlannedPoint prose = Assert.Single(SamplePlanner.Plan(question, Examples.Key(answer: null), "seed").Points);
        Assert.Null(prose.Reference);
    }

    [Fact]
    public void An_answer_without_inputs_must_be_finite() => Assert.Throws<NoUsablePointException>(
        () => SamplePlanner.Plan(Examples.Question("1"), Examples.Key(_ => Examples.Number(double.NaN)), "seed"));

    [Fact]
    public void An_empty_part_is_planned_like_any_other()
    {
        QuestionKey key = Examples.Key(point => Examples.Group(("number", point.Inputs["x"]), ("nothing", new NumericValue(Tensor.Vector()))));
        Assert.All(SamplePlanner.Plan(OneNumber, key, "seed").Points, planned => Assert.Equal(1, planned.Parts[1].Scale));
    }

    [Fact]
    public void What_the_key_throws_is_passed_on() => Assert.Throws<KeyFailureException>(
        () => SamplePlanner.Plan(OneNumber, Examples.Key(_ => throw new KeyFailureException("the reference failed")), "seed"));

    private static QuestionPlan PlanLeastSquares(string seed) =>
        SamplePlanner.Plan(Examples.LeastSquares, Examples.LeastSquaresKey, seed);

    private static QuestionKey Echo(string input) => Examples.Key(point => point.Inputs[input]);
}
