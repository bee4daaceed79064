using Autograder.Core.Assignments;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Tests.Specs;

public sealed class CSharpTypesTests
{
    [Theory]
    [InlineData("Vector<double>", "double[]")]
    [InlineData("Vector<double>", "MathNet.Numerics.LinearAlgebra.Vector<double>")]
    [InlineData("Vector<double>", "MathNet.Numerics.LinearAlgebra.Double.DenseVector")]
    [InlineData("Vector<double>", "System.Collections.Generic.List<double>")]
    [InlineData("Vector<double>", "System.Collections.Generic.IEnumerable<double>")]
    [InlineData("Vector<double>", "double[]?")]
    [InlineData("Matrix<double>", "double[,]")]
    [InlineData("Matrix<double>", "double[][]")]
    [InlineData("string[]", "System.Collections.Generic.IReadOnlyList<string>")]
    [InlineData("int", "long")]
    [InlineData("(Matrix<double> dW, Vector<double> db)", "(double[,] dW, double[] db)")]
    [InlineData("(Matrix<double> dW, Vector<double> db)", "(double[,], double[])")]
    [InlineData("Func<Vector<double>, Matrix<double>>", "System.Func<double[], double[,]>")]
    public void Equivalent_types_stand_for_each_other(string declared, string written)
    {
        Assert.True(CSharpTypes.IsParameterFor(CSharpTypes.Read(declared)!, written));
        Assert.True(CSharpTypes.IsResultFor(CSharpTypes.Read(declared)!, written));
    }

    [Theory]
    [InlineData("Vector<double>", "System.Numerics.Vector<double>")]
    [InlineData("Vector<double>", "Vector<float>")]
    [InlineData("Vector<double>", "double[,]")]
    [InlineData("Vector<double>", "double")]
    [InlineData("Vector<double>", "Mine.Vector<double>")]
    [InlineData("double", "decimal")]
    [InlineData("double", "System.Threading.Tasks.Task<double>")]
    [InlineData("(Matrix<double> dW, Vector<double> db)", "(double[,] db, double[] dW)")]
    [InlineData("(Vector<double> a, Vector<double> b)", "(double[] b, double[] a)")]
    [InlineData("Func<Vector<double>, Matrix<double>>", "System.Func<double[], double[]>")]
    [InlineData("double", "ref double")]
    public void Other_types_do_not(string declared, string written)
    {
        Assert.False(CSharpTypes.IsParameterFor(CSharpTypes.Read(declared)!, written));
        Assert.False(CSharpTypes.IsResultFor(CSharpTypes.Read(declared)!, written));
    }

    [Theory]
    [InlineData("float", true)]
    [InlineData("int", true)]
    [InlineData("long", true)]
    [InlineData("bool", false)]
    public void A_result_may_be_what_the_language_converts_and_a_parameter_may_not(string written, bool isResult)
    {
        AnswerType real = CSharpTypes.Read("double")!;

        Assert.Equal(isResult, CSharpTypes.IsResultFor(real, written));
        Assert.False(CSharpTypes.IsParameterFor(real, written));
    }
}
