using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Worker.Tests.Calls;

/// <summary>Stands for a student's program whose methods answer with functions.</summary>
internal static class Functions
{
    private static int _calls;

    /// <summary>v ↦ (a ↦ a + v, b ↦ Σb).</summary>
    internal static (Func<Vector<double>, Vector<double>> Inner, Func<Vector<double>, double> Outer) Split(Vector<double> v) => (a => a + v, Sum);

    internal static (Func<double[], double[]>, Func<List<double>, double>) SplitOverArrays(double[] v) =>
        (a => [.. a.Zip(v, (x, y) => x + y)], b => b.Sum());

    internal static (Func<Vector<double>, IEnumerable<double>>, Func<IEnumerable<double>, float>) SplitOverSequences(IEnumerable<double> v) =>
        (a => a.Zip(v, (x, y) => x + y), b => (float)b.Sum());

    internal static (double[] Value, Func<double, double> Next) BesideAValue(double[] v) => (v, x => v[0] += x);

    internal static Func<double[], double[]> Identity() => x => x;

    internal static Func<double[], double[]> Captured(double[] v) => x => v;

    internal static Func<double> OfNothing() => () => 7;

    internal static Func<double, double[], double> OfTwo() => (t, x) => t * x[0];

    internal static Func<double, (double Value, double[] Twice)> ToAGroup() => x => (x, [x, x]);

    internal static Func<double[], double> Static() => Total;

    internal static Func<double[], double> Several() => (Func<double[], double>)Delegate.Combine((Func<double[], double>)(x => x[0] = 5), (Func<double[], double>)Total);

    internal static Func<double, double> Throws() => x =>
        throw new InvalidOperationException("inside the function");

    internal static Func<double, IEnumerable<double>> ThrowsLater() => x => Enumerable.Range(0, 3).Select(i =>
        i < 2 ? x : throw new InvalidOperationException("at the end"));

    internal static Func<double, double[]> ToNull() => x => null!;

    internal static Func<double, double[]> NoFunction() => null!;

    internal static (double, Func<double, double>) NoFunctionInATuple() => (1, null!);

    internal static (double, double) NoFunctions() => (1, 2);

    internal static Func<double, IEnumerable<double>> Endless() => x => Repeat(x);

    internal static (Func<double, double[]>, Func<double, double[]>) LargeTogether() => (x => new double[200_000], x => new double[200_000]);

    internal static Func<double[], double> ChangesItsArgument() => x => x[0] = 3;

    internal static (Func<double[], double[]>, Func<double[], double>) ChangesTheOthersResult() => (x => [.. x], y => y[0] = 3);

    internal static Func<double, double> Counts() => x => x + _calls++;

    internal static Func<double, double> CountsInAVariableOfItsOwn()
    {
        int calls = 0;
        return x => x + calls++;
    }

    internal static (Func<double, double> First, Func<double, double> Second) CountsTheOthersCalls()
    {
        int calls = 0;
        return (x => x + (0 * calls++), x => x + calls);
    }

    internal static (Func<double, double> Inner, Func<double, double> Outer) HandsOverTheLast()
    {
        double kept = 0;
        return (x => 0 * (kept = x), z => kept);
    }

    internal static (Func<double, double> Inner, Func<double, double> Outer) HandsOverTheFirst()
    {
        double? kept = null;
        return (x => 0 * (kept ??= x), z => kept ?? z);
    }

    internal static Func<double, double> OnlyAboveOne() => x => x > 1 ? x : throw new InvalidOperationException("too small");

    private static double Sum(Vector<double> b) => b.Sum();

    private static double Total(double[] x) => x.Sum();

    private static IEnumerable<double> Repeat(double x)
    {
        while (true)
        {
            yield return x;
        }
    }
}
