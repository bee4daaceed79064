using MathNet.Numerics.LinearAlgebra;

namespace RegressionAndNeuralNetworks;

/// <summary>The functions that the homework states, and data to train on. Answers may call them.</summary>
/// <remarks>
/// Rows are samples: a layer with the weights W and the biases b maps X to X W + b, where b is added to every row. The
/// data come from a generator that is written out here, so that a seed means the same numbers everywhere.
/// </remarks>
public static class Given
{
    /// <summary>Question 1.1: f = M^T M x.</summary>
    /// <param name="M">A constant m x m matrix.</param>
    /// <param name="x">The variable, m entries.</param>
    /// <returns>A vector of m entries.</returns>
    public static Vector<double> GramProduct(Matrix<double> M, Vector<double> x) => M.Transpose() * (M * x);

    /// <summary>Question 1.2: f = tr(M X).</summary>
    /// <param name="M">A constant m x n matrix.</param>
    /// <param name="X">The variable, an n x m matrix.</param>
    /// <returns>The scalar f.</returns>
    public static double TraceOfProduct(Matrix<double> M, Matrix<double> X) => (M * X).Trace();

    /// <summary>Question 1.3: f = tr(X X^T).</summary>
    /// <param name="X">The variable, an n x n matrix.</param>
    /// <returns>The scalar f.</returns>
    public static double TraceOfGram(Matrix<double> X) => (X * X.Transpose()).Trace();

    /// <summary>Question 1.4: f = a^T X b.</summary>
    /// <param name="a">A constant vector of m entries.</param>
    /// <param name="b">A constant vector of n entries.</param>
    /// <param name="X">The variable, an m x n matrix.</param>
    /// <returns>The scalar f.</returns>
    public static double BilinearForm(Vector<double> a, Vector<double> b, Matrix<double> X) => a * X * b;

    /// <summary>Question 1.5: f = a^T X^T X b.</summary>
    /// <param name="a">A constant vector of m entries.</param>
    /// <param name="b">A constant vector of m entries.</param>
    /// <param name="X">The variable, an n x m matrix.</param>
    /// <returns>The scalar f.</returns>
    public static double GramForm(Vector<double> a, Vector<double> b, Matrix<double> X) => (X * a) * (X * b);

    /// <summary>Question 2.0: ||y - X beta||^2, what ordinary least squares minimises.</summary>
    /// <param name="X">An n x d matrix; row i holds the features of sample i.</param>
    /// <param name="y">The n targets.</param>
    /// <param name="beta">The coefficients, d entries.</param>
    /// <returns>The sum of the squared residuals.</returns>
    public static double SquaredResiduals(Matrix<double> X, Vector<double> y, Vector<double> beta)
    {
        var residual = y - X * beta;
        return residual * residual;
    }

    /// <summary>Questions 2.1 and 2.2: ||y - X beta||^2 + lambda ||beta||^2, what ridge regression minimises.</summary>
    /// <param name="X">An n x d matrix; row i holds the features of sample i.</param>
    /// <param name="y">The n targets.</param>
    /// <param name="lambda">The strength of the penalty, positive.</param>
    /// <param name="beta">The coefficients, d entries.</param>
    /// <returns>The scalar objective.</returns>
    public static double RidgeObjective(Matrix<double> X, Vector<double> y, double lambda, Vector<double> beta) =>
        SquaredResiduals(X, y, beta) + lambda * (beta * beta);

