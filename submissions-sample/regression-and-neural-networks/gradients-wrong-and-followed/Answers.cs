using System;
using MathNet.Numerics.LinearAlgebra;
using static RegressionAndNeuralNetworks.Given;

public static class Answers
{
    // tanh in both hidden nodes
    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double a3 = Math.Tanh(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        return (a3, a4, W35 * a3 + W45 * a4);
    }

    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t) =>
        Math.Pow(t - ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2).a5, 2);

    // the 2 of the square lost
    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double a3 = 1 / (1 + Math.Exp(-W13 * x1 - W23 * x2)), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double byA5 = W35 * a3 + W45 * a4 - t;
        double byZ3 = byA5 * W35 * a3 * (1 - a3), byZ4 = byA5 * W45 * (1 - a4 * a4);
        return (byZ3 * x1, byZ4 * x1, byZ3 * x2, byZ4 * x2, byA5 * a3, byA5 * a4);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t, double lr)
    {
        var d = LossDerivatives(W13, W14, W23, W24, W35, W45, x1, x2, t);
        return (W13 - lr * d.dW13, W14 - lr * d.dW14, W23 - lr * d.dW23, W24 - lr * d.dW24, W35 - lr * d.dW35,
            W45 - lr * d.dW45);
    }

    // the derivative of the sigmoid lost
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var h = Layer(X, Wh, bh).Map(Sigmoid);
        var D = (Layer(h, Wo, bo) - Y) * (2.0 / X.RowCount);
        var Z = D * Wo.Transpose();
        return (h.Transpose() * D, D.ColumnSums(), X.Transpose() * Z, Z.ColumnSums());
    }

    // with a step of bo in the wrong direction
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) UpdatedParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        var (dWo, dbo, dWh, dbh) = MlpGradients(X, Y, Wh, bh, Wo, bo);
        return (Wh - lr * dWh, bh - lr * dbh, Wo - lr * dWo, bo + lr * dbo);
    }

    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainingStep(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        var (dWo, dbo, dWh, dbh) = MlpGradients(X, Y, Wh, bh, Wo, bo);
        return (MeanSquaredError(X, Y, Wh, bh, Wo, bo), Wh - lr * dWh, bh - lr * dbh, Wo - lr * dWo, bo - lr * dbo);
    }

    // the derivative of the second sigmoid lost on the way to layer 1
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh2, Vector<double> dbh2, Matrix<double> dWh1,
        Vector<double> dbh1) DeepMlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo)
    {
        var h1 = Layer(X, Wh1, bh1).Map(Sigmoid);
        var h2 = Layer(h1, Wh2, bh2).Map(Sigmoid);
        var D = (Layer(h2, Wo, bo) - Y) * (2.0 / X.RowCount);
        var back = D * Wo.Transpose();
        var Z2 = back.PointwiseMultiply(h2).PointwiseMultiply(1 - h2);
        var Z1 = (back * Wh2.Transpose()).PointwiseMultiply(h1).PointwiseMultiply(1 - h1);
        return (h2.Transpose() * D, D.ColumnSums(), h1.Transpose() * Z2, Z2.ColumnSums(), X.Transpose() * Z1, Z1.ColumnSums());
    }

    public static (Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2, Matrix<double> Wo,
        Vector<double> bo) UpdatedDeepParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo, double lr)
    {
        var d = DeepMlpGradients(X, Y, Wh1, bh1, Wh2, bh2, Wo, bo);
        return (Wh1 - lr * d.dWh1, bh1 - lr * d.dbh1, Wh2 - lr * d.dWh2, bh2 - lr * d.dbh2, Wo - lr * d.dWo, bo - lr * d.dbo);
    }

    private static Matrix<double> Layer(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        (X * W).MapIndexed((i, j, v) => v + b[j]);
}
