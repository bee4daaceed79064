using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    // outer derivative 3/2 n^2, inner derivative J: each output counts once
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        double n = (f(s) - y).L2Norm();
        var J = jacobian(s);
        return Vector<double>.Build.Dense(J.ColumnCount, j => 1.5 * n * n * J.Column(j).Sum());
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        var value = ExampleMap(s);
        var J = Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });
        return 1.5 * value.L2Norm() * (value * J);
    }

    public static double[,] SoftmaxJacobian(double[] x)
    {
        double top = x.Max(), sum = x.Sum(xi => Math.Exp(xi - top));
        double[] S = x.Select(xi => Math.Exp(xi - top) / sum).ToArray();
        var J = new double[x.Length, x.Length];
        for (int i = 0; i < x.Length; i++)
            for (int j = 0; j < x.Length; j++) J[i, j] = S[i] * S[j] - (i == j ? S[i] : 0);
        return J;
    }
}
