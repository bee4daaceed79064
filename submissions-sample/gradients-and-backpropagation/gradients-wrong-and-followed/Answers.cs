using MathNet.Numerics.LinearAlgebra;

public static class Answers
{
    // entries taken column after column
    public static Matrix<double> InnerJacobian(Vector<double> a, Vector<double> v)
    {
        int n = v.Count, m = a.Count / n;
        return Matrix<double>.Build.Dense(m, m * n, (i, k) => k % m == i ? v[k / m] : 0);
    }

    public static Vector<double> EntriesGradient(Vector<double> a, Vector<double> v)
    {
        int n = v.Count;
        var image = Vector<double>.Build.Dense(a.Count / n, i => a.SubVector(i * n, n) * v);
        return 2 * InnerJacobian(a, v).Transpose() * image;
    }

    // h where h' belongs
    public static Matrix<double> SecondWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Output(V, b, W, c, x, y).OuterProduct(V * x + b);

    public static Vector<double> SecondBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Output(V, b, W, c, x, y);

    // the mask of ReLU forgotten
    public static Matrix<double> FirstWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        FirstBiasesGradient(V, b, W, c, x, y).OuterProduct(x);

    public static Vector<double> FirstBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        W.Transpose() * Output(V, b, W, c, x, y);

    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Step(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y, double rate) =>
    (
        V - rate * FirstWeightsGradient(V, b, W, c, x, y),
        b - rate * FirstBiasesGradient(V, b, W, c, x, y),
        W - rate * SecondWeightsGradient(V, b, W, c, x, y),
        c - rate * SecondBiasesGradient(V, b, W, c, x, y));

    private static Vector<double> Output(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        2 * (W * (V * x + b).PointwiseMaximum(0) + c - y);
}
