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
        return 3 / 2 * r.L2Norm() * (jacobian(s).Transpose() * r);
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    // CQ1.2: written out, J = [s2 s1; 2 s1 2 s2; 1 0]
    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        var r = ExampleMap(s) - y;
        return 1.5 * r.L2Norm() * Vector<double>.Build.DenseOfArray(new[]
        {
            s[1] * r[0] + 2 * s[0] * r[1] + r[2],
            s[0] * r[0] + 2 * s[1] * r[1],
        });
    }

    // S_i (delta_ij - S_j)
    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.Dense(x.Count, x.Count, (i, j) => S[i] * ((i == j ? 1 : 0) - S[j]));
    }
}
