using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

public static class Answers
{
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w) => X.Transpose() + X;

    // product rule: f'(w) w + f(w)
    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w)
    {
        double slope = gradient(w) * w;
        return Matrix<double>.Build.DenseDiagonal(w.Count, slope + f(w));
    }

    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w) => (X * w, X.Transpose() + X);

    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w)
    {
        var gradient = 2 * w;
        return (gradient, Matrix<double>.Build.DiagonalOfDiagonalVector(gradient));
    }

    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J)
    {
        var byZ = z.Normalize(2);
        return (byZ, J.Transpose() * byZ);
    }

    public static Vector<double> GradientOfG(Vector<double> x) =>
        Vector<double>.Build.DenseOfArray(new[] { x[0] * x[0] / 2, x[1] * x[1] * 2 / 9 });

    public static double FirstOrderTaylor(Vector<double> x)
    {
        double u = x[0] - 1, v = x[1] - 1;
        return 13.0 / 36 + (u + u * u / 2) / 2 + (2 * v + v * v) / 9;
    }

    public static double SecondOrderTaylor(Vector<double> x)
    {
        var H = Matrix<double>.Build.DenseOfDiagonalArray(new[] { 1.0 / 2, 2.0 / 9 });
        var step = x - Vector<double>.Build.Dense(2, 1);
        return 0.5 * (step * H * step);
    }

    // (a - b)^2 = a^2 - 2 a b + b^2
    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        double a = y.L2Norm(), b = (X * w).L2Norm();
        return (a * a, -2 * a * b, b * b, a * a - 2 * a * b + b * b);
    }

    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        var residual = X * w - y;
        return X.Transpose() * residual / residual.L2Norm();
    }

    // one regression for each feature
    public static double[] LeastSquares(double[,] X, double[] y)
    {
        var best = new double[X.GetLength(1)];
        for (int j = 0; j < best.Length; j++)
        {
            double xy = 0, xx = 0;
            for (int i = 0; i < y.Length; i++)
            {
                xy += X[i, j] * y[i];
                xx += X[i, j] * X[i, j];
            }
            best[j] = xy / xx;
        }
        return best;
    }
}
