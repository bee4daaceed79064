using Autograder.Core.Assignments;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Tests.Specs;

public sealed class CSharpTypesTests
{
    private static readonly AnswerType Real = new ScalarType(ScalarKind.Real);
    private static readonly AnswerType Vector = new TensorType(1);
    private static readonly AnswerType Matrix = new TensorType(2);

    [Theory]
    [InlineData("double", "double")]
    [InlineData("double?", "double")]
    [InlineData("int", "int")]
    [InlineData("long", "int")]
    [InlineData("bool", "bool")]
    [InlineData("string", "string")]
    [InlineData("string?", "string")]
    [InlineData("string[]", "string[]")]
    [InlineData("List<string>", "string[]")]
    [InlineData("System.Collections.Generic.IReadOnlyList<string>", "string[]")]
    [InlineData("double[]", "Vector<double>")]
    [InlineData("double[]?", "Vector<double>")]
    [InlineData("double [ ]", "Vector<double>")]
    [InlineData("Vector<double>", "Vector<double>")]
    [InlineData("Vector< double >", "Vector<double>")]
    [InlineData("MathNet.Numerics.LinearAlgebra.Vector<double>", "Vector<double>")]
    [InlineData("MathNet.Numerics.LinearAlgebra.Double.DenseVector", "Vector<double>")]
    [InlineData("List<double>", "Vector<double>")]
    [InlineData("IList<double>", "Vector<double>")]
    [InlineData("IReadOnlyList<double>", "Vector<double>")]
    [InlineData("ICollection<double>", "Vector<double>")]
    [InlineData("IReadOnlyCollection<double>", "Vector<double>")]
    [InlineData("IEnumerable<double>", "Vector<double>")]
    [InlineData("System.Collections.Generic.List<double>", "Vector<double>")]
    [InlineData("Matrix<double>", "Matrix<double>")]
    [InlineData("MathNet.Numerics.LinearAlgebra.Matrix<double>", "Matrix<double>")]
    [InlineData("MathNet.Numerics.LinearAlgebra.Double.DenseMatrix", "Matrix<double>")]
    [InlineData("double[,]", "Matrix<double>")]
    [InlineData("double[][]", "Matrix<double>")]
    [InlineData("double[,,]", "double[,,]")]
    [InlineData("double[,,,]", "double[,,,]")]
    [InlineData("(double loss, double[] gradient)", "(double loss, Vector<double> gradient)")]
    [InlineData("(double, Matrix<double>)", "(double, Matrix<double>)")]
    [InlineData("(double a, (int b, bool c) d)", "(double a, (int b, bool c) d)")]
    [InlineData("Func<double>", "Func<double>")]
    [InlineData("Func<double[], double>", "Func<Vector<double>, double>")]
    [InlineData("System.Func<Vector<double>, Matrix<double>>", "Func<Vector<double>, Matrix<double>>")]
    [InlineData("Func<double, Func<double, double>>", "Func<double, Func<double, double>>")]
    public void A_spelling_stands_for_a_mathematical_type(string written, string meant) =>
        Assert.Equal(meant, CSharpTypes.Read(written)?.ToString());

