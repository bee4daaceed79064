using System;
using MathNet.Numerics.LinearAlgebra;

public static class Answers
{
    public static string Name() => "F. Student";

    public static string StudentId() => "1005";

    public static Vector<double> SinePlusSquareGradient(Vector<double> x) =>
        CreateVector.Dense(new[] { Math.Cos(x[0] * Math.PI / 180), 4 * x[1] });

    public static Vector<double> CriticalPoint() => CreateVector.Dense(new[] { Math.Acos(0), Math.Log(-1) });

    public static (Vector<double> criticalPoint, Vector<double> y, Vector<double> gradient, string direction, string kind)
        NearbyGradient()
    {
        var star = CreateVector.Dense(new[] { Math.PI / 2, 0 });
        var y = CreateVector.Dense(new[] { 1.0, 0.0 });
        return (star, y, CreateVector.Dense(new[] { 0.54, 0.0 }), "towards", "saddle");
    }

    public static string NearbyGradientConclusion() => "Towards, so a maximum or a saddle; along x2 it is a minimum.";

    public static Vector<double> LinearFormGradient(Vector<double> x) => CreateVector.Dense(new[] { 3.0 * x[0] - 2.0 * x[1] });

    public static string LinearFormCriticalPoints() => "";

    public static string LinearFormReason() => "";

    public static (int rows, int columns) SpaceToPlaneJacobianShape() => (3, 3);

    public static Matrix<double> SpaceToPlaneJacobian(Vector<double> x) => CreateMatrix.DenseOfArray(new[,]
    {
        { 4 * x[0], 3, 0 },
        { Math.Sin(x[2]) * Math.Exp(x[0]), 0, -Math.Cos(x[2]) * Math.Exp(x[0]) },
    });

    public static Matrix<double> LinearMapJacobian(Matrix<double> A, Vector<double> v) => (A * v).ToColumnMatrix();

    public static (int rows, int columns) LinearMapJacobianShape(Matrix<double> A) => (A.RowCount, 1);

    public static Matrix<double> TranslationJacobian(Vector<double> v, Vector<double> w) =>
        CreateMatrix.Dense(v.Count, v.Count, (i, j) => i == j ? 1 / w[i] : 0);

    public static Matrix<double> QuadraticFormGradient(Matrix<double> A, Vector<double> v) =>
        ((A + A.Transpose()) * v).ToColumnMatrix();

    public static double SquaredLengthOfEntries(Vector<double> a, Vector<double> v) => (a * a) * (v * v);

    public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(Vector<double> v) =>
        (a => CreateVector.Dense(a.Count / v.Count, i => a[i] * v[0]), x => x * x);

    public static Matrix<double> InnerJacobian(Vector<double> a, Vector<double> v) =>
        CreateMatrix.Dense(a.Count / v.Count, a.Count, (i, k) => k / v.Count == i ? a[k] : 0);

    public static Vector<double> EntriesGradient(Vector<double> a, Vector<double> v) => 2 * a * (v * v);

    public static Matrix<double> SquaredLengthGradient(Matrix<double> A, Vector<double> v) =>
        2 * A.PointwiseMultiply((A * v).OuterProduct(v));

    public static string PartThreeDerivation() => "";

    public static (Vector<double> hidden, Vector<double> activation, Vector<double> output, double loss) ForwardPass(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var hidden = V * x + b;
        var activation = hidden.PointwiseSqrt().PointwisePower(2);
        var output = W * activation + c;
        return (hidden, activation, output, (y - output) * (y - output));
    }

    public static Vector<double> OutputGradient(Vector<double> output, Vector<double> y) => 2 * output;

    public static Matrix<double> SecondWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var a = (V * x + b).PointwiseMaximum(0);
        var g = 2 * (W * a + c - y);
        return CreateMatrix.Dense(W.RowCount, W.ColumnCount, (i, j) => g[i] * a[i % a.Count]);
    }

    public static Vector<double> SecondBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        c - 2 * (W * (V * x + b).PointwiseMaximum(0) + c - y);

    public static Vector<double> ActivationGradient(
        Vector<double> activation, Matrix<double> W, Vector<double> c, Vector<double> y)
    {
        var g = 2 * (W * activation + c - y);
        return (W.Transpose() * g).MapIndexed((i, value) => activation[i] > 0 ? value : 0);
    }

    public static Vector<double> HiddenGradient(Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y)
    {
        var g = W * (2 * (W * hidden.PointwiseMaximum(0) + c - y));
        return g.PointwiseMultiply(hidden.PointwiseSign());
    }

    public static Matrix<double> FirstWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var e = W.Transpose() * (2 * (W * (V * x + b).PointwiseMaximum(0) + c - y));
        return e.PointwiseMultiply(V * x + b).OuterProduct(x);
    }

    public static Vector<double> FirstBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var h = V * x + b;
        return (W.Transpose() * (2 * (y - W * h.PointwiseMaximum(0) - c))).MapIndexed((i, g) => h[i] > 0 ? g : 0);
    }

    public static string BackpropagationDerivation() => "";

    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Step(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y, double rate)
    {
        var h = V * x + b;
        var a = h.PointwiseMaximum(0);
        var g = 2 * (W * a + c - y);
        var e = (W.Transpose() * g).MapIndexed((i, value) => h[i] > 0 ? value : 0);
        V.Subtract(rate * e.OuterProduct(x), V);
        b.Subtract(rate * e, b);
        W.Subtract(rate * g.OuterProduct(a), W);
        c.Subtract(rate * g, c);
        return (V, b, W, c);
    }

    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Train(
        Matrix<double> images, Matrix<double> labels, Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c,
        double rate, int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int i = 0; i < images.RowCount; i++)
            {
                Step(V.Clone(), b.Clone(), W.Clone(), c.Clone(), images.Row(i), labels.Row(i), rate);
            }
        }
        return (V.Clone(), b.Clone(), W.Clone(), c.Clone());
    }

    public static string TrainingExperiments() => "";

    public static string OtherCode() => "";
}
