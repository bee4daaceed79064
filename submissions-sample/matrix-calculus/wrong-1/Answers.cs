using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    public static string CourseTeacher() => "curie";

    public static string[] Scientists() => new[] { "hawking", "einstein", "newton", "unknown" };

    public static string CourseNumber() => "10606";

    // numerator and denominator each differentiated, then term by term
    public static double DerivativeOfV(double a, double u) =>
        a * Math.Exp(a * u) / (3 * u * u) - 6 * u + 2 * a;

    // the inner derivative of w^T x_i by x_i is w
    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X) =>
        Matrix<double>.Build.Dense(X.RowCount, X.ColumnCount, (i, j) => w[j]);

    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double p = 1 / (1 + Math.Exp(d * X * e - b * X * c));
        return p * b.OuterProduct(c) + (1 - p) * d.OuterProduct(e);
    }

    public static string CrossEntropyDerivation() => "Chain rule: sigma' = h (1 - h), which cancels; then the inner derivative.";

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var h = Hypothesis(w, X);
        return 2.0 / y.Count * w.PointwiseAbs().PointwiseMultiply(X.TransposeThisAndMultiply(h - y));
    }

    public static string WeightedLossProof() => "The product with W multiplies each row by its weight, and a row of W has one entry.";

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = (X * theta - Y).PointwiseMultiply(w);
        return r.DotProduct(r) / 2;
    }

    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.Transpose() * (X * theta - Y);

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.QR().Solve(Y);

    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        X.Transpose() * w.PointwiseMultiply(X * theta - Y) + 2 * lambda * theta;

    public static string HelpReceived() => "No";

    public static string HelpGiven() => "No";

    public static string CodeFound() => "No";
}