    [Theory]
    [InlineData("void")]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("float")]
    [InlineData("decimal")]
    [InlineData("char")]
    [InlineData("Double")]
    [InlineData("List")]
    [InlineData("IEnumerable")]
    [InlineData("System.Collections.Generic.List")]
    [InlineData("List<float>")]
    [InlineData("List<List<double>>")]
    [InlineData("Vector")]
    [InlineData("Vector<float>")]
    [InlineData("System.Numerics.Vector<double>")]
    [InlineData("Matrix<Complex>")]
    [InlineData("int[]")]
    [InlineData("float[]")]
    [InlineData("double?[]")]
    [InlineData("double[][][]")]
    [InlineData("double[,][]")]
    [InlineData("Func")]
    [InlineData("Func<>")]
    [InlineData("Func<object, double>")]
    [InlineData("My.Func<double, double>")]
    [InlineData("Action<double>")]
    [InlineData("(double a, object b)")]
    [InlineData("double*")]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("[")]
    [InlineData("List<")]
    [InlineData("\0")]
    public void Any_other_spelling_stands_for_none(string written) => Assert.Null(CSharpTypes.Read(written));

    [Theory]
    [InlineData("(int, ", "int", ")", 17)]
    [InlineData("(int, ", "int", ")", 100_000)]
    [InlineData("System.Func<double, ", "double", ">", 50_000)]
    [InlineData("", "double", "[]", 5000)]
    public void A_type_that_is_nested_without_end_stands_for_none(string before, string innermost, string after, int times) =>
        Assert.Null(CSharpTypes.Read(string.Concat(Enumerable.Repeat(before, times)) + innermost + string.Concat(Enumerable.Repeat(after, times))));

    [Theory]
    [InlineData("double", true)]
    [InlineData("float", true)]
    [InlineData("int", true)]
    [InlineData("long", true)]
    [InlineData("bool", false)]
    [InlineData("decimal", false)]
    [InlineData("string", false)]
    [InlineData("double[]", false)]
    [InlineData("void", false)]
    [InlineData("List", false)]
    public void A_number_may_be_returned_in_any_type_that_converts_to_double(string written, bool fits) =>
        Assert.Equal(fits, CSharpTypes.IsResultFor(Real, written));

    [Theory]
    [InlineData("double", true)]
    [InlineData("float", false)]
    [InlineData("int", false)]
    [InlineData("List", false)]
    public void A_parameter_takes_a_double_as_a_double(string written, bool fits) =>
        Assert.Equal(fits, CSharpTypes.IsParameterFor(Real, written));

    [Fact]
    public void A_whole_number_is_not_answered_by_a_double()
    {
        var whole = new ScalarType(ScalarKind.Integer);
        Assert.True(CSharpTypes.IsResultFor(whole, "long"));
        Assert.False(CSharpTypes.IsResultFor(whole, "double"));
        Assert.False(CSharpTypes.IsResultFor(whole, "float"));
    }

    [Fact]
    public void An_array_stands_for_a_vector_or_a_matrix_and_not_one_for_the_other()
    {
        Assert.True(CSharpTypes.IsParameterFor(Vector, "double[]"));
        Assert.True(CSharpTypes.IsResultFor(Matrix, "double[,]"));
        Assert.True(CSharpTypes.IsResultFor(Matrix, "double[][]"));
        Assert.False(CSharpTypes.IsResultFor(Matrix, "double[]"));
        Assert.False(CSharpTypes.IsParameterFor(Vector, "double[,]"));
    }

    [Theory]
    [InlineData("(double loss, double[] gradient)", true)]
    [InlineData("(double Loss, double[] Gradient)", true)]
    [InlineData("(double, double[])", true)]
    [InlineData("(double gradient, double[] loss)", false)]
    [InlineData("(double[] gradient, double loss)", false)]
    [InlineData("(double loss, double[] gradient, double more)", false)]
    [InlineData("double", false)]
    public void Parts_of_a_group_are_matched_by_name_and_place(string written, bool fits) =>
        Assert.Equal(fits, CSharpTypes.IsResultFor(CSharpTypes.Read("(double loss, Vector<double> gradient)")!, written));

    [Fact]
    public void Parts_without_names_are_answered_by_parts_of_any_name() =>
        Assert.True(CSharpTypes.IsResultFor(CSharpTypes.Read("(double, Vector<double>)")!, "(double loss, double[] gradient)"));

    [Theory]
    [InlineData("Vector<double>", "MathNet.Numerics.LinearAlgebra.Double.DenseVector")]
    [InlineData("Vector<double>", "System.Collections.Generic.IEnumerable<double>")]
    [InlineData("Vector<double>", "double[]?")]
    [InlineData("string[]", "System.Collections.Generic.IReadOnlyList<string>")]
    [InlineData("int", "long")]
    [InlineData("(Matrix<double> dW, Vector<double> db)", "(double[,] dW, double[] db)")]
    [InlineData("(Matrix<double> dW, Vector<double> db)", "(double[,], double[])")]
    [InlineData("Func<Vector<double>, Matrix<double>>", "System.Func<double[], double[,]>")]
    [InlineData("Func<double, (double loss, Vector<double> gradient)>", "System.Func<double, (double, double[])>")]
    [InlineData("(Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer)", "(System.Func<double[], System.Collections.Generic.List<double>>, System.Func<double[], double>)")]
    public void Equivalent_types_stand_for_each_other(string declared, string written)
    {
        Assert.True(CSharpTypes.IsParameterFor(CSharpTypes.Read(declared)!, written));
        Assert.True(CSharpTypes.IsResultFor(CSharpTypes.Read(declared)!, written));
    }

    [Theory]
    [InlineData("Vector<double>", "double")]
    [InlineData("Vector<double>", "Mine.Vector<double>")]
    [InlineData("double", "System.Threading.Tasks.Task<double>")]
    [InlineData("(Vector<double> a, Vector<double> b)", "(double[] b, double[] a)")]
    [InlineData("Func<Vector<double>, Matrix<double>>", "System.Func<double[], double[]>")]
    [InlineData("Func<double, (double loss, double norm)>", "System.Func<double, (double norm, double loss)>")]
    [InlineData("Func<double, double>", "System.Func<double, double, double>")]
    [InlineData("Func<double, double>", "double")]
    [InlineData("double", "ref double")]
    public void Other_types_do_not(string declared, string written)
    {
        Assert.False(CSharpTypes.IsParameterFor(CSharpTypes.Read(declared)!, written));
        Assert.False(CSharpTypes.IsResultFor(CSharpTypes.Read(declared)!, written));
    }
}
