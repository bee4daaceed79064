using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Sampling;

/// <summary>
/// The expected numbers come from an implementation of its own in Python (hashlib.sha256, little-endian words, the
/// published recurrence), which itself gives the published 11520, 0, 1509978240, 1215971899390074240 for the state 1, 2, 3, 4.
/// </summary>
public sealed class Xoshiro256Tests
{
    [Theory]
    [InlineData("known answer", 0x0b57391164e2b40dUL, 0x22659100f6aa3d38UL, 0xcdc14b3eb1ecf556UL, 0xcea95a8f89893beeUL)]
    [InlineData("", 0x4c4f0429881d0c33UL, 0xbfbcea3502a8c4e6UL, 0x4b0a59d43dc6bdecUL, 0xd89f1befd0d0b73dUL)]
    [InlineData("2026/2.1/0", 0x61304beefac99ff4UL, 0x3706e82bd8eded09UL, 0x27e9703f1da6cd00UL, 0xced5b98b280d89c5UL)]
    [InlineData("größe", 0xe71fb11fd0b74cffUL, 0xfc85675bb0e677b8UL, 0x293a6367d9954228UL, 0x1baa5efe62d72bcfUL)]
    public void A_name_gives_the_published_sequence(string name, ulong first, ulong second, ulong third, ulong thousandth)
    {
        var random = new Xoshiro256(name);
        ulong[] numbers = [.. Enumerable.Range(0, 1000).Select(_ => random.NextUInt64())];
        Assert.Equal([first, second, third, thousandth], [numbers[0], numbers[1], numbers[2], numbers[999]]);
    }

    [Fact]
    public void Doubles_integers_and_booleans_are_made_of_the_upper_bits()
    {
        var doubles = new Xoshiro256("known answer");
        Assert.Equal(
            [0.044299666163065465, 0.13436228059314537, 0.8037306812347429],
            [doubles.NextDouble(), doubles.NextDouble(), doubles.NextDouble()]);

        var integers = new Xoshiro256("known answer");
        Assert.Equal([3, 3, 7, 6, 4, 5, 5, 5, 3, 5], Enumerable.Range(0, 10).Select(_ => integers.NextInt32(3, 7)));

        var booleans = new Xoshiro256("known answer");
        Assert.Equal(
            [false, false, true, true, false, false, true, false, false, true],
            Enumerable.Range(0, 10).Select(_ => booleans.NextBoolean()));
    }

    [Fact]
    public void Integers_reach_both_ends_and_nothing_beyond() => Law.Holds(
        from seed in Draw.Seeds
        from least in Gen.Choose(-50, 50)
        from count in Gen.Choose(1, 8)
        select (seed, least, count),
        @case =>
        {
            var random = new Xoshiro256(@case.seed);
            var drawn = Enumerable.Range(0, 400).Select(_ => random.NextInt32(@case.least, @case.least + @case.count - 1)).Distinct().Order();
            return drawn.SequenceEqual(Enumerable.Range(@case.least, @case.count));
        });

    [Theory]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(-2_000_000_000, 2_000_000_000)]
    [InlineData(0, int.MaxValue)]
    public void Integers_are_spread_over_the_widest_ranges(int least, int most)
    {
        var random = new Xoshiro256("wide");
        int[] drawn = [.. Enumerable.Range(0, 1000).Select(_ => random.NextInt32(least, most))];
        Assert.All(drawn, number => Assert.InRange(number, least, most));
        long middle = ((long)least + most) / 2;
        Assert.InRange(drawn.Count(number => number > middle), 400, 600);
    }

    [Fact]
    public void Doubles_lie_within_their_bounds_and_are_spread_evenly()
    {
        var random = new Xoshiro256("spread");
        double[] drawn = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble(0.3, 1.5))];
        Assert.All(drawn, number => Assert.InRange(number, 0.3, 1.5));
        Assert.InRange(drawn.Average(), 0.89, 0.91);
        Assert.Equal(2.5, random.NextDouble(2.5, 2.5));
    }
}
