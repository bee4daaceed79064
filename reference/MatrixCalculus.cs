using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MatrixCalculus;

/// <summary>The answers to homework 5, matrix calculus. Staff only.</summary>
/// <remarks>
/// The gradient of a scalar has the shape of the variable. Where a given formula overflows at large exponents, the
/// answer does not.
/// </remarks>
public static class Reference
{
    /// <summary>Question 0.1: the key of the teacher of the course.</summary>
    public static string CourseTeacher() => "gormley";

    /// <summary>Question 0.2: the keys of the scientists.</summary>
    public static string[] Scientists() => ["hawking", "einstein", "newton"];

    /// <summary>Question 0.3: the number of the course.</summary>
    public static string CourseNumber() => "10-606";

    /// <summary>Question 1.1: dv/du = exp(a u) (a u - 3) / u^4 - 6 u + 2 a.</summary>
    /// <param name="a">A constant.</param>
    /// <param name="u">The point, not zero.</param>
    /// <returns>The derivative, a scalar.</returns>
    public static double DerivativeOfV(double a, double u) =>
        Math.Exp(a * u) * (a * u - 3) / Math.Pow(u, 4) - 6 * u + 2 * a;

    /// <summary>Question 1.2: row i is dz/dx_i = softmax(X w)_i w^T.</summary>
    /// <param name="w">A constant vector of D entries.</param>
    /// <param name="X">An N x D matrix; row i is x_i.</param>
    /// <returns>An N x D matrix.</returns>
    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X) =>
        Softmax(X * w).OuterProduct(w);

    /// <summary>Question 1.3: dy/dX = a (p b c^T + (1 - p) d e^T), where p = sigma(b^T X c - d^T X e).</summary>
    /// <param name="a">A constant.</param>
    /// <param name="b">A constant vector of m entries.</param>
    /// <param name="c">A constant vector of n entries.</param>
    /// <param name="d">A constant vector of m entries.</param>
    /// <param name="e">A constant vector of n entries.</param>
    /// <param name="X">The point, an m x n matrix.</param>
    /// <returns>An m x n matrix.</returns>
    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        var difference = b * X * c - d * X * e;
        return a * (SpecialFunctions.Logistic(difference) * b.OuterProduct(c)
            + SpecialFunctions.Logistic(-difference) * d.OuterProduct(e));
    }

    /// <summary>Question 2.1: grad L = 2/N w o X^T (h - y), where h = sigma(X (w o w)) and o is elementwise.</summary>
    /// <param name="w">The weights, D entries.</param>
    /// <param name="X">An N x D matrix; row i is x_i.</param>
    /// <param name="y">The N labels, each 0 or 1.</param>
    /// <returns>A vector of D entries.</returns>
    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var h = (X * w.PointwiseMultiply(w)).Map(SpecialFunctions.Logistic);
        return 2.0 / X.RowCount * w.PointwiseMultiply(X.TransposeThisAndMultiply(h - y));
    }

    /// <summary>Question 3.1: J = 1/2 (X theta - Y)^T W (X theta - Y), where W = diag(w).</summary>
    /// <param name="theta">The parameters, m entries.</param>
    /// <param name="X">An n x m matrix; row i is x_i.</param>
    /// <param name="Y">The n targets.</param>
    /// <param name="w">The n weights of the data points, none negative.</param>
    /// <returns>The scalar J.</returns>
    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var residual = X * theta - Y;
        return 0.5 * (residual * Matrix<double>.Build.DiagonalOfDiagonalVector(w) * residual);
    }

    /// <summary>Question 3.2: grad J = X^T W (X theta - Y).</summary>
    /// <param name="theta">The parameters, m entries.</param>
    /// <param name="X">An n x m matrix; row i is x_i.</param>
    /// <param name="Y">The n targets.</param>
    /// <param name="w">The n weights of the data points, none negative.</param>
    /// <returns>A vector of m entries.</returns>
    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.TransposeThisAndMultiply(w.PointwiseMultiply(X * theta - Y));

    /// <summary>Question 3.3: argmin J = (X^T W X)^-1 X^T W Y.</summary>
    /// <remarks>
    /// Solved as the least-squares problem of sqrt(W) X and sqrt(W) Y by a QR decomposition: the normal equations
    /// would square the condition number.
    /// </remarks>
    /// <param name="X">An n x m matrix; row i is x_i. The rows of positive weight have rank m.</param>
    /// <param name="Y">The n targets.</param>
    /// <param name="w">The n weights of the data points, none negative.</param>
    /// <returns>The minimising theta, a vector of m entries.</returns>
    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var root = w.PointwiseSqrt();
        var scaled = Matrix<double>.Build.Dense(X.RowCount, X.ColumnCount, (i, j) => root[i] * X[i, j]);
        return scaled.QR(QRMethod.Thin).Solve(root.PointwiseMultiply(Y));
    }

    /// <summary>Question 3.4: grad J' = X^T W (X theta - Y) + lambda theta.</summary>
    /// <param name="theta">The parameters, m entries.</param>
    /// <param name="X">An n x m matrix; row i is x_i.</param>
    /// <param name="Y">The n targets.</param>
    /// <param name="w">The n weights of the data points, none negative.</param>
    /// <param name="lambda">The strength of the penalty, positive.</param>
    /// <returns>A vector of m entries.</returns>
    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        WeightedLossGradient(theta, X, Y, w) + lambda * theta;

    /// <summary>softmax(t)_i = exp(t_i) / sum_k exp(t_k), shifted by the largest entry against overflow.</summary>
    private static Vector<double> Softmax(Vector<double> t)
    {
        var powers = (t - t.Maximum()).PointwiseExp();
        return powers / powers.Sum();
    }
}
