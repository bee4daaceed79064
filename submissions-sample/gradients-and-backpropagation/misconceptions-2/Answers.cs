using System;

public static class Hw7
{
    // the gradient has its columns one below the other
    public static double[] EntriesGradient(double[] a, double[] v)
    {
        int n = v.Length, m = a.Length / n;
        var g = new double[a.Length];
        for (int i = 0; i < m; i++)
        {
            double image = 0;
            for (int j = 0; j < n; j++) image += a[i * n + j] * v[j];
            for (int j = 0; j < n; j++) g[i + m * j] = 2 * v[j] * image;
        }
        return g;
    }

    // (A v)_i^2 is sum_j A_ij^2 v_j^2
    public static double[,] SquaredLengthGradient(double[,] A, double[] v)
    {
        var G = new double[A.GetLength(0), A.GetLength(1)];
        for (int i = 0; i < A.GetLength(0); i++)
            for (int j = 0; j < A.GetLength(1); j++)
                G[i, j] = 2 * A[i, j] * Math.Pow(v[j], 2);
        return G;
    }

    static double[] Times(double[,] M, double[] x)
    {
        var r = new double[M.GetLength(0)];
        for (int i = 0; i < r.Length; i++)
            for (int j = 0; j < x.Length; j++)
                r[i] += M[i, j] * x[j];
        return r;
    }

    public static (double[] hidden, double[] activation, double[] output, double loss) ForwardPass(
        double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        double[] h = Times(V, x);
        for (int i = 0; i < h.Length; i++) h[i] += b[i];
        double[] a = Array.ConvertAll(h, t => t < 0 ? 0 : t);
        double[] o = Times(W, a);
        double loss = 0;
        for (int i = 0; i < o.Length; i++) loss += (y[i] - o[i]) * (y[i] - o[i]);
        return (h, a, o, loss);
    }

    public static double[] HiddenGradient(double[] hidden, double[,] W, double[] c, double[] y)
    {
        double[] o = Times(W, Array.ConvertAll(hidden, t => t < 0 ? 0 : t));
        var g = new double[hidden.Length];
        for (int i = 0; i < hidden.Length; i++)
            for (int k = 0; k < o.Length; k++)
                g[i] += hidden[i] * W[k, i] * 2 * (o[k] + c[k] - y[k]);
        return g;
    }
}
