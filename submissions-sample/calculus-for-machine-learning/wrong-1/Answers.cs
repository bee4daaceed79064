using System;
using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

public static class Answers
{
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w) => X.Transpose();

    // f is a scalar, so the product rule applies
    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w) =>
        gradient(w).OuterProduct(w) + f(w) * Matrix<double>.Build.DenseIdentity(w.Count);

    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w) => (2 * X * w, X + X.Transpose());

    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w) =>
        (2 * w.PointwiseAbs(), 2 * Matrix<double>.Build.DenseIdentity(w.Count));

    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J) =>
        (2 * z, J.TransposeThisAndMultiply(z));

    public static string LevelSets() =>
        "Three ellipses around the origin, see the sheet that I handed in. The arrows leave them at right angles.";

    public static Vector<double> GradientOfG(Vector<double> x) =>
        Vector<double>.Build.DenseOfArray(new[] { x[0] / 4, x[1] / 9 });

    // slope at (1, 1) times the step
    public static double FirstOrderTaylor(Vector<double> x) => (x[0] - 1) / 2 + 2 * (x[1] - 1) / 9;

    public static double SecondOrderTaylor(Vector<double> x)
    {
        double u = x[0] - 1, v = x[1] - 1;
        return 13.0 / 36 + u / 2 + 2 * v / 9 + u * u / 2 + 2 * v * v / 9;
    }

    public static string TaylorComment() => "The second order is better than the first; both are good near (1, 1).";

    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        double targets = y.DotProduct(y);
        double cross = 2 * y.DotProduct(X * w);
        double quadratic = w * X.Transpose() * X * w;
        return (targets, cross, quadratic, targets - cross + quadratic);
    }

    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        2 * X.Transpose() * (y - X * w);

    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y) => X.Transpose() * y;
}
