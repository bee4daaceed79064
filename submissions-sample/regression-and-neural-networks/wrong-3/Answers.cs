using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using RegressionAndNeuralNetworks;

public static class Homework
{
    static Matrix<double> Affine(Matrix<double> X, Matrix<double> W, Vector<double> b)
    {
        var ones = Vector<double>.Build.Dense(X.RowCount, 1.0);
        return X * W + ones.OuterProduct(b);
    }

    static Matrix<double> Sigma(Matrix<double> Z) => Z.Map(Given.Sigmoid);

    public static (Matrix<double> first, double[,,] second) GramProductDerivatives(Matrix<double> M, Vector<double> x)
    {
        return (2 * M, new double[x.Count, x.Count, x.Count]);
    }

    public static (Matrix<double> first, double[,,,] second) TraceOfProductDerivatives(Matrix<double> M, Matrix<double> X)
    {
        return (M * X, new double[X.RowCount, X.ColumnCount, X.RowCount, X.ColumnCount]);
    }

    public static (Matrix<double> first, double[,,,] second) TraceOfGramDerivatives(Matrix<double> X)
    {
        int n = X.RowCount;
        var H = new double[n, n, n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                H[i, j, i, j] += 1;
                H[i, j, j, i] += 1;
            }
        return (X + X.Transpose(), H);
    }

