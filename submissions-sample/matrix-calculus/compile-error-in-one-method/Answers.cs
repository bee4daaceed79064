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
        return Math.Exp(a * u) * (a * u - 3) / u^4 - 6 * u + 2 * a;
    }

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

    // d(b'Xc)/dX = b c', same for d and e; the rest is the chain rule
    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double p = b.DotProduct(X * c), q = d.DotProduct(X * e), max = Math.Max(p, q);
        double ep = Math.Exp(p - max), eq = Math.Exp(q - max);
        var bc = b.ToColumnMatrix() * c.ToRowMatrix();
        var de = d.ToColumnMatrix() * e.ToRowMatrix();
        return (bc * ep + de * eq) * (a / (ep + eq));
    }

    public static string CrossEntropyDerivation() =>
        "h = s(t), t = g(w)'x, s' = s(1-s). dL/dt_i = (h_i - y_i)/N and dt_i/dw = 2 w o x_i. Multiply and sum.";

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var error = Hypothesis(w, X) - y;
        return 2 * w.PointwiseMultiply(X.TransposeThisAndMultiply(error)) / X.RowCount;
    }

    public static string WeightedLossProof() =>
        "Let r = X theta - Y. Then r_i = theta'x_i - y_i and r'Wr = sum_i w_i r_i^2, as W is diagonal. Half is J.";

    // W is diagonal, so W r is just w times r elementwise
    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = X * theta - Y;
        return w.PointwiseMultiply(r).DotProduct(r) / 2;
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
