using Autograder.Sandbox.Frames;
using Autograder.Worker.Values;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Worker.Tests.Values;

public sealed class InputCopiesTests
{
    /// <summary>A training set has more numbers than any answer may have.</summary>
    private const int Many = ClrValue.MaxEntries + 1;

    [Theory]
    [InlineData(typeof(double[]))]
    [InlineData(typeof(List<double>))]
    [InlineData(typeof(Vector<double>))]
    public void A_large_input_that_is_left_alone_is_the_same(Type type)
    {
        InputCopies inputs = Inputs();
        inputs.Make(0, type);
        Assert.Empty(inputs.Changed());
    }

    [Fact]
    public void A_large_input_whose_last_number_is_changed_is_not()
    {
        InputCopies inputs = Inputs();
        ((double[])inputs.Make(0, typeof(double[])))[^1] = 1;
        Assert.Equal([0], inputs.Changed());
    }

    [Fact]
    public void A_list_that_has_grown_is_not()
    {
        InputCopies inputs = Inputs();
        ((List<double>)inputs.Make(0, typeof(List<double>))).Add(0);
        Assert.Equal([0], inputs.Changed());
    }

    private static InputCopies Inputs() =>
        new([new WireNumbers([Many], new double[Many])], new ProgramFunctions(typeof(InputCopiesTests).Assembly));
}
