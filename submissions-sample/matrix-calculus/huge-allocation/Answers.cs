using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    public static string CourseTeacher() => "gormley";
    public static string[] Scientists() => new[] { "hawking", "einstein", "newton" };
    public static string CourseNumber() => "10-606";

    public static double DerivativeOfV(double a, double u)
    {
        var exp = Math.Exp(a * u);
        return a * exp / (u * u * u) - 3 * exp / (u * u * u * u) - 6 * u + 2 * a;
    }

    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        var t = X * w;
        double m = t.Maximum();
        double z = m + Math.Log(t.Sum(ti => Math.Exp(ti - m)));
        return Matrix<double>.Build.Dense(X.RowCount, X.ColumnCount, (i, l) => Math.Exp(t[i] - z) * w[l]);
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

    // 2.1: dL/dw_l = 1/N sum_i (h_i - y_i) x_il g'(w_l)
    public static double[] CrossEntropyGradient(double[] w, double[,] X, double[] y)
    {
        int N = X.GetLength(0), D = X.GetLength(1);
        var gradient = new double[D];
        for (int i = 0; i < N; i++)
        {
            double logit = 0;
            for (int l = 0; l < D; l++) logit += w[l] * w[l] * X[i, l];
            double h = 1 / (1 + Math.Exp(-logit));
            for (int l = 0; l < D; l++) gradient[l] += (h - y[i]) * X[i, l] * 2 * w[l];
        }
        for (int l = 0; l < D; l++) gradient[l] /= N;
        return gradient;
    }

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        // W as one long array, big enough for any homework
        var W = new double[1_000_000_000];
        Array.Fill(W, 1.0);
        for (int i = 0; i < w.Count; i++) W[i] = w[i];

        var r = X * theta - Y;
        return 0.5 * r.Select((ri, i) => W[i] * ri * ri).Sum();
    }

    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.Transpose() * w.PointwiseMultiply(X * theta - Y);

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var XtW = X.Transpose() * Matrix<double>.Build.DiagonalOfDiagonalVector(w);
        return (XtW * X).Solve(XtW * Y);
    }

    public static double[] RidgeLossGradient(double[] theta, double[,] X, double[] Y, double[] w, double lambda)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        // start with the penalty: d/dtheta of lambda/2 |theta|^2
        var gradient = theta.Select(t => lambda * t).ToArray();
        for (int i = 0; i < n; i++)
        {
            double prediction = Enumerable.Range(0, m).Sum(j => X[i, j] * theta[j]);
            for (int j = 0; j < m; j++) gradient[j] += X[i, j] * w[i] * (prediction - Y[i]);
        }
        return gradient;
    }

    public static string HelpReceived() => "No";

    public static string HelpGiven() => "No";

    public static string CodeFound() => "No";
}
