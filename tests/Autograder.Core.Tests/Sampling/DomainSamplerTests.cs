using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Sampling;

public sealed class DomainSamplerTests
{
    private static readonly ImmutableDictionary<string, int> NoSizes = ImmutableDictionary<string, int>.Empty;

    [Fact]
    public void Signed_entries_lie_in_their_range_away_from_the_numbers_that_hide_mistakes() =>
        Law.HoldsForAnySeed(
            seed => Draw(seed, NumericKind.Signed, 0.02, 2.5, 6, 7).Entries.All(entry =>
                Math.Abs(entry) is >= 0.02 and <= 2.5
                && new[] { 0, 0.5, 1, 2 }.All(special => Math.Abs(Math.Abs(entry) - special) >= 0.03)),
            times: 100);

    [Fact]
    public void Positive_entries_are_positive() => Law.HoldsForAnySeed(
        seed => Draw(seed, NumericKind.Positive, 0.3, 1.5, 5).Entries.All(entry => entry is >= 0.3 and <= 1.5), times: 100);

    [Fact]
    public void No_two_entries_of_a_tensor_have_nearly_the_same_magnitude() => Law.HoldsForAnySeed(
        seed =>
        {
            double[] magnitudes = [.. Draw(seed, NumericKind.Signed, 0.3, 1.5, 8, 8).Entries.Select(Math.Abs).Order()];
            return magnitudes.Zip(magnitudes.Skip(1)).All(pair => pair.Second - pair.First >= 1.2 / 500 * 0.999);
        },
        times: 100);

    [Fact]
    public void A_signed_vector_of_two_or_more_has_both_signs() => Law.Holds(
        from seed in Support.Draw.Seeds
        from length in Gen.Choose(2, 6)
        select (seed, length),
        @case =>
        {
            ImmutableArray<double> entries = Draw(@case.seed, NumericKind.Signed, 0.3, 1.5, @case.length).Entries;
            return entries.Any(entry => entry > 0) && entries.Any(entry => entry < 0);
        });

    [Fact]
    public void A_signed_number_has_either_sign()
    {
        double[] drawn = [.. Enumerable.Range(0, 100).Select(index => Draw($"sign-{index}", NumericKind.Signed, 0.3, 1.5).Entries[0])];
        Assert.InRange(drawn.Count(entry => entry < 0), 30, 70);
    }

    [Fact]
    public void Labels_are_0_or_1_and_both_are_present() => Law.Holds(
        from seed in Support.Draw.Seeds
        from length in Gen.Choose(2, 6)
        select (seed, length),
        @case =>
        {
            ImmutableArray<double> entries = Draw(@case.seed, NumericKind.Binary, 0.3, 1.5, @case.length).Entries;
            return entries.Contains(0) && entries.Contains(1) && entries.All(entry => entry is 0 or 1);
        });

    [Fact]
    public void Whole_numbers_lie_between_their_bounds() => Law.HoldsForAnySeed(
        seed => Draw(seed, NumericKind.Integer, -2, 3, 20).Entries.All(entry => double.IsInteger(entry) && entry is >= -2 and <= 3),
        times: 100);

    [Fact]
    public void No_square_matrix_is_near_a_symmetric_one() => Law.Holds(
        from seed in Support.Draw.Seeds
        from size in Gen.Choose(2, 6)
        select (seed, size),
        @case =>
        {
            Tensor matrix = Draw(@case.seed, NumericKind.Signed, 0.3, 1.5, @case.size, @case.size);
            double Entry(int row, int column) => matrix.Entries[(row * @case.size) + column];
            var places = Enumerable.Range(0, @case.size).SelectMany(row => Enumerable.Range(0, @case.size).Select(column => (row, column))).ToList();
            double difference = places.Sum(place => Math.Pow(Entry(place.row, place.column) - Entry(place.column, place.row), 2));
            return Math.Sqrt(difference) >= 0.5 * Math.Sqrt(places.Sum(place => Math.Pow(Entry(place.row, place.column), 2)));
        });

    [Fact]
    public void A_tensor_has_the_extents_of_its_sizes_and_may_be_empty()
    {
        var domain = new NumericDomain("X", [new Extent("N", 0), new Extent(null, 3)], NumericKind.Signed, 0.3, 1.5);
        var sizes = NoSizes.Add("N", 4);
        Assert.Equal(Shape.Matrix(4, 3), DomainSampler.Draw(domain, sizes, new Xoshiro256("extents")).Shape);
        Assert.Equal(Shape.Vector(0), Draw("empty", NumericKind.Signed, 0.3, 1.5, 0).Shape);
    }

    [Fact]
    public void A_range_of_one_number_is_taken_at_its_word()
    {
        Assert.Equal(Tensor.Vector(2, 2, 2), Draw("narrow", NumericKind.Positive, 2, 2, 3));
        Assert.Equal(Tensor.Vector(0), Draw("narrow", NumericKind.Positive, 0, 0, 1));
    }

    [Fact]
    public void A_matrix_that_cannot_differ_from_its_transpose_is_refused_by_name()
    {
        NoUsablePointException exception =
            Assert.Throws<NoUsablePointException>(() => Draw("zeros", NumericKind.Signed, 0, 0, 2, 2));
        Assert.Contains("input 'X'", exception.Message, StringComparison.Ordinal);
    }

    private static Tensor Draw(string seed, NumericKind kind, double least, double most, params ImmutableArray<int> extents) =>
        DomainSampler.Draw(
            new NumericDomain("X", [.. extents.Select(extent => new Extent(null, extent))], kind, least, most),
            NoSizes,
            new Xoshiro256(seed));
}
