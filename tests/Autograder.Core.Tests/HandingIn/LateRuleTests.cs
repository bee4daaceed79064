using Autograder.Core.HandingIn;

namespace Autograder.Core.Tests.HandingIn;

public sealed class LateRuleTests
{
    private static readonly DateTimeOffset Due = new(2026, 3, 1, 23, 59, 0, TimeSpan.FromHours(-8));
    private static readonly LateRule Rule = new(TimeSpan.FromMinutes(15), PercentPerDay: 10, MostPercent: 25, TimeSpan.FromDays(7));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(15)]
    public void In_time_or_within_the_grace_it_costs_nothing(int minutes) => Assert.Null(Rule.Of(Due, Due.AddMinutes(minutes)));

    [Theory]
    [InlineData(16, 1, 10)]
    [InlineData(24 * 60, 1, 10)]
    [InlineData((24 * 60) + 1, 2, 20)]
    [InlineData((48 * 60) + 1, 3, 25)]
    [InlineData(7 * 24 * 60, 7, 25)]
    public void Days_that_have_begun_cost_their_percentage_up_to_the_most(int minutes, int days, double percent)
    {
        LatePenalty penalty = Rule.Of(Due, Due.AddMinutes(minutes))!;

        Assert.Equal((days, percent, false), (penalty.Days, penalty.Percent, penalty.IsCutOff));
        Assert.Equal(20 * (100 - percent) / 100, penalty.Of(20), 12);
    }

    [Fact]
    public void After_the_cut_off_nothing_counts()
    {
        LatePenalty penalty = Rule.Of(Due, Due.AddDays(7).AddSeconds(1))!;

        Assert.True(penalty.IsCutOff);
        Assert.Equal(0, penalty.Of(20));
    }

    [Fact]
    public void The_offset_of_a_time_does_not_matter() =>
        Assert.Equal(Rule.Of(Due, Due.AddHours(30)), Rule.Of(Due, Due.AddHours(30).ToUniversalTime()));
}
