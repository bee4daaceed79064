using Autograder.Cli.Display.Replays;
using Autograder.Core.Values;

namespace Autograder.Cli.Tests.Display.Replays;

public sealed class NumberBlockTests
{
    [Fact]
    public void A_number_has_all_its_digits() => Shows(Tensor.Scalar(Math.PI), 150, "", "3.141592653589793");

    [Fact]
    public void A_vector_is_a_column_with_the_points_below_each_other() =>
        Shows(Tensor.Vector(-1.25, 100, 0.001, double.NaN), 150, "", " -1.25 ", "100    ", "  0.001", "NaN    ");

    [Fact]
    public void A_matrix_stands_in_rows() => Shows(Tensor.Matrix(2, 2, 1, 2.5, -3, 4), 150, "", " 1  2.5", "-3  4  ");

    [Fact]
    public void An_n_way_array_has_the_first_indices_of_each_row() => Shows(
        new Tensor(new Shape([2, 1, 2, 2]), [1, 2, 3, 4, 5, 6, 7, 8]),
        150,
        "",
        "[0, 0, 0, ·]  1  2",
        "[0, 0, 1, ·]  3  4",
        "[1, 0, 0, ·]  5  6",
        "[1, 0, 1, ·]  7  8");

    [Fact]
    public void Numbers_that_do_not_fit_are_shortened_before_columns_are_left_out()
    {
        Shows(Tensor.Matrix(1, 3, 1.23456789, 2, 3), 13, "six digits of each number", "1.23457  2  3");
        Shows(Tensor.Matrix(1, 3, 1.23456789, 2.3456789, 3), 12, "six digits of each number; columns 2 to 3 left out", "1.23457");
    }

    [Fact]
    public void Of_very_many_numbers_the_first_are_shown()
    {
        NumberBlock block = NumberBlock.Of(new Tensor(Shape.Matrix(1000, 1000), [.. Enumerable.Range(0, 1_000_000).Select(entry => (double)entry)]), 20, []);
        Assert.Equal(24, block.Lines.Length);
        Assert.Equal("six digits of each number; columns 4 to 1000 left out; rows 25 to 1000 left out", block.Omitted);
    }

    [Fact]
    public void Nothing_is_nothing() => Shows(new Tensor(Shape.Matrix(0, 0), []), 150, "");

    [Fact]
    public void Marks_stand_before_their_numbers()
    {
        NumberBlock block = NumberBlock.Of(Tensor.Vector(-1.5, 2, 30), 150, ['*', ' ', '~']);
        Assert.Equal(["*-1.5", "  2  ", "~30  "], block.Lines.ToArray());
    }

    private static void Shows(Tensor tensor, int width, string omitted, params string[] lines)
    {
        NumberBlock block = NumberBlock.Of(tensor, width, []);
        Assert.Equal(lines, block.Lines.ToArray());
        Assert.Equal(omitted, block.Omitted);
    }
}
