using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

namespace Student;

public static class Homework5
{
    public static string CourseTeacher() { return "gormley"; }

    public static string[] Scientists() { return new[] { "einstein", "newton", "hawking" }; }

    public static string CourseNumber() { return "10-606"; }

    // 1.1
    public static double DerivativeOfV(double a, double u)
    {
        // quotient rule; 5a - 10 is constant in u
        double top = Math.Exp(a * u), bottom = u * u * u;
        return (a * top * bottom - top * 3 * u * u) / (bottom * bottom) - 6 * u + 2 * a;
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
        // d(b'Xc)/dX = c b'
        return a * (p * c.OuterProduct(b) + (1 - p) * e.OuterProduct(d));
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
