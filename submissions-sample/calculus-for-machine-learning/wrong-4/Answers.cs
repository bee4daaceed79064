using System;
using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

public static class Answers
{
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w) => w.ToRowMatrix();

    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w)
    {
        // g_i = f w_i, so g_i' = f' w_i + f
        var slopes = gradient(w).PointwiseMultiply(w) + f(w);
        return Matrix<double>.Build.DenseOfDiagonalVector(slopes);
    }

    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w)
    {
        var product = X * X.Transpose();
        return (product * w, product);
    }

    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w) =>
        (2 * w, Matrix<double>.Build.Dense(1, 1, 2));

    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J) =>
        (2 * J.Transpose() * z, 2 * z);

    public static string LevelSets() => "<svg><ellipse rx='20' ry='30'/><ellipse rx='40' ry='60'/><ellipse rx='80' ry='120'/></svg>";

    public static Vector<double> GradientOfG(Vector<double> x) =>
        Vector<double>.Build.DenseOfArray(new[] { x[0] / 2, 2 * x[1] / 9 }).Normalize(2);

    public static double FirstOrderTaylor(Vector<double> x) =>
        13.0 / 36 + x[0] / 2 * (x[0] - 1) + 2 * x[1] / 9 * (x[1] - 1);

    public static double SecondOrderTaylor(Vector<double> x)
    {
        double u = x[0] - 1, v = x[1] - 1;
        return u / 2 + 2 * v / 9 + u * u / 4 + v * v / 9;
    }

    public static string TaylorComment() => "It depends on how far x is from (1, 1).";

    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w) =>
        (y.DotProduct(y), -2 * y.DotProduct(X * w), w.DotProduct(w), LeastSquaresLoss(X, y, w));

    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        2 * X.Transpose() * X * w - X.Transpose() * y;

    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y) =>
        (X.Transpose() * X).Inverse() * (X * y);
}
