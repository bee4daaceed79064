using System;

public class Homework7
{
    public static string Name() { return "C. Student"; }
    public static string StudentId() { return "1002"; }

    public static double[] SinePlusSquareGradient(double[] x) => new[] { Math.Sin(x[0]), 4 * x[1] };

    public static double[] CriticalPoint() => new double[] { 90, 0 };

    public static (double[] criticalPoint, double[] y, double[] gradient, string direction, string kind) NearbyGradient()
    {
        double[] y = { Math.PI / 2, 1 };
        return (new[] { Math.PI / 2, 0 }, y, new[] { Math.Cos(y[0]), 4 * y[1] }, "towards", "saddle");
    }

    public static string NearbyGradientConclusion() { return "It points up to the saddle."; }

    public static double[] LinearFormGradient(double[] x) => new double[2];

    public static string LinearFormCriticalPoints() { return "line"; }
    public static string LinearFormReason() { return "3 x1 - 2 x2 = 0 is a line."; }

    public static (int rows, int columns) SpaceToPlaneJacobianShape() => (2, 2);

    public static double[,] SpaceToPlaneJacobian(double[] x)
    {
        double e = Math.Exp(x[0]);
        return new double[,]
        {
            { 4 * x[0], Math.Sin(x[2]) * e },
            { 3, 0 },
            { 0, Math.Cos(x[2]) * e },
        };
    }

    public static double[,] LinearMapJacobian(double[,] A, double[] v)
    {
        var J = new double[A.GetLength(0), v.Length];
        for (int i = 0; i < A.GetLength(0); i++)
            for (int j = 0; j < v.Length; j++)
                J[i, j] = A[i, j] * v[j];
        return J;
    }

    public static (int rows, int columns) LinearMapJacobianShape(double[,] A) => (A.GetLength(0), A.GetLength(0));

    public static double[,] TranslationJacobian(double[] v, double[] w)
    {
        var J = new double[v.Length, v.Length];
        for (int i = 0; i < v.Length; i++) J[i, i] = 2;
        return J;
    }

    public static double[,] QuadraticFormGradient(double[,] A, double[] v)
    {
        var G = new double[v.Length, v.Length];
        for (int i = 0; i < v.Length; i++) G[i, i] = v[i] * v[i];
        return G;
    }

    public static double SquaredLengthOfEntries(double[] a, double[] v)
    {
        int n = v.Length, m = a.Length / n;
        double g = 0;
        for (int i = 0; i < m; i++)
        {
            double dot = 0;
            for (int j = 0; j < n; j++) dot += a[(i - 1) * n + j] * v[j];
            g += dot * dot;
        }
        return g;
    }

    public static (Func<double[], double[]> inner, Func<double[], double> outer) Split(double[] v)
    {
        double[] Inner(double[] a)
        {
            int n = v.Length;
            var x = new double[n];
            for (int k = 0; k < a.Length; k++) x[k % n] += a[k] * v[k % n];
            return x;
        }

        double Outer(double[] x)
        {
            double s = 0;
            foreach (double xi in x) s += xi * xi;
            return s;
        }

        return (Inner, Outer);
    }

    public static double[,] InnerJacobian(double[] a, double[] v)
    {
        int n = v.Length, m = a.Length / n;
        var J = new double[m, a.Length];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                J[i, j * m + i] = v[j];
        return J;
    }

    public static double[] EntriesGradient(double[] a, double[] v)
    {
        int n = v.Length, m = a.Length / n;
        var g = new double[a.Length];
        for (int i = 0; i < m; i++)
        {
            double dot = 0;
            for (int j = 0; j < n; j++) dot += a[i * n + j] * v[j];
            for (int j = 0; j < n; j++) g[j * m + i] = 2 * dot * v[j];
        }
        return g;
    }

    public static double[,] SquaredLengthGradient(double[,] A, double[] v)
    {
        double vv = 0;
        foreach (double vj in v) vv += vj * vj;
        var G = new double[A.GetLength(0), v.Length];
        for (int i = 0; i < G.GetLength(0); i++)
            for (int j = 0; j < v.Length; j++)
                G[i, j] = 2 * A[i, j] * vv;
        return G;
    }

    public static string PartThreeDerivation() { return "|Av|^2 = v'A'Av, so by the power rule 2 A v'v."; }

    private static double[] Affine(double[,] M, double[] x, double[] t)
    {
        var s = (double[])t.Clone();
        for (int i = 0; i < s.Length; i++)
            for (int j = 0; j < x.Length; j++)
                s[i] += M[i, j] * x[j];
        return s;
    }

    private static double[] Relu(double[] h) => Array.ConvertAll(h, t => Math.Max(t, 0));

