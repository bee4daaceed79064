using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

/// <summary>Answers rounded to so many decimals: half a unit of the last one is right, up to a whole one looks truncated.</summary>
public sealed class RoundedAnswerTests
{
    private static readonly Question OneInput = Examples.Question("6", Examples.Vector("w", "D"));

    [Theory]
    [InlineData(2.71828, 2.72, Verdict.Correct)]
    [InlineData(2.71828, 2.71, Verdict.Imprecise)]
    [InlineData(2.71828, 2.73, Verdict.Wrong)]
    [InlineData(2.71828, 2.70, Verdict.Wrong)]
    [InlineData(2.71828, 2.71828, Verdict.Correct)]
    [InlineData(2.71828, 2.7183, Verdict.Correct)]
    [InlineData(2.71828, -2.72, Verdict.Wrong)]
    [InlineData(2.71828, 0, Verdict.Wrong)]
    [InlineData(-2.71828, -2.72, Verdict.Correct)]
    [InlineData(-2.71828, -2.71, Verdict.Imprecise)]
    [InlineData(0.125, 0.12, Verdict.Correct)]
    [InlineData(0.125, 0.13, Verdict.Correct)]
    [InlineData(0.125, 0.11, Verdict.Wrong)]
    [InlineData(1.005, 1.01, Verdict.Correct)]
    [InlineData(1.005, 1.00, Verdict.Correct)]
    [InlineData(100, 100, Verdict.Correct)]
    [InlineData(100, 100.01, Verdict.Imprecise)]
    [InlineData(100, 100.02, Verdict.Wrong)]
    public void Two_decimals_are_right_to_half_a_unit_and_imprecise_to_a_whole_one(double exact, double answer, Verdict verdict) =>
        Assert.Equal(verdict, Grade(2, Examples.Number(exact), Examples.Number(answer)).Verdict);

    [Theory]
    [InlineData(0, 3.5, 4)]
    [InlineData(0, 2.5, 2)]
    [InlineData(0, 2.5, 3)]
    [InlineData(9, 0.1234567891, 0.123456789)]
    public void Any_number_of_decimals_may_be_asked_for(int decimals, double exact, double answer) =>
        Assert.Equal(Verdict.Correct, Grade(decimals, Examples.Number(exact), Examples.Number(answer)).Verdict);

    [Fact]
    public void Whoever_rounds_is_right_whichever_way_halves_go() => Law.Holds(
        from decimals in Gen.Choose(0, 6)
        from halves in Gen.Choose(-2_000_000, 2_000_000).Where(halves => Math.Abs(halves) > 1)
        from mode in Gen.Elements(MidpointRounding.ToEven, MidpointRounding.AwayFromZero)
        select (decimals, exact: halves / 2.0 / Math.Pow(10, decimals), mode),
        @case => Grade(@case.decimals, Examples.Number(@case.exact), Examples.Number(Math.Round(@case.exact, @case.decimals, @case.mode))).Verdict == Verdict.Correct);

    [Fact]
    public void The_exact_value_is_right_and_its_rounding_too_and_one_that_is_two_units_off_is_not() => Law.Holds(
        from decimals in Gen.Choose(0, 9)
        from exact in Draw.Magnitude(0, 12)
        from sign in Gen.Elements(1, -1)
        select (decimals, exact: sign * exact),
        @case =>
        {
            double unit = Math.Pow(10, -@case.decimals);
            Verdict Of(double answer) => Grade(@case.decimals, Examples.Number(@case.exact), Examples.Number(answer)).Verdict;
            return Of(@case.exact) == Verdict.Correct
                && Of(Math.Round(@case.exact, @case.decimals)) == Verdict.Correct
                && Of(@case.exact + (0.75 * unit)) == Verdict.Imprecise
                && Of(@case.exact - (2 * unit)) == Verdict.Wrong;
        });

    [Fact]
    public void The_largest_entry_that_is_off_decides()
    {
        NumericValue exact = Examples.Vector(0.333333, 0.666667);
        Assert.Equal(Verdict.Correct, Grade(2, exact, Examples.Vector(0.33, 0.67)).Verdict);
        Assert.Equal(Verdict.Imprecise, Grade(2, exact, Examples.Vector(0.33, 0.66)).Verdict);
        Assert.Equal(Verdict.Wrong, Grade(2, exact, Examples.Vector(0.35, 0.66)).Verdict);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_a_fault(double answer) =>
        Assert.Equal(Verdict.Fault, Grade(2, Examples.Number(1.5), Examples.Number(answer)).Verdict);

    [Fact]
    public void The_largest_finite_number_is_wrong_and_not_lost_in_an_overflow() =>
        Assert.Equal(Verdict.Wrong, Grade(9, Examples.Number(-1.5), Examples.Number(double.MaxValue)).Verdict);

    [Fact]
    public void A_truncated_answer_is_told_so_and_no_digits_are_counted()
    {
        Feedback note = Grade(2, Examples.Number(2.71828), Examples.Number(2.71)).Feedback[1];
        Assert.Equal(("rounding", "The last decimal looks truncated where it should be rounded."), (note.Id, note.Rationale));
        Feedback parts = Grade(
            2, Examples.Group(("a", Examples.Number(2.71828)), ("b", Examples.Number(3.14159))), Examples.Group(("a", Examples.Number(2.71)), ("b", Examples.Number(3.14)))).Feedback[1];
        Assert.Equal("The last decimal of a looks truncated where it should be rounded.", parts.Rationale);
    }

    [Fact]
    public void A_minimiser_that_is_rounded_as_asked_is_right_though_it_is_no_longer_exactly_a_minimiser()
    {
        QuestionKey key = Examples.Key(point => point.Inputs["w"]) with
        {
            Given = Examples.Objective((point, v) => 3 + v.Entries.Zip(Examples.TensorOf(point, "w").Entries, (left, right) => Math.Pow(left - right, 2)).Sum()),
        };
        Question question = OneInput with { Definition = new MinimiserDefinition("Objective", "v"), Tolerance = new Tolerance { Decimals = 2 } };
        QuestionPlan plan = SamplePlanner.Plan(question, key, "seed");
        Assert.Equal(Verdict.Correct, Grade(entry => Math.Round(entry, 2)));
        Assert.Equal(Verdict.Correct, Grade(entry => entry));
        Assert.Equal(Verdict.Imprecise, Grade(entry => Math.Truncate(entry * 100) / 100));
        Assert.Equal(Verdict.Wrong, Grade(entry => entry + 0.05));

        Verdict Grade(Func<double, double> map) =>
            Classroom.Grade(plan, point => new NumericValue(Examples.TensorOf(point, "w").Map(map))).Verdict;
    }

    [Fact]
    public void A_key_that_rounds_to_zero_everywhere_is_refused()
    {
        Question question = OneInput with { Tolerance = new Tolerance { Decimals = 2 } };
        QuestionKey tiny = Examples.Key(point => new NumericValue(Examples.TensorOf(point, "w").Map(entry => entry / 1000)));
        Assert.Contains(
            "a stub of zeros would earn the points",
            Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, tiny, "seed")).Message,
            StringComparison.Ordinal);
        Assert.Equal(12, SamplePlanner.Plan(question with { Tolerance = new Tolerance { Decimals = 5 } }, tiny, "seed").Points.Length);
    }

    private static QuestionGrade Grade(int decimals, Value exact, Value answer) => Classroom.Grade(
        Classroom.Plan(Examples.Question("6") with { Tolerance = new Tolerance { Decimals = decimals } }, exact), _ => answer);
}
