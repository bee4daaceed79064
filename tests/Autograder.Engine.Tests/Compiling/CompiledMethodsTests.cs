using Autograder.Core.Reports;
using Autograder.Engine.Compiling;
using Autograder.Engine.Tests.Execution;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Compiling;

/// <summary>Methods as the real compiler describes them, bound to a question.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class CompiledMethodsTests(Programs programs)
{
    private const string Usings = "using MathNet.Numerics.LinearAlgebra; ";
    private const string Vectors = "Vector<double> F(Vector<double> x)";
    private const string Numbers = "double F(double x)";
    private const string Parts = "(double loss, Vector<double> gradient) F(Func<Vector<double>, double> f)";

    [Theory]
    [InlineData(Vectors, "static class A { static Vector<double> F(Vector<double> x) => x; }")]
    [InlineData(Vectors, "class A { private Vector<double> F(Vector<double> x) => x; }")]
    [InlineData(Vectors, "struct A { internal Vector<double> F(Vector<double> x) => x; }")]
    [InlineData(Vectors, "class A { class B { protected static double[] F(IReadOnlyList<double> x) => [.. x]; } }")]
    [InlineData(Vectors, "class A { A() { } MathNet.Numerics.LinearAlgebra.Double.DenseVector F(double[] x) => x; }")]
    [InlineData(Vectors, "class A { IEnumerable<double> F(List<double> x) { yield return x[0]; } }")]
    [InlineData(Vectors, "interface I { Vector<double> F(Vector<double> x); } class A : I { public Vector<double> F(Vector<double> x) => x; }")]
    [InlineData(Vectors, "class A { public static Vector<double> F(Vector<double> x) => x; public static double F(double x) => x; static T F<T>(T x) => x; }")]
    [InlineData(Vectors, "#nullable enable\nclass A { static Vector<double>? F(Vector<double>? x) => x; }")]
    [InlineData(Numbers, "static class A { static float F(double x) => 1f; }")]
    [InlineData(Numbers, "static class A { static int F(double x) => 1; }")]
    [InlineData(Numbers, "static class A { static long F(double @class) => 1; }")]
    [InlineData(Parts, "static class A { static (double loss, double[] gradient) F(Func<double[], double> f) => default; }")]
    [InlineData(Parts, "static class A { static (double, Vector<double>) F(Func<Vector<double>, double> f) => default; }")]
    [InlineData(Parts, "static class A { static ValueTuple<double, double[]> F(System.Func<Vector<double>, double> f) => default; }")]
    [InlineData("Matrix<double> F(Matrix<double> X)", "static class A { static double[,] F(double[][] X) => null!; }")]
    public void A_method_answers_in_any_class_accessibility_and_equivalent_type(string signature, string source) =>
        Assert.NotNull(Bind(signature, source).Place);

    [Theory]
    [InlineData(Vectors, "static class A { static T F<T>(Vector<double> x) => default!; }", "wrong-signature")]
    [InlineData(Vectors, "class A<T> { Vector<double> F(Vector<double> x) => x; }", "wrong-signature")]
    [InlineData(Vectors, "class A(int n) { Vector<double> F(Vector<double> x) => n * x; }", "wrong-signature")]
    [InlineData(Vectors, "abstract class A { protected abstract Vector<double> F(Vector<double> x); }", "wrong-signature")]
    [InlineData(Vectors, "interface A { Vector<double> F(Vector<double> x); }", "wrong-signature")]
    [InlineData(Vectors, "class List { } class A { List F(List x) => x; }", "wrong-signature")]
    [InlineData(Vectors, "static class A { static Vector<float> F(Vector<float> x) => x; }", "wrong-signature")]
    [InlineData(Vectors, "static class A { static System.Numerics.Vector<double> F(double[] x) => default; }", "wrong-signature")]
    [InlineData(Vectors, "static class A { static Vector<double> F(in Vector<double> x) => x; }", "wrong-signature")]
    [InlineData(Vectors, "static class A { static System.Threading.Tasks.Task<Vector<double>> F(Vector<double> x) => null!; }", "wrong-signature")]
    [InlineData(Numbers, "static class A { static double F(float x) => x; }", "wrong-signature")]
    [InlineData(Numbers, "static class A { static decimal F(double x) => 0; }", "wrong-signature")]
    [InlineData(Numbers, "static class A { static double F(double x, double y = 1) => x; }", "wrong-signature")]
    [InlineData(Parts, "static class A { static (double gradient, double[] loss) F(Func<double[], double> f) => default; }", "wrong-signature")]
    [InlineData(Parts, "static class A { static (double[] gradient, double loss) F(Func<double[], double> f) => default; }", "wrong-signature")]
    [InlineData(Numbers, "static class A { static double F(double x) => x; } static class B { static double F(double x) => x; }", "ambiguous")]
    [InlineData(Numbers, "static class A { static double F(double x) => y; }", "does-not-compile")]
    [InlineData(Numbers, "static class A { static double G() { double F(double x) => x; return F(1); } }", "missing")]
    public void Any_other_method_says_why_it_does_not(string signature, string source, string id) =>
        Assert.Equal(id, Bind(signature, source).Feedback!.Id);

    [Fact]
    public void A_program_that_does_not_compile_at_all_says_so()
    {
        Binding binding = Assert.Single(MethodBinder.Bind(
            Signatures.Homework(Numbers), programs.Compiler.Compile(Programs.Given, Programs.Submission("class A { double F(double x) => x; } }"))));
        Assert.Equal((Verdict.CompilationError, "does-not-compile"), (binding.Verdict, binding.Feedback!.Id));
    }

    private Binding Bind(string signature, string source) => Assert.Single(MethodBinder.Bind(
        Signatures.Homework(signature),
        programs.Compile(source.StartsWith('#') ? source.Replace("class A", $"{Usings}\nclass A", StringComparison.Ordinal) : Usings + source)));
}
