using System;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        var value = f(s);
        return 1.5 * value.L2Norm() * jacobian(s).TransposeThisAndMultiply(value);
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[0], s[1] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        var r = ExampleMap(s) - y;
        double norm = r.L2Norm();
        return norm * Vector<double>.Build.DenseOfArray(new[]
        {
            s[1] * r[0] + 2 * s[0] * r[1] + r[2],
            s[0] * r[0] + 2 * s[1] * r[1],
        });
    }

    public static Matrix<double> SoftmaxJacobian(Vector<double> x) =>
        Matrix<double>.Build.DenseOfDiagonalVector(Softmax(x));
}
