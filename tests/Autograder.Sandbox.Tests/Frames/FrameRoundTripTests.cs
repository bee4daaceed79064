using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Tests.Frames;

public sealed class FrameRoundTripTests
{
    public static TheoryData<string, WireValue> Values => new()
    {
        { "a number", new WireNumbers([], [Math.PI]) },
        { "special numbers", new WireNumbers([5], [double.NaN, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue]) },
        { "an empty vector", new WireNumbers([0], []) },
        { "a matrix without columns", new WireNumbers([3, 0], []) },
        { "a tensor of rank 4", new WireNumbers([1, 2, 2, 1], [1, 2, 3, 4]) },
        { "an empty text", new WireText("") },
        { "a text", new WireText("∇f(x) = 0 \0 \u001b[31m 𝒘") },
        { "no texts", new WireTexts([]) },
        { "texts", new WireTexts(["a", "", "c"]) },
        { "an empty group", new WireGroup([]) },
        { "a group", new WireGroup([new WireNumbers([], [1]), new WireText("b"), new WireGroup([new WireNumbers([1], [2])])]) },
        { "a function", new WireFunction("Given.Waves", [new WireNumbers([1, 1], [1]), new WireFunction("Given.Id", [])]) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_out_as_it_went_in(string what, WireValue value)
    {
        byte[] frame = new FrameWriter(7).Write(value).ToArray();
        var reader = new FrameReader(frame);
        WireValue read = reader.ReadValue();
        reader.ExpectEnd();

        Assert.Equal(7, reader.Kind);
        Assert.IsType(value.GetType(), read);

        // Bytes rather than records, which compare arrays by reference.
        Assert.True(frame.AsSpan().SequenceEqual(new FrameWriter(7).Write(read).ToArray()), what);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_whole_number_comes_out_as_it_went_in(int number)
    {
        Assert.Equal(number, new FrameReader(new FrameWriter(1).Write(number).ToArray()).ReadInt32());
        Assert.Equal(number * 5L, new FrameReader(new FrameWriter(1).Write(number * 5L).ToArray()).ReadInt64());
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        Assert.Equal("a\ufffdb", new FrameReader(new FrameWriter(1).Write("a\ud83db").ToArray()).ReadString());
    }

    [Fact]
    public void Values_nest_as_deeply_as_tuples_of_tuples_do_and_no_deeper()
    {
        Assert.IsType<WireGroup>(new FrameReader(new FrameWriter(1).Write(Nested(8)).ToArray()).ReadValue());
        var tooDeep = new FrameReader(new FrameWriter(1).Write(Nested(9)).ToArray());
        Assert.Throws<FrameException>(() => tooDeep.ReadValue());
    }

    private static WireValue Nested(int depth) =>
        depth == 0 ? new WireNumbers([], [1]) : new WireGroup([Nested(depth - 1)]);
}
