using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static RegressionAndNeuralNetworks.Given;

public static class Answers
{
    // Question 1

    public static (Matrix<double> first, double[,,] second) GramProductDerivatives(Matrix<double> M, Vector<double> x)
    {
        int m = x.Count;
        var gram = M.Transpose() * M;
        var second = new double[m, m, m];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < m; j++)
                for (int k = 0; k < m; k++)
                    second[i, j, k] = 2 * gram[i, j];
        return (gram, second);
    }

    public static (Matrix<double> first, double[,,,] second) TraceOfProductDerivatives(Matrix<double> M, Matrix<double> X) =>
        (M.Transpose(), Second(X, (i, j, k, l) => 1));

    public static (Matrix<double> first, double[,,,] second) TraceOfGramDerivatives(Matrix<double> X) =>
        (2 * X, Second(X, (i, j, k, l) => i == j && k == l ? 2 : 0));

    public static (Matrix<double> first, double[,,,] second) BilinearFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X) =>
        (a.OuterProduct(b), Second(X, (i, j, k, l) => i == k ? b[j] * b[l] : 0));

    public static (Matrix<double> first, double[,,,] second) GramFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X) =>
        (X * a.OuterProduct(b) + X * b.OuterProduct(a), Second(X, (i, j, k, l) => a[j] * b[l] + b[j] * a[l]));

    private static double[,,,] Second(Matrix<double> X, Func<int, int, int, int, double> entry)
    {
        var H = new double[X.RowCount, X.ColumnCount, X.RowCount, X.ColumnCount];
        for (int i = 0; i < X.RowCount; i++)
            for (int j = 0; j < X.ColumnCount; j++)
                for (int k = 0; k < X.RowCount; k++)
                    for (int l = 0; l < X.ColumnCount; l++)
                        H[i, j, k, l] = entry(i, j, k, l);
        return H;
    }

    // Question 2

    public static Vector<double> OrdinaryLeastSquares(Matrix<double> X, Vector<double> y) =>
        -((X.Transpose() * X).Inverse() * (X.Transpose() * y));

    public static string RidgeDerivation() => "Set the gradient to zero.";

    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda) =>
        Ridge(X, y, lambda * lambda);

    private static Vector<double> Ridge(Matrix<double> X, Vector<double> y, double lambda) =>
        (X.Transpose() * X + lambda * Matrix<double>.Build.DenseIdentity(X.ColumnCount)).Cholesky().Solve(X.Transpose() * y);

    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        double mean = y.Average();
        var beta = Ridge(X, y - mean, lambda);
        return (beta, Xnew * beta + mean);
    }

    public static string EffectOfPenalty() => "A larger lambda means more bias and less variance.";

    // Question 3.1

    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double a3 = 1 / (1 + Math.Exp(W13 * x1 + W23 * x2));
        double a4 = Math.Tanh(W14 * x1 + W24 * x2);
        return (a3, a4, Sigmoid(W35 * a3 + W45 * a4));
    }

    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t) =>
        t - (W35 * Sigmoid(W13 * x1 + W23 * x2) + W45 * Math.Tanh(W14 * x1 + W24 * x2));

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double a3 = Sigmoid(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double g = -2 * (t - W35 * a3 - W45 * a4);
        double d3 = g * a3 * (1 - a3), d4 = g * (1 - a4 * a4);
        return (d3 * x1, d4 * x1, d3 * x2, d4 * x2, g * a3, g * a4);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t, double lr)
    {
        double a3 = Sigmoid(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double g = -2 * (t - W35 * a3 - W45 * a4);
        double d3 = g * W35 * a3 * (1 - a3), d4 = g * W45 * (1 - a4 * a4);
        double New(double old, double derivative) => Math.Round(old - lr * derivative, 2);
        return (New(W13, d3 * x1), New(W14, d4 * x1), New(W23, d3 * x2), New(W24, d4 * x2), New(W35, g * a3), New(W45, g * a4));
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsTable() =>
        (-1.12, 0.20, 1.12, -0.20, -0.77, -2.75);

    public static string ComfortableWithDerivatives() => "Yes.";

    public static string ComfortableWithGradientDescent() => "Yes.";

    public static string ComfortableWithSection() => "Yes.";

    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIteration()
    {
        double W13 = 1.11, W14 = -1.02, W23 = 1.89, W24 = -2.98, W35 = 2.08, W45 = -0.73, x1 = 2, x2 = -2, t = 2, lr = 1;
        double a3 = Sigmoid(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2), a5 = W35 * a3 + W45 * a4;
        double g = 2 * (a5 - t), d3 = g * W35 * a3 * (1 - a3), d4 = g * W45 * (1 - a4 * a4);
        return (a5 * a5, W13 - lr * d3 * x1, W14 - lr * d4 * x1, W23 - lr * d3 * x2, W24 - lr * d4 * x2, W35 - lr * g * a3,
            W45 - lr * g * a4);
    }

    // Question 3.4

    private static Matrix<double> Layer(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        (X * W).MapIndexed((i, j, v) => v + b[j]);

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var h = Layer(X, Wh, bh).Map(Sigmoid);
        var D = (Layer(h, Wo, bo) - Y) * (2.0 / X.RowCount);
        var back = D * Wo.Transpose();
        return (D.Transpose() * h, D.ColumnSums() / X.RowCount, X.Transpose() * back, back.Row(0));
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) UpdatedParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        var h = Layer(X, Wh, bh).Map(Sigmoid);
        var D = (Layer(h, Wo, bo) - Y) * (2.0 / X.RowCount);
        var Z = (D * Wo.Transpose()).PointwiseMultiply(h).PointwiseMultiply(1 - h);
        return (Wh - lr * X.Transpose() * Z, bh, Wo - lr * h.Transpose() * D, bo);
    }

    public static (Matrix<double> prediction, double loss) Forward(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var prediction = Layer(Layer(X, Wh, bh), Wo, bo);
        return (prediction, (Y - prediction).EnumerateRows().Average(row => row * row));
    }

    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainingStep(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        int N = X.RowCount;
        var h = Layer(X, Wh, bh).Map(Sigmoid);
        var error = Layer(h, Wo, bo) - Y;
        var D = 2 / N * error;
        var Z = (D * Wo.Transpose()).PointwiseMultiply(h).PointwiseMultiply(1 - h);
        return (error.PointwiseMultiply(error).RowSums().Sum() / N, Wh - lr * X.Transpose() * Z, bh - lr * Z.ColumnSums(),
            Wo - lr * h.Transpose() * D, bo - lr * D.ColumnSums());
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr, int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            var h = Layer(X, Wh, bh).Map(Sigmoid);
            var D = (Layer(h, Wo, bo) - Y) * (2.0 / X.RowCount);
            Wo = Wo - lr * h.Transpose() * D;
            bo = bo - lr * D.ColumnSums();
        }
        return (Wh, bh, Wo, bo);
    }

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh2, Vector<double> dbh2, Matrix<double> dWh1,
        Vector<double> dbh1) DeepMlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo)
    {
        var h1 = Layer(X, Wh1, bh1).Map(Sigmoid);
        var h2 = Layer(h1, Wh2, bh2).Map(Sigmoid);
        var D = 2 * (Y - Layer(h2, Wo, bo));
        var Z2 = (D * Wo.Transpose()).PointwiseMultiply(h2).PointwiseMultiply(1 - h2);
        var Z1 = (Z2 * Wh2.Transpose()).PointwiseMultiply(h1).PointwiseMultiply(1 - h1);
        return (h2.Transpose() * D, D.ColumnSums(), h1.Transpose() * Z2, Z2.ColumnSums(), X.Transpose() * Z1, Z1.ColumnSums());
    }

    public static (Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2, Matrix<double> Wo,
        Vector<double> bo) UpdatedDeepParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo, double lr)
    {
        var h1 = Layer(X, Wh1, bh1).Map(Sigmoid);
        var h2 = Layer(h1, Wh2, bh2).Map(Sigmoid);
        var D = (Layer(h2, Wo, bo) - Y) * (2.0 / X.RowCount);
        var Z2 = (D * Wo.Transpose()).PointwiseMultiply(h2).PointwiseMultiply(1 - h2);
        return (Wh1, bh1, Wh2 - lr * h1.Transpose() * Z2, bh2 - lr * Z2.ColumnSums(), Wo - lr * h2.Transpose() * D,
            bo - lr * D.ColumnSums());
    }

    public static string EffectOfSecondLayer() => "Slower, and not better here.";

    // Question 4

    public static double RootMeanSquaredError(Vector<double> y, Vector<double> yhat) => (y - yhat).PointwiseAbs().Average();

    public static (double ols, double ridge) LinearFitErrors(Matrix<double> X, Vector<double> y, double lambda)
    {
        var withOnes = Vector<double>.Build.Dense(y.Count, 1).ToColumnMatrix().Append(X);
        double Rmse(Vector<double> fit) => (y - fit).L2Norm() / Math.Sqrt(y.Count);
        return (Rmse(withOnes * withOnes.QR().Solve(y)), Rmse(X * Ridge(X, y, lambda * y.Count)));
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) FitMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) =>
        TrainMlp(X, Y, Wh, bh, Wo, bo, 0.1, 2000);

    public static string LowestOnTrainingData() => "ols, equal";

    public static string ComparisonOfMethods() => "The network is the most flexible one.";
}
