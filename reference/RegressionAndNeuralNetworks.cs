using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Complex = System.Numerics.Complex;

namespace RegressionAndNeuralNetworks;

/// <summary>The answers to homework 4, regression and neural networks. Staff only.</summary>
/// <remarks>
/// A gradient has the shape of the variable; the indices of a derivative come after those of what is differentiated. In
/// an update every gradient is taken at the old values.
/// </remarks>
public static class Reference
{
    /// <summary>
    /// Question 1.1: f = M^T M x has the Jacobian M^T M (which is M^2 for a symmetric M) and no second derivative.
    /// </summary>
    /// <param name="M">A constant m x m matrix.</param>
    /// <param name="x">The point, m entries.</param>
    /// <returns>The Jacobian, m x m, and the second derivative, m x m x m, all zero.</returns>
    public static (Matrix<double> first, double[,,] second) GramProductDerivatives(
        Matrix<double> M, Vector<double> x) =>
        // equivalent: (M.TransposeThisAndMultiply(M), new double[x.Count, x.Count, x.Count])
        // → (M.TransposeThisAndMultiply(M).Transpose(), new double[x.Count, x.Count, x.Count]), because M^T M is symmetric
        (M.TransposeThisAndMultiply(M), new double[x.Count, x.Count, x.Count]);

    /// <summary>Question 1.2: f = tr(M X) has the gradient M^T and no second derivative.</summary>
    /// <param name="M">A constant m x n matrix.</param>
    /// <param name="X">The point, an n x m matrix.</param>
    /// <returns>The gradient, n x m, and the second derivative, n x m x n x m, all zero.</returns>
    public static (Matrix<double> first, double[,,,] second) TraceOfProductDerivatives(
        Matrix<double> M, Matrix<double> X) =>
        (M.Transpose(), Zero(X));

    /// <summary>
    /// Question 1.3: f = tr(X X^T) has the gradient 2 X and the second derivative 2 delta_ik delta_jl.
    /// </summary>
    /// <param name="X">The point, an n x n matrix.</param>
    /// <returns>The gradient, n x n, and the second derivative, n x n x n x n.</returns>
    public static (Matrix<double> first, double[,,,] second) TraceOfGramDerivatives(Matrix<double> X) =>
        // equivalent: (2 * X, EqualBlocks(X, 2 * Matrix<double>.Build.DenseIdentity(X.ColumnCount)))
        // → (2 * X, EqualBlocks(X.Transpose(), 2 * Matrix<double>.Build.DenseIdentity(X.ColumnCount))),
        // because only the shape of X counts there, and X is square
        // equivalent: (2 * X, EqualBlocks(X, 2 * Matrix<double>.Build.DenseIdentity(X.ColumnCount)))
        // → (2 * X, EqualBlocks(X, 2 * Matrix<double>.Build.DenseIdentity(X.RowCount))), because X is square
        (2 * X, EqualBlocks(X, 2 * Matrix<double>.Build.DenseIdentity(X.ColumnCount)));

