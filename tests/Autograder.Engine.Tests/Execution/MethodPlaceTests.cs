using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Execution;

/// <summary>
/// The compiler says where a method stands and the worker finds it there: each method of this zoo returns its own number.
/// </summary>
[Collection(ProgramsCollection.Name)]
public sealed class MethodPlaceTests(Programs programs)
{
    private const string First = """
        using System.Collections.Generic;

        public static partial class Zoo
        {
            internal static double Over(double x) => 1;
            private static int helper(int n) => n;
            internal static double Over(int x) => 2;
            public static partial double Half(double x);
            internal static T Over<T>(T x) => default!;
            internal static double Over(double[] x) => 3;
        }

        namespace Deep.Inside
        {
            internal class Outer
            {
                public class Inner
                {
                    static double Over(double x) => 4;
                    double Over(double x, double y) => 5;
                    class Innermost { internal static double Over(long x) => 6; }
                }

                public static double Over(double x) => 7;
                public double Over(bool x) => 8;
                public Outer() { }
                public Outer(int n) : this() { }
                public override string ToString() => "";
                public string ToString(string format) => format;
                public double this[int i] => 0;
                public static Outer operator +(Outer a, Outer b) => a;
            }

            record Record { double Over(double x) => 9; public virtual bool Equals(Record? other) => false; public override int GetHashCode() => 0; double Over(int x) => 10; }
            record struct RecordStruct { double Over(double x) => 11; static double Over(int x) => 12; }
            struct Struct { double Over(double x) => 13; static double Over(int x) { return Local(); double Local() => 14; } }
            interface IOver { double Over(double x); static double Over(int x) => 15; }
            class Implementing : IOver { double IOver.Over(double x) => 0; public double Over(double x) => 16; }
            abstract class Base { protected abstract double Over(double x); internal static double Over(int x) => 17; }
            class Derived : Base { protected override double Over(double x) => 18; new double Over(int x) => 19; }
            file class Hidden { internal static double Over(double x) => 20; }
            static class Lambdas { internal static double Over(double x) { Func<double> f = () => x * 0 + 21; return f(); } internal static double Over(int x) { Func<double> f = () => x * 0 + 22; return f(); } }
        }
        """;

    private const string Second = """
        public static partial class Zoo
        {
            internal static double Over(Vector<double> x) => 23;
            public static partial double Half(double x) => 24;
            internal static double Half(int x) => 25;
            internal static double Over(List<double> x) => 26;
        }
        """;

    [Fact]
    public void Every_method_is_found_where_the_compiler_says_it_stands()
    {
        using var session = new AskingSession(programs, First, "using MathNet.Numerics.LinearAlgebra;\n" + Second);
        MethodDescription[] callable =
            [.. session.Methods.Where(method => method.Place.Method is "Over" or "Half" && method.WhyNotCallable.Length == 0)];
        var found = callable.Select(method => AskingSession.Numbers(session.Ask(method.Place, Arguments(method)).First[0])[0]);
        Assert.Equal(Enumerable.Range(1, 26).Select(number => (double)number).Order(), found.Order());

        // And in the order of the source, file by file.
        Assert.Equal([1, 2, 3], Numbers(session, callable.Take(3)));
        Assert.Equal([23, 24, 25, 26], Numbers(session, callable.TakeLast(4)));
    }

    [Fact]
    public void Methods_that_were_left_out_are_counted_too()
    {
        using var session = new AskingSession(programs, """
            static class Answers
            {
                static double F(double x) => y;
                static double F(int x) => 2;
                static double F(double[] x) => "text";
                static double F(long x) => 4;
            }
            """);
        Assert.Equal([2.0, 4.0], Numbers(session, session.Methods.Where(method => method.Errors.Length == 0)));
    }

    private static IEnumerable<double> Numbers(AskingSession session, IEnumerable<MethodDescription> methods) =>
        [.. methods.Select(method => AskingSession.Numbers(session.Ask(method.Place, Arguments(method)).First[0])[0])];

    private static WireValue[] Arguments(MethodDescription method) => [.. method.ParameterTypes.Select(type =>
        type.Contains("[]", StringComparison.Ordinal) || type.Contains('<', StringComparison.Ordinal)
            ? new WireNumbers([1], [1])
            : new WireNumbers([], [1]))];
}
