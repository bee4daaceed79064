using System;

// HW5 - plain arrays and loops everywhere, I want to see every index.
public static class Answers
{
    public static string CourseTeacher()
    {
        return "gormley";
    }

    public static string[] Scientists()
    {
        return new string[] { "hawking", "einstein", "newton" };
    }

    public static string CourseNumber()
    {
        return "10-606";
    }

    // ---------- 1 ----------

    public static double DerivativeOfV(double a, double u)
    {
        double e = Math.Exp(a * u);
        double u3 = u * u * u;
        // quotient rule: (top' * bottom - top * bottom') / bottom^2
        double quotient = (a * e * u3 - e * 3 * u * u) / (u3 * u3);
        return quotient - 6 * u + 2 * a;
    }

    public static double[][] LogSumExpGradient(double[] w, double[][] X)
    {
        int N = X.Length;
        double[] t = new double[N];
        double max = double.NegativeInfinity;
        for (int i = 0; i < N; i++)
        {
            t[i] = Dot(w, X[i]);
            if (t[i] > max) max = t[i];
        }

        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            t[i] = Math.Exp(t[i] - max);   // exp(900) is infinite, exp(900 - 900) is not
            sum += t[i];
        }

        double[][] dz = new double[N][];
        for (int i = 0; i < N; i++)
        {
            dz[i] = new double[w.Length];
            for (int l = 0; l < w.Length; l++)
            {
                dz[i][l] = t[i] / sum * w[l];
            }
        }
        return dz;
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

        // share of each exponential in the sum
        double max = Math.Max(p, q);
        double first = Math.Exp(p - max);
        double second = Math.Exp(q - max);
        double[,] g = new double[b.Length, c.Length];
        for (int i = 0; i < b.Length; i++)
        {
            for (int j = 0; j < c.Length; j++)
            {
                g[i, j] = a * (first * b[i] * c[j] + second * d[i] * e[j]) / (first + second);
            }
        }
        return g;
    }

    // ---------- 2 ----------

    public static string CrossEntropyDerivation()
    {
        return @"Let t_i = sum_l w_l^2 x_il. Then dt_i/dw_l = 2 w_l x_il and h = sigma(t) has dh/dt = h(1-h).
dL/dh_i = -1/N (y_i/h_i - (1-y_i)/(1-h_i)) = 1/N (h_i - y_i) / (h_i (1-h_i)).
Multiply the three: dL/dw_l = 1/N sum_i (h_i - y_i) 2 w_l x_il. D entries, like w.";
    }

    public static double[] CrossEntropyGradient(double[] w, double[,] X, double[] y)
    {
        int N = X.GetLength(0);
        int D = X.GetLength(1);
        double[] grad = new double[D];
        for (int i = 0; i < N; i++)
        {
            double t = 0;
            for (int l = 0; l < D; l++)
            {
                t += w[l] * w[l] * X[i, l];
            }
            double h = 1.0 / (1.0 + Math.Exp(-t));
            for (int l = 0; l < D; l++)
            {
                grad[l] += (h - y[i]) * 2 * w[l] * X[i, l] / N;
            }
        }
        return grad;
    }

    // ---------- 3 ----------

    public static string WeightedLossProof()
    {
        return "Row i of X theta is theta^T x_i, so r = X theta - Y has the entries theta^T x_i - y_i. "
            + "W is diagonal, so (W r)_i = w_i r_i and r^T (W r) = sum_i w_i r_i^2 = sum_i w_i (theta^T x_i - y_i)^2. "
            + "Halve both sides.";
    }

    public static double WeightedLossInMatrixForm(double[] theta, double[,] X, double[] Y, double[] w)
    {
        double[] r = Residual(theta, X, Y);
        int n = r.Length;
        double[,] W = new double[n, n];
        for (int i = 0; i < n; i++) W[i, i] = w[i];

        double[] Wr = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Wr[i] += W[i, j] * r[j];
            }
        }
        return Dot(r, Wr) / 2;
    }

    public static double[] WeightedLossGradient(double[] theta, double[,] X, double[] Y, double[] w)
    {
        double[] r = Residual(theta, X, Y);
        double[] g = new double[theta.Length];
        for (int j = 0; j < g.Length; j++)
        {
            for (int i = 0; i < r.Length; i++)
            {
                g[j] += X[i, j] * w[i] * r[i];
            }
        }
        return g;
    }

    // (X^T W X) theta = X^T W Y by Gaussian elimination with pivots
    public static double[] WeightedLeastSquares(double[,] X, double[] Y, double[] w)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        double[,] A = new double[m, m + 1];
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int k = 0; k < m; k++) A[j, k] += X[i, j] * w[i] * X[i, k];
                A[j, m] += X[i, j] * w[i] * Y[i];
            }
        }

        for (int col = 0; col < m; col++)
        {
            int pivot = col;
            for (int row = col + 1; row < m; row++)
            {
                if (Math.Abs(A[row, col]) > Math.Abs(A[pivot, col])) pivot = row;
            }
            for (int k = 0; k <= m; k++)
            {
                double swap = A[col, k];
                A[col, k] = A[pivot, k];
                A[pivot, k] = swap;
            }
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
        double[] g = WeightedLossGradient(theta, X, Y, w);
        for (int j = 0; j < g.Length; j++) g[j] += lambda * theta[j];
        return g;
    }

    // ---------- 4 ----------

    public static string HelpReceived() { return "No."; }

    public static string HelpGiven() { return "Yes: I explained to a classmate in recitation how shape checks work."; }

    public static string CodeFound() { return "No."; }

    // helpers

    private static double Dot(double[] p, double[] q)
    {
        double s = 0;
        for (int i = 0; i < p.Length; i++) s += p[i] * q[i];
        return s;
    }

    private static double[] Residual(double[] theta, double[,] X, double[] Y)
    {
        double[] r = new double[Y.Length];
        for (int i = 0; i < Y.Length; i++)
        {
            r[i] = -Y[i];
            for (int j = 0; j < theta.Length; j++) r[i] += X[i, j] * theta[j];
        }
        return r;
    }
}
