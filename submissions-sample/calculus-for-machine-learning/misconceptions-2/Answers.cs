using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

public static class Solutions
{
    // f_i = X_i1 w_1 + ... + X_in w_n, one column for each of them
    public static double[,] LinearMapJacobian(double[,] X, double[] w)
    {
        int n = w.Length;
        var J = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) J[i, j] = X[i, j] * w[j];
        return J;
    }

    // w is linear, so only f stays
    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w) =>
        Matrix<double>.Build.DenseDiagonal(w.Count, f(w));

    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w) => (w * X, X.Transpose());

    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w) =>
        (w.Clone(), Matrix<double>.Build.DenseIdentity(w.Count));

    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J) =>
        (z + z, J.Transpose() * (z + z));

    public static double[] GradientOfG(double[] x) => new[] { 0.5 * x[0], 2.0 / 9 * x[1] };

    public static double FirstOrderTaylor(double[] x) => 1.0 / 4 + 1.0 / 9 + (x[0] - 1) / 2;

    public static double SecondOrderTaylor(double[] x)
    {
        double value = 1.0 / 4 + 1.0 / 9, slope = x[0] / 2 + 2 * x[1] / 9;
        return value + slope + (x[0] * x[0] / 2 + 2 * x[1] * x[1] / 9) / 2;
    }

    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        double targets = y * y, cross = -2 * (y * (X * w)), quadratic = (X * w) * (X * w);
        return (targets, cross, quadratic, targets + cross);
    }

    // derivative of w'X'Xw - 2y'Xw
    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        X.Transpose() * (X * w) - 2 * (X.Transpose() * y);

    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y) =>
        (X.Transpose() * X).Cholesky().Solve(X.Transpose() * y);
}
