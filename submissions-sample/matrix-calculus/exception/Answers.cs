using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    public static double DerivativeOfV(double a, double u)
    {
        var exp = Math.Exp(a * u);
        return a * exp / (u * u * u) - 3 * exp / (u * u * u * u) - 6 * u + 2 * a;
    }

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

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        var r = (X * theta - Y).ToColumnMatrix();
        return (r.Transpose() * W * r)[0, 0] / 2.0;
    }

    public static double[] WeightedLossGradient(double[] theta, double[,] X, double[] Y, double[] w)
    {
        var gradient = new double[theta.Length];
        for (int i = 1; i <= Y.Length; i++)   // i = 1..n as on the sheet
        {
            double residual = -Y[i];
            for (int j = 0; j < theta.Length; j++) residual += theta[j] * X[i, j];
            for (int j = 0; j < theta.Length; j++) gradient[j] += w[i] * residual * X[i, j];
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
}
