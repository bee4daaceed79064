using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

public class Homework4
{
    private static double S(double z) => z < 0 ? Math.Exp(z) / (1 + Math.Exp(z)) : 1 / (1 + Math.Exp(-z));

    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda) => y * X;

    // X'X + lambda
    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        var beta = (X.Transpose() * X + lambda).PseudoInverse() * (y * X);
        return (beta, Xnew * beta);
    }

    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double a3 = S(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        return (a3, a4, S(W35 * a3 + W45 * a4));
    }

    private static double SPrime(double z) => S(z) * (1 - S(z));

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double a3 = S(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double d5 = -2 * (t - W35 * a3 - W45 * a4);
        double d3 = d5 * W35 * SPrime(a3), d4 = d5 * W45 * (1 - Math.Pow(a4, 2));
        return (d3 * x1, d4 * x1, d3 * x2, d4 * x2, d5 * a3, d5 * a4);
    }

    private static Matrix<double> Layer(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        Matrix<double>.Build.DenseOfRowVectors(X.EnumerateRows().Select(x => x * W + b));

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var h = Layer(X, Wh, bh).Map(S);
        var D = (Layer(h, Wo, bo) - Y) * 2 / X.RowCount;
        var Z = (D * Wo.Transpose()).PointwiseMultiply(h.Map(SPrime));
        return (h.Transpose() * D, D.ColumnSums(), X.Transpose() * Z, Z.ColumnSums());
    }

    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainingStep(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        var h = Layer(X, Wh, bh).Map(S);
        var R = Layer(h, Wo, bo) - Y;
        var D = R * 2 / X.RowCount;
        Wo = Wo - lr * (h.Transpose() * D);
        bo = bo - lr * D.ColumnSums();
        var Z = (D * Wo.Transpose()).PointwiseMultiply(h - h.PointwisePower(2));
        Wh = Wh - lr * (X.Transpose() * Z);
        bh = bh - lr * Z.ColumnSums();
        return (R.PointwisePower(2).RowSums().Average(), Wh, bh, Wo, bo);
    }
}
