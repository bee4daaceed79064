using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CalculusForMachineLearning;

/// <summary>The answers to the homework on calculus for machine learning. Staff only.</summary>
/// <remarks>
/// A gradient has the shape of the variable; a Jacobian has one row for each output and one column for each input; the
/// Hessian of a function of n variables is n x n.
/// </remarks>
public static class Reference
{
    /// <summary>Question 1a.i: df_i/dw_j = X_ij, the same at every w.</summary>
    /// <param name="X">An n x n matrix.</param>
    /// <param name="w">The point, n entries.</param>
    /// <returns>An n x n matrix.</returns>
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w) => X;

    /// <summary>Question 1a.ii: dg_i/dw_j = w_i df/dw_j + f(w) delta_ij, the matrix w (grad f)^T + f(w) I.</summary>
    /// <param name="f">A differentiable function of R^n to R.</param>
    /// <param name="gradient">The gradient of f, a map of R^n to R^n.</param>
    /// <param name="w">The point, n entries.</param>
    /// <returns>An n x n matrix.</returns>
    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w) =>
        w.OuterProduct(gradient(w)) + f(w) * Matrix<double>.Build.DenseIdentity(w.Count);

    /// <summary>Question 1b.i: grad h = (X + X^T) w; the Hessian is X + X^T.</summary>
    /// <param name="X">An n x n matrix, not symmetric in general.</param>
    /// <param name="w">The point, n entries.</param>
    /// <returns>A vector of n entries and a symmetric n x n matrix.</returns>
    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w)
    {
        var hessian = X + X.Transpose();
        // equivalent: (hessian * w, hessian) → (hessian.Transpose() * w, hessian), because X + X^T is symmetric
        // equivalent: (hessian * w, hessian) → (hessian * w, hessian.Transpose()), because X + X^T is symmetric
        return (hessian * w, hessian);
    }

    /// <summary>Question 1b.ii: grad l = 2 w; the Hessian is 2 I.</summary>
    /// <param name="w">The point, n entries.</param>
    /// <returns>A vector of n entries and an n x n matrix.</returns>
    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w) =>
        (2 * w, 2 * Matrix<double>.Build.DenseIdentity(w.Count));

    /// <summary>Question 1c: the gradient of p = z^T z by z is 2 z, the one by x is 2 J^T z.</summary>
    /// <param name="z">The vector q(x), m entries.</param>
    /// <param name="J">The Jacobian dz/dx at x, m x n.</param>
    /// <returns>A vector of m entries and a vector of n entries.</returns>
    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J) =>
        (2 * z, 2 * J.TransposeThisAndMultiply(z));

    /// <summary>Question 2a-gradient: grad g = (x_1 / 2, 2 x_2 / 9).</summary>
    /// <param name="x">The point, 2 entries.</param>
    /// <returns>A vector of 2 entries.</returns>
    public static Vector<double> GradientOfG(Vector<double> x) =>
        Vector<double>.Build.DenseOfArray([x[0] / 2, 2 * x[1] / 9]);

    /// <summary>Question 2a-first: 13/36 + (x_1 - 1) / 2 + 2 (x_2 - 1) / 9.</summary>
    /// <param name="x">A vector of 2 entries.</param>
    /// <returns>The value of the polynomial at x.</returns>
    public static double FirstOrderTaylor(Vector<double> x) =>
        13.0 / 36 + (x[0] - 1) / 2 + 2 * (x[1] - 1) / 9;

    /// <summary>Question 2a-second: the first order plus (x_1 - 1)^2 / 4 + (x_2 - 1)^2 / 9. It is g.</summary>
    /// <param name="x">A vector of 2 entries.</param>
    /// <returns>The value of the polynomial at x.</returns>
    public static double SecondOrderTaylor(Vector<double> x)
    {
        var step = x - 1;
        return FirstOrderTaylor(x) + step[0] * step[0] / 4 + step[1] * step[1] / 9;
    }

    /// <summary>Question 3a: L = y^T y - 2 y^T X w + w^T X^T X w, each term with its sign.</summary>
    /// <param name="X">An n x d matrix.</param>
    /// <param name="y">The targets, n entries.</param>
    /// <param name="w">The weights, d entries.</param>
    /// <returns>The terms y^T y, -2 y^T X w and w^T X^T X w, and their sum.</returns>
    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        var prediction = X * w;
        var targets = y.DotProduct(y);
        var cross = -2 * y.DotProduct(prediction);
        var quadratic = prediction.DotProduct(prediction);
        return (targets, cross, quadratic, targets + cross + quadratic);
    }

    /// <summary>Question 3b: grad L = 2 X^T (X w - y).</summary>
    /// <param name="X">An n x d matrix.</param>
    /// <param name="y">The targets, n entries.</param>
    /// <param name="w">The point, d entries.</param>
    /// <returns>A vector of d entries.</returns>
    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        2 * X.TransposeThisAndMultiply(X * w - y);

    /// <summary>Question 3c: argmin L = (X^T X)^-1 X^T y.</summary>
    /// <remarks>
    /// By a QR decomposition of X: the normal equations would square the condition number.
    /// </remarks>
    /// <param name="X">An n x d matrix of rank d, n > d.</param>
    /// <param name="y">The targets, n entries.</param>
    /// <returns>The minimising w, a vector of d entries.</returns>
    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y) =>
        X.QR(QRMethod.Thin).Solve(y);
}