    public static (Matrix<double> first, double[,,,] second) BilinearFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X)
    {
        return (a.OuterProduct(b).PointwiseMultiply(X), new double[a.Count, b.Count, a.Count, b.Count]);
    }

    public static (Matrix<double> first, double[,,,] second) GramFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X)
    {
        return (X * b.OuterProduct(a), new double[X.RowCount, X.ColumnCount, X.RowCount, X.ColumnCount]);
    }

    public static Vector<double> OrdinaryLeastSquares(Matrix<double> X, Vector<double> y)
    {
        int d = X.ColumnCount;
        return X.SubMatrix(0, d, 0, d).Solve(y.SubVector(0, d));
    }

    public static string RidgeDerivation() => "";

    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda)
    {
        var A = X.TransposeThisAndMultiply(X) + lambda;
        return A.PseudoInverse() * X.Transpose() * y;
    }

    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        int d = X.ColumnCount;
        var A = X.TransposeThisAndMultiply(X) - lambda * Matrix<double>.Build.DenseIdentity(d);
        var beta = A.Solve(X.Transpose() * y);
        return (beta, Xnew * beta);
    }

    public static string EffectOfPenalty() => "";

    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double a3 = Given.Sigmoid(W13 * x1 + W14 * x2);
        double a4 = Math.Tanh(W23 * x1 + W24 * x2);
        return (a3, a4, W35 * a3 + W45 * a4);
    }

    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        return 1 / 2 * Given.NetworkLoss(W13, W14, W23, W24, W35, W45, x1, x2, t);
    }

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double a3 = Given.Sigmoid(W13 * x1 + W23 * x2);
        double a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double g = 2 * (W35 * a3 + W45 * a4 - t);
        double d3 = g * W35 * Given.Sigmoid(a3) * (1 - Given.Sigmoid(a3));
        double d4 = g * W45 * (1 - a4);
        return (d3 * x1, d4 * x1, d3 * x2, d4 * x2, g * a3, g * a4);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t, double lr)
    {
        double a3 = Given.Sigmoid(W13 * x1 + W23 * x2);
        double a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double g = 2 * (W35 * a3 + W45 * a4 - t);
        double d3 = g * W35 * a3 * (1 - a3);
        double d4 = g * W45 * (1 - a4 * a4);
        return (W13 - d3 * x1, W14 - d4 * x1, W23 - d3 * x2, W24 - d4 * x2, W35 - g * a3, W45 - g * a4);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsTable() =>
        (1.00, -1.00, 2.00, -3.00, 2.00, -1.00);

    public static string ComfortableWithDerivatives() => "no";

    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIteration()
    {
        double W13 = 1.11, W14 = -1.02, W23 = 1.89, W24 = -2.98, W35 = 2.08, W45 = -0.73, x1 = 1, x2 = -1, t = 2, lr = 0.1;
        double a3 = Given.Sigmoid(W13 * x1 + W23 * x2);
        double a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double a5 = W35 * a3 + W45 * a4;
        double g = 2 * (a5 - t), d3 = g * W35 * a3 * (1 - a3), d4 = g * W45 * (1 - a4 * a4);
        return (a5, W13 - lr * d3 * x1, W14 - lr * d4 * x1, W23 - lr * d3 * x2, W24 - lr * d4 * x2, W35 - lr * g * a3,
            W45 - lr * g * a4);
    }

    static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) Gradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var h = Sigma(Affine(X, Wh, bh));
        var D = 2.0 / X.RowCount * (Affine(h, Wo, bo) - Y);
        var Z = (D * Wo.Transpose()).PointwiseMultiply(h - h.PointwiseMultiply(h));
        return (h.Transpose() * D, D.ColumnSums(), X.Transpose() * Z, Z.ColumnSums());
    }

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var z = Affine(X, Wh, bh);
        var h = Sigma(z);
        var D = -1.0 / X.RowCount * (Y - Affine(h, Wo, bo));
        var Z = (D * Wo.Transpose()).PointwiseMultiply(Sigma(h)).PointwiseMultiply(1 - Sigma(h));
        return (z.Transpose() * D, D.ColumnSums(), X.Transpose() * Z, Z.ColumnSums());
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) UpdatedParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        var g = Gradients(X, Y, Wh, bh, Wo, bo);
        return (Wh - g.dWh, bh - g.dbh, Wo - g.dWo, bo - g.dbo);
    }

    public static (Matrix<double> prediction, double loss) Forward(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var prediction = Affine(Sigma(Affine(X, Wh, bh)), Wo, bo);
        return (prediction, (Y - prediction).Enumerate().Average(e => e * e));
    }

    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainingStep(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        double loss = Given.MeanSquaredError(X, Y, Wh, bh, Wo, bo);
        var g = Gradients(X, Y, Wh, bh, Wo, bo);
        Wh.Subtract(lr * g.dWh, Wh);
        bh.Subtract(lr * g.dbh, bh);
        Wo.Subtract(lr * g.dWo, Wo);
        bo.Subtract(lr * g.dbo, bo);
        return (loss, Wh, bh, Wo, bo);
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr, int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            var g = Gradients(X, Y, Wh, bh, Wo, bo);
            Wh = Wh + lr * g.dWh;
            bh = bh + lr * g.dbh;
            Wo = Wo + lr * g.dWo;
            bo = bo + lr * g.dbo;
        }
        return (Wh, bh, Wo, bo);
    }

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh2, Vector<double> dbh2, Matrix<double> dWh1,
        Vector<double> dbh1) DeepMlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo)
    {
        var h1 = Sigma(Affine(X, Wh1, bh1));
        var h2 = Sigma(Affine(h1, Wh2, bh2));
        var D = 2.0 / X.RowCount * (Affine(h2, Wo, bo) - Y);
        var Z2 = (D * Wo.Transpose()).PointwiseMultiply(h2).PointwiseMultiply(1 - h2);
        var Z1 = (Z2 * Wh2.Transpose()).PointwiseMultiply(h1).PointwiseMultiply(1 - h1);
        return (h1.Transpose() * D, D.ColumnSums() / X.RowCount, X.Transpose() * Z2, Z2.ColumnSums() / X.RowCount,
            X.Transpose() * Z1, Z1.ColumnSums() / X.RowCount);
    }

    public static (Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2, Matrix<double> Wo,
        Vector<double> bo) UpdatedDeepParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo, double lr)
    {
        var h1 = Sigma(Affine(X, Wh1, bh1));
        var h2 = Sigma(Affine(h1, Wh2, bh2));
        var D = 2.0 / X.RowCount * (Affine(h2, Wo, bo) - Y);
        var Z2 = (D * Wo.Transpose()).PointwiseMultiply(h2).PointwiseMultiply(1 - h2);
        var Z1 = (Z2 * Wh2.Transpose()).PointwiseMultiply(h1).PointwiseMultiply(1 - h1);
        return (Wh1 - X.Transpose() * Z1, bh1 - Z1.ColumnSums(), Wh2 - h1.Transpose() * Z2, bh2 - Z2.ColumnSums(),
            Wo - h2.Transpose() * D, bo - D.ColumnSums());
    }

    public static double RootMeanSquaredError(Vector<double> y, Vector<double> yhat)
    {
        return Math.Sqrt((y - yhat).PointwisePower(2).Sum() / (y.Count - 1));
    }

    public static (double ols, double ridge) LinearFitErrors(Matrix<double> X, Vector<double> y, double lambda)
    {
        var beta = X.PseudoInverse() * y;
        double error = (y - X * beta).L2Norm() / Math.Sqrt(y.Count);
        return (error, error);
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) FitMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        for (int epoch = 0; epoch < 2000; epoch++)
        {
            var g = Gradients(X, Y, Wh, bh, Wo, bo);
            (Wh, bh, Wo, bo) = (Wh - 10 * g.dWh, bh - 10 * g.dbh, Wo - 10 * g.dWo, bo - 10 * g.dbo);
        }
        return (Wh, bh, Wo, bo);
    }

    public static string LowestOnTrainingData() => "linear";
}
