using MathNet.Numerics.LinearAlgebra;

namespace MatrixCalculus;

/// <summary>The functions that homework 5 states, written the way it states them. Answers may call them.</summary>
/// <remarks>
/// They are direct transcriptions: at very large exponents they overflow where a careful answer does not.
/// </remarks>
public static class Given
{
    /// <summary>Question 1.1: v = exp(a u) / u^3 - 3 u^2 + 2 a u + 5 a - 10.</summary>
    /// <param name="a">A constant.</param>
    /// <param name="u">The variable, not zero.</param>
    /// <returns>The scalar v.</returns>
    public static double V(double a, double u) =>
        Math.Exp(a * u) / Math.Pow(u, 3) - 3 * u * u + 2 * a * u + 5 * a - 10;

    /// <summary>Question 1.2: z = ln sum_i exp(w^T x_i).</summary>
    /// <param name="w">A constant vector of D entries.</param>
    /// <param name="X">An N x D matrix; row i is x_i.</param>
    /// <returns>The scalar z.</returns>
    public static double LogSumExp(Vector<double> w, Matrix<double> X) =>
        Math.Log(X.EnumerateRows().Sum(x => Math.Exp(w.DotProduct(x))));

    /// <summary>Question 1.3: y = a ln(exp(b^T X c) + exp(d^T X e)).</summary>
    /// <param name="a">A constant.</param>
    /// <param name="b">A constant vector of m entries.</param>
    /// <param name="c">A constant vector of n entries.</param>
    /// <param name="d">A constant vector of m entries.</param>
    /// <param name="e">A constant vector of n entries.</param>
    /// <param name="X">The variable, an m x n matrix.</param>
    /// <returns>The scalar y.</returns>
    public static double LogOfTwoExponentials(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X) =>
        a * Math.Log(Math.Exp(b * X * c) + Math.Exp(d * X * e));

    /// <summary>
    /// Question 2.1: the predicted probabilities h_i = 1 / (1 + exp(-g(w)^T x_i)), where g squares every entry.
    /// </summary>
    /// <param name="w">The weights, D entries.</param>
    /// <param name="X">An N x D matrix; row i is x_i.</param>
    /// <returns>The N probabilities.</returns>
    public static Vector<double> Hypothesis(Vector<double> w, Matrix<double> X)
    {
        var g = w.Map(wl => wl * wl);
        return Vector<double>.Build.Dense(X.RowCount, i => 1 / (1 + Math.Exp(-g.DotProduct(X.Row(i)))));
    }

    /// <summary>Question 2.1: L = -1/N sum_i [y_i ln h_i + (1 - y_i) ln(1 - h_i)].</summary>
    /// <param name="w">The weights, D entries.</param>
    /// <param name="X">An N x D matrix; row i is x_i.</param>
    /// <param name="y">The N labels, each 0 or 1.</param>
    /// <returns>The mean cross-entropy L.</returns>
    public static double CrossEntropy(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var h = Hypothesis(w, X);
        var sum = 0.0;
        for (var i = 0; i < y.Count; i++)
        {
            sum += y[i] * Math.Log(h[i]) + (1 - y[i]) * Math.Log(1 - h[i]);
        }

        return -sum / y.Count;
    }

    /// <summary>Part 3: J = 1/2 sum_i w_i (theta^T x_i - y_i)^2.</summary>
    /// <param name="theta">The parameters, m entries.</param>
    /// <param name="X">An n x m matrix; row i is x_i.</param>
    /// <param name="Y">The n targets y_i.</param>
    /// <param name="w">The n weights of the data points, none negative.</param>
    /// <returns>The scalar J.</returns>
    public static double WeightedLoss(Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var sum = 0.0;
        for (var i = 0; i < Y.Count; i++)
        {
            var residual = theta.DotProduct(X.Row(i)) - Y[i];
            sum += w[i] * residual * residual;
        }

        return 0.5 * sum;
    }

    /// <summary>Question 3.4: J' = J + 1/2 lambda ||theta||^2.</summary>
    /// <param name="theta">The parameters, m entries.</param>
    /// <param name="X">An n x m matrix; row i is x_i.</param>
    /// <param name="Y">The n targets y_i.</param>
    /// <param name="w">The n weights of the data points, none negative.</param>
    /// <param name="lambda">The strength of the penalty, positive.</param>
    /// <returns>The scalar J'.</returns>
    public static double RidgeLoss(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        WeightedLoss(theta, X, Y, w) + 0.5 * lambda * theta.DotProduct(theta);
}
