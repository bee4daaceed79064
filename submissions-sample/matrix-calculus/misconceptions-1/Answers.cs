using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    // u^3 is in the denominator, only e^{au} has to be differentiated
    public static double DerivativeOfV(double a, double u)
    {
        double fraction = a * Math.Exp(a * u) / (u * u * u);
        return fraction - 6 * u + 2 * a;
    }

    // d ln(s) = ds / s, ds = exp(w'x_i)
    public static double[,] LogSumExpGradient(double[] w, double[,] X)
    {
        int N = X.GetLength(0), D = X.GetLength(1);
        var t = new double[N];
        for (int i = 0; i < N; i++)
            for (int l = 0; l < D; l++) t[i] += X[i, l] * w[l];
        double top = t.Max(), sum = t.Sum(ti => Math.Exp(ti - top));
        var g = new double[N, D];
        for (int i = 0; i < N; i++)
            for (int l = 0; l < D; l++) g[i, l] = Math.Exp(t[i] - top) / sum;
        return g;
    }

    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double s = b * X * c, t = d * X * e;
        double weight1 = 1 / (1 + Math.Exp(s - t)), weight2 = 1 / (1 + Math.Exp(t - s));
        return a * weight1 * b.OuterProduct(c) + a * weight2 * d.OuterProduct(e);
    }

    public static string CrossEntropyDerivation() => "(h - y) is the derivative by the logit, then times w^2 for g.";

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var delta = Hypothesis(w, X) - y;
        var g = w.PointwisePower(2);
        return (X.Transpose() * delta).PointwiseMultiply(g) / y.Count;
    }

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = Y - X * theta;
        return 0.5 * (r * Matrix<double>.Build.DenseOfDiagonalVector(w) * r);
    }

    // W X is the weighted data, and the residual is weighted as well
    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        return (W * X).Transpose() * (W * (X * theta - Y));
    }

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var S = Matrix<double>.Build.DenseOfDiagonalVector(w.PointwiseSqrt());
        return (X.Transpose() * S * X).Solve(X.Transpose() * (S * Y));
    }

    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda)
    {
        var data = X.Transpose() * w.PointwiseMultiply(X * theta - Y);
        return data + lambda * theta.Map(t => (double)Math.Sign(t));
    }
}
