using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    public static string CourseTeacher() => "";

    public static string[] Scientists() => new string[0];

    public static string CourseNumber() => "10 606";

    public static double DerivativeOfV(double a, double u) =>
        Math.Exp(a * u) * (3 - a * u) / Math.Pow(u, 4) - 6 * u + 2 * a;

    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        // column i is the gradient by x_i
        var t = X * w;
        var p = (t - t.Maximum()).PointwiseExp();
        return w.OuterProduct(p / p.Sum());
    }

    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        double p = 1 / (1 + Math.Exp(d * X * e - b * X * c));
        return a * p * b.OuterProduct(c);
    }

    public static string CrossEntropyDerivation() => "d/dw of -y log h is -y (1 - h) g'(w) x.";

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var h = Hypothesis(w, X);
        return -2.0 / y.Count * w.PointwiseMultiply(X.Transpose() * y.PointwiseMultiply(1 - h));
    }

    public static string WeightedLossProof() => "With S = sqrt(W): J = 1/2 |S r|^2.";

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var S = Matrix<double>.Build.DenseOfDiagonalVector(w.PointwiseSqrt());
        var r = X * theta - Y;
        return 0.5 * (r * S * r);
    }

    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X * w.PointwiseMultiply(X * theta - Y);

    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.Transpose() * Matrix<double>.Build.DenseOfDiagonalVector(w) * Y;

    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        X.Transpose() * w.PointwiseMultiply(X * theta - Y) + lambda * theta.PointwiseAbs();

    public static string HelpReceived() => "No.";

    public static string HelpGiven() => "No.";

    public static string CodeFound() => "No.";
}
