using System;
using System.Linq;

public static class Seven
{
    public static string Name() => "E. Student";

    public static string StudentId() => "1004";

    public static double[] SinePlusSquareGradient(double[] x) => new[] { 4 * x[1], Math.Cos(x[0]) };

    public static double[] CriticalPoint() => new[] { 1.57, 0 };

    public static (double[] criticalPoint, double[] y, double[] gradient, string direction, string kind) NearbyGradient()
    {
        double[] y = { -2, 0 };
        return (new[] { Math.PI / 2, 0 }, y, new[] { Math.Cos(-2), 0 }, "away", "saddle");
    }

    public static string NearbyGradientConclusion() => "At (-2, 0) it points to the left, away from the point.";

    public static double[] LinearFormGradient(double[] x) => new double[] { 9, 4 };

    public static string LinearFormCriticalPoints() => "yes";

    public static string LinearFormReason() => "Yes, it has.";

    public static (int rows, int columns) SpaceToPlaneJacobianShape() => (1, 3);

    public static double[][] SpaceToPlaneJacobian(double[] x) => new[]
    {
        new[] { 4 * x[0] + 5, 3 + 5, 5 },
        new[] { Math.Sin(x[2]) * Math.Exp(x[0]), 0, Math.Cos(x[2]) * Math.Exp(x[0]) },
    };

    public static double[][] LinearMapJacobian(double[][] A, double[] v) =>
        A.Select(row => row.Select(entry => 2 * entry).ToArray()).ToArray();

    public static (int rows, int columns) LinearMapJacobianShape(double[][] A) => (A[0].Length, A[0].Length);

    public static double[][] TranslationJacobian(double[] v, double[] w) =>
        v.Select((_, i) => v.Select((_, j) => i == j ? w[i] + v[i] : 0).ToArray()).ToArray();

    public static double[][] QuadraticFormGradient(double[][] A, double[] v) =>
        v.Select((_, i) => v.Select((_, j) => i == j ? v.Sum(t => t * t) : 0).ToArray()).ToArray();

    public static double SquaredLengthOfEntries(double[] a, double[] v) => Math.Sqrt(Times(a, v).Sum(t => t * t));

    public static (Func<double[], double[]> inner, Func<double[], double> outer) Split(double[] v) =>
        (a => Times(a, v).Select(t => t * t).ToArray(), x => x.Sum(t => t * t));

    public static double[][] InnerJacobian(double[] a, double[] v) =>
        Times(a, v).Select(_ => a.Select((_, k) => v[k % v.Length]).ToArray()).ToArray();

    public static double[] EntriesGradient(double[] a, double[] v) =>
        a.Select((ak, k) => 2 * ak * v[k % v.Length] * v[k % v.Length]).ToArray();

    public static double[][] SquaredLengthGradient(double[][] A, double[] v) =>
        A.Select(row => v.Select(vj => vj * Dot(row, v)).ToArray()).ToArray();

    public static string PartThreeDerivation() => "d/da_k of (a_k v_j)^2 is 2 a_k v_j^2.";

    public static (double[] hidden, double[] activation, double[] output, double loss) ForwardPass(
        double[][] V, double[] b, double[][] W, double[] c, double[] x, double[] y)
    {
        double[] h = Affine(V, x, b);
        double[] a = h.Select(t => 1 / (1 + Math.Exp(-t))).ToArray();
        double[] o = Affine(W, a, c);
        return (h, a, o, o.Zip(y, (p, q) => (p - q) * (p - q)).Sum());
    }

    public static double[] OutputGradient(double[] output, double[] y)
    {
        double sum = output.Sum(Math.Exp);
        return output.Zip(y, (o, t) => Math.Exp(o) / sum - t).ToArray();
    }

    public static double[][] SecondWeightsGradient(double[][] V, double[] b, double[][] W, double[] c, double[] x, double[] y)
    {
        double[] a = Relu(Affine(V, x, b));
        return Affine(W, a, c).Zip(y, (o, t) => a.Select(aj => (o - t) * aj).ToArray()).ToArray();
    }

    public static double[] SecondBiasesGradient(double[][] V, double[] b, double[][] W, double[] c, double[] x, double[] y) =>
        Affine(W, Relu(Affine(V, x, b)), c).Zip(y, (o, t) => o - t).ToArray();