    public static (double[] hidden, double[] activation, double[] output, double loss) ForwardPass(
        double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        double[] h = Affine(V, x, b);
        double[] a = Relu(h);
        double[] o = Relu(Affine(W, a, c));
        double loss = 0;
        for (int i = 0; i < o.Length; i++) loss += Math.Pow(y[i] - o[i], 2);
        return (h, a, o, loss);
    }

    public static double[] OutputGradient(double[] output, double[] y)
    {
        var g = new double[y.Length];
        for (int i = 0; i < y.Length; i++) g[i] = output[i] - y[i];
        return g;
    }

    private static double[] Delta(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        double[] o = Affine(W, Relu(Affine(V, x, b)), c);
        for (int i = 0; i < o.Length; i++) o[i] = 2 * (o[i] - y[i]);
        return o;
    }

    private static double[,] Outer(double[] p, double[] q)
    {
        var M = new double[p.Length, q.Length];
        for (int i = 0; i < p.Length; i++)
            for (int j = 0; j < q.Length; j++)
                M[i, j] = p[i] * q[j];
        return M;
    }

    private static double[] Back(double[,] W, double[] g)
    {
        var back = new double[W.GetLength(1)];
        for (int j = 0; j < back.Length; j++)
            for (int i = 0; i < g.Length; i++)
                back[j] += W[i, j] * g[i];
        return back;
    }

    public static double[,] SecondWeightsGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y) =>
        Outer(Delta(V, b, W, c, x, y), Affine(V, x, b));

    public static double[] SecondBiasesGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        double sum = 0;
        foreach (double d in Delta(V, b, W, c, x, y)) sum += d;
        var g = new double[c.Length];
        Array.Fill(g, sum);
        return g;
    }

    public static double[] ActivationGradient(double[] activation, double[,] W, double[] c, double[] y)
    {
        double[] d = Affine(W, activation, c);
        for (int i = 0; i < d.Length; i++) d[i] = 2 * (d[i] - y[i]);
        double[] back = Back(W, d);
        for (int j = 0; j < back.Length; j++) back[j] *= 2;
        return back;
    }

    public static double[] HiddenGradient(double[] hidden, double[,] W, double[] c, double[] y)
    {
        double[] d = Affine(W, Relu(hidden), c);
        for (int i = 0; i < d.Length; i++) d[i] = 2 * (d[i] - y[i]);
        double[] back = Back(W, d);
        for (int j = 0; j < back.Length; j++)
            if (hidden[j] > 0) back[j] = 0;
        return back;
    }

    public static double[,] FirstWeightsGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y) =>
        Outer(Back(W, Delta(V, b, W, c, x, y)), x);

    public static double[] FirstBiasesGradient(double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y)
    {
        var g = new double[b.Length];
        Array.Fill(g, 1.0);
        return g;
    }

    public static string BackpropagationDerivation() { return "See the code."; }

    public static (double[,] V, double[] b, double[,] W, double[] c) Step(
        double[,] V, double[] b, double[,] W, double[] c, double[] x, double[] y, double rate)
    {
        double[] h = Affine(V, x, b), a = Relu(h), o = Affine(W, a, c);
        double[] d = OutputGradient(o, y), e = Back(W, d);
        V = (double[,])V.Clone(); b = (double[])b.Clone(); W = (double[,])W.Clone(); c = (double[])c.Clone();
        for (int i = 0; i < d.Length; i++)
        {
            for (int j = 0; j < a.Length; j++) W[i, j] -= rate * d[i] * a[j];
            c[i] -= rate * d[i];
        }
        for (int j = 0; j < h.Length; j++)
        {
            if (h[j] < 0) continue;
            for (int k = 0; k < x.Length; k++) V[j, k] -= rate * e[j] * x[k];
            b[j] -= rate * e[j];
        }
        return (V, b, W, c);
    }

    public static (double[,] V, double[] b, double[,] W, double[] c) Train(
        double[,] images, double[,] labels, double[,] V, double[] b, double[,] W, double[] c, double rate, int epochs)
    {
        W = (double[,])W.Clone();
        c = (double[])c.Clone();
        var x = new double[images.GetLength(1)];
        for (int step = 0; step < epochs * images.GetLength(0); step++)
        {
            int row = step % images.GetLength(0);
            for (int k = 0; k < x.Length; k++) x[k] = images[row, k];
            double[] a = Relu(Affine(V, x, b)), o = Affine(W, a, c);
            for (int i = 0; i < o.Length; i++)
            {
                double d = 2 * (o[i] - labels[row, i]);
                for (int j = 0; j < a.Length; j++) W[i, j] -= rate * d * a[j];
                c[i] -= rate * d;
            }
        }
        return (V, b, W, c);
    }

    public static string TrainingExperiments() { return "More than 50 % is hard to get."; }
    public static string OtherCode() { return "None."; }
}
