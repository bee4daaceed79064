using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Sampling;

public sealed class ConditioningTests
{
    private static readonly Question OneNumber = Examples.Question("1", Examples.Scalar("x"));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-2)]
    public void The_sensitivity_of_a_power_is_its_exponent_times_its_value(int exponent)
    {
        double[] sensitivities = Sensitivities(point => Examples.Number(Math.Pow(Examples.NumberOf(point, "x"), exponent)));
        Assert.Equal(Math.Abs(exponent) * Math.Pow(1.25, exponent), Assert.Single(sensitivities), 1e-5);
    }

    [Fact]
    public void A_constant_part_is_not_sensitive_and_every_part_counts_for_itself()
    {
        double[] sensitivities = Sensitivities(point => Examples.Group(("a", Examples.Number(7)), ("b", point.Inputs["x"])));
        Assert.Equal([0, 1.25], sensitivities.Select(sensitivity => Math.Round(sensitivity, 6)));
    }

    [Fact]
    public void A_part_whose_shape_changes_under_rounding_is_infinitely_sensitive()
    {
        double[] sensitivities = Sensitivities(point =>
            Examples.NumberOf(point, "x") > 1.25 ? Examples.Vector(1, 2) : Examples.Vector(1));
        Assert.Equal(double.PositiveInfinity, Assert.Single(sensitivities));
    }

    [Fact]
    public void A_part_that_becomes_NaN_under_rounding_has_no_sensitivity() =>
        Assert.True(double.IsNaN(Assert.Single(Sensitivities(point =>
            Examples.Number(Examples.NumberOf(point, "x") == 1.25 ? 1 : double.NaN)))));

    [Fact]
    public void The_limit_grows_with_the_sensitivity_per_scale()
    {
        double rounding = 4096 * Math.Pow(2, -53);
        Assert.Equal(rounding, Conditioning.RoundingLimit(0, 5));
        Assert.Equal(rounding * 11, Conditioning.RoundingLimit(50, 5));
        Assert.Equal(double.PositiveInfinity, Conditioning.RoundingLimit(1, double.Epsilon));
    }

    private static double[] Sensitivities(Func<SamplePoint, Value> answer)
    {
        QuestionKey key = Examples.Key(answer);
        SpecialPoint special = Examples.Special("at 1.25", ("x", Tensor.Scalar(1.25)));
        var random = new Xoshiro256("conditioning");
        SamplePoint point = PointSampler.DrawSpecial(OneNumber, special, key, random);
        return Conditioning.Sensitivities(OneNumber, key, point, answer(point), random);
    }
}
