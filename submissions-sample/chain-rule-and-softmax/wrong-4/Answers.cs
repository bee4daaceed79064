using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    // grad of 1/2 |u|^3 is 3/2 |u| u, with u = f(s) - y
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        var u = f(s) - y;
        return 1.5 * u.L2Norm() * u;
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 0, 0 } });

    public static double[] ExampleGradient(double[] s, double[] y)
    {
        double[] r = { s[0] * s[1] - y[0], s[0] * s[0] + s[1] * s[1] - y[1], s[0] - y[2] };
        double cube = Math.Pow(r.Sum(ri => ri * ri), 1.5), norm = Math.Sqrt(r.Sum(ri => ri * ri));
        return new[]
        {
            1.5 * cube / norm / norm * (s[1] * r[0] + 2 * s[0] * r[1] + r[2]),
            1.5 * cube / norm / norm * (s[0] * r[0] + 2 * s[1] * r[1]),
        };
    }

    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.Dense(x.Count, x.Count, (i, j) => S[i] * ((i == j ? 1 : 0) - S[i]));
    }
}
