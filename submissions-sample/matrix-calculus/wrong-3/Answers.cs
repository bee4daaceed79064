using System;

public class Answers
{
    public static string CourseTeacher() { return "smith"; }

    public static string[] Scientists() { return new[] { "hawking", "einstein", "newton", "newton" }; }

    public static string CourseNumber() { return ""; }

    public static double DerivativeOfV(double a, double u)
    {
        return Math.Exp(a * u) * (a * u - 3) / Math.Pow(u, 4) - 6 * u;
    }

    public static double[,] LogSumExpGradient(double[] w, double[,] X)
    {
        int N = X.GetLength(0), D = X.GetLength(1);
        double[] t = new double[N];
        double max = double.NegativeInfinity, sum = 0;
        for (int i = 0; i < N; i++)
        {
            for (int l = 0; l < D; l++) t[i] += w[l] * X[i, l];
            max = Math.Max(max, t[i]);
        }
        for (int i = 0; i < N; i++) sum += Math.Exp(t[i] - max);

        double[,] g = new double[N, D];
        for (int i = 0; i < N; i++)
        {
            for (int l = 0; l < D; l++) g[i, l] = Math.Exp(t[i] - max) / sum * X[i, l];
        }
        return g;
    }

    public static double[,] LogOfTwoExponentialsGradient(
        double a, double[] b, double[] c, double[] d, double[] e, double[,] X)
    {
        double p = 0, q = 0;
        for (int i = 0; i < b.Length; i++)
        {
            for (int j = 0; j < c.Length; j++)
            {
                p += b[i] * X[i, j] * c[j];
                q += d[i] * X[i, j] * e[j];
            }
        }
        p = Math.Exp(p);
        q = Math.Exp(q);

        double[,] g = new double[b.Length, c.Length];
        for (int i = 0; i < b.Length; i++)
        {
            for (int j = 0; j < c.Length; j++)
            {
                g[i, j] = a * (p * b[i] * c[j] + q * d[i] * e[j]) / (p + q);
            }
        }
        return g;
    }

    public static string CrossEntropyDerivation() { return "dL/dw_l = mean of (h_i - y_i) 2 w_l x_il"; }

    public static double[] CrossEntropyGradient(double[] w, double[,] X, double[] y)
    {
        double[] g = new double[w.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double t = 0;
            for (int l = 0; l < w.Length; l++) t += w[l] * w[l] * X[i, l];
            double h = 1 / (1 + Math.Exp(-t));
            for (int l = 0; l < w.Length; l++) g[l] += (h - y[i]) * 2 * w[l] * X[i, l] / w.Length;
        }
        return g;
    }

    public static string WeightedLossProof() { return "r'r is the sum of the squares of r = X theta - Y."; }

    public static double WeightedLossInMatrixForm(double[] theta, double[,] X, double[] Y, double[] w)
    {
        double sum = 0;
        for (int i = 0; i < Y.Length; i++)
        {
            double r = Prediction(X, i, theta) - Y[i];
            sum += r * r;
        }
        return 0.5 * sum;
    }

    public static double[] WeightedLossGradient(double[] theta, double[,] X, double[] Y, double[] w)
    {
        double[] g = new double[theta.Length];
        for (int i = 0; i < Y.Length; i++)
        {
            double r = w[i] * Prediction(X, i, theta) - Y[i];
            for (int j = 0; j < g.Length; j++) g[j] += X[i, j] * r;
        }
        return g;
    }

    public static double[] WeightedLeastSquares(double[,] X, double[] Y, double[] w)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        double[,] A = new double[m, m + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                for (int k = 0; k < m; k++) A[j, k] += w[i] * X[i, j] * w[i] * X[i, k];
                A[j, m] += w[i] * X[i, j] * w[i] * Y[i];
            }
        }
        for (int col = 0; col < m; col++)
        {
            for (int row = 0; row < m; row++)
            {
                if (row == col) continue;
                double factor = A[row, col] / A[col, col];
                for (int k = col; k <= m; k++) A[row, k] -= factor * A[col, k];
            }
        }
        double[] theta = new double[m];
        for (int j = 0; j < m; j++) theta[j] = A[j, m] / A[j, j];
        return theta;
    }

    public static double[] RidgeLossGradient(double[] theta, double[,] X, double[] Y, double[] w, double lambda)
    {
        double[] g = new double[theta.Length];
        for (int i = 0; i < Y.Length; i++)
        {
            double r = w[i] * (Prediction(X, i, theta) - Y[i]);
            for (int j = 0; j < g.Length; j++) g[j] += X[i, j] * r;
        }
        // the first one is the intercept
        for (int j = 1; j < g.Length; j++) g[j] += lambda * theta[j];
        return g;
    }

    public static string HelpReceived() { return "My roommate read my derivation of 2.1."; }

    public static string HelpGiven() { return "no"; }

    public static string CodeFound() { return "no"; }

    static double Prediction(double[,] X, int i, double[] theta)
    {
        double sum = 0;
        for (int j = 0; j < theta.Length; j++) sum += X[i, j] * theta[j];
        return sum;
    }
}
