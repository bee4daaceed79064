using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

/// <summary>Steps of gradient descent on L(w) = ½ ‖w − c‖², whose gradient is w − c, judged by the step and not by the weights.</summary>
public sealed class UpdateStepTests
{
    private static readonly Question ByInput = Examples.Question(
        "4", Examples.Vector("w", "D"), Examples.Vector("c", "D"), Examples.Scalar("rate", NumericKind.Positive, 0.01, 0.05)) with
    {
        Definition = new UpdateStepDefinition("Loss", "w", new StepRate("rate", 0)),
    };

    [Theory]
    [InlineData(1.1)]
    [InlineData(0.9)]
    [InlineData(2.1)]
    [InlineData(2)]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1.001)]
    public void An_error_in_a_step_is_wrong_however_small_it_is_beside_the_weights(double factor)
    {
        // A whole step is about a thousandth of the weights.
        Assert.Equal(Verdict.Wrong, Classroom.Grade(Plan(1e-3), point => Step(point, 1e-3, factor)).Verdict);
        Assert.Equal(Verdict.Wrong, Classroom.Grade(ByInputPlan(), point => Step(point, Rate(point), factor)).Verdict);
    }

    [Fact]
    public void Other_weights_than_the_old_ones_are_wrong() =>
        Assert.Equal(Verdict.Wrong, Classroom.Grade(Plan(1e-3), point => new NumericValue(Old(point).Map(entry => 1.0001 * entry))).Verdict);

    [Fact]
    public void A_right_update_with_another_order_of_operations_is_correct() => Law.Holds(
        from seed in Draw.Seeds
        from exponent in Gen.Choose(-4, 1)
        from mantissa in Gen.Choose(1, 9)
        from order in Gen.Choose(0, Orders.Length - 1)
        select (seed, rate: mantissa * Math.Pow(10, exponent), order),
        @case => Classroom.Grade(Plan(@case.rate, @case.seed), point => Updated(point, @case.rate, Orders[@case.order])).Verdict == Verdict.Correct,
        times: 50);

    [Theory]
    [InlineData(1e-8)]
    [InlineData(1e-9)]
    [InlineData(1e-10)]
    [InlineData(1e-13)]
    public void A_step_that_is_rounding_noise_beside_the_weights_is_refused(double rate)
    {
        // Where it were not, two right updates would differ visibly: a step of 1e-10 keeps six digits of a weight of 1.
        var exception = Assert.Throws<NoUsablePointException>(() => Plan(rate));
        Assert.Contains("ill-conditioned", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_may_be_an_input() => Law.HoldsForAnySeed(seed => Orders.All(order =>
        Classroom.Grade(ByInputPlan(seed), point => Updated(point, Rate(point), order)).Verdict == Verdict.Correct));

    [Fact]
    public void A_rate_that_is_taken_twice_or_not_at_all_is_wrong() => Law.HoldsForAnySeed(seed =>
        Classroom.Grade(ByInputPlan(seed), point => Step(point, Rate(point) * Rate(point), 1)).Verdict == Verdict.Wrong
        && Classroom.Grade(ByInputPlan(seed), point => Step(point, 1, 1)).Verdict == Verdict.Wrong);

    [Fact]
    public void What_is_judged_is_the_gradient() => Law.HoldsForAnySeed(seed => Plan(0.25, seed).Points.All(planned =>
        planned.Parts[0].Reference.Entries
            .Zip(Old(planned.Point).Entries, Center(planned.Point).Entries)
            .All(entry => Math.Abs(entry.First - (entry.Second - entry.Third)) <= 1e-14)));

    [Fact]
    public void Weights_and_targets_that_are_scaled_together_get_the_same_verdict() => Law.Holds(
        from exponent in Gen.Choose(-200, 200)
        from error in Draw.RelativeError
        select (factor: Math.ScaleB(1, exponent), error),
        @case => Judged(@case.factor, 0.125, @case.error) == Judged(1, 0.125, @case.error));

    [Fact]
    public void The_verdict_of_a_relative_error_in_the_step_does_not_depend_on_the_rate() => Law.Holds(
        from exponent in Gen.Choose(-12, 3)
        from error in Gen.Elements(0, 1e-3, 1e-2, 0.1, 1, 1.1)
        select (rate: Math.ScaleB(1, exponent), error),
        @case => Judged(1, @case.rate, @case.error) == Judged(1, 1, @case.error));

    [Fact]
    public void Weights_of_another_shape_are_a_fault() =>
        Assert.Equal(Verdict.Fault, Classroom.Grade(Plan(0.1), _ => Examples.Number(1)).Verdict);

    [Fact]
    public void A_key_that_takes_no_step_is_refused_because_returning_the_weights_would_earn_the_points()
    {
        Question question = Question(0.1);
        QuestionKey key = Examples.Key(point => point.Inputs["w"]);
        var exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, key, "seed"));
        Assert.Contains("is zero at every point", exception.Message, StringComparison.Ordinal);
    }

    private static readonly Func<double, double, double, double>[] Orders =
    [
        (w, c, rate) => w - (rate * (w - c)),
        (w, c, rate) => w + (rate * (c - w)),
        (w, c, rate) => ((1 - rate) * w) + (rate * c),
        (w, c, rate) => w - ((rate * w) - (rate * c)),
        (w, c, rate) => -((rate * w) - (rate * c) - w),
    ];

    private static Verdict Judged(double scale, double rate, double error)
    {
        double old = scale * 1.25, slope = scale * 0.75;
        Question question = Question(rate) with { Inputs = [], Answer = Examples.Question("4").Answer };
        var at = new SamplePoint(
            Label: null, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, Value>.Empty.Add("w", Examples.Number(old)));
        Value right = Examples.Number(old - (rate * slope));
        var plan = new QuestionPlan(question, Examples.Key(_ => right), [new PlannedPoint(
            at, right, [new ExpectedPart("", JudgedParts.Of(question, at, right)[0].Tensor, slope, Tolerance.Default.Relative)])]);
        return Classroom.Grade(plan, _ => Examples.Number(old - (rate * slope * (1 + error)))).Verdict;
    }

    private static QuestionPlan ByInputPlan(string seed = "seed") =>
        SamplePlanner.Plan(ByInput, Examples.Key(point => Step(point, Rate(point), 1)), seed);

    private static QuestionPlan Plan(double rate, string seed = "seed") =>
        SamplePlanner.Plan(Question(rate), Examples.Key(point => Step(point, rate, 1)), seed);

    private static Question Question(double rate) => Examples.Question("4", Examples.Vector("w", "D"), Examples.Vector("c", "D")) with
    {
        Definition = new UpdateStepDefinition("Loss", "w", new StepRate(null, rate)),
    };

    private static NumericValue Step(SamplePoint point, double rate, double factor) =>
        Updated(point, rate, (w, c, eta) => w - (eta * factor * (w - c)));

    private static NumericValue Updated(SamplePoint point, double rate, Func<double, double, double, double> update) =>
        new(new Tensor(Old(point).Shape, [.. Old(point).Entries.Zip(Center(point).Entries, (w, c) => update(w, c, rate))]));

    private static double Rate(SamplePoint point) => Examples.NumberOf(point, "rate");

    private static Tensor Old(SamplePoint point) => Examples.TensorOf(point, "w");

    private static Tensor Center(SamplePoint point) => Examples.TensorOf(point, "c");
}
