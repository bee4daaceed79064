using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

public static class Answers
{
    private static readonly VectorBuilder<double> Vec = Vector<double>.Build;
    private static readonly MatrixBuilder<double> Mat = Matrix<double>.Build;

    public static Vector<double> LinearFormGradient(Vector<double> x) => Vec.DenseOfArray(new double[] { 3, 2 });

    // k from 1 to mn, i = floor(k / n) + 1, j = k mod n; there is no j = 0
    public static Matrix<double> InnerJacobian(Vector<double> a, Vector<double> v)
    {
        int n = v.Count;
        var J = Mat.Dense(a.Count / n, a.Count);
        for (int k = 1; k <= a.Count; k++)
        {
            int i = k / n + 1, j = k % n;
            if (j > 0)
            {
                J[i - 1, k - 1] = v[j - 1];
            }
        }
        return J;
    }

    // 2 x, at the image
    public static Vector<double> EntriesGradient(Vector<double> a, Vector<double> v)
    {
        int n = v.Count;
        var g = Vec.Dense(a.Count);
        for (int i = 0; i < a.Count / n; i++)
        {
            double image = 0;
            for (int j = 0; j < n; j++) image += a[i * n + j] * v[j];
            for (int j = 0; j < n; j++) g[i * n + j] = 2 * image;
        }
        return g;
    }

    public static Matrix<double> SquaredLengthGradient(Matrix<double> A, Vector<double> v) =>
        Mat.DenseOfColumnVectors(Enumerable.Repeat(A * v * 2, v.Count));

    public static (Vector<double> hidden, Vector<double> activation, Vector<double> output, double loss) ForwardPass(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var h = V * x + b;
        var o = W * h + c;
        return (h, h.Clone(), o, (o - y).Sum(e => e * e));
    }

    public static Matrix<double> SecondWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var (_, a, o, _) = ForwardPass(V, b, W, c, x, y);
        return (2 * o - 2 * y).ToColumnMatrix() * a.ToRowMatrix();
    }

    public static Vector<double> SecondBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        2 * ForwardPass(V, b, W, c, x, y).output - 2 * y;

    public static Vector<double> HiddenGradient(Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y)
    {
        var g = 2 * (W * hidden + c) - 2 * y;
        var back = g * W;
        for (int i = 0; i < back.Count; i++)
        {
            if (hidden[i] < 0) back[i] = 0;
        }
        return back;
    }

    private static Vector<double> Back(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var relu = (V * x + b).Map(t => t > 0 ? t : 0);
        var g = 2 * (W * relu + c) - 2 * y;
        return (g * W).PointwiseMultiply(relu);
    }

    public static Matrix<double> FirstWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Back(V, b, W, c, x, y).ToColumnMatrix() * x.ToRowMatrix();

    public static Vector<double> FirstBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Back(V, b, W, c, x, y);
}
