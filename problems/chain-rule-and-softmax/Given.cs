using MathNet.Numerics.LinearAlgebra;

namespace ChainRuleAndSoftmax;

/// <summary>The functions that the homework states, and maps to try the chain rule on. Answers may call them.</summary>
/// <remarks>
/// A Jacobian has one row for each output and one column for each input. The maps come from factories: two coefficient
/// matrices of n x m give a map of R^m to R^n. A map makes a new vector and never changes its argument.
/// </remarks>
public static class Given
{
    /// <summary>Question CQ1.1: h = 1/2 ||f(s) - y||^3, with the Euclidean norm.</summary>
    /// <param name="f">A differentiable map of R^m to R^n.</param>
    /// <param name="s">The variable, m entries.</param>
    /// <param name="y">The target, n entries.</param>
    /// <returns>The scalar h.</returns>
    public static double HalfCubedNorm(Func<Vector<double>, Vector<double>> f, Vector<double> s, Vector<double> y) =>
        0.5 * Math.Pow((f(s) - y).L2Norm(), 3);

    /// <summary>Question CQ1.2: the map (s_1 s_2, s_1^2 + s_2^2, s_1).</summary>
    /// <param name="s">A vector of 2 entries.</param>
    /// <returns>A vector of 3 entries.</returns>
    public static Vector<double> ExampleMap(Vector<double> s) =>
        Vector<double>.Build.DenseOfArray([s[0] * s[1], s[0] * s[0] + s[1] * s[1], s[0]]);

    /// <summary>Question CQ1.2: 1/2 ||f(s) - y||^3, where f is <see cref="ExampleMap"/>.</summary>
    /// <param name="s">The variable, 2 entries.</param>
    /// <param name="y">The target, 3 entries.</param>
    /// <returns>The scalar h.</returns>
    public static double ExampleLoss(Vector<double> s, Vector<double> y) => HalfCubedNorm(ExampleMap, s, y);

    /// <summary>
    /// Question CQ2: S(x)_i = exp(x_i) / sum_j exp(x_j), shifted by the largest entry so that nothing overflows.
    /// </summary>
    /// <param name="x">A vector of k entries.</param>
    /// <returns>A vector of k entries, positive, with the sum 1.</returns>
    public static Vector<double> Softmax(Vector<double> x)
    {
        var powers = (x - x.Maximum()).PointwiseExp();
        return powers / powers.Sum();
    }

    /// <summary>The map A s + (B s) o (B s), where o is elementwise.</summary>
    /// <param name="A">An n x m matrix.</param>
    /// <param name="B">An n x m matrix.</param>
    /// <returns>A map of R^m to R^n.</returns>
    public static Func<Vector<double>, Vector<double>> Quadratic(Matrix<double> A, Matrix<double> B) =>
        s => A * s + (B * s).Map(b => b * b);

    /// <summary>The Jacobian of <see cref="Quadratic"/>: A + 2 diag(B s) B.</summary>
    /// <param name="A">An n x m matrix.</param>
    /// <param name="B">An n x m matrix.</param>
    /// <returns>A map of R^m to the n x m matrices.</returns>
    public static Func<Vector<double>, Matrix<double>> QuadraticJacobian(Matrix<double> A, Matrix<double> B) =>
        s => A + ScaleRows(2 * (B * s), B);

    /// <summary>The map sin(A s) + B s, where sin is elementwise.</summary>
    /// <param name="A">An n x m matrix.</param>
    /// <param name="B">An n x m matrix.</param>
    /// <returns>A map of R^m to R^n.</returns>
    public static Func<Vector<double>, Vector<double>> Waves(Matrix<double> A, Matrix<double> B) =>
        s => (A * s).Map(Math.Sin) + B * s;

    /// <summary>The Jacobian of <see cref="Waves"/>: diag(cos(A s)) A + B.</summary>
    /// <param name="A">An n x m matrix.</param>
    /// <param name="B">An n x m matrix.</param>
    /// <returns>A map of R^m to the n x m matrices.</returns>
    public static Func<Vector<double>, Matrix<double>> WavesJacobian(Matrix<double> A, Matrix<double> B) =>
        s => ScaleRows((A * s).Map(Math.Cos), A) + B;

    /// <summary>The map tanh(A s) o (1 + (B s) o (B s)), where tanh and o are elementwise.</summary>
    /// <param name="A">An n x m matrix.</param>
    /// <param name="B">An n x m matrix.</param>
    /// <returns>A map of R^m to R^n.</returns>
    public static Func<Vector<double>, Vector<double>> Saturating(Matrix<double> A, Matrix<double> B) =>
        s => (A * s).Map(Math.Tanh).PointwiseMultiply((B * s).Map(b => 1 + b * b));

    /// <summary>
    /// The Jacobian of <see cref="Saturating"/>: with t = tanh(A s) and q = B s it is
    /// diag((1 - t o t) o (1 + q o q)) A + 2 diag(t o q) B.
    /// </summary>
    /// <param name="A">An n x m matrix.</param>
    /// <param name="B">An n x m matrix.</param>
    /// <returns>A map of R^m to the n x m matrices.</returns>
    public static Func<Vector<double>, Matrix<double>> SaturatingJacobian(Matrix<double> A, Matrix<double> B) => s =>
    {
        var t = (A * s).Map(Math.Tanh);
        var q = B * s;
        var towardsA = t.Map2((ti, qi) => (1 - ti * ti) * (1 + qi * qi), q);
        return ScaleRows(towardsA, A) + ScaleRows(2 * t.PointwiseMultiply(q), B);
    };

    /// <summary>diag(factors) M: row i of M times the i-th factor.</summary>
    private static Matrix<double> ScaleRows(Vector<double> factors, Matrix<double> M) =>
        M.MapIndexed((i, _, entry) => factors[i] * entry);
}
