using Autograder.Core.HandingIn;

namespace Autograder.Core.Tests.HandingIn;

public sealed class AttemptRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AttemptRule TwoADay = new(2, TimeSpan.FromHours(24));

    [Theory]
    [InlineData]
    [InlineData(-1)]
    [InlineData(-25, -24, -1)]
    public void Below_the_limit_an_attempt_is_graded(params int[] hours) => Assert.Null(Next(hours));

    [Fact]
    public void At_the_limit_it_waits_until_the_oldest_of_those_that_count_is_over() => Assert.Equal(Noon.AddHours(14), Next(-10, -30, -3));

    /// <summary>The third of these was refused itself, so the one that is asked about is the second of its day.</summary>
    [Fact]
    public void What_was_refused_does_not_count() => Assert.Null(Next(-30, -26, -20, -2));

    [Fact]
    public void Graded_again_later_an_attempt_comes_to_the_same() => Assert.Null(Next(-1, 1, 2, 3));

    private static DateTimeOffset? Next(params int[] hours) => TwoADay.NextAfter(hours.Select(hour => Noon.AddHours(hour)), Noon);
}
