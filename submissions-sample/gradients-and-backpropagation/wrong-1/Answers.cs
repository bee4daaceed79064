using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

public static class Answers
{
    public static string Name() => "B. Student";

    public static string StudentId() => "1001";

    public static Vector<double> SinePlusSquareGradient(Vector<double> x) =>
        CreateVector.Dense(new[] { -Math.Cos(x[0]), 4 * x[1] });

    public static Vector<double> CriticalPoint() => CreateVector.Dense(new[] { 0.0, 0.0 });

    public static (Vector<double> criticalPoint, Vector<double> y, Vector<double> gradient, string direction, string kind)
        NearbyGradient()
    {
        var star = CreateVector.Dense(new[] { -Math.PI / 2, 0 });
        var y = CreateVector.Dense(new[] { -1.5, 0.3 });
        return (star, y, CreateVector.Dense(new[] { Math.Cos(-1.5), 1.2 }), "away", "saddle");
    }

    public static string NearbyGradientConclusion() => "Away, so it is a minimum or a saddle. sin goes up and down: saddle.";

    public static Vector<double> LinearFormGradient(Vector<double> x) =>
        CreateVector.Dense(new[] { 3 * x[0], -2 * x[1] });

    public static string LinearFormCriticalPoints() => "origin";

    public static string LinearFormReason() => "3 x1 = 0 and -2 x2 = 0 only at the origin.";

    public static (int rows, int columns) SpaceToPlaneJacobianShape() => (3, 2);

    public static Matrix<double> SpaceToPlaneJacobian(Vector<double> x) => CreateMatrix.DenseOfArray(new[,]
    {
        { 4 * x[0], 3, 0 },
        { -Math.Exp(x[0]), 0, Math.Cos(x[2]) },
    });

    public static Matrix<double> LinearMapJacobian(Matrix<double> A, Vector<double> v) => A.Transpose();

    public static (int rows, int columns) LinearMapJacobianShape(Matrix<double> A) => (A.ColumnCount, A.RowCount);

    public static Matrix<double> TranslationJacobian(Vector<double> v, Vector<double> w) =>
        CreateMatrix.Dense(v.Count, v.Count, 1.0);

    public static Matrix<double> QuadraticFormGradient(Matrix<double> A, Vector<double> v) => 2 * v.OuterProduct(v);

    public static double SquaredLengthOfEntries(Vector<double> a, Vector<double> v)
    {
        int m = a.Count / v.Count;
        return Math.Pow((CreateMatrix.Dense(m, v.Count, a.ToArray()) * v).L2Norm(), 2);
    }

    public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(Vector<double> v) =>
        (a => CreateMatrix.Dense(a.Count / v.Count, v.Count, a.ToArray()) * v, x => x.DotProduct(x));

    public static Matrix<double> InnerJacobian(Vector<double> a, Vector<double> v)
    {
        int n = v.Count, m = a.Count / n;
        return CreateMatrix.Dense(m * n, m, (k, i) => k / n == i ? v[k % n] : 0.0);
    }

    public static Vector<double> EntriesGradient(Vector<double> a, Vector<double> v)
    {
        int n = v.Count;
        return CreateVector.Dense(a.Count, k => v[k % n] * a.SubVector(k / n * n, n).DotProduct(v));
    }

    public static Matrix<double> SquaredLengthGradient(Matrix<double> A, Vector<double> v) => 2 * v.OuterProduct(A * v);

    public static string PartThreeDerivation() => "J is m n x m with v below each other, grad g = J g2(a).";

    public static (Vector<double> hidden, Vector<double> activation, Vector<double> output, double loss) ForwardPass(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var hidden = V * x;
        var activation = hidden.PointwiseMaximum(0);
        var output = W * activation + c;
        return (hidden, activation, output, (output - y).DotProduct(output - y));
    }

    public static Vector<double> OutputGradient(Vector<double> output, Vector<double> y) => 2 * (y - output);

    public static Matrix<double> SecondWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var activation = (V * x + b).PointwiseMaximum(0);
        return 2 * (y - W * activation - c).OuterProduct(activation);
    }

    public static Vector<double> SecondBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        CreateVector.Dense(c.Count, 1.0);

    public static Vector<double> ActivationGradient(
        Vector<double> activation, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        W * (2 * (W * activation + c - y));

    public static Vector<double> HiddenGradient(Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        W.TransposeThisAndMultiply(2 * (W * hidden.PointwiseMaximum(0) + c - y));

    public static Matrix<double> FirstWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var h = V * x + b;
        var back = W.TransposeThisAndMultiply(2 * (W * h.PointwiseMaximum(0) + c - y));
        return x.OuterProduct(back.MapIndexed((i, g) => h[i] > 0 ? g : 0.0));
    }

    public static Vector<double> FirstBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        HiddenGradient(V * x + b, W, c, y);

    public static string BackpropagationDerivation() =>
        "grad y' = 2 (y' - y), grad W = grad y' h'^T, grad c = grad y', grad h' = W grad y', and so on backwards.";

    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Step(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y, double rate)
    {
        var h = V * x + b;
        var activation = h.PointwiseMaximum(0);
        var delta = 2 * (W * activation + c - y);

        // output layer
        W = W - rate * delta.OuterProduct(activation);
        c = c - rate * delta;

        // hidden layer
        var back = (W.Transpose() * delta).MapIndexed((i, g) => h[i] > 0 ? g : 0.0);
        V = V - rate * back.OuterProduct(x);
        b = b - rate * back;
        return (V, b, W, c);
    }

    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Train(
        Matrix<double> images, Matrix<double> labels, Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c,
        double rate, int epochs)
    {
        foreach (int _ in Enumerable.Range(0, epochs))
        {
            for (int i = 0; i < images.RowCount; i++)
            {
                (V, b, W, c) = Step(V, b, W, c, images.Row(i), labels.Row(i), rate);
            }
        }
        return (V, b, W, c);
    }

    public static string TrainingExperiments() => "Every rate that I tried gives about 10 %.";

    public static string OtherCode() => "None";
}
