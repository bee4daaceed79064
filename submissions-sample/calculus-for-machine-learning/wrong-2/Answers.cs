using System;
using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

public static class Answers
{
    // X does not depend on w
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w) =>
        Matrix<double>.Build.Dense(w.Count, w.Count);

    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w) =>
        w.OuterProduct(gradient(w));

    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w) => ((X + X.Transpose()) * w, 2 * X);

    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w) =>
        (2 * w, Matrix<double>.Build.Dense(w.Count, w.Count, 2));

    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J)
    {
        // chain rule: outer derivative 2z, inner derivative J
        var outer = 2 * z;
        return (outer, J * outer);
    }

    public static string LevelSets() => "import matplotlib.pyplot as plt  # contour(X, Y, X**2/4 + Y**2/9), quiver(X, Y, X/2, 2*Y/9)";

    public static Vector<double> GradientOfG(Vector<double> x) =>
        Vector<double>.Build.DenseOfArray(new[] { 1.0 / 2.0, 2.0 / 9.0 });

    public static double FirstOrderTaylor(Vector<double> x) => 13.0 / 36.0 + x[0] / 2 + 2 * x[1] / 9;

    public static double SecondOrderTaylor(Vector<double> x)
    {
        var x0 = Vector<double>.Build.Dense(2, 1.0);
        var slope = Vector<double>.Build.DenseOfArray(new[] { 1.0 / 2.0, 2.0 / 9.0 });
        return G(x0) + slope.DotProduct(x - x0);
    }

    public static string TaylorComment() => "Near the point they agree with g.";

    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        double targets = y * y;
        double cross = -(y * X * w);
        double quadratic = (X * w) * (X * w);
        return (targets, cross, quadratic, targets + cross + quadratic);
    }

    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        X.TransposeThisAndMultiply(X * w - y);

    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y)
    {
        // as many equations as unknowns
        int d = X.ColumnCount;
        return X.SubMatrix(0, d, 0, d).Solve(y.SubVector(0, d));
    }
}
