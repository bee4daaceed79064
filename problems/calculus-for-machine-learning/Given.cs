using MathNet.Numerics.LinearAlgebra;

namespace CalculusForMachineLearning;

/// <summary>The functions that the homework states, and functions to try its rules on. Answers may call them.</summary>
/// <remarks>
/// A gradient has the shape of the variable; a Jacobian has one row for each output and one column for each input. The
/// functions of question 1a.ii come from factories: two coefficient vectors of n entries give a function of R^n to R.
/// </remarks>
public static class Given
{
    /// <summary>Question 1a.i: f(w) = X w.</summary>
    /// <param name="X">An n x n matrix.</param>
    /// <param name="w">The variable, n entries.</param>
    /// <returns>A vector of n entries.</returns>
    public static Vector<double> LinearMap(Matrix<double> X, Vector<double> w) => X * w;

    /// <summary>Question 1a.ii: g(w) = f(w) w, the vector w times the number f(w).</summary>
    /// <param name="f">A differentiable function of R^n to R.</param>
    /// <param name="w">The variable, n entries.</param>
    /// <returns>A vector of n entries.</returns>
    public static Vector<double> ScaledByFunction(Func<Vector<double>, double> f, Vector<double> w) => f(w) * w;

    /// <summary>Question 1b.i: h(w) = w^T X w.</summary>
    /// <param name="X">An n x n matrix, not symmetric in general.</param>
    /// <param name="w">The variable, n entries.</param>
    /// <returns>The scalar h.</returns>
    public static double QuadraticForm(Matrix<double> X, Vector<double> w) => w * X * w;

    /// <summary>Question 1b.ii: l(w) = ||w||^2, with the Euclidean norm.</summary>
    /// <param name="w">The variable, n entries.</param>
    /// <returns>The scalar l.</returns>
    public static double SquaredNorm(Vector<double> w) => w.DotProduct(w);

    /// <summary>Question 1c: p(z) = z^T z.</summary>
    /// <param name="z">The variable, m entries.</param>
    /// <returns>The scalar p.</returns>
    public static double P(Vector<double> z) => z.DotProduct(z);

    /// <summary>Question 1c: a map to try the chain rule on, q(x) = A x + sin(B x), where sin is elementwise.</summary>
    /// <param name="A">An m x n matrix.</param>
    /// <param name="B">An m x n matrix.</param>
    /// <param name="x">A vector of n entries.</param>
    /// <returns>A vector of m entries.</returns>
    public static Vector<double> Q(Matrix<double> A, Matrix<double> B, Vector<double> x) =>
        A * x + (B * x).PointwiseSin();

    /// <summary>The Jacobian of <see cref="Q"/> by x: A + diag(cos(B x)) B.</summary>
    /// <param name="A">An m x n matrix.</param>
    /// <param name="B">An m x n matrix.</param>
    /// <param name="x">A vector of n entries.</param>
    /// <returns>An m x n matrix.</returns>
    public static Matrix<double> QJacobian(Matrix<double> A, Matrix<double> B, Vector<double> x)
    {
        var cosines = (B * x).PointwiseCos();
        return A + B.MapIndexed((i, _, entry) => cosines[i] * entry);
    }

    /// <summary>Question 1c: p(q(x)), where p is <see cref="P"/> and q is <see cref="Q"/>.</summary>
    /// <param name="A">An m x n matrix.</param>
    /// <param name="B">An m x n matrix.</param>
    /// <param name="x">The variable, n entries.</param>
    /// <returns>The scalar p.</returns>
    public static double POfQ(Matrix<double> A, Matrix<double> B, Vector<double> x) => P(Q(A, B, x));

    /// <summary>Part 2: g(x) = x_1^2 / 4 + x_2^2 / 9.</summary>
    /// <param name="x">The variable, 2 entries.</param>
    /// <returns>The scalar g.</returns>
    public static double G(Vector<double> x) => x[0] * x[0] / 4 + x[1] * x[1] / 9;

    /// <summary>Part 3: L(w) = ||y - X w||^2, with the Euclidean norm.</summary>
    /// <param name="X">An n x d matrix.</param>
    /// <param name="y">The targets, n entries.</param>
    /// <param name="w">The weights, d entries.</param>
    /// <returns>The scalar L.</returns>
    public static double LeastSquaresLoss(Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        var residual = y - X * w;
        return residual.DotProduct(residual);
    }

    /// <summary>The function (a^T w) (b^T w).</summary>
    /// <param name="a">A vector of n entries.</param>
    /// <param name="b">A vector of n entries.</param>
    /// <returns>A function of R^n to R.</returns>
    public static Func<Vector<double>, double> Product(Vector<double> a, Vector<double> b) =>
        w => a.DotProduct(w) * b.DotProduct(w);

    /// <summary>The gradient of <see cref="Product"/>: (b^T w) a + (a^T w) b.</summary>
    /// <param name="a">A vector of n entries.</param>
    /// <param name="b">A vector of n entries.</param>
    /// <returns>A map of R^n to R^n.</returns>
    public static Func<Vector<double>, Vector<double>> ProductGradient(Vector<double> a, Vector<double> b) =>
        w => b.DotProduct(w) * a + a.DotProduct(w) * b;

    /// <summary>The function sin(a^T w) + b^T w.</summary>
    /// <param name="a">A vector of n entries.</param>
    /// <param name="b">A vector of n entries.</param>
    /// <returns>A function of R^n to R.</returns>
    public static Func<Vector<double>, double> Wave(Vector<double> a, Vector<double> b) =>
        w => Math.Sin(a.DotProduct(w)) + b.DotProduct(w);

    /// <summary>The gradient of <see cref="Wave"/>: cos(a^T w) a + b.</summary>
    /// <param name="a">A vector of n entries.</param>
    /// <param name="b">A vector of n entries.</param>
    /// <returns>A map of R^n to R^n.</returns>
    public static Func<Vector<double>, Vector<double>> WaveGradient(Vector<double> a, Vector<double> b) =>
        w => Math.Cos(a.DotProduct(w)) * a + b;

    /// <summary>The function tanh(a^T w) (1 + (b^T w)^2).</summary>
    /// <param name="a">A vector of n entries.</param>
    /// <param name="b">A vector of n entries.</param>
    /// <returns>A function of R^n to R.</returns>
    public static Func<Vector<double>, double> Saturating(Vector<double> a, Vector<double> b) => w =>
    {
        var q = b.DotProduct(w);
        return Math.Tanh(a.DotProduct(w)) * (1 + q * q);
    };

    /// <summary>
    /// The gradient of <see cref="Saturating"/>: with t = tanh(a^T w) and q = b^T w it is
    /// (1 - t^2) (1 + q^2) a + 2 t q b.
    /// </summary>
    /// <param name="a">A vector of n entries.</param>
    /// <param name="b">A vector of n entries.</param>
    /// <returns>A map of R^n to R^n.</returns>
    public static Func<Vector<double>, Vector<double>> SaturatingGradient(Vector<double> a, Vector<double> b) => w =>
    {
        var t = Math.Tanh(a.DotProduct(w));
        var q = b.DotProduct(w);
        return (1 - t * t) * (1 + q * q) * a + 2 * t * q * b;
    };
}
