using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using static GradientsAndBackpropagation.Given;

public static class Answers
{
    public static string Name() => "D. Student";

    public static string StudentId() => "1003";

    public static Vector<double> SinePlusSquareGradient(Vector<double> x) =>
        DenseVector.OfArray(new[] { Math.Cos(x[0]), 2 * x[1] });

    public static Vector<double> CriticalPoint() => DenseVector.OfArray(new[] { Math.PI / 2, 1 });

    public static (Vector<double> criticalPoint, Vector<double> y, Vector<double> gradient, string direction, string kind)
        NearbyGradient()
    {
        Vector<double> star = DenseVector.OfArray(new[] { Math.PI / 2, 0 });
        return (star, star.Clone(), DenseVector.OfArray(new[] { Math.Cos(star[0]), 0 }), "towards", "saddle");
    }

    public static string NearbyGradientConclusion() => "The gradient is zero there.";

    public static Vector<double> LinearFormGradient(Vector<double> x) => DenseVector.OfArray(new double[] { -2, 3 });

    public static string LinearFormCriticalPoints() => "none, line";

    public static string LinearFormReason() => "None, unless x lies on the line.";

    public static (int rows, int columns) SpaceToPlaneJacobianShape() => (6, 1);

    public static Matrix<double> SpaceToPlaneJacobian(Vector<double> x) => DenseMatrix.OfArray(new[,]
    {
        { 4 * x[0], 3, 0 },
        { 0, 0, Math.Cos(x[2]) * Math.Exp(x[0]) },
    });

    public static Matrix<double> LinearMapJacobian(Matrix<double> A, Vector<double> v) =>
        DenseMatrix.Create(A.RowCount, A.ColumnCount, 1);

    public static (int rows, int columns) LinearMapJacobianShape(Matrix<double> A) => (A.RowCount * A.ColumnCount, 1);

    public static Matrix<double> TranslationJacobian(Vector<double> v, Vector<double> w) =>
        DenseMatrix.OfDiagonalVector(w);

    public static Matrix<double> QuadraticFormGradient(Matrix<double> A, Vector<double> v) => A + A.Transpose();

    public static double SquaredLengthOfEntries(Vector<double> a, Vector<double> v) =>
        Enumerable.Range(0, a.Count / v.Count).Sum(i => a.SubVector(i * v.Count, v.Count) * v);

    public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(Vector<double> v) =>
        (a => DenseVector.Create(a.Count / v.Count, i => a.SubVector(i * v.Count, v.Count) * v), x => x.L2Norm());

    public static Matrix<double> InnerJacobian(Vector<double> a, Vector<double> v)
    {
        int n = v.Count, m = a.Count / n;
        return DenseMatrix.Create(m, a.Count, (i, k) => k / n == i ? 2 * v[k % n] : 0);
    }

    public static Vector<double> EntriesGradient(Vector<double> a, Vector<double> v) =>
        DenseVector.Create(a.Count, k => 2 * a[k] * v[k % v.Count]);

    public static Matrix<double> SquaredLengthGradient(Matrix<double> A, Vector<double> v) =>
        2 * A.TransposeThisAndMultiply(A) * v.ToColumnMatrix() * v.ToRowMatrix();

    public static string PartThreeDerivation() => "Chain rule with 2x outside and A inside.";

    public static (Vector<double> hidden, Vector<double> activation, Vector<double> output, double loss) ForwardPass(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var hidden = V * x + b;
        var activation = hidden.PointwiseMaximum(0);
        var output = W * activation + c;
        return (hidden, activation, output, (y - output).Select(d => d * d).Average());
    }

    public static Vector<double> OutputGradient(Vector<double> output, Vector<double> y) =>
        2.0 / y.Count * (output - y);

    public static Matrix<double> SecondWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var activation = (V * x + b).PointwiseMaximum(0);
        return activation.OuterProduct(2 * (W * activation + c - y));
    }

    public static Vector<double> SecondBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var g = 2 * (W * (V * x + b).PointwiseMaximum(0) + c - y);
        return W.RowSums().PointwiseMultiply(g);
    }

    public static Vector<double> ActivationGradient(
        Vector<double> activation, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        (2 * (W * activation + c - y)).Sum() * W.ColumnSums();

    public static Vector<double> HiddenGradient(Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y)
    {
        var g = 2 * (W * hidden.PointwiseMaximum(0) + c - y);
        return hidden.PointwiseMaximum(0).PointwiseMultiply(W.Transpose() * g);
    }

    public static Matrix<double> FirstWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var e = Masked(V * x + b, W, c, y);
        return DenseMatrix.Create(V.RowCount, V.ColumnCount, (i, j) => e[i]);
    }

    public static Vector<double> FirstBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        V.RowSums().PointwiseMultiply(Masked(V * x + b, W, c, y));

    public static string BackpropagationDerivation() => "Each layer multiplies by its Jacobian.";

    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Step(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y, double rate)
    {
        var h = V * x + b;
        var a = h.PointwiseMaximum(0);
        var newV = V - rate * Masked(h, W, c, y).OuterProduct(x);
        var newW = W - rate * (2 * (W * a + c - y)).OuterProduct(a);
        return (newV, b.Clone(), newW, c.Clone());
    }

    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Train(
        Matrix<double> images, Matrix<double> labels, Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c,
        double rate, int epochs)
    {
        for (int step = 0; step < epochs * images.RowCount; step++)
        {
            var x = images.Row(step % images.RowCount);
            var y = labels.Row(step % images.RowCount);
            var h = V * x + b;
            var a = h.PointwiseMaximum(0);
            var g = 2 * (W * a + c - y);
            var e = Masked(h, W, c, y);
            (b, W, c) = (b - rate * e, W - rate * g.OuterProduct(a), c - rate * g);
        }
        Console.WriteLine($"accuracy {Accuracy(V, b, W, c, images, labels)}");
        return (V, b, W, c);
    }

    public static string TrainingExperiments() => "I could not get it to converge.";

    public static string OtherCode() => "";

    private static Vector<double> Masked(Vector<double> h, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        (W.Transpose() * (2 * (W * h.PointwiseMaximum(0) + c - y))).MapIndexed((i, g) => h[i] > 0 ? g : 0);
}
