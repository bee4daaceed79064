using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

namespace Calculus;

public class Solutions
{
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w) => (X * w).ToColumnMatrix();

    // w grad f^T + f
    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w) =>
        w.OuterProduct(gradient(w)) + f(w);

    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w) => (X * w, X);

    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w)
    {
        var norm = w.L2Norm();
        var u = w / norm;
        return (u, (Matrix<double>.Build.DenseIdentity(w.Count) - u.OuterProduct(u)) / norm);
    }

    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J) =>
        (2 * z, 2 * J.ColumnSums());

    public static string LevelSets() => "Half axes 2 sqrt(c) and 3 sqrt(c), gradient outwards.";

    public static double[] GradientOfG(double[] x) => new[] { 1 / 2 * x[0], 2 / 9 * x[1] };

    public static double FirstOrderTaylor(double[] x) =>
        1 / 4 + 1 / 9 + 1 / 2 * (x[0] - 1) + 2 / 9 * (x[1] - 1);

    public static double SecondOrderTaylor(double[] x)
    {
        double linear = 1.0 / 4 + 1.0 / 9 + 1.0 / 2 * (x[0] - 1) + 2.0 / 9 * (x[1] - 1);
        double[] H = { 1.0 / 2, 2.0 / 9 };
        return linear + x.Zip(H, (xi, h) => h * xi * xi / 2).Sum();
    }

    public static string TaylorComment() => "The error of the first order is quadratic, that of the second is 0.";

    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        var p = X * w;
        double cross = -2 * p.DotProduct(y), quadratic = p.DotProduct(p);
        return (y.DotProduct(y), cross, quadratic, cross + quadratic);
    }

    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        2.0 / X.RowCount * (X.Transpose() * (X * w - y));

    // X^T X w = 2 X^T y
    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y) =>
        (X.Transpose() * X).Solve(2 * X.Transpose() * y);
}
