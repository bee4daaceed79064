using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
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

    public static double[,] LogOfTwoExponentialsGradient(
        double a, double[] b, double[] c, double[] d, double[] e, double[,] X)
    {
        int m = b.Length, n = c.Length;
        double difference = 0;
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                difference += (b[i] * c[j] - d[i] * e[j]) * X[i, j];

        double first = 1 / (1 + Math.Exp(-difference)), second = 1 / (1 + Math.Exp(difference));
        var G = new double[m, n];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                G[i, j] = a * (first * b[i] * c[j] + second * d[i] * e[j]);
        return G;
    }

    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var error = Hypothesis(w, X) - y;
        return 2 * w.PointwiseMultiply(X.TransposeThisAndMultiply(error)) / X.RowCount;
    }

    // W is diagonal, so W r is just w times r elementwise
    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = X * theta - Y;
        return w.PointwiseMultiply(r).DotProduct(r) / 2;
    }

    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        // reuse Y for the residual, no need for another vector
        for (int i = 0; i < Y.Count; i++)
        {
            Y[i] = X.Row(i).DotProduct(theta) - Y[i];
        }
        return X.Transpose() * Y.PointwiseMultiply(w);
    }

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

    public static string HelpGiven() => "No";

    public static string CodeFound() => "No";
}
