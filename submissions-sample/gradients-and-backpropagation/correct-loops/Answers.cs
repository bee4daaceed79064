using System;

/* HW7, Linus T. Arrays and loops, and I count from 0 everywhere. */
static class HW7
{
    public static string Name() { return "Linus T."; }

    public static string StudentId() { return "0042"; }

    // ---------- 1 ----------

    public static double[] SinePlusSquareGradient(double[] x)
    {
        return new double[] { Math.Cos(x[0]), 4 * x[1] };
    }

    public static double[] CriticalPoint()
    {
        return new double[] { 5 * Math.PI / 2, 0 };
    }

    public static (double[] criticalPoint, double[] y, double[] gradient, string direction, string kind) NearbyGradient()
    {
        // go sideways only: cos is negative to the right of 5 pi / 2, so the gradient leads back
        double[] y = { 5 * Math.PI / 2 + 1, 0 };
        return (CriticalPoint(), y, SinePlusSquareGradient(y), "Towards", "Saddle");
    }

    public static string NearbyGradientConclusion()
    {
        return "Towards: a maximum or a saddle. Along x2 alone the gradient (0, 4 x2) leads away, so it is a saddle.";
    }

    public static double[] LinearFormGradient(double[] x)
    {
        return new double[] { 3.0, -2.0 };
    }

    public static string LinearFormCriticalPoints() { return "none"; }

    public static string LinearFormReason() { return "grad g = v does not depend on x and v is not 0."; }

    // ---------- 2 ----------

    public static (int rows, int columns) SpaceToPlaneJacobianShape() { return (2, 3); }

    public static double[,] SpaceToPlaneJacobian(double[] x)
    {
        double e = Math.Exp(x[0]);
        return new double[,]
        {
            { 4 * x[0], 3, 0 },
            { Math.Sin(x[2]) * e, 0, Math.Cos(x[2]) * e },
        };
    }

    public static double[,] LinearMapJacobian(double[,] A, double[] v)
    {
        return (double[,])A.Clone();
    }

    public static (int rows, int columns) LinearMapJacobianShape(double[,] A)
    {
        return (A.GetLength(0), A.GetLength(1));
    }

    public static double[][] TranslationJacobian(double[] v, double[] w)
    {
        double[][] J = new double[v.Length][];
        for (int i = 0; i < v.Length; i++)
        {
            J[i] = new double[v.Length];
            J[i][i] = 1;
        }
        return J;
    }

    // ---------- 3 ----------

    public static double[,] QuadraticFormGradient(double[,] A, double[] v)
    {
        double[,] G = new double[v.Length, v.Length];
        for (int i = 0; i < v.Length; i++)
            for (int j = 0; j < v.Length; j++)
                G[i, j] = v[i] * v[j];
        return G;
    }

    public static double SquaredLengthOfEntries(double[] a, double[] v)
    {
        double g = 0;
        foreach (double t in Times(a, v)) g += t * t;
        return g;
    }

    public static (Func<double[], double[]> inner, Func<double[], double> outer) Split(double[] v)
    {
        double SumOfSquares(double[] x)
        {
            double s = 0;
            for (int i = 0; i < x.Length; i++) s += x[i] * x[i];
            return s;
        }
        return (a => Times(a, v), SumOfSquares);
    }

    public static double[,] InnerJacobian(double[] a, double[] v)
    {
        int n = v.Length, m = a.Length / n;
        double[,] J = new double[m, m * n];
        for (int k = 0; k < m * n; k++)
            J[k / n, k] = v[k % n];
        return J;
    }

    public static double[] EntriesGradient(double[] a, double[] v)
    {
        double[,] J = InnerJacobian(a, v);
        double[] Av = Times(a, v);
        double[] g = new double[a.Length];
        for (int k = 0; k < a.Length; k++)
            for (int i = 0; i < Av.Length; i++)
                g[k] += J[i, k] * 2 * Av[i];
        return g;
    }

    public static double[,] SquaredLengthGradient(double[,] A, double[] v)
    {
        int m = A.GetLength(0), n = A.GetLength(1);
        double[,] G = new double[m, n];
        for (int i = 0; i < m; i++)
        {
            double dot = 0;
            for (int l = 0; l < n; l++) dot += A[i, l] * v[l];
            for (int j = 0; j < n; j++) G[i, j] = 2 * dot * v[j];
        }
        return G;
    }

    public static string PartThreeDerivation()
    {
        return "dg/da_k = sum_i 2 (Av)_i J_ik, and only i = k / n has J_ik != 0. With k = i n + j: 2 (Av)_i v_j.";
    }

    private static double[] Times(double[] a, double[] v)
    {
        int n = v.Length;
        double[] t = new double[a.Length / n];
        for (int k = 0; k < a.Length; k++) t[k / n] += a[k] * v[k % n];
        return t;
    }

    // ---------- 4 ----------

    public static (double[] hidden, double[] activation, double[] output, double loss) ForwardPass(
        double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        double[] h = Affine(V, b, x);
        double[] r = Relu(h);
        double[] o = Affine(W, c, r);
        double loss = 0;
        for (int i = 0; i < o.Length; i++) loss += (y[i] - o[i]) * (y[i] - o[i]);
        return (h, r, o, loss);
    }

