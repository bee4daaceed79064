using System.Collections;
using System.Runtime.CompilerServices;
using Autograder.Sandbox.Frames;
using Autograder.Worker.Values;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Autograder.Worker.Tests.Values;

public sealed class ClrValueTests
{
    private static readonly ProgramFunctions Functions = new(typeof(ClrValueTests).Assembly);

    [Theory]
    [InlineData(typeof(double), 3.0)]
    [InlineData(typeof(int), 3)]
    [InlineData(typeof(long), 3L)]
    [InlineData(typeof(bool), true)]
    [InlineData(typeof(double?), 3.0)]
    [InlineData(typeof(int?), 3)]
    [InlineData(typeof(long?), 3L)]
    [InlineData(typeof(bool?), true)]
    public void A_number_becomes_what_the_parameter_asks_for(Type type, object expected)
    {
        Assert.Equal(expected, ClrValue.From(new WireNumbers([], [3]), type, Functions));
    }

    [Theory]
    [InlineData(typeof(Vector<double>))]
    [InlineData(typeof(DenseVector))]
    [InlineData(typeof(double[]))]
    [InlineData(typeof(List<double>))]
    [InlineData(typeof(IList<double>))]
    [InlineData(typeof(ICollection<double>))]
    [InlineData(typeof(IReadOnlyList<double>))]
    [InlineData(typeof(IReadOnlyCollection<double>))]
    [InlineData(typeof(IEnumerable<double>))]
    public void A_vector_becomes_what_the_parameter_asks_for_and_comes_back(Type type)
    {
        var wire = new WireNumbers([3], [1, -2, 3]);
        object value = ClrValue.From(wire, type, Functions);
        Assert.True(type.IsInstanceOfType(value));
        AssertSame(wire, ClrValue.ToWire(value));
    }

    [Theory]
    [InlineData(typeof(Matrix<double>))]
    [InlineData(typeof(DenseMatrix))]
    [InlineData(typeof(double[,]))]
    [InlineData(typeof(double[][]))]
    public void A_matrix_becomes_what_the_parameter_asks_for_and_comes_back(Type type)
    {
        var wire = new WireNumbers([2, 3], [1, 2, 3, 4, 5, 6]);
        object value = ClrValue.From(wire, type, Functions);
        Assert.True(type.IsInstanceOfType(value));
        AssertSame(wire, ClrValue.ToWire(value));
    }

    [Theory]
    [InlineData(typeof(double[,,]), new[] { 2, 3, 2 })]
    [InlineData(typeof(double[,,,]), new[] { 2, 1, 3, 2 })]
    public void A_tensor_becomes_what_the_parameter_asks_for_and_comes_back(Type type, int[] extents)
    {
        var wire = new WireNumbers(extents, [.. Enumerable.Range(1, 12).Select(entry => (double)entry)]);
        object value = ClrValue.From(wire, type, Functions);
        Assert.True(type.IsInstanceOfType(value));
        AssertSame(wire, ClrValue.ToWire(value));
    }

