using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Solution
{
    public static string CourseTeacher() { return "gormley"; }

    public static string[] Scientists() { return new[] { "einstein", "newton", "hawking" }; }

    public static string CourseNumber() { return "10-606"; }

    public static double DerivativeOfV(double a, double u) =>
        Math.Exp(a * u) * (a * u - 3) / Math.Pow(u, 4) - 6 * u + 2 * a;

    // every row is w times the softmax weight of that row
    public static double[,] LogSumExpGradient(double[] w, double[,] X)
    {
        int N = X.GetLength(0), D = X.GetLength(1);
        var t = new double[N];
        for (int i = 0; i < N; i++)
            for (int l = 0; l < D; l++)
                t[i] += w[l] * X[i, l];

        double max = t.Max();
        double sum = t.Sum(ti => Math.Exp(ti - max));
        var result = new double[N, D];
        for (int i = 0; i < N; i++)
            for (int l = 0; l < D; l++)
                result[i, l] = Math.Exp(t[i] - max) / sum * w[l];
        return result;
    }

    public static double[,] LogOfTwoExponentialsGradient(
        double a, double[] b, double[] c, double[] d, double[] e, double[,] X)
    {
        int m = b.Length, n = c.Length;
        double difference = 0;
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                difference += (b[i] * c[j] - d[i] * e[j]) * X[i, j];

        double first = 1 / (1 + Math.Exp(-difference)), second = 1 / (1 + Math.Exp(difference));
        var G = new double[m, n];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                G[i, j] = a * (first * b[i] * c[j] + second * d[i] * e[j]);
        return G;
    }

    public static string CrossEntropyDerivation() =>
        "h = s(t), t = g(w)'x, s' = s(1-s). dL/dt_i = (h_i - y_i)/N and dt_i/dw = 2 w o x_i. Multiply and sum.";

    // same as logistic regression: X^T (h - y) / N
    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y) =>
        X.Transpose() * (Hypothesis(w, X) - y) / y.Count;

    public static string WeightedLossProof() =>
        "Let r = X theta - Y. Then r_i = theta'x_i - y_i and r'Wr = sum_i w_i r_i^2, as W is diagonal. Half is J.";

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = X * theta - Y;
        return 0.5 * (r * Matrix<double>.Build.DiagonalOfDiagonalVector(w) * r);
    }

    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        // expand first: theta' X'WX theta - 2 theta' X'WY + ..., A = X'WX is symmetric
        return X.Transpose() * W * X * theta - X.Transpose() * W * Y;
    }

    // ordinary least squares on the rows scaled by sqrt(w_i)
    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var root = w.PointwiseSqrt();
        var scaled = Matrix<double>.Build.Dense(X.RowCount, X.ColumnCount, (i, j) => root[i] * X[i, j]);
        return scaled.QR().Solve(root.PointwiseMultiply(Y));
    }

    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        X.TransposeThisAndMultiply(w.PointwiseMultiply(X * theta - Y)) + lambda * theta;

    public static string HelpReceived() => "No";

    public static string HelpGiven() => "No";

    public static string CodeFound() => "No";
}
