using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

// 3.3 did not work in time, sorry
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

    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        var t = X * w;
        double m = t.Maximum();
        double z = m + Math.Log(t.Sum(ti => Math.Exp(ti - m)));
        return Matrix<double>.Build.Dense(X.RowCount, X.ColumnCount, (i, l) => Math.Exp(t[i] - z) * w[l]);
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

    public static string CrossEntropyDerivation() =>
        "h = s(t), t = g(w)'x, s' = s(1-s). dL/dt_i = (h_i - y_i)/N and dt_i/dw = 2 w o x_i. Multiply and sum.";

    public static Vector<double> CrossEntropyGradiant(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var error = Hypothesis(w, X) - y;
        return 2.0 / y.Count * w.PointwiseMultiply(X.Transpose() * error);
    }

    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = X * theta - Y;
        return 0.5 * (r * Matrix<double>.Build.DiagonalOfDiagonalVector(w) * r);
    }

    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var W = Matrix<double>.Build.DenseOfDiagonalVector(w);
        // expand first: theta' X'WX theta - 2 theta' X'WY + ..., A = X'WX is symmetric
        return X.Transpose() * W * X * theta - X.Transpose() * W * Y;
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
