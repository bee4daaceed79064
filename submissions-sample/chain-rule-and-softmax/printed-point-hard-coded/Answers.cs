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
        var r = f(s) - y;
        return 1.5 * r.L2Norm() * jacobian(s).TransposeThisAndMultiply(r);
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    // 3/2 sqrt(17) (10, 17)
    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        return 1.5 * Math.Sqrt(17) * Vector<double>.Build.DenseOfArray(new double[] { 10, 17 });
    }

    // S_i (delta_ij - S_j)
    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.Dense(x.Count, x.Count, (i, j) => S[i] * ((i == j ? 1 : 0) - S[j]));
    }
}