    public static double[] ActivationGradient(double[] activation, double[][] W, double[] c, double[] y) =>
        activation.Select((_, j) => W.Sum(row => row[j])).ToArray();

    public static double[] HiddenGradient(double[] hidden, double[][] W, double[] c, double[] y) =>
        Back(W, Delta(W, Relu(hidden), c, y)).Select(g => g > 0 ? g : 0).ToArray();

    public static double[][] FirstWeightsGradient(double[][] V, double[] b, double[][] W, double[] c, double[] x, double[] y)
    {
        double[] h = Affine(V, x, b);
        double[] e = Masked(h, W, c, y);
        return e.Select(ei => h.Select(hj => ei * hj).ToArray()).ToArray();
    }

    public static double[] FirstBiasesGradient(double[][] V, double[] b, double[][] W, double[] c, double[] x, double[] y)
    {
        double[] e = Masked(Affine(V, x, b), W, c, y);
        return e.Select(_ => e.Sum()).ToArray();
    }

    public static string BackpropagationDerivation() => "As in the lecture, with softmax at the end.";

    public static (double[][] V, double[] b, double[][] W, double[] c) Step(
        double[][] V, double[] b, double[][] W, double[] c, double[] x, double[] y, double rate)
    {
        double[] a = Relu(Affine(V, x, b));
        double[] g = Delta(W, a, c, y);
        double[] e = Back(W, g);
        return (Less(V, e, x, rate), Less(b, e, rate), Less(W, g, a, rate), Less(c, g, rate));
    }

    public static (double[][] V, double[] b, double[][] W, double[] c) Train(
        double[][] images, double[][] labels, double[][] V, double[] b, double[][] W, double[] c, double rate, int epochs)
    {
        V = V.Select(row => row.ToArray()).ToArray();
        for (int step = 0; step < epochs * images.Length; step++)
        {
            double[] x = images[step % images.Length], y = labels[step % images.Length];
            double[] a = Relu(Affine(V, x, b));
            double[] g = Delta(W, a, c, y);
            double[] e = Back(W, g);
            for (int j = 0; j < e.Length; j++)
                for (int k = 0; k < x.Length; k++)
                    V[j][k] -= rate * e[j] * x[k];
            (b, W, c) = (Less(b, e, rate), Less(W, g, a, rate), Less(c, g, rate));
        }
        return (V, b, W, c);
    }

    public static string TrainingExperiments() => "78 %, also with 100 units.";

    public static string OtherCode() => "None.";

    private static double Dot(double[] p, double[] q) => p.Zip(q, (s, t) => s * t).Sum();

    private static double[] Times(double[] a, double[] v) =>
        Enumerable.Range(0, a.Length / v.Length).Select(i => Dot(a.Skip(i * v.Length).Take(v.Length).ToArray(), v)).ToArray();

    private static double[] Affine(double[][] M, double[] x, double[] t)
    {
        double[] s = t.ToArray();
        for (int i = 0; i < s.Length; i++)
            for (int j = 0; j < x.Length; j++)
                s[i] += M[i][j] * x[j];
        return s;
    }

    private static double[] Relu(double[] h) => h.Select(t => Math.Max(t, 0)).ToArray();

    private static double[] Delta(double[][] W, double[] a, double[] c, double[] y) =>
        Affine(W, a, c).Zip(y, (o, t) => 2 * (o - t)).ToArray();

    private static double[] Back(double[][] W, double[] g) =>
        W[0].Select((_, j) => W.Zip(g, (row, gi) => row[j] * gi).Sum()).ToArray();

    private static double[] Masked(double[] h, double[][] W, double[] c, double[] y) =>
        Back(W, Delta(W, Relu(h), c, y)).Zip(h, (g, t) => t > 0 ? g : 0).ToArray();

    private static double[] Less(double[] p, double[] g, double rate) => p.Zip(g, (s, t) => s - rate * t).ToArray();

    private static double[][] Less(double[][] M, double[] p, double[] q, double rate) =>
        M.Zip(p, (row, pi) => row.Zip(q, (entry, qj) => entry - rate * pi * qj).ToArray()).ToArray();
}
