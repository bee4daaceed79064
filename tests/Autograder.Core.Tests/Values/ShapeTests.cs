using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Values;

public sealed class ShapeTests
{
    [Fact]
    public void Shapes_are_named_as_a_person_says_them()
    {
        Assert.Equal("a number", Shape.Scalar.ToString());
        Assert.Equal("a vector of 3", Shape.Vector(3).ToString());
        Assert.Equal("a matrix of 3 × 4", Shape.Matrix(3, 4).ToString());
        Assert.Equal("a tensor of 2 × 3 × 4", new Shape([2, 3, 4]).ToString());
    }

    [Fact]
    public void A_vector_is_no_matrix_of_one_column_and_a_number_is_no_vector_of_one()
    {
        Assert.NotEqual(Shape.Vector(3), Shape.Matrix(3, 1));
        Assert.NotEqual(Shape.Scalar, Shape.Vector(1));
        Assert.True(Shape.Matrix(2, 3) != Shape.Matrix(3, 2));
    }

    [Fact]
    public void Equal_shapes_have_equal_hash_codes() => Law.Holds(Draw.Shapes(), shape =>
    {
        var copy = new Shape([.. shape.Extents.ToArray()]);
        return copy == shape && copy.Equals((object)shape) && copy.GetHashCode() == shape.GetHashCode();
    });

    [Fact]
    public void The_count_is_the_product_of_the_extents()
    {
        Assert.Equal(1, Shape.Scalar.Count);
        Assert.Equal(0, Shape.Vector(0).Count);
        Assert.Equal(24, new Shape([2, 3, 4]).Count);
        Assert.Throws<OverflowException>(() => new Shape([1 << 16, 1 << 16]).Count);
    }
}
