using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

public sealed class MinimiserCheckTests
{
    private static readonly SamplePoint Nowhere = new(
        Label: null, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, Value>.Empty);

    /// <summary>Minimisers of a few entries of ordinary size, none of them 0.</summary>
    private static readonly Gen<double[]> Minimisers =
        from count in Gen.Choose(1, 4)
        from entries in Gen.Choose(300, 1500).SelectMany(thousandths => Gen.Elements(thousandths / 1000.0, -thousandths / 1000.0)).ArrayOf(count)
        select entries;

    [Fact]
    public void The_minimiser_of_a_bowl_is_stationary_whatever_its_units() => Law.Holds(
        from minimiser in Minimisers
        from unit in Draw.Magnitude(-30, 30)
        select (minimiser, unit),
        @case => IsStationary(at => @case.unit * (3 + SquaredDistance(at, @case.minimiser)), @case.minimiser));

    [Fact]
    public void What_is_not_the_minimiser_is_not_stationary() => Law.Holds(
        from minimiser in Minimisers
        from error in Draw.Magnitude(-12, 3)
        from sign in Gen.Elements(1.0, -1.0)
        select (minimiser, factor: 1 + (sign * error)),
        @case => !IsStationary(at => 3 + SquaredDistance(at, @case.minimiser), [.. @case.minimiser.Select(entry => @case.factor * entry)]));

    [Fact]
    public void A_stub_of_zeros_is_not_stationary() => Law.Holds(Minimisers, minimiser =>
        !IsStationary(at => SquaredDistance(at, minimiser), new double[minimiser.Length]));

    [Fact]
    public void A_maximum_and_a_saddle_are_stationary_and_yet_no_minimisers()
    {
        Assert.False(IsStationary(at => -SquaredDistance(at, [1, -1]), [1, -1]));
        Assert.False(IsStationary(at => SquaredDistance(at, [1, -1]) - (4 * Math.Pow(at.Entries[1] + 1, 2)), [1, -1]));
    }

    [Fact]
    public void Far_out_where_the_objective_has_become_flat_nothing_is_stationary()
    {
        // Else a huge number would be called a minimiser that the key does not know, and its author could not lose points.
        static double Well(Tensor at) => -Math.Exp(-SquaredDistance(at, [1, -1]));
        Assert.True(IsStationary(Well, [1, -1]));
        Assert.False(IsStationary(Well, [100, 100]));
        Assert.False(IsStationary(_ => 0, [1, 2]));
    }

    [Fact]
    public void Zero_is_stationary_where_it_is_the_minimiser() =>
        Assert.True(IsStationary(at => 3 + SquaredDistance(at, [0, 0]), [0, 0]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Where_the_objective_is_not_finite_nothing_is_stationary(double objective) =>
        Assert.False(IsStationary(_ => objective, [1, 2]));

    [Fact]
    public void An_answer_so_large_that_the_objective_overflows_is_not_stationary() =>
        Assert.False(IsStationary(at => SquaredDistance(at, [1, 2]), [1e200, 1e200]));

    [Fact]
    public void Where_the_objective_cannot_be_computed_nothing_is_stationary() =>
        Assert.False(IsStationary(_ => throw new KeyFailureException("no value"), [1, 2]));

    [Fact]
    public void A_saddle_far_out_and_high_up_is_no_minimum() =>
        Assert.False(IsStationary(at => 1000 + Math.Pow(at.Entries[0] - 100, 2) - Math.Pow(at.Entries[1] - 100, 2), [100, 100]));

    [Fact]
    public void A_key_is_held_to_more_than_a_student()
    {
        QuestionKey key = Examples.Key(answer: null) with { Given = Examples.Objective((_, at) => 3 + SquaredDistance(at, [1, -1])) };
        bool Is(double answer, double limit) => MinimiserCheck.IsStationary(key, new MinimiserDefinition("Objective", "v"), Nowhere, Tensor.Vector(answer, -answer), limit);
        Assert.True(Is(1, MinimiserCheck.KeyGradientLimit));
        Assert.False(Is(1.000001, MinimiserCheck.KeyGradientLimit));
        Assert.True(Is(1.000001, 1e-5));
    }

    [Fact]
    public void An_objective_that_is_flat_on_one_side_only_has_a_minimiser()
    {
        // What the gradient is compared with is the larger slope of the two sides.
        static double Slide(Tensor at) => at.Entries[0] <= 10 ? Math.Pow(at.Entries[0] - 10, 2) : 1 - Math.Exp(-Math.Pow(at.Entries[0] - 10, 2));
        Assert.True(IsStationary(Slide, [10]));
        Assert.False(IsStationary(Slide, [10.1]));
    }

    private static bool IsStationary(Func<Tensor, double> objective, double[] answer)
    {
        QuestionKey key = Examples.Key(answer: null) with { Given = Examples.Objective((_, at) => objective(at)) };
        return MinimiserCheck.IsStationary(key, new MinimiserDefinition("Objective", "v"), Nowhere, Tensor.Vector(answer));
    }

    private static double SquaredDistance(Tensor at, double[] from) =>
        at.Entries.Zip(from, (left, right) => Math.Pow(left - right, 2)).Sum();
}
