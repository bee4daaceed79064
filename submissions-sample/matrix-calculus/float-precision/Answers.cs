using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

// HW 5, matrix calculus
public static class Answers
{
    public static string CourseTeacher() { return "gormley"; }

    public static string[] Scientists() { return new[] { "einstein", "newton", "hawking" }; }

    public static string CourseNumber() { return "10-606"; }

    public static double DerivativeOfV(double a, double u) =>
        Math.Exp(a * u) * (a * u - 3) / Math.Pow(u, 4) - 6 * u + 2 * a;

    // every row is w times the softmax weight of that row
    public static double[,] LogSumExpGradient(double[] w, double[,] X)
    {
        int N = X.GetLength(0), D = X.GetLength(1);
        var t = new double[N];
        for (int i = 0; i < N; i++)
            for (int l = 0; l < D; l++)
                t[i] += w[l] * X[i, l];

        double max = t.Max();
        double sum = t.Sum(ti => Math.Exp(ti - max));
        var result = new double[N, D];
        for (int i = 0; i < N; i++)
            for (int l = 0; l < D; l++)
                result[i, l] = Math.Exp(t[i] - max) / sum * w[l];
        return result;
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
        var error = Hypothesis(w, X) - y;
        return 2 * w.PointwiseMultiply(X.TransposeThisAndMultiply(error)) / X.RowCount;
    }

    // floats are faster
    public static double WeightedLossInMatrixForm(double[] theta, double[,] X, double[] Y, double[] w)
    {
        float loss = 0;
        for (int i = 0; i < Y.Length; i++)
        {
            float r = -(float)Y[i];
            for (int j = 0; j < theta.Length; j++) r += (float)X[i, j] * (float)theta[j];
            loss += r * (float)w[i] * r;
        }
        return loss / 2;
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

    public static string HelpReceived() => "No";
}
