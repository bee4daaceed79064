using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    public static string CourseTeacher() => "gormley";
    public static string[] Scientists() => new[] { "hawking", "einstein", "newton" };
    public static string CourseNumber() => "10-606";

    public static double DerivativeOfV(double a, double u) =>
        Math.Exp(a * u) * (a * u - 3) / Math.Pow(u, 4) - 6 * u + 2 * a;

    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        var t = X * w;
        var p = (t - t.Maximum()).PointwiseExp();   // max trick against overflow
        return (p / p.Sum()).OuterProduct(w);
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

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var h = (X * w.Map(v => v * v)).Map(t => 1 / (1 + Math.Exp(-t)));
        return Vector<double>.Build.Dense(w.Count, l => 2 * w[l] * X.Column(l).DotProduct(h - y) / y.Count);
    }

    public static string WeightedLossProof() =>
        "Let r = X theta - Y. Then r_i = theta'x_i - y_i and r'Wr = sum_i w_i r_i^2, as W is diagonal. Half is J.";

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        var r = (X * theta - Y).ToColumnMatrix();
        return (r.Transpose() * W * r)[0, 0] / 2.0;
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

    // how steep J' is at theta
    public static double RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda)
    {
        var gradient = X.Transpose() * w.PointwiseMultiply(X * theta - Y) + lambda * theta;
        return gradient.L2Norm();
    }
}
