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

    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double p = 1 / (1 + Math.Exp(d * X * e - b * X * c));
        return a * p * b.OuterProduct(c) + a * (1 - p) * d.OuterProduct(e);
    }

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var h = (X * w.Map(v => v * v)).Map(t => 1 / (1 + Math.Exp(-t)));
        return Vector<double>.Build.Dense(w.Count, l => 2 * w[l] * X.Column(l).DotProduct(h - y) / y.Count);
    }

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        var r = X * theta - Y;
        return 1 / 2 * (r * W * r);
    }

    public static double[] WeightedLossGradient(double[] theta, double[,] X, double[] Y, double[] w)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        var gradient = new double[m];
        for (int i = 0; i < n; i++)
        {
            double residual = -Y[i];
            for (int j = 0; j < m; j++) residual += X[i, j] * theta[j];
            for (int j = 0; j < m; j++) gradient[j] += w[i] * residual * X[i, j];
        }
        return gradient;
    }

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        return (X.Transpose() * W * X).Inverse() * X.Transpose() * W * Y;
    }

    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        var I = Matrix<double>.Build.DenseIdentity(theta.Count);
        return (X.Transpose() * W * X + lambda * I) * theta - X.Transpose() * W * Y;
    }

    public static string HelpReceived() => "No";

    public static string HelpGiven() => "No";

    public static string CodeFound() => "No";
}
