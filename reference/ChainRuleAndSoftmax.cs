using MathNet.Numerics.LinearAlgebra;

namespace ChainRuleAndSoftmax;

/// <summary>The answers to the homework on the chain rule and softmax. Staff only.</summary>
/// <remarks>
/// A gradient has the shape of the variable; a Jacobian has one row for each output and one column for each input.
/// </remarks>
public static class Reference
{
    /// <summary>Question CQ1.1: grad h = 3/2 ||r|| J_f(s)^T r, where r = f(s) - y; zero where r is zero.</summary>
    /// <param name="f">A differentiable map of R^m to R^n.</param>
    /// <param name="jacobian">The Jacobian of f, a map of R^m to the n x m matrices.</param>
    /// <param name="s">The point, m entries.</param>
    /// <param name="y">The target, n entries.</param>
    /// <returns>A vector of m entries.</returns>
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        var residual = f(s) - y;
        return 1.5 * residual.L2Norm() * jacobian(s).TransposeThisAndMultiply(residual);
    }

    /// <summary>Question CQ1.2-jacobian: a row for each entry of (s_1 s_2, s_1^2 + s_2^2, s_1).</summary>
    /// <param name="s">The point, 2 entries.</param>
    /// <returns>A 3 x 2 matrix.</returns>
    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    /// <summary>Question CQ1.2: the gradient of CQ1.1 for the map (s_1 s_2, s_1^2 + s_2^2, s_1).</summary>
    /// <remarks>At s = (1, 2) and y = (1, 1, 1) it is 3/2 sqrt(17) (10, 17).</remarks>
    /// <param name="s">The point, 2 entries.</param>
    /// <param name="y">The target, 3 entries.</param>
    /// <returns>A vector of 2 entries.</returns>
    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y) =>
        CubedNormGradient(ExampleMap, ExampleJacobian, s, y);

    /// <summary>Question CQ2: dS_i/dx_j, the matrix diag(S) - S S^T.</summary>
    /// <param name="x">A vector of k entries.</param>
    /// <returns>A symmetric k x k matrix whose columns add up to 0.</returns>
    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var powers = (x - x.Maximum()).PointwiseExp();
        var softmax = powers / powers.Sum();
        // equivalent: softmax.OuterProduct(softmax) → softmax.OuterProduct(softmax).Transpose(), because S S^T is symmetric
        return Matrix<double>.Build.DenseOfDiagonalVector(softmax) - softmax.OuterProduct(softmax);
    }

    private static Vector<double> ExampleMap(Vector<double> s) =>
        Vector<double>.Build.DenseOfArray([s[0] * s[1], s[0] * s[0] + s[1] * s[1], s[0]]);
}
