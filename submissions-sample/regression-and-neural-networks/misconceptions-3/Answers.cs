using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static RegressionAndNeuralNetworks.Given;

public static class Answers
{
    private static Vector<double> Fit(Matrix<double> X, Vector<double> y, double onDiagonal)
    {
        var A = X.TransposeThisAndMultiply(X);
        A.SetDiagonal(A.Diagonal() + onDiagonal);
        return A.Cholesky().Solve(X.TransposeThisAndMultiply(y));
    }

    // the derivative of the penalty is lambda beta, that of the squares 2 X'(X beta - y)
    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda) => Fit(X, y, lambda / 2);

    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        var beta = Fit(X, y, Math.Pow(lambda, 2));
        return (beta, Xnew * beta);
    }

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double[] a = { Sigmoid(W13 * x1 + W23 * x2), Math.Tanh(W14 * x1 + W24 * x2) };
        double[] w = { W35, W45 };
        double g = 2 * (w[0] * a[0] + w[1] * a[1] - t);
        double[] d = a.Select((v, i) => g * w[i] * v * (1 - v)).ToArray();
        return (d[0] * x1, d[1] * x1, d[0] * x2, d[1] * x2, g * a[0], g * a[1]);
    }

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var z = (X * Wh).MapIndexed((i, j, v) => v + bh[j]);
        var h = z.Map(Sigmoid);
        var D = ((h * Wo).MapIndexed((i, j, v) => v + bo[j]) - Y) / X.RowCount * 2;
        var Z = D.TransposeAndMultiply(Wo).PointwiseMultiply(h).PointwiseMultiply(1 - h);
        return (z.Transpose() * D, D.ColumnSums(), X.Transpose() * Z, Z.ColumnSums());
    }
}