    /// <summary>Question 1.4: f = a^T X b has the gradient a b^T and no second derivative.</summary>
    /// <param name="a">A constant vector of m entries.</param>
    /// <param name="b">A constant vector of n entries.</param>
    /// <param name="X">The point, an m x n matrix.</param>
    /// <returns>The gradient, m x n, and the second derivative, m x n x m x n, all zero.</returns>
    public static (Matrix<double> first, double[,,,] second) BilinearFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X) =>
        (a.OuterProduct(b), Zero(X));

    /// <summary>
    /// Question 1.5: f = a^T X^T X b has the gradient X (a b^T + b a^T) and the second derivative
    /// delta_ik (a_j b_l + b_j a_l).
    /// </summary>
    /// <param name="a">A constant vector of m entries.</param>
    /// <param name="b">A constant vector of m entries.</param>
    /// <param name="X">The point, an n x m matrix.</param>
    /// <returns>The gradient, n x m, and the second derivative, n x m x n x m.</returns>
    public static (Matrix<double> first, double[,,,] second) GramFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X)
    {
        var both = a.OuterProduct(b) + b.OuterProduct(a);
        // equivalent: (X * both, EqualBlocks(X, both)) → (X * both.Transpose(), EqualBlocks(X, both)),
        // because a b^T + b a^T is symmetric
        // equivalent: (X * both, EqualBlocks(X, both)) → (X * both, EqualBlocks(X, both.Transpose())),
        // because a b^T + b a^T is symmetric
        return (X * both, EqualBlocks(X, both));
    }

    /// <summary>Question 2.0: argmin ||y - X beta||^2 = (X^T X)^-1 X^T y, by a QR decomposition.</summary>
    /// <param name="X">An n x d matrix of rank d.</param>
    /// <param name="y">The n targets.</param>
    /// <returns>The minimising beta, d entries.</returns>
    public static Vector<double> OrdinaryLeastSquares(Matrix<double> X, Vector<double> y) =>
        X.QR(QRMethod.Thin).Solve(y);

    /// <summary>Question 2.1: argmin ||y - X beta||^2 + lambda ||beta||^2 = (X^T X + lambda I)^-1 X^T y.</summary>
    /// <remarks>
    /// Solved as the least-squares problem of X above sqrt(lambda) I and y above zeros: the normal equations would
    /// square the condition number.
    /// </remarks>
    /// <param name="X">An n x d matrix of any rank.</param>
    /// <param name="y">The n targets.</param>
    /// <param name="lambda">The strength of the penalty, positive.</param>
    /// <returns>The minimising beta, d entries.</returns>
    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda)
    {
        var penalty = Matrix<double>.Build.DenseDiagonal(X.ColumnCount, Math.Sqrt(lambda));
        var targets = Vector<double>.Build.Dense(X.RowCount + X.ColumnCount);
        targets.SetSubVector(0, y.Count, y);
        // equivalent: OrdinaryLeastSquares(X.Stack(penalty), targets)
        // → OrdinaryLeastSquares(X.Stack(penalty.Transpose()), targets), because sqrt(lambda) I is symmetric
        return OrdinaryLeastSquares(X.Stack(penalty), targets);
    }

    /// <summary>Question 2.2: the coefficients of question 2.1 and Xnew beta.</summary>
    /// <param name="X">An n x d matrix of any rank.</param>
    /// <param name="y">The n targets.</param>
    /// <param name="lambda">The strength of the penalty, positive.</param>
    /// <param name="Xnew">The features to predict for, p x d.</param>
    /// <returns>The d coefficients and the p predicted values.</returns>
    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        var beta = RidgeCoefficients(X, y, lambda);
        return (beta, Xnew * beta);
    }

    /// <summary>
    /// Question 3.1.2: a3 = sigma(W13 x1 + W23 x2), a4 = tanh(W14 x1 + W24 x2), a5 = W35 a3 + W45 a4.
    /// </summary>
    /// <param name="W13">The weight from node 1 to node 3; the other weights are named in the same way.</param>
    /// <param name="x1">The input of node 1.</param>
    /// <param name="x2">The input of node 2.</param>
    /// <returns>What the nodes 3, 4 and 5 put out.</returns>
    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        var a3 = SpecialFunctions.Logistic(W13 * x1 + W23 * x2);
        var a4 = Math.Tanh(W14 * x1 + W24 * x2);
        return (a3, a4, W35 * a3 + W45 * a4);
    }

    /// <summary>Question 3.1.3: (t - a5)^2.</summary>
    /// <param name="W13">The weight from node 1 to node 3; the other weights are named in the same way.</param>
    /// <param name="x1">The input of node 1.</param>
    /// <param name="x2">The input of node 2.</param>
    /// <param name="t">The target.</param>
    /// <returns>The scalar loss.</returns>
    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t) =>
        Math.Pow(t - ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2).a5, 2);

    /// <summary>
    /// Question 3.1.4: with g = 2 (a5 - t) the derivatives of the loss are g a3 by W35, g a4 by W45, g W35 a3 (1 - a3)
    /// x1 by W13, g W45 (1 - a4^2) x1 by W14, and the same with x2 by W23 and W24.
    /// </summary>
    /// <param name="W13">The weight from node 1 to node 3; the other weights are named in the same way.</param>
    /// <param name="x1">The input of node 1.</param>
    /// <param name="x2">The input of node 2.</param>
    /// <param name="t">The target.</param>
    /// <returns>The six derivatives, each named after its weight.</returns>
    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        var (a3, a4, a5) = ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2);
        var g = 2 * (a5 - t);
        var z3 = g * W35 * a3 * (1 - a3);
        var z4 = g * W45 * (1 - a4 * a4);
        return (z3 * x1, z4 * x1, z3 * x2, z4 * x2, g * a3, g * a4);
    }

    /// <summary>
    /// Question 3.1.5: each weight minus lr times its derivative, all derivatives at the old weights.
    /// </summary>
    /// <param name="W13">The weight from node 1 to node 3; the other weights are named in the same way.</param>
    /// <param name="x1">The input of node 1.</param>
    /// <param name="x2">The input of node 2.</param>
    /// <param name="t">The target.</param>
    /// <param name="lr">The learning rate.</param>
    /// <returns>The six new weights.</returns>
    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13,
        double W14,
        double W23,
        double W24,
        double W35,
        double W45,
        double x1,
        double x2,
        double t,
        double lr)
    {
        var d = LossDerivatives(W13, W14, W23, W24, W35, W45, x1, x2, t);
        return (W13 - lr * d.dW13, W14 - lr * d.dW14, W23 - lr * d.dW23, W24 - lr * d.dW24, W35 - lr * d.dW35,
            W45 - lr * d.dW45);
    }

    /// <summary>
    /// Question 3.1.5, the table: the step of question 3.1.5 from the weights 1, -1, 2, -3, 2, -1 at the inputs 1 and
    /// -1 with the target 1 and the learning rate 0.1, not rounded.
    /// </summary>
    /// <returns>The six new weights.</returns>
    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsTable() =>
        UpdatedWeights(W13: 1, W14: -1, W23: 2, W24: -3, W35: 2, W45: -1, x1: 1, x2: -1, t: 1, lr: 0.1);

    /// <summary>
    /// Question 3.3: the output and the next step from the weights 1.11, -1.02, 1.89, -2.98, 2.08, -0.73 at the inputs
    /// 2 and -2 with the target 2 and the learning rate 0.1.
    /// </summary>
    /// <returns>The output of node 5 before the step, and the six new weights.</returns>
    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIteration()
    {
        var (_, _, a5) = ForwardPass(1.11, -1.02, 1.89, -2.98, 2.08, -0.73, x1: 2, x2: -2);
        var (W13, W14, W23, W24, W35, W45) =
            UpdatedWeights(1.11, -1.02, 1.89, -2.98, 2.08, -0.73, x1: 2, x2: -2, t: 2, lr: 0.1);
        return (a5, W13, W14, W23, W24, W35, W45);
    }

    /// <summary>
    /// Questions 3.4.1 to 3.4.4: with h = sigma(X Wh + bh), D = 2/N (Yhat - Y) and Z = (D Wo^T) o h o (1 - h), where o
    /// is elementwise, the gradients of the MSE are h^T D by Wo, the column sums of D by bo, X^T Z by Wh and the column
    /// sums of Z by bh.
    /// </summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh">The weights of the hidden layer, m x n.</param>
    /// <param name="bh">The biases of the hidden layer, n entries.</param>
    /// <param name="Wo">The weights of the output layer, n x k.</param>
    /// <param name="bo">The biases of the output layer, k entries.</param>
    /// <returns>The four gradients, each of its parameter's shape.</returns>
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var h = Hidden(X, Wh, bh);
        var D = ByPrediction(Y, Affine(h, Wo, bo));
        var Z = Backwards(D, Wo, h);
        return (h.TransposeThisAndMultiply(D), D.ColumnSums(), X.TransposeThisAndMultiply(Z), Z.ColumnSums());
    }

    /// <summary>
    /// Question 3.4, update rules: each parameter minus lr times its gradient, all gradients at the old parameters.
    /// </summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh">The weights of the hidden layer, m x n.</param>
    /// <param name="bh">The biases of the hidden layer, n entries.</param>
    /// <param name="Wo">The weights of the output layer, n x k.</param>
    /// <param name="bo">The biases of the output layer, k entries.</param>
    /// <param name="lr">The learning rate.</param>
    /// <returns>The four new parameters.</returns>
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) UpdatedParameters(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh,
        Vector<double> bh,
        Matrix<double> Wo,
        Vector<double> bo,
        double lr)
    {
        var (dWo, dbo, dWh, dbh) = MlpGradients(X, Y, Wh, bh, Wo, bo);
        return (Wh - lr * dWh, bh - lr * dbh, Wo - lr * dWo, bo - lr * dbo);
    }

    /// <summary>Question 3.4, code: Yhat = sigma(X Wh + bh) Wo + bo, and 1/N sum_i ||Y_i - Yhat_i||^2.</summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh">The weights of the hidden layer, m x n.</param>
    /// <param name="bh">The biases of the hidden layer, n entries.</param>
    /// <param name="Wo">The weights of the output layer, n x k.</param>
    /// <param name="bo">The biases of the output layer, k entries.</param>
    /// <returns>The prediction, N x k, and the MSE.</returns>
    public static (Matrix<double> prediction, double loss) Forward(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var prediction = Affine(Hidden(X, Wh, bh), Wo, bo);
        // equivalent: (prediction, Math.Pow((Y - prediction).FrobeniusNorm(), 2) / X.RowCount)
        // → (prediction, Math.Pow((Y - prediction).Transpose().FrobeniusNorm(), 2) / X.RowCount),
        // because the norm is that of all entries in any order
        // equivalent: (prediction, Math.Pow((Y - prediction).FrobeniusNorm(), 2) / X.RowCount)
        // → (prediction, Math.Pow((Y - prediction).FrobeniusNorm(), 2) / Y.RowCount), because both have a row for each sample
        return (prediction, Math.Pow((Y - prediction).FrobeniusNorm(), 2) / X.RowCount);
    }

    /// <summary>Question 3.4, code: the MSE at the old parameters, and the parameters after one step.</summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh">The weights of the hidden layer, m x n.</param>
    /// <param name="bh">The biases of the hidden layer, n entries.</param>
    /// <param name="Wo">The weights of the output layer, n x k.</param>
    /// <param name="bo">The biases of the output layer, k entries.</param>
    /// <param name="lr">The learning rate.</param>
    /// <returns>The MSE before the step and the four new parameters.</returns>
    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
        TrainingStep(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh,
        Vector<double> bh,
        Matrix<double> Wo,
        Vector<double> bo,
        double lr)
    {
        var (_, loss) = Forward(X, Y, Wh, bh, Wo, bo);
        (Wh, bh, Wo, bo) = UpdatedParameters(X, Y, Wh, bh, Wo, bo, lr);
        return (loss, Wh, bh, Wo, bo);
    }

    /// <summary>Question 3.4, code: as many steps as there are epochs, each on all samples.</summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh">The initial weights of the hidden layer, m x n.</param>
    /// <param name="bh">The initial biases of the hidden layer, n entries.</param>
    /// <param name="Wo">The initial weights of the output layer, n x k.</param>
    /// <param name="bo">The initial biases of the output layer, k entries.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="epochs">The number of steps.</param>
    /// <returns>The four trained parameters.</returns>
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainMlp(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh,
        Vector<double> bh,
        Matrix<double> Wo,
        Vector<double> bo,
        double lr,
        int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            (Wh, bh, Wo, bo) = UpdatedParameters(X, Y, Wh, bh, Wo, bo, lr);
        }

        return (Wh, bh, Wo, bo);
    }

    /// <summary>
    /// Question 3.4, bonus: with D = 2/N (Yhat - Y), Z2 = (D Wo^T) o h2 o (1 - h2) and Z1 = (Z2 Wh2^T) o h1 o (1 - h1),
    /// where o is elementwise, the gradients are h2^T D by Wo, h1^T Z2 by Wh2 and X^T Z1 by Wh1; by the biases bo, bh2
    /// and bh1 they are the column sums of D, Z2 and Z1.
    /// </summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh1">The weights of the first hidden layer, m x n1.</param>
    /// <param name="bh1">Its biases, n1 entries.</param>
    /// <param name="Wh2">The weights of the second hidden layer, n1 x n2.</param>
    /// <param name="bh2">Its biases, n2 entries.</param>
    /// <param name="Wo">The weights of the output layer, n2 x k.</param>
    /// <param name="bo">Its biases, k entries.</param>
    /// <returns>The six gradients, each of its parameter's shape.</returns>
    public static (
        Matrix<double> dWo,
        Vector<double> dbo,
        Matrix<double> dWh2,
        Vector<double> dbh2,
        Matrix<double> dWh1,
        Vector<double> dbh1) DeepMlpGradients(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh1,
        Vector<double> bh1,
        Matrix<double> Wh2,
        Vector<double> bh2,
        Matrix<double> Wo,
        Vector<double> bo)
    {
        var h1 = Hidden(X, Wh1, bh1);
        var h2 = Hidden(h1, Wh2, bh2);
        var D = ByPrediction(Y, Affine(h2, Wo, bo));
        var Z2 = Backwards(D, Wo, h2);
        var Z1 = Backwards(Z2, Wh2, h1);
        return (h2.TransposeThisAndMultiply(D), D.ColumnSums(), h1.TransposeThisAndMultiply(Z2), Z2.ColumnSums(),
            X.TransposeThisAndMultiply(Z1), Z1.ColumnSums());
    }

    /// <summary>
    /// Question 3.4, bonus: each of the six parameters minus lr times its gradient, all at the old parameters.
    /// </summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh1">The weights of the first hidden layer, m x n1.</param>
    /// <param name="bh1">Its biases, n1 entries.</param>
    /// <param name="Wh2">The weights of the second hidden layer, n1 x n2.</param>
    /// <param name="bh2">Its biases, n2 entries.</param>
    /// <param name="Wo">The weights of the output layer, n2 x k.</param>
    /// <param name="bo">Its biases, k entries.</param>
    /// <param name="lr">The learning rate.</param>
    /// <returns>The six new parameters.</returns>
    public static (
        Matrix<double> Wh1,
        Vector<double> bh1,
        Matrix<double> Wh2,
        Vector<double> bh2,
        Matrix<double> Wo,
        Vector<double> bo) UpdatedDeepParameters(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh1,
        Vector<double> bh1,
        Matrix<double> Wh2,
        Vector<double> bh2,
        Matrix<double> Wo,
        Vector<double> bo,
        double lr)
    {
        var (dWo, dbo, dWh2, dbh2, dWh1, dbh1) = DeepMlpGradients(X, Y, Wh1, bh1, Wh2, bh2, Wo, bo);
        return (Wh1 - lr * dWh1, bh1 - lr * dbh1, Wh2 - lr * dWh2, bh2 - lr * dbh2, Wo - lr * dWo, bo - lr * dbo);
    }

    /// <summary>Part 4: RMSE = sqrt(1/N sum_i (y_i - yhat_i)^2).</summary>
    /// <param name="y">The N targets.</param>
    /// <param name="yhat">The N predicted values.</param>
    /// <returns>The scalar RMSE.</returns>
    public static double RootMeanSquaredError(Vector<double> y, Vector<double> yhat) =>
        // equivalent: (y - yhat).L2Norm() / Math.Sqrt(y.Count) → (y - yhat).L2Norm() / Math.Sqrt(yhat.Count),
        // because every target has its prediction
        (y - yhat).L2Norm() / Math.Sqrt(y.Count);

    /// <summary>Part 4: the RMSE, on the data of the fit, of ordinary least squares and of ridge regression.</summary>
    /// <remarks>That of ordinary least squares is never the greater one: it minimises it.</remarks>
    /// <param name="X">An N x d matrix of rank d.</param>
    /// <param name="y">The N targets.</param>
    /// <param name="lambda">The strength of the penalty, positive.</param>
    /// <returns>The two errors.</returns>
    public static (double ols, double ridge) LinearFitErrors(Matrix<double> X, Vector<double> y, double lambda) =>
        // equivalent: RootMeanSquaredError(y, X * OrdinaryLeastSquares(X, y))
        // → RootMeanSquaredError(X * OrdinaryLeastSquares(X, y), y), because differences are squared
        (RootMeanSquaredError(y, X * OrdinaryLeastSquares(X, y)),
            // equivalent: RootMeanSquaredError(y, X * RidgeCoefficients(X, y, lambda))
            // → RootMeanSquaredError(X * RidgeCoefficients(X, y, lambda), y), because differences are squared
            RootMeanSquaredError(y, X * RidgeCoefficients(X, y, lambda)));

    /// <summary>Part 4: the parameters after 2000 steps with the learning rate 0.1.</summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh">The initial weights of the hidden layer, m x n.</param>
    /// <param name="bh">The initial biases of the hidden layer, n entries.</param>
    /// <param name="Wo">The initial weights of the output layer, n x k.</param>
    /// <param name="bo">The initial biases of the output layer, k entries.</param>
    /// <returns>The four trained parameters.</returns>
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) FitMlp(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh,
        Vector<double> bh,
        Matrix<double> Wo,
        Vector<double> bo) =>
        TrainMlp(X, Y, Wh, bh, Wo, bo, lr: 0.1, epochs: 2000);

    /// <summary>Part 4: the key of the linear model with the lower RMSE on the data of the fit.</summary>
    public static string LowestOnTrainingData() => "ols";

    /// <summary>
    /// A known mistake at question 3.1.5: W35 and W45 are changed first, and the derivatives by the other weights go back
    /// through the new ones.
    /// </summary>
    /// <inheritdoc cref="UpdatedWeights" path="/param"/>
    /// <returns>Six numbers, of which only W35 and W45 are right.</returns>
    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsOneByOne(
        double W13,
        double W14,
        double W23,
        double W24,
        double W35,
        double W45,
        double x1,
        double x2,
        double t,
        double lr)
    {
        var d = LossDerivatives(W13, W14, W23, W24, W35, W45, x1, x2, t);
        var (newW35, newW45) = (W35 - lr * d.dW35, W45 - lr * d.dW45);
        return (W13 - lr * d.dW13 * newW35 / W35, W14 - lr * d.dW14 * newW45 / W45, W23 - lr * d.dW23 * newW35 / W35,
            W24 - lr * d.dW24 * newW45 / W45, newW35, newW45);
    }

    /// <summary>
    /// A known mistake at question 3.4: Wo is changed first, and the gradients of the hidden layer go back through the
    /// new one.
    /// </summary>
    /// <inheritdoc cref="UpdatedParameters" path="/param"/>
    /// <returns>Four parameters, of which only Wo and bo are right.</returns>
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
        UpdatedParametersOneByOne(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh,
        Vector<double> bh,
        Matrix<double> Wo,
        Vector<double> bo,
        double lr)
    {
        var h = Hidden(X, Wh, bh);
        var D = ByPrediction(Y, Affine(h, Wo, bo));
        var newWo = Wo - lr * h.TransposeThisAndMultiply(D);
        var Z = Backwards(D, newWo, h);
        return (Wh - lr * X.TransposeThisAndMultiply(Z), bh - lr * Z.ColumnSums(), newWo, bo - lr * D.ColumnSums());
    }

    /// <summary>
    /// A known mistake at the bonus of question 3.4: the layers are changed one by one from the output on, and the
    /// gradients go back through the new weights.
    /// </summary>
    /// <inheritdoc cref="UpdatedDeepParameters" path="/param"/>
    /// <returns>Six parameters, of which only Wo and bo are right.</returns>
    public static (
        Matrix<double> Wh1,
        Vector<double> bh1,
        Matrix<double> Wh2,
        Vector<double> bh2,
        Matrix<double> Wo,
        Vector<double> bo) UpdatedDeepParametersOneByOne(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh1,
        Vector<double> bh1,
        Matrix<double> Wh2,
        Vector<double> bh2,
        Matrix<double> Wo,
        Vector<double> bo,
        double lr)
    {
        var h1 = Hidden(X, Wh1, bh1);
        var h2 = Hidden(h1, Wh2, bh2);
        var D = ByPrediction(Y, Affine(h2, Wo, bo));
        var newWo = Wo - lr * h2.TransposeThisAndMultiply(D);
        var Z2 = Backwards(D, newWo, h2);
        var newWh2 = Wh2 - lr * h1.TransposeThisAndMultiply(Z2);
        var Z1 = Backwards(Z2, newWh2, h1);
        return (Wh1 - lr * X.TransposeThisAndMultiply(Z1), bh1 - lr * Z1.ColumnSums(), newWh2,
            bh2 - lr * Z2.ColumnSums(), newWo, bo - lr * D.ColumnSums());
    }

    /// <summary>Known mistakes at part 1: a second derivative by X, entry by entry.</summary>
    /// <param name="X">The variable, n x m.</param>
    /// <param name="entry">The entry at i, j, k, l.</param>
    /// <returns>An n x m x n x m array.</returns>
    public static double[,,,] FourWay(Matrix<double> X, Func<int, int, int, int, double> entry)
    {
        var H = Zero(X);
        foreach (var (i, j, _) in X.EnumerateIndexed())
        {
            foreach (var (k, l, _) in X.EnumerateIndexed())
            {
                H[i, j, k, l] = entry(i, j, k, l);
            }
        }

        return H;
    }

    /// <summary>
    /// Questions 2.1 and 2.2 by the equations (X^T X + P) beta = X^T y; with lambda I as P another way to the answer.
    /// </summary>
    /// <param name="X">An n x d matrix.</param>
    /// <param name="y">The n targets.</param>
    /// <param name="P">What is added to X^T X, d x d.</param>
    /// <returns>The solution, d entries; the shortest one where the sum has no inverse.</returns>
    public static Vector<double> RidgeBy(Matrix<double> X, Vector<double> y, Matrix<double> P) =>
        (X.TransposeThisAndMultiply(X) + P).PseudoInverse() * X.TransposeThisAndMultiply(y);

    /// <summary>Question 2.2 with other coefficients.</summary>
    /// <param name="beta">The d coefficients.</param>
    /// <param name="Xnew">The features to predict for, p x d.</param>
    /// <returns>The coefficients and the p values that they predict.</returns>
    public static (Vector<double> beta, Vector<double> predictions) WithPredictions(Vector<double> beta, Matrix<double> Xnew) =>
        (beta, Xnew * beta);

    /// <summary>Known mistakes at question 3.1.2: what the nodes 3 and 4 put out, and node 5 with it.</summary>
    /// <param name="a3">What node 3 puts out.</param>
    /// <param name="a4">What node 4 puts out.</param>
    /// <param name="W35">The weight from node 3 to node 5.</param>
    /// <param name="W45">The weight from node 4 to node 5.</param>
    /// <inheritdoc cref="ForwardPass" path="/returns"/>
    public static (double a3, double a4, double a5) Outputs(double a3, double a4, double W35, double W45) =>
        (a3, a4, W35 * a3 + W45 * a4);

    /// <summary>Known mistakes at question 3.1.4: other derivatives of the functions of the nodes 3 and 4.</summary>
    /// <inheritdoc cref="LossDerivatives" path="/param"/>
    /// <param name="ofNode3">What is taken for the derivative of the sigmoid, by its value.</param>
    /// <param name="ofNode4">What is taken for the derivative of tanh, by its value.</param>
    /// <inheritdoc cref="LossDerivatives" path="/returns"/>
    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivativesThrough(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t,
        Func<double, double> ofNode3, Func<double, double> ofNode4)
    {
        var (a3, a4, a5) = ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2);
        var g = 2 * (a5 - t);
        var (z3, z4) = (g * W35 * ofNode3(a3), g * W45 * ofNode4(a4));
        return (z3 * x1, z4 * x1, z3 * x2, z4 * x2, g * a3, g * a4);
    }

    /// <summary>
    /// Question 3.1.4 without a formula for a derivative: L(W + ih) = L(W) + ih L'(W) up to terms of h^2, which for h =
    /// 1e-20 are below every rounding, and nothing is subtracted (Squire, Trapp 1998).
    /// </summary>
    /// <inheritdoc cref="LossDerivatives" path="/param"/>
    /// <inheritdoc cref="LossDerivatives" path="/returns"/>
    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45)
        LossDerivativesByComplexSteps(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        const double Step = 1e-20;
        double By(int weight)
        {
            Complex At(int index, double value) => new(value, index == weight ? Step : 0);
            var a3 = 1 / (1 + Complex.Exp(-(At(0, W13) * x1 + At(2, W23) * x2)));
            var a4 = Complex.Tanh(At(1, W14) * x1 + At(3, W24) * x2);
            var error = t - (At(4, W35) * a3 + At(5, W45) * a4);
            return (error * error).Imaginary / Step;
        }

        return (By(0), By(1), By(2), By(3), By(4), By(5));
    }

    /// <summary>Known mistakes at questions 3.1.5: six weights, each rounded to two decimals.</summary>
    /// <param name="weights">The six weights.</param>
    /// <returns>The rounded weights.</returns>
    public static (double W13, double W14, double W23, double W24, double W35, double W45) Rounded(
        (double W13, double W14, double W23, double W24, double W35, double W45) weights) =>
        (Math.Round(weights.W13, 2), Math.Round(weights.W14, 2), Math.Round(weights.W23, 2), Math.Round(weights.W24, 2),
            Math.Round(weights.W35, 2), Math.Round(weights.W45, 2));

    /// <summary>Known mistakes at question 3.3: the iteration from other weights or with other inputs.</summary>
    /// <inheritdoc cref="ForwardPass" path="/param"/>
    /// <inheritdoc cref="SecondIteration" path="/returns"/>
    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIterationFrom(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        var updated = UpdatedWeights(W13, W14, W23, W24, W35, W45, x1, x2, t: 2, lr: 0.1);
        return (ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2).a5, updated.W13, updated.W14, updated.W23, updated.W24,
            updated.W35, updated.W45);
    }

    /// <summary>Questions 3.4.1 to 3.4.4 as sums of outer products, one sample after another.</summary>
    /// <inheritdoc cref="MlpGradients" path="/param"/>
    /// <inheritdoc cref="MlpGradients" path="/returns"/>
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradientsSampleBySample(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var (dWo, dbo, dWh, dbh) = (0 * Wo, 0 * bo, 0 * Wh, 0 * bh);
        foreach (var (i, x) in X.EnumerateRowsIndexed())
        {
            var h = (x * Wh + bh).Map(SpecialFunctions.Logistic, Zeros.Include);
            var byOutput = 2.0 / X.RowCount * (h * Wo + bo - Y.Row(i));
            var byHidden = (Wo * byOutput).PointwiseMultiply(h - h.PointwiseMultiply(h));
            (dWo, dbo) = (dWo + h.OuterProduct(byOutput), dbo + byOutput);
            (dWh, dbh) = (dWh + x.OuterProduct(byHidden), dbh + byHidden);
        }

        return (dWo, dbo, dWh, dbh);
    }

    /// <summary>Known mistakes at questions 3.4.1 to 3.4.4: another derivative of the sigmoid.</summary>
    /// <inheritdoc cref="MlpGradients" path="/param"/>
    /// <param name="derivative">What is taken for the derivative of the sigmoid, by its value.</param>
    /// <inheritdoc cref="MlpGradients" path="/returns"/>
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradientsThrough(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        Func<double, double> derivative)
    {
        var h = Hidden(X, Wh, bh);
        var D = ByPrediction(Y, Affine(h, Wo, bo));
        var Z = D.TransposeAndMultiply(Wo).PointwiseMultiply(h.Map(derivative));
        return (h.TransposeThisAndMultiply(D), D.ColumnSums(), X.TransposeThisAndMultiply(Z), Z.ColumnSums());
    }

    /// <summary>
    /// A known mistake at questions 3.4.1 to 3.4.4: the residuals of all samples are added up, and their sum goes back
    /// through the hidden values of every sample.
    /// </summary>
    /// <inheritdoc cref="MlpGradients" path="/param"/>
    /// <returns>Four gradients, of which only dWo and dbo are right.</returns>
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradientsOfSummedResiduals(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var h = Hidden(X, Wh, bh);
        var D = ByPrediction(Y, Affine(h, Wo, bo));
        var summed = Vector<double>.Build.Dense(X.RowCount, 1).OuterProduct(D.ColumnSums());
        var Z = Backwards(summed, Wo, h);
        return (h.TransposeThisAndMultiply(D), D.ColumnSums(), X.TransposeThisAndMultiply(Z), Z.ColumnSums());
    }

    /// <summary>
    /// A known mistake at questions 3.4.1 to 3.4.4: the gradient by Wo with the weighted sums of the hidden nodes instead
    /// of their values.
    /// </summary>
    /// <inheritdoc cref="MlpGradients" path="/param"/>
    /// <returns>Four gradients, all of them right but dWo.</returns>
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradientsOfWeightedSums(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var right = MlpGradients(X, Y, Wh, bh, Wo, bo);
        var D = ByPrediction(Y, Affine(Hidden(X, Wh, bh), Wo, bo));
        return (Affine(X, Wh, bh).TransposeThisAndMultiply(D), right.dbo, right.dWh, right.dbh);
    }

    /// <summary>Question 3.4, code, with another prediction.</summary>
    /// <param name="prediction">The prediction, N x k.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <inheritdoc cref="Forward" path="/returns"/>
    public static (Matrix<double> prediction, double loss) WithLoss(Matrix<double> prediction, Matrix<double> Y) =>
        (prediction, Math.Pow((Y - prediction).FrobeniusNorm(), 2) / Y.RowCount);

    /// <summary>
    /// Known mistakes at the bonus of question 3.4: other derivatives of the two hidden layers on the way to the first one.
    /// </summary>
    /// <inheritdoc cref="DeepMlpGradients" path="/param"/>
    /// <param name="first">What is taken for the derivative of the sigmoid at the first layer, by its value.</param>
    /// <param name="second">The same at the second layer.</param>
    /// <returns>Six gradients, of which dWh1 and dbh1 are wrong.</returns>
    public static (
        Matrix<double> dWo,
        Vector<double> dbo,
        Matrix<double> dWh2,
        Vector<double> dbh2,
        Matrix<double> dWh1,
        Vector<double> dbh1) DeepMlpGradientsBackThrough(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh1,
        Vector<double> bh1,
        Matrix<double> Wh2,
        Vector<double> bh2,
        Matrix<double> Wo,
        Vector<double> bo,
        Func<double, double> first,
        Func<double, double> second)
    {
        var right = DeepMlpGradients(X, Y, Wh1, bh1, Wh2, bh2, Wo, bo);
        var h1 = Hidden(X, Wh1, bh1);
        var h2 = Hidden(h1, Wh2, bh2);
        var Z2 = ByPrediction(Y, Affine(h2, Wo, bo)).TransposeAndMultiply(Wo).PointwiseMultiply(h2.Map(second));
        var Z1 = Z2.TransposeAndMultiply(Wh2).PointwiseMultiply(h1.Map(first));
        return (right.dWo, right.dbo, right.dWh2, right.dbh2, X.TransposeThisAndMultiply(Z1), Z1.ColumnSums());
    }

    /// <summary>A 4-way array of the shape of a second derivative by X, all zero.</summary>
    private static double[,,,] Zero(Matrix<double> X) =>
        new double[X.RowCount, X.ColumnCount, X.RowCount, X.ColumnCount];

    /// <summary>
    /// The second derivative by X with the entries delta_ik B[j, l], where i and k count the rows of X.
    /// </summary>
    private static double[,,,] EqualBlocks(Matrix<double> X, Matrix<double> B)
    {
        var H = Zero(X);
        for (var i = 0; i < X.RowCount; i++)
        {
            // equivalent: B.EnumerateIndexed() → B.Transpose().EnumerateIndexed(), because B is a second derivative, symmetric
            foreach (var (j, l, entry) in B.EnumerateIndexed())
            {
                H[i, j, i, l] = entry;
            }
        }

        return H;
    }

    /// <summary>X W + b, with b added to every row.</summary>
    private static Matrix<double> Affine(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        X * W + Vector<double>.Build.Dense(X.RowCount, 1).OuterProduct(b);

    /// <summary>sigma(X W + b).</summary>
    private static Matrix<double> Hidden(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        Affine(X, W, b).Map(SpecialFunctions.Logistic);

    /// <summary>The gradient of the MSE by the prediction: 2/N (Yhat - Y).</summary>
    private static Matrix<double> ByPrediction(Matrix<double> Y, Matrix<double> Yhat) =>
        // equivalent: 2.0 / Y.RowCount * (Yhat - Y) → 2.0 / Yhat.RowCount * (Yhat - Y),
        // because every target has its prediction
        2.0 / Y.RowCount * (Yhat - Y);

    /// <summary>
    /// The gradient by X W + b of a hidden layer h: (G V^T) o h o (1 - h), where the next layer has G there and the
    /// weights V.
    /// </summary>
    private static Matrix<double> Backwards(Matrix<double> G, Matrix<double> V, Matrix<double> h) =>
        G.TransposeAndMultiply(V).PointwiseMultiply(h.Map(entry => entry * (1 - entry)));
}