    /// <summary>Part 3: sigma(z) = 1 / (1 + exp(-z)).</summary>
    /// <param name="z">Any number.</param>
    /// <returns>A number between 0 and 1.</returns>
    public static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    /// <summary>
    /// Section 3.1: the loss (t - a5)^2 of the network of five nodes, where a3 = sigma(W13 x1 + W23 x2),
    /// a4 = tanh(W14 x1 + W24 x2) and a5 = W35 a3 + W45 a4.
    /// </summary>
    /// <param name="W13">The weight from node 1 to node 3; the other weights are named in the same way.</param>
    /// <param name="x1">The input of node 1.</param>
    /// <param name="x2">The input of node 2.</param>
    /// <param name="t">The target: what node 5 should put out.</param>
    /// <returns>The scalar loss.</returns>
    public static double NetworkLoss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        var error = t - (W35 * Sigmoid(W13 * x1 + W23 * x2) + W45 * Math.Tanh(W14 * x1 + W24 * x2));
        return error * error;
    }

    /// <summary>
    /// Section 3.4: MSE = 1/N sum_i ||Y_i - Yhat_i||^2 of the network with one hidden layer, Yhat = sigma(X Wh + bh) Wo
    /// + bo. The sum over the k outputs of a sample is not divided by k.
    /// </summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh">The weights of the hidden layer, m x n.</param>
    /// <param name="bh">The biases of the hidden layer, n entries.</param>
    /// <param name="Wo">The weights of the output layer, n x k.</param>
    /// <param name="bo">The biases of the output layer, k entries.</param>
    /// <returns>The scalar MSE.</returns>
    public static double MeanSquaredError(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var errors = Y - Affine(Affine(X, Wh, bh).Map(Sigmoid), Wo, bo);
        return errors.Enumerate().Sum(error => error * error) / Y.RowCount;
    }

    /// <summary>
    /// Section 3.4, bonus: the MSE of the network with two hidden layers, h1 = sigma(X Wh1 + bh1),
    /// h2 = sigma(h1 Wh2 + bh2), Yhat = h2 Wo + bo.
    /// </summary>
    /// <param name="X">An N x m matrix; row i is sample i.</param>
    /// <param name="Y">The targets, N x k.</param>
    /// <param name="Wh1">The weights of the first hidden layer, m x n1.</param>
    /// <param name="bh1">Its biases, n1 entries.</param>
    /// <param name="Wh2">The weights of the second hidden layer, n1 x n2.</param>
    /// <param name="bh2">Its biases, n2 entries.</param>
    /// <param name="Wo">The weights of the output layer, n2 x k.</param>
    /// <param name="bo">Its biases, k entries.</param>
    /// <returns>The scalar MSE.</returns>
    public static double DeepMeanSquaredError(
        Matrix<double> X,
        Matrix<double> Y,
        Matrix<double> Wh1,
        Vector<double> bh1,
        Matrix<double> Wh2,
        Vector<double> bh2,
        Matrix<double> Wo,
        Vector<double> bo) =>
        MeanSquaredError(Affine(X, Wh1, bh1).Map(Sigmoid), Y, Wh2, bh2, Wo, bo);

    /// <summary>Generated data: two features of each sample, uniform in [-2, 2).</summary>
    /// <param name="count">The number of samples.</param>
    /// <param name="seed">Any whole number; another one gives other samples.</param>
    /// <returns>A count x 2 matrix; row i is sample i.</returns>
    public static Matrix<double> Features(int count, int seed) => 2 * Uniform(count, 2, seed);

    /// <summary>
    /// Generated data: y = sin(2 x_1) + (x_2^2 - x_2) / 2 - 2/3 + e with noise e, uniform in [-0.2, 0.2). Over the
    /// square of the features y has the mean 0, so that a linear model needs no constant term.
    /// </summary>
    /// <param name="X">Features, N x 2.</param>
    /// <param name="seed">Draws the noise; another one than that of the features.</param>
    /// <returns>An N x 1 matrix of targets.</returns>
    public static Matrix<double> Targets(Matrix<double> X, int seed) =>
        Uniform(X.RowCount, 1, seed).MapIndexed((i, _, e) =>
            Math.Sin(2 * X[i, 0]) + (X[i, 1] * X[i, 1] - X[i, 1]) / 2 - 2.0 / 3 + 0.2 * e);

    /// <summary>
    /// Uniform in [-1, 1): initial weights, or one row of initial biases. Times a factor, another width.
    /// </summary>
    /// <remarks>
    /// The generator is splitmix64 (Steele, Lea, Flood 2014): the state starts at the seed and grows by a constant;
    /// entry by entry, along the rows, it is mixed into 64 bits, of which the upper 53 are used.
    /// </remarks>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="seed">Any whole number.</param>
    /// <returns>A rows x columns matrix.</returns>
    public static Matrix<double> Uniform(int rows, int columns, int seed)
    {
        var matrix = Matrix<double>.Build.Dense(rows, columns);
        var state = (ulong)seed;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                state += 0x9E3779B97F4A7C15;
                var bits = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
                bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
                matrix[i, j] = ((bits ^ (bits >> 31)) >> 11) * Math.Pow(2, -52) - 1;
            }
        }

        return matrix;
    }

    /// <summary>X W + b, with b added to every row.</summary>
    private static Matrix<double> Affine(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        (X * W).MapIndexed((_, j, entry) => entry + b[j]);
}
