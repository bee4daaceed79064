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

    public static string CrossEntropyDerivation() =>
        "h = s(t), t = g(w)'x, s' = s(1-s). dL/dt_i = (h_i - y_i)/N and dt_i/dw = 2 w o x_i. Multiply and sum.";

    public static double[] CrossEntropyGradient(double[] w, double[,] X, double[] y)
    {
        var gradient = new double[w.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double logit = 0;
            for (int l = 0; l < w.Length; l++) logit += w[l] * w[l] * X[i, l];
            double error = 1 / (1 + Math.Exp(-logit)) - y[i];
            for (int l = 0; l < w.Length; l++) gradient[l] += 2 * w[l] * error * X[i, l];
        }
        return gradient;
    }

    // W is diagonal, so W r is just w times r elementwise
    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = X * theta - Y;
        return w.PointwiseMultiply(r).DotProduct(r) / 2;
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
}
