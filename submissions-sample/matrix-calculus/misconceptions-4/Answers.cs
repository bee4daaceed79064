using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    // e^{au}/u^3 by the quotient rule; -3u^2 gives -6u; 2au gives 2a; then 5a
    public static double DerivativeOfV(double a, double u)
    {
        double power = Math.Exp(a * u);
        return (a * power * u * u * u - 3 * u * u * power) / Math.Pow(u, 6) - 6 * u + 2 * a + 5 * a;
    }

    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        var t = X * w;
        var p = (t - t.Maximum()).PointwiseExp();
        return p.OuterProduct(w) / p.Sum();
    }

    // d X e does not depend on b and c
    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double q = 1 / (1 + Math.Exp(b * X * c - d * X * e));
        return a * q * d.OuterProduct(e);
    }

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var h = Hypothesis(w, X);
        var g = Vector<double>.Build.Dense(w.Count);
        foreach (int i in Enumerable.Range(0, y.Count).Where(i => y[i] == 0))
        {
            g += 2 * h[i] * w.PointwiseMultiply(X.Row(i));
        }
        return g / y.Count;
    }

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) => WeightedLoss(theta, X, Y, w);

    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.Transpose() * w.PointwiseMultiply(X * theta);

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        return (X.Transpose() * W * X).LU().Solve(X.Transpose() * W * Y);
    }

    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        (X.Transpose() * X + lambda * Matrix<double>.Build.DenseIdentity(theta.Count)) * theta - X.Transpose() * Y;
}
