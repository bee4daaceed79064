// Chain rule and softmax
//
// One method answers one question. Write your answer in the place of the line that throws, and leave name, parameters
// and result as they are; helper methods and further files are welcome. What is not written yet costs no other
// question. System, System.Linq and System.Collections.Generic are at hand, arrays may stand for vectors and matrices.
//
// Do not change the arguments: return new vectors and matrices. Your methods are called with many inputs, and their
// results compared to about seven digits, so compute in double and round nothing unless you are asked to.
//
// The homework gives these functions, to be called by their names:
//   double HalfCubedNorm(Func<Vector<double>, Vector<double>> f, Vector<double> s, Vector<double> y)
//       Question CQ1.1: h = 1/2 ||f(s) - y||^3, with the Euclidean norm.
//   Vector<double> ExampleMap(Vector<double> s)
//       Question CQ1.2: the map (s_1 s_2, s_1^2 + s_2^2, s_1).
//   double ExampleLoss(Vector<double> s, Vector<double> y)
//       Question CQ1.2: 1/2 ||f(s) - y||^3, where f is ExampleMap.
//   Vector<double> Softmax(Vector<double> x)
//       Question CQ2: S(x)_i = exp(x_i) / sum_j exp(x_j), shifted by the largest entry so that nothing overflows.
//   Func<Vector<double>, Vector<double>> Quadratic(Matrix<double> A, Matrix<double> B)
//       The map A s + (B s) o (B s), where o is elementwise.
//   Func<Vector<double>, Matrix<double>> QuadraticJacobian(Matrix<double> A, Matrix<double> B)
//       The Jacobian of Quadratic: A + 2 diag(B s) B.
//   Func<Vector<double>, Vector<double>> Waves(Matrix<double> A, Matrix<double> B)
//       The map sin(A s) + B s, where sin is elementwise.
//   Func<Vector<double>, Matrix<double>> WavesJacobian(Matrix<double> A, Matrix<double> B)
//       The Jacobian of Waves: diag(cos(A s)) A + B.
//   Func<Vector<double>, Vector<double>> Saturating(Matrix<double> A, Matrix<double> B)
//       The map tanh(A s) o (1 + (B s) o (B s)), where tanh and o are elementwise.
//   Func<Vector<double>, Matrix<double>> SaturatingJacobian(Matrix<double> A, Matrix<double> B)
//       The Jacobian of Saturating: with t = tanh(A s) and q = B s it is diag((1 - t o t) o (1 + q o q)) A + 2 diag(t o q) B.

using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    /// <summary>Question CQ1.1 (1 point): Chain rule for a cubed norm.</summary>
    /// <remarks>
    /// Let $f : \mathbb{R}^m \to \mathbb{R}^n$ be any differentiable map, $y \in \mathbb{R}^n$ fixed and, with the
    /// Euclidean norm,
    ///
    /// $$h(s) = \tfrac12 \, \| f(s) - y \|^3, \qquad s \in \mathbb{R}^m.$$
    ///
    /// Return $\nabla h(s)$, a vector of $m$ entries. Your method receives `f` itself and `jacobian`, which maps a
    /// point to the $n \times m$ Jacobian of $f$ there: row = output, column = input, so that entry $(i, j)$ is
    /// $\frac{\partial f_i}{\partial s_j}$. It is tried with several maps. The gradient exists everywhere, also where
    /// $f(s) = y$. `HalfCubedNorm(f, s, y)` computes $h$.
    /// </remarks>
    /// <param name="f">a map of R^m to R^n</param>
    /// <param name="jacobian">a map of R^m to the n x m matrices</param>
    /// <param name="s">vector of m</param>
    /// <param name="y">vector of n</param>
    /// <returns>vector of m, the shape of s</returns>
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f, Func<Vector<double>, Matrix<double>> jacobian, Vector<double> s,
        Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question CQ1.2-jacobian (no points): Jacobian of one map.</summary>
    /// <remarks>
    /// Return the Jacobian of the map
    ///
    /// $$f(s) = \begin{bmatrix} s_1 s_2 \\ s_1^2 + s_2^2 \\ s_1 \end{bmatrix}$$
    ///
    /// of $\mathbb{R}^2$ to $\mathbb{R}^3$, a $3 \times 2$ matrix. `ExampleMap(s)` computes $f$. It has no points of its
    /// own; question CQ1.2 builds on it.
    /// </remarks>
    /// <param name="s">vector of 2</param>
    /// <returns>3 x 2 matrix; row = output, column = input: entry [i, j] is the derivative of output i by s[j]</returns>
    public static Matrix<double> ExampleJacobian(Vector<double> s)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question CQ1.2 (1 point): Chain rule for one map.</summary>
    /// <remarks>
    /// Return the gradient of question CQ1.1 for the map $f$ of question CQ1.2-jacobian: a vector of 2 entries. One of the
    /// points that are tried is $s = (1, 2)$ with $y = (1, 1, 1)$; the others are different. `ExampleMap(s)` computes
    /// $f$, `ExampleLoss(s, y)` computes $\frac12 \|f(s) - y\|^3$.
    ///
    /// If your answer to CQ1.2-jacobian is wrong and this one follows correctly from it, it still earns 80 % of the points.
    /// </remarks>
    /// <param name="s">vector of 2</param>
    /// <param name="y">vector of 3</param>
    /// <returns>vector of 2, the shape of s</returns>
    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question CQ2 (1 point): Jacobian of softmax.</summary>
    /// <remarks>
    /// The softmax of $x \in \mathbb{R}^k$ is the vector $S(x) \in \mathbb{R}^k$ with the entries
    ///
    /// $$S(x)_i = \frac{e^{x_i}}{\sum_{l=1}^k e^{x_l}}.$$
    ///
    /// Return its Jacobian at $x$, a $k \times k$ matrix: entry $(i, j)$ is $\frac{\partial S_i}{\partial x_j}$. The
    /// result must stay finite when the entries of $x$ are in the thousands, of either sign. `Softmax(x)` computes
    /// $S(x)$.
    /// </remarks>
    /// <param name="x">vector of k</param>
    /// <returns>k x k matrix; row = output, column = input: entry [i, j] is the derivative of output i by x[j]</returns>
    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        throw new NotImplementedException();
    }
}
