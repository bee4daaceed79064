using System;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    // d|r|^3 = 3 |r|^2 d|r|
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        var r = f(s) - y;
        return 3 * r.L2Norm() * jacobian(s).TransposeThisAndMultiply(r);
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], 2 * s[0], 1 }, { s[0], 2 * s[1], 0 } });

    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        var r = ExampleMap(s) - y;
        var J = Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 0, 0 } });
        return 1.5 * r.L2Norm() * (J.Transpose() * r);
    }

    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.Dense(x.Count, x.Count, (i, j) => i == j ? S[i] * (1 - S[i]) : S[i] * S[j]);
    }
}
