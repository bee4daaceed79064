using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Values;

public sealed class TensorTests
{
    [Fact]
    public void Entries_that_do_not_fill_the_shape_are_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Tensor.Matrix(2, 2, 1, 2, 3));
        Assert.Contains("a matrix of 2 × 2 has 4 entries, not 3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_magnitude_is_NaN_wherever_a_NaN_stands()
    {
        Assert.True(double.IsNaN(Tensor.Vector(double.NaN, 1, 2).LargestMagnitude));
        Assert.True(double.IsNaN(Tensor.Vector(1, double.NaN, 2).LargestMagnitude));
        Assert.True(double.IsNaN(Tensor.Vector(1, 2, double.NaN).LargestMagnitude));
    }

    [Fact]
    public void The_largest_magnitude_ignores_signs_and_is_zero_for_nothing()
    {
        Assert.Equal(3, Tensor.Vector(1, -3, 2).LargestMagnitude);
        Assert.Equal(double.PositiveInfinity, Tensor.Vector(1, double.NegativeInfinity).LargestMagnitude);
        Assert.Equal(0, Tensor.Vector().LargestMagnitude);
        Assert.Equal(double.Epsilon, Tensor.Vector(0, -double.Epsilon).LargestMagnitude);
    }

    [Fact]
    public void Only_finite_entries_make_a_finite_tensor()
    {
        Assert.True(Tensor.Vector(double.MaxValue, -double.Epsilon, -0.0).IsFinite);
        Assert.True(Tensor.Vector().IsFinite);
        Assert.False(Tensor.Vector(1, double.NaN).IsFinite);
        Assert.False(Tensor.Scalar(double.NegativeInfinity).IsFinite);
    }

    [Fact]
    public void Tensors_are_equal_by_shape_and_entries() => Law.Holds(Draw.Tensors(Draw.Finite), tensor =>
    {
        var copy = new Tensor(new Shape([.. tensor.Shape.Extents.ToArray()]), [.. tensor.Entries.ToArray()]);
        return copy == tensor && copy.GetHashCode() == tensor.GetHashCode() && copy != tensor.Map(entry => entry + 1e300 + entry);
    });

    [Fact]
    public void A_tensor_with_NaN_equals_its_copy() =>
        Assert.Equal(Tensor.Vector(1, double.NaN), Tensor.Vector(1, double.NaN));

    [Fact]
    public void Tensors_of_other_shapes_differ() => Assert.NotEqual(Tensor.Vector(1, 2), Tensor.Matrix(1, 2, 1, 2));
}
