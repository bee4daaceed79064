using Autograder.Sandbox.Frames;
using Autograder.Worker.Values;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Worker.Tests.Values;

/// <summary>Stands for a homework's given code.</summary>
public static class GivenFunctions
{
    public static Func<Vector<double>, Vector<double>> Scaled(double factor) => x => factor * x;

    public static Func<Vector<double>, Matrix<double>> Outer(Matrix<double> A) => x => A + x.OuterProduct(x);

    public static Func<Vector<double>, double, double> Weighted(Vector<double> w) => (x, t) => (w * x) + t;

    public static Func<double, double, double, double> OfThree() => (x, y, z) => x + y + z;

    public static Func<Vector<double>, double> Throwing() => _ => throw new InvalidOperationException("inside");

    public static Func<double, double> Nothing() => null!;
}

public sealed class ProgramFunctionsTests
{
    private static readonly ProgramFunctions Functions = new(typeof(GivenFunctions).Assembly);

    [Fact]
    public void A_delegate_of_the_declared_type_is_the_factorys_own()
    {
        var f = (Func<Vector<double>, Vector<double>>)Create("Scaled", typeof(Func<Vector<double>, Vector<double>>), new WireNumbers([], [2]));
        Assert.Equal([2, 4], f(Vector<double>.Build.Dense([1, 2])).ToArray());
    }

    [Fact]
    public void A_delegate_over_arrays_stands_for_one_over_vectors()
    {
        var f = (Func<double[], double[]>)Create("Scaled", typeof(Func<double[], double[]>), new WireNumbers([], [2]));
        double[] x = [1, 2];
        Assert.Equal([2, 4], f(x));
        Assert.Equal([1, 2], x);
    }

    [Fact]
    public void A_delegate_to_an_array_of_rows_stands_for_one_to_a_matrix()
    {
        var f = (Func<List<double>, double[][]>)Create("Outer", typeof(Func<List<double>, double[][]>), new WireNumbers([2, 2], [1, 0, 0, 1]));
        Assert.Equal([[2, 2], [2, 5]], f([1, 2]));
    }

    [Fact]
    public void A_delegate_of_two_arguments_is_converted_as_well()
    {
        var f = (Func<double[], double, double>)Create("Weighted", typeof(Func<double[], double, double>), new WireNumbers([2], [3, 4]));
        Assert.Equal(12, f([1, 2], 1));
    }

    [Fact]
    public void A_delegate_of_more_arguments_is_handed_over_but_not_converted()
    {
        Assert.IsType<Func<double, double, double, double>>(Create("OfThree", typeof(Func<double, double, double, double>)));
        Assert.Throws<NoValueException>(() => Create("OfThree", typeof(Func<double, double, double, int>)));
    }

    [Fact]
    public void What_the_delegate_throws_reaches_who_calls_it()
    {
        var f = (Func<double[], double>)Create("Throwing", typeof(Func<double[], double>));
        Exception thrown = Assert.ThrowsAny<Exception>(() => f([1]));
        Assert.Equal("inside", (thrown.InnerException ?? thrown).Message);
    }

    [Theory]
    [InlineData("Absent")]
    [InlineData("Nothing")]
    public void A_factory_that_makes_nothing_is_named(string factory)
    {
        Assert.Contains(factory, Assert.Throws<NoValueException>(() => Create(factory, typeof(Func<double, double>))).Message, StringComparison.Ordinal);
    }

    private static object Create(string factory, Type type, params WireValue[] arguments) =>
        Functions.Create(new WireFunction($"{typeof(GivenFunctions).FullName}.{factory}", arguments), type);
}
