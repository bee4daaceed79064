using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    public static double DerivativeOfV(double a, double u) =>
        (a * u - 3) * Math.Exp(a * u) / (u * u * u) - 6 * u + 2 * a;

    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        var t = X * w;
        var p = (t - t.Maximum()).PointwiseExp();
        return (p / p.Sum()).ToColumnMatrix() * w.ToRowMatrix() / X.RowCount;
    }

    // X is m x n, so the derivative is n x m
    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double share = 1 / (1 + Math.Exp(d * X * e - b * X * c));
        return -a * (share * c.OuterProduct(b) + (1 - share) * e.OuterProduct(d));
    }

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y) =>
        w.PointwiseMultiply(X.Transpose() * (Hypothesis(w, X) - y)) / y.Count;

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = X * theta - Y;
        return w.PointwiseMultiply(r) * r / (2 * Y.Count);
    }

    // mean over the data points
    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.Transpose() * w.PointwiseMultiply(X * theta - Y) / Y.Count;

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        return -(X.Transpose() * W * X).Solve(X.Transpose() * W * Y);
    }

    // the derivative of theta^2 / 2 is 1 for each entry
    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        X.Transpose() * w.PointwiseMultiply(X * theta - Y) + Vector<double>.Build.Dense(theta.Count, lambda);
}
