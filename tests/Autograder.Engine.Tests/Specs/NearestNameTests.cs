using Autograder.Engine.Specs;

namespace Autograder.Engine.Tests.Specs;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("pionts", "points")]
    [InlineData("Points", "points")]
    [InlineData("point", "points")]
    [InlineData("ponts", "points")]
    [InlineData("statment", "statement")]
    [InlineData("special_points", "special-points")]
    [InlineData("crossentropygradeint", "CrossEntropyGradient")]
    public void The_nearest_name_is_a_slip_away(string written, string meant) =>
        Assert.Equal(meant, NearestName.Of(written, ["points", "statement", "special-points", "CrossEntropyGradient", "title"]));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("tt")]
    [InlineData("weights")]
    [InlineData("pnts")]
    public void Nothing_is_suggested_for_a_name_that_is_near_to_none(string written) =>
        Assert.Null(NearestName.Of(written, ["points", "statement", "title"]));

    [Fact]
    public void Nothing_is_suggested_where_nothing_is_known() => Assert.Null(NearestName.Of("points", []));

    [Fact]
    public void Of_several_names_the_nearest_is_suggested_and_of_equally_near_ones_the_first_of_the_alphabet()
    {
        Assert.Equal("Softmax", NearestName.Of("Softmaxx", ["Softmax2D", "Softmax"]));
        Assert.Equal("LossA", NearestName.Of("LossX", ["LossB", "LossA"]));
    }

    [Fact]
    public void A_very_long_name_is_compared_all_the_same() =>
        Assert.Null(NearestName.Of(new string('a', 20_000), ["points"]));
}
