using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Compiling;

public sealed class MethodCatalogueTests
{
    [Fact]
    public void Methods_are_listed_in_the_order_of_the_source_with_full_types()
    {
        var submitted = Submitted.Of("""
            using MathNet.Numerics.LinearAlgebra;
            namespace Homework.One
            {
                class Outer
                {
                    static class Inner { static Matrix<double> F(Vector<double> x, double[,] A, IReadOnlyList<double> l) => null; }
                    (double a, Vector<double>? b) G(Func<Vector<double>, double> f, int? n, ref double r) => default;
                }
            }
            """);
        MethodDescription f = submitted.Method("F"), g = submitted.Method("G");
        Assert.Equal(new MethodPlace("Homework.One.Outer+Inner", "F", 0), f.Place);
        Assert.Equal("MathNet.Numerics.LinearAlgebra.Matrix<double>", f.ResultType);
        Assert.Equal(
            ["MathNet.Numerics.LinearAlgebra.Vector<double>", "double[,]", "System.Collections.Generic.IReadOnlyList<double>"], f.ParameterTypes);
        Assert.Equal(("Answers.cs", 6, 52, ""), (f.File, f.Line, f.Column, f.WhyNotCallable));
        Assert.Equal("(double a, MathNet.Numerics.LinearAlgebra.Vector<double> b)", g.ResultType);
        Assert.Equal(
            ["System.Func<MathNet.Numerics.LinearAlgebra.Vector<double>, double>", "int?", "ref double"], g.ParameterTypes);
    }

    [Theory]
    [InlineData("static class A { static double F<T>(T x) => 1; }", "it is generic")]
    [InlineData("class A<T> { static double F(T x) => 1; }", "it is generic")]
    [InlineData("class A<T> { class B { double F(T x) => 1; } }", "it is generic")]
    [InlineData("abstract class A { double F(double x) => 1; }", "A cannot be created")]
    [InlineData("abstract class A { protected abstract double F(double x); }", "A cannot be created")]
    [InlineData("interface A { double F(double x) => 1; }", "A cannot be created")]
    [InlineData("interface A { static abstract double F(double x); }", "it has no body")]
    [InlineData("class A(int n) { double F(double x) => n; }", "A has no constructor without parameters")]
    [InlineData("record A(int N) { double F(double x) => N; }", "A has no constructor without parameters")]
    [InlineData("ref struct A { double F(double x) => 1; }", "A cannot be created")]
    [InlineData("static class A { extension(double x) { public double F() => x; } }", "it is an extension")]
    [InlineData("static class A { extension(double) { public static double F(double x) => x; } }", "it is an extension")]
    [InlineData("class A { double F(double x) => 1; }", "")]
    [InlineData("class A { private A() { } double F(double x) => 1; }", "")]
    [InlineData("struct A { double F(double x) => 1; }", "")]
    [InlineData("struct A(int n) { double F(double x) => n; }", "")]
    [InlineData("record A { double F(double x) => 1; }", "")]
    [InlineData("static class A { static double F(this double x) => 1; }", "")]
    [InlineData("interface A { static double F(double x) => 1; }", "")]
    [InlineData("abstract class A { static double F(double x) => 1; }", "")]
    public void Why_a_method_cannot_be_called_is_said(string source, string reason)
    {
        var submitted = Submitted.Of(source);
        Assert.Empty(submitted.Errors);
        Assert.Equal(reason, submitted.Method("F").WhyNotCallable);
    }

    [Fact]
    public void A_partial_method_is_one_method()
    {
        var submitted = Submitted.Of(
            "static partial class A { internal static partial double F(double x); static double F(int n) => n; }",
            "static partial class A { internal static partial double F(double x) => x; internal static double G() => 1; }");
        Assert.Empty(submitted.Errors);
        Assert.Equal(3, submitted.Response.Methods.Length);
        Assert.Equal(["int", "double"], submitted.Response.Methods.Where(method => method.Place.Method == "F").Select(method => method.ParameterTypes[0]));
        Assert.Equal([1, 0], submitted.Response.Methods.Where(method => method.Place.Method == "F").Select(method => method.Place.Overload));
    }

    [Fact]
    public void A_partial_method_whose_body_is_broken_is_broken()
    {
        var submitted = Submitted.Of(
            "static partial class A { internal static partial double F(double x); }",
            "static partial class A { internal static partial double F(double x) => y; internal static double G() => 1; }");
        Assert.Equal(["More1.cs:1:72 CS0103"], submitted.Errors);
        Assert.Equal(["F"], submitted.Broken);
    }

    [Fact]
    public void Functions_inside_methods_and_accessors_are_no_methods()
    {
        var submitted = Submitted.Of("""
            class A
            {
                double P { get => 1; }
                static double F(double x) { return G(x); static double G(double y) => y; }
            }
            """);
        Assert.Equal(["F"], submitted.Whole);
    }
}
