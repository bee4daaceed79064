using System;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Homework5
{
    // (f/g)' = (f'g + fg') / g^2
    public static double DerivativeOfV(double a, double u)
    {
        double f = Math.Exp(a * u), g = Math.Pow(u, 3);
        double df = a * f, dg = 3 * u * u;
        return (df * g + f * dg) / (g * g) - 6 * u + 2 * a;
    }

    // each x_i is in one exponential only
    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        var gradient = X.Clone();
        for (int i = 0; i < X.RowCount; i++)
        {
            gradient.SetRow(i, Math.Exp(w * X.Row(i)) * w);
        }
        return gradient;
    }

    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double p = Math.Exp(b * X * c), q = Math.Exp(d * X * e);
        return a * p * b.OuterProduct(c) + a * q * d.OuterProduct(e);
    }

    public static string CrossEntropyDerivation() => "dL/dh = h - y, dh/dt = h (1 - h), dt/dw = 2 w x";

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        Vector<double> h = Hypothesis(w, X), gradient = 0 * w;
        for (int i = 0; i < y.Count; i++)
        {
            double byLogit = (h[i] - y[i]) * h[i] * (1 - h[i]);
            gradient += byLogit * 2 * w.PointwiseMultiply(X.Row(i)) / y.Count;
        }
        return gradient;
    }

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = X * theta - Y;
        return r.PointwiseMultiply(w) * r / 2;
    }

    // with S S = W: the gradient of 1/2 |S r|^2
    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var Sr = w.PointwiseSqrt().PointwiseMultiply(X * theta - Y);
        return X.Transpose() * Sr;
    }

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        (X.Transpose() * X).Inverse() * X.Transpose() * w.PointwiseMultiply(Y);

    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda)
    {
        var gradient = X.TransposeThisAndMultiply(w.PointwiseMultiply(X * theta - Y));
        return gradient + lambda / 2 * (theta * theta);
    }
}