    public static double[] OutputGradient(double[] output, double[] y)
    {
        double[] g = new double[y.Length];
        for (int i = 0; i < y.Length; i++) g[i] = 2 * (output[i] - y[i]);
        return g;
    }

    public static double[,] SecondWeightsGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        var forward = ForwardPass(V, b, W, c, x, y);
        return Outer(OutputGradient(forward.output, y), forward.activation);
    }

    public static double[] SecondBiasesGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        return OutputGradient(ForwardPass(V, b, W, c, x, y).output, y);
    }

    public static double[] ActivationGradient(double[] activation, double[,] W, double[] c, double[] y)
    {
        double[] g = OutputGradient(Affine(W, c, activation), y);
        double[] back = new double[activation.Length];
        for (int j = 0; j < back.Length; j++)
            for (int i = 0; i < g.Length; i++)
                back[j] += W[i, j] * g[i];
        return back;
    }

    public static double[] HiddenGradient(double[] hidden, double[,] W, double[] c, double[] y)
    {
        double[] g = ActivationGradient(Relu(hidden), W, c, y);
        for (int j = 0; j < g.Length; j++)
            if (hidden[j] < 0) g[j] = 0;
        return g;
    }

    public static double[,] FirstWeightsGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        return Outer(FirstBiasesGradient(V, b, W, c, x, y), x);
    }

    public static double[] FirstBiasesGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        return HiddenGradient(Affine(V, b, x), W, c, y);
    }

    public static string BackpropagationDerivation()
    {
        return "dL/dy'_i = 2 (y'_i - y_i) = g_i. dL/dc_i = g_i, dL/dW_ij = g_i h'_j, dL/dh'_j = sum_i g_i W_ij, "
            + "dL/dh_j = dL/dh'_j if h_j > 0 and 0 if h_j < 0, dL/db_j = dL/dh_j, dL/dV_jk = dL/dh_j x_k.";
    }

    public static (double[,] V, double[] b, double[,] W, double[] c) Step(
        double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y, double rate)
    {
        var V2 = (double[,])V.Clone();
        var b2 = (double[])b.Clone();
        var W2 = (double[,])W.Clone();
        var c2 = (double[])c.Clone();
        Learn(V2, b2, W2, c2, x, y, rate);
        return (V2, b2, W2, c2);
    }

    public static (double[,] V, double[] b, double[,] W, double[] c) Train(
        double[,] images, double[,] labels, double[,] V, double[] b, double[,] W, double[] c, double rate, int epochs)
    {
        V = (double[,])V.Clone();
        b = (double[])b.Clone();
        W = (double[,])W.Clone();
        c = (double[])c.Clone();
        double[] x = new double[images.GetLength(1)];
        double[] y = new double[labels.GetLength(1)];
        for (int e = 0; e < epochs; e++)
        {
            for (int s = 0; s < images.GetLength(0); s++)
            {
                for (int k = 0; k < x.Length; k++) x[k] = images[s, k];
                for (int k = 0; k < y.Length; k++) y[k] = labels[s, k];
                Learn(V, b, W, c, x, y, rate);
            }
        }
        return (V, b, W, c);
    }

    public static string TrainingExperiments()
    {
        return "10 units: 0.80. 40: 0.96. 100: 0.97, 0.999 on its own pictures. rate 0.05 never learns anything.";
    }

    public static string OtherCode() { return "none"; }

    // overwrites the parameters; both gradients first
    private static void Learn(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y, double rate)
    {
        double[] h = Affine(V, b, x);
        double[] r = Relu(h);
        double[] g = OutputGradient(Affine(W, c, r), y);
        double[] gh = HiddenGradient(h, W, c, y);
        for (int i = 0; i < g.Length; i++)
        {
            for (int j = 0; j < r.Length; j++) W[i, j] -= rate * g[i] * r[j];
            c[i] -= rate * g[i];
        }
        for (int j = 0; j < gh.Length; j++)
        {
            if (gh[j] == 0) continue;
            for (int k = 0; k < x.Length; k++) V[j, k] -= rate * gh[j] * x[k];
            b[j] -= rate * gh[j];
        }
    }

    private static double[] Affine(double[,] M, double[] shift, double[] x)
    {
        double[] t = new double[shift.Length];
        for (int i = 0; i < t.Length; i++)
        {
            t[i] = shift[i];
            for (int j = 0; j < x.Length; j++) t[i] += M[i, j] * x[j];
        }
        return t;
    }

    private static double[] Relu(double[] h)
    {
        double[] r = new double[h.Length];
        for (int i = 0; i < h.Length; i++) r[i] = h[i] < 0 ? 0 : h[i];
        return r;
    }

    private static double[,] Outer(double[] p, double[] q)
    {
        double[,] M = new double[p.Length, q.Length];
        for (int i = 0; i < p.Length; i++)
            for (int j = 0; j < q.Length; j++)
                M[i, j] = p[i] * q[j];
        return M;
    }
}
