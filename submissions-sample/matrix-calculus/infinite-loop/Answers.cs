using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    public static string CourseTeacher() => "gormley";
    public static string[] Scientists() => new[] { "hawking", "einstein", "newton" };
    public static string CourseNumber() => "10-606";

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

    // 2.1: dL/dw_l = 1/N sum_i (h_i - y_i) x_il g'(w_l)
    public static double[] CrossEntropyGradient(double[] w, double[,] X, double[] y)
    {
        int N = X.GetLength(0), D = X.GetLength(1);
        var gradient = new double[D];
        for (int i = 0; i < N; i++)
        {
            double logit = 0;
            for (int l = 0; l < D; l++) logit += w[l] * w[l] * X[i, l];
            double h = 1 / (1 + Math.Exp(-logit));
            for (int l = 0; l < D; l++) gradient[l] += (h - y[i]) * X[i, l] * 2 * w[l];
        }
        for (int l = 0; l < D; l++) gradient[l] /= N;
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

    // no closed form needed, gradient descent gets there as well
    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var theta = Vector<double>.Build.Dense(X.ColumnCount);
        int step = 0;
        while (step < 10000)
        {
            var gradient = X.TransposeThisAndMultiply(w.PointwiseMultiply(X * theta - Y));
            theta -= 0.01 * gradient;
        }
        return theta;
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
