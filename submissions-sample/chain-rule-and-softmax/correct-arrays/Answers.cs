using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

static class Homework
{
    public static double[] CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        double[] s,
        double[] y)
    {
        Vector<double> point = Vector<double>.Build.DenseOfArray(s);
        double[,] J = jacobian(point).ToArray();
        double[] r = f(point).Zip(y, (fi, yi) => fi - yi).ToArray();
        return Chain(J, r);
    }

    public static double[,] ExampleJacobian(double[] s) => new[,]
    {
        { s[1], s[0] },
        { 2 * s[0], 2 * s[1] },
        { 1, 0 },
    };

    public static double[] ExampleGradient(double[] s, double[] y)
    {
        double[] r = { s[0] * s[1] - y[0], s[0] * s[0] + s[1] * s[1] - y[1], s[0] - y[2] };
        double[,] J =
        {
            { s[1], s[0] },
            { 2 * s[0], 2 * s[1] },
            { 1, 0 },
        };
        return Chain(J, r);
    }

    public static double[,] SoftmaxJacobian(double[] x)
    {
        int k = x.Length;
        double max = x.Max();
        double sum = x.Sum(xi => Math.Exp(xi - max));
        double[] S = x.Select(xi => Math.Exp(xi - max) / sum).ToArray();

        double[,] J = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                J[i, j] = i == j ? S[i] * (1 - S[i]) : -S[i] * S[j];
            }
        }
        return J;
    }

    // 3/2 |r| J^T r
    private static double[] Chain(double[,] J, double[] r)
    {
        double norm = Math.Sqrt(r.Sum(ri => ri * ri));
        double[] g = new double[J.GetLength(1)];
        for (int j = 0; j < g.Length; j++)
        {
            for (int i = 0; i < r.Length; i++)
            {
                g[j] += 1.5 * norm * J[i, j] * r[i];
            }
        }
        return g;
    }
}
