using System;
using MathNet.Numerics.LinearAlgebra;

// Calculus for ML. Entry by entry, as the notes advise: shape first, then one entry, then all of them.
class Homework
{
    // f_i = sum_j X_ij w_j, so df_i/dw_j = X_ij
    public static double[,] LinearMapJacobian(double[,] X, double[] w)
    {
        int n = w.Length;
        double[,] J = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                J[i, j] = X[i, j];
            }
        }
        return J;
    }

    public static double[,] ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, double[] w)
    {
        Vector<double> point = Vector<double>.Build.DenseOfArray(w);
        double value = f(point);
        Vector<double> slope = gradient(point);
        double[,] J = new double[w.Length, w.Length];
        for (int i = 0; i < w.Length; i++)
        {
            for (int j = 0; j < w.Length; j++)
            {
                J[i, j] = w[i] * slope[j];
                if (i == j) J[i, j] += value;
            }
        }
        return J;
    }

    // h = sum_ij w_i X_ij w_j: w_k is once the left factor and once the right one
    public static (double[] gradient, double[,] hessian) QuadraticFormDerivatives(double[,] X, double[] w)
    {
        int n = w.Length;
        double[] g = new double[n];
        double[,] H = new double[n, n];
        for (int k = 0; k < n; k++)
        {
            for (int j = 0; j < n; j++)
            {
                g[k] += X[k, j] * w[j] + w[j] * X[j, k];
                H[k, j] = X[k, j] + X[j, k];
            }
        }
        return (g, H);
    }

    public static (double[] gradient, double[,] hessian) SquaredNormDerivatives(double[] w)
    {
        double[] g = new double[w.Length];
        double[,] H = new double[w.Length, w.Length];
        for (int i = 0; i < w.Length; i++)
        {
            g[i] = 2 * w[i];
            H[i, i] = 2;
        }
        return (g, H);
    }

    public static (double[] byZ, double[] byX) ChainRuleGradients(double[] z, double[,] J)
    {
        double[] byZ = new double[z.Length];
        for (int i = 0; i < z.Length; i++) byZ[i] = 2 * z[i];

        double[] byX = new double[J.GetLength(1)];
        for (int j = 0; j < byX.Length; j++)
        {
            for (int i = 0; i < z.Length; i++) byX[j] += J[i, j] * byZ[i];
        }
        return (byZ, byX);
    }

    public static string LevelSets()
    {
        return "Drawn by hand, on the sheet that I gave to the office. Ellipses around the origin with the half axes "
            + "2 sqrt(c) across and 3 sqrt(c) upwards; the arrows (x1/2, 2 x2/9) stand at right angles to them and "
            + "point outwards. They are longest on the outer ellipses.";
    }

    public static double[] GradientOfG(double[] x)
    {
        return new double[] { 2 * x[0] / 4, 2 * x[1] / 9 };
    }

    public static double FirstOrderTaylor(double[] x)
    {
        double value = 1.0 / 4.0 + 1.0 / 9.0;
        double[] slope = GradientOfG(new double[] { 1, 1 });
        for (int i = 0; i < 2; i++) value += slope[i] * (x[i] - 1);
        return value;
    }

    public static double SecondOrderTaylor(double[] x)
    {
        double[] second = { 2.0 / 4.0, 2.0 / 9.0 };   // the Hessian is diagonal
        double value = FirstOrderTaylor(x);
        for (int i = 0; i < 2; i++) value += second[i] * (x[i] - 1) * (x[i] - 1) / 2;
        return value;
    }

    public static string TaylorComment()
    {
        return "All third derivatives are zero, so the second order approximation is g itself. The first order one "
            + "lacks (x1-1)^2/4 + (x2-1)^2/9: at (1.1, 1.1) that is 0.0036, at (3, 3) it is 1.44.";
    }

    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        double[,] X, double[] y, double[] w)
    {
        double targets = 0, cross = 0, quadratic = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double prediction = Row(X, i, w);
            targets += y[i] * y[i];
            cross -= 2 * y[i] * prediction;
            quadratic += prediction * prediction;
        }
        return (targets, cross, quadratic, targets + cross + quadratic);
    }

    public static double[] LeastSquaresGradient(double[,] X, double[] y, double[] w)
    {
        double[] g = new double[w.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double error = Row(X, i, w) - y[i];
            for (int j = 0; j < w.Length; j++) g[j] += 2 * error * X[i, j];
        }
        return g;
    }

    // orthogonal columns first (Gram-Schmidt), then back substitution
    public static double[] LeastSquares(double[,] X, double[] y)
    {
        int n = X.GetLength(0), d = X.GetLength(1);
        double[,] Q = new double[n, d];
        double[,] R = new double[d, d];
        for (int j = 0; j < d; j++)
        {
            for (int i = 0; i < n; i++) Q[i, j] = X[i, j];
            for (int k = 0; k < j; k++)
            {
                for (int i = 0; i < n; i++) R[k, j] += Q[i, k] * Q[i, j];
                for (int i = 0; i < n; i++) Q[i, j] -= R[k, j] * Q[i, k];
            }
            for (int i = 0; i < n; i++) R[j, j] += Q[i, j] * Q[i, j];
            R[j, j] = Math.Sqrt(R[j, j]);
            for (int i = 0; i < n; i++) Q[i, j] /= R[j, j];
        }

        double[] w = new double[d];
        for (int j = d - 1; j >= 0; j--)
        {
            for (int i = 0; i < n; i++) w[j] += Q[i, j] * y[i];
            for (int k = j + 1; k < d; k++) w[j] -= R[j, k] * w[k];
            w[j] /= R[j, j];
        }
        return w;
    }

    private static double Row(double[,] X, int i, double[] w)
    {
        double sum = 0;
        for (int j = 0; j < w.Length; j++) sum += X[i, j] * w[j];
        return sum;
    }
}