    [Theory]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(IReadOnlyList<string>))]
    [InlineData(typeof(IEnumerable<string>))]
    public void Texts_become_what_the_parameter_asks_for_and_come_back(Type type)
    {
        var wire = new WireTexts(["a", "c"]);
        object value = ClrValue.From(wire, type, Functions);
        Assert.True(type.IsInstanceOfType(value));
        AssertSame(wire, ClrValue.ToWire(value));
    }

    [Fact]
    public void A_tuple_becomes_what_the_parameter_asks_for_and_comes_back()
    {
        var wire = new WireGroup([new WireNumbers([2, 1], [1, 2]), new WireNumbers([1], [3]), new WireText("x")]);
        object value = ClrValue.From(wire, typeof((double[,], Vector<double>, string)), Functions);
        Assert.IsType<(double[,], Vector<double>, string)>(value);
        AssertSame(wire, ClrValue.ToWire(value));
    }

    public static TheoryData<object, WireValue> Results => new()
    {
        { 2.5, new WireNumbers([], [2.5]) },
        { 2.5f, new WireNumbers([], [2.5]) },
        { 3, new WireNumbers([], [3]) },
        { 3L, new WireNumbers([], [3]) },
        { true, new WireNumbers([], [1]) },
        { double.NaN, new WireNumbers([], [double.NaN]) },
        { "text", new WireText("text") },
        { Array.Empty<double>(), new WireNumbers([0], []) },
        { Array.Empty<double[]>(), new WireNumbers([0, 0], []) },
        { new double[0, 3], new WireNumbers([0, 3], []) },
        { SparseVector.OfEnumerable([0, 1]), new WireNumbers([2], [0, 1]) },
        { SparseMatrix.OfRowArrays([0, 1], [2, 0]), new WireNumbers([2, 2], [0, 1, 2, 0]) },
        { DiagonalMatrix.CreateIdentity(2), new WireNumbers([2, 2], [1, 0, 0, 1]) },
        { DenseMatrix.OfRowArrays([1, 2, 3], [4, 5, 6]).Transpose(), new WireNumbers([3, 2], [1, 4, 2, 5, 3, 6]) },
        { new Queue<double>([1, 2]), new WireNumbers([2], [1, 2]) },
        { new SortedSet<double> { 2, 1 }, new WireNumbers([2], [1, 2]) },
        { Enumerable.Range(0, 3).Select(index => index / 2.0), new WireNumbers([3], [0, 0.5, 1]) },
        { new List<string?> { "a", null }, new WireTexts(["a", ""]) },
        { new List<double[]> { new double[] { 1, 2 }, new double[] { 3, 4 } }, new WireNumbers([2, 2], [1, 2, 3, 4]) },
        { (1.0, 2), new WireGroup([new WireNumbers([], [1]), new WireNumbers([], [2])]) },
        { Tuple.Create(1.0, "b"), new WireGroup([new WireNumbers([], [1]), new WireText("b")]) },
        { (1, 2, 3, 4, 5, 6, 7, 8, 9), new WireGroup([.. Enumerable.Range(1, 9).Select(number => new WireNumbers([], [number]))]) },
        { (1.0, (2.0, 3.0)), new WireGroup([new WireNumbers([], [1]), new WireGroup([new WireNumbers([], [2]), new WireNumbers([], [3])])]) },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_result_of_an_equivalent_type_is_the_same_value(object result, WireValue expected)
    {
        AssertSame(expected, ClrValue.ToWire(result));
    }

    public static TheoryData<object?, string> NoValues => new()
    {
        { null, "null was returned" },
        { new object(), "a Object was returned" },
        { 'c', "a Char was returned" },
        { new int[] { 1 }, "a Int32[] was returned" },
        { new float[] { 1 }, "a Single[] was returned" },
        { new Func<double>(() => 1), "a Func`1 was returned" },
        { Task.FromResult(1.0), "a Task`1 was returned" },
        { new double[][] { [1, 2], [3] }, "an array with rows of different lengths was returned" },
        { new double[]?[] { [1, 2], null }, "an array with a null row was returned" },
        { (1.0, (double[]?)null), "null was returned" },
    };

    [Theory]
    [MemberData(nameof(NoValues))]
    public void What_is_no_mathematical_value_is_named(object? result, string message)
    {
        Assert.Equal(message, Assert.Throws<NoValueException>(() => ClrValue.ToWire(result)).Message);
    }

    public static TheoryData<string, object> Oversized => new()
    {
        { "an endless sequence", Endless(1.0) },
        { "endless texts", Endless("") },
        { "endless long texts", Endless(new string('a', 1000)) },
        { "endless rows", Endless(new double[] { 1 }) },
        { "a vector", new double[ClrValue.MaxEntries + 1] },
        { "a sparse vector", new SparseVector(int.MaxValue) },
        { "a matrix", new double[1000, 1000] },
        { "rows", Enumerable.Repeat(new double[1000], 1000).ToArray() },
        { "a tensor", new double[100, 100, 100] },
        { "a text", new string('a', ClrValue.MaxCharacters + 1) },
        { "parts together", (new double[200_000], new double[200_000]) },
        { "texts together", (new string('a', 200_000), new string('a', 200_000)) },
        { "an endless tuple", new EndlessTuple() },
    };

    [Theory]
    [MemberData(nameof(Oversized))]
    public void What_is_too_large_to_be_an_answer_is_refused_before_it_fills_the_memory(string what, object result)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<TooLargeException>(() => ClrValue.ToWire(result));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 32 << 20, $"{what} took {allocated} bytes");
    }

    [Fact]
    public void The_largest_answer_passes()
    {
        Assert.IsType<WireNumbers>(ClrValue.ToWire(new double[ClrValue.MaxEntries]));
        Assert.IsType<WireText>(ClrValue.ToWire(new string('a', ClrValue.MaxCharacters)));
    }

    [Fact]
    public void A_result_is_copied()
    {
        double[] mine = [1, 2];
        var wire = (WireNumbers)ClrValue.ToWire(mine);
        mine[0] = 9;
        Assert.Equal([1, 2], wire.Entries);
    }

    private static IEnumerable<T> Endless<T>(T item)
    {
        while (true)
        {
            yield return item;
        }
    }

    private static void AssertSame(WireValue expected, WireValue actual) =>
        Assert.Equal(new FrameWriter(0).Write(expected).ToArray(), new FrameWriter(0).Write(actual).ToArray());

    private sealed class EndlessTuple : ITuple, IEnumerable
    {
        public int Length => int.MaxValue;

        public object? this[int index] => 1.0;

        public IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();
    }
}
