using System.Reflection;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Worker.Tests.Calls;

#pragma warning disable CA1065, CA1802, CA1810, CA2201, CA2208, CA2211, MA0012, MA0015, MA0025 // Students write such things.

/// <summary>Stands for a student's program: this test assembly is what the methods are looked up in.</summary>
internal static class Answers
{
    private static int _calls;

    internal static double Twice(double x) => 2 * x;

    internal static double Over(double x) => x;

    internal static double Over(int x) => 10 * x;

    internal static double Over(double[] x) => 100 * x[0];

    internal static double Counting(double x) => x + _calls++;

    internal static Vector<double> ChangesVector(Vector<double> x)
    {
        x[0] += 1;
        return 2 * x;
    }

    internal static Vector<double> ReturnsArgument(double t, Vector<double> x) => x;

    internal static Vector<double> ReturnsCopy(double t, Vector<double> x) => x.Clone();

    internal static string ReturnsText(string text) => text;

    internal static double RowTakenOut(double[][] A)
    {
        A[0] = null!;
        return 1;
    }

    internal static double RowsCut(double[][] A)
    {
        A[1] = [1];
        return 1;
    }

    internal static double Filled(List<double> x)
    {
        x.AddRange(Enumerable.Repeat(1.0, 1 << 20));
        return 1;
    }

    internal static double Cleared(List<double> x)
    {
        x.Clear();
        return 1;
    }

    internal static double SignOfZero(double[] x)
    {
        x[0] = x[0] == 1 ? 1 : 2;
        return 1;
    }

    internal static IEnumerable<double> Lazily(double x)
    {
        yield return x;
        throw new InvalidOperationException("in the middle");
    }

    internal static double Throws(double x) => throw new InvalidOperationException("no");

    internal static double NotWritten(double x) => throw new NotImplementedException();

    internal static double NotWrittenFor(double x) => throw new NotImplementedException("x > 0 is missing");

    internal static double ThrowsInTask(double x) =>
        Task.Run(() => x > 0 ? throw new InvalidOperationException("in a task") : x).Result;

    internal static double ThrowsReflection(double x) =>
        throw new TargetInvocationException(new TypeInitializationException("A", new ArgumentException("deep inside")));

    internal static double ThrowsMemory(double x) => throw new OutOfMemoryException("none left");

    internal static double ThrowsLongMessage(double x) => throw new InvalidOperationException(new string('é', 1_000_000));

    internal static double ThrowsControls(double x) => throw new InvalidOperationException("\u001b[31m\0 red");

    internal static double ThrowsHostile(double x) => throw new HostileException();

    internal static double ThrowsNull(double x) => throw new SilentException();

    internal static double UsesBrokenType(double x) => BrokenType.Value + x;

    internal static double UsesUserOfBrokenType(double x) => UserOfBrokenType.Value + x;
}

internal sealed class Stateful
{
    private int _calls;

    private Stateful()
    {
    }

    internal double Count(double x) => x + _calls++;
}

internal struct Valued
{
    private double _sum;

    internal double Sum(double x) => _sum += x;
}

internal sealed class Unborn
{
    public Unborn() => throw new InvalidOperationException("not today");

    internal double Method(double x) => x;
}

internal static class BrokenType
{
    internal static double Value;

    static BrokenType() => throw new InvalidOperationException("broken type");
}

internal static class UserOfBrokenType
{
    internal static double Value;

    static UserOfBrokenType() => Value = BrokenType.Value;
}

internal sealed class HostileException : Exception
{
    public override string Message => throw new HostileException();
}

internal sealed class SilentException : Exception
{
    public override string Message => null!;
}
