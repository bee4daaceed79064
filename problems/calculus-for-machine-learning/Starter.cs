// Calculus for machine learning
//
// One method answers one question. Write your answer in the place of the line that throws, and leave name, parameters
// and result as they are; helper methods and further files are welcome. What is not written yet costs no other
// question. System, System.Linq and System.Collections.Generic are at hand, arrays may stand for vectors and matrices.
//
// Do not change the arguments: return new vectors and matrices. Your methods are called with many inputs, and their
// results compared to about seven digits, so compute in double and round nothing unless you are asked to.
//
// The homework gives these functions, to be called by their names:
//   Vector<double> LinearMap(Matrix<double> X, Vector<double> w)
//       Question 1a.i: f(w) = X w.
//   Vector<double> ScaledByFunction(Func<Vector<double>, double> f, Vector<double> w)
//       Question 1a.ii: g(w) = f(w) w, the vector w times the number f(w).
//   double QuadraticForm(Matrix<double> X, Vector<double> w)
//       Question 1b.i: h(w) = w^T X w.
//   double SquaredNorm(Vector<double> w)
//       Question 1b.ii: l(w) = ||w||^2, with the Euclidean norm.
//   double P(Vector<double> z)
//       Question 1c: p(z) = z^T z.
//   Vector<double> Q(Matrix<double> A, Matrix<double> B, Vector<double> x)
//       Question 1c: a map to try the chain rule on, q(x) = A x + sin(B x), where sin is elementwise.
//   Matrix<double> QJacobian(Matrix<double> A, Matrix<double> B, Vector<double> x)
//       The Jacobian of Q by x: A + diag(cos(B x)) B.
//   double POfQ(Matrix<double> A, Matrix<double> B, Vector<double> x)
//       Question 1c: p(q(x)), where p is P and q is Q.
//   double G(Vector<double> x)
//       Part 2: g(x) = x_1^2 / 4 + x_2^2 / 9.
//   double LeastSquaresLoss(Matrix<double> X, Vector<double> y, Vector<double> w)
//       Part 3: L(w) = ||y - X w||^2, with the Euclidean norm.
//   Func<Vector<double>, double> Product(Vector<double> a, Vector<double> b)
//       The function (a^T w) (b^T w).
//   Func<Vector<double>, Vector<double>> ProductGradient(Vector<double> a, Vector<double> b)
//       The gradient of Product: (b^T w) a + (a^T w) b.
//   Func<Vector<double>, double> Wave(Vector<double> a, Vector<double> b)
//       The function sin(a^T w) + b^T w.
//   Func<Vector<double>, Vector<double>> WaveGradient(Vector<double> a, Vector<double> b)
//       The gradient of Wave: cos(a^T w) a + b.
//   Func<Vector<double>, double> Saturating(Vector<double> a, Vector<double> b)
//       The function tanh(a^T w) (1 + (b^T w)^2).
//   Func<Vector<double>, Vector<double>> SaturatingGradient(Vector<double> a, Vector<double> b)
//       The gradient of Saturating: with t = tanh(a^T w) and q = b^T w it is (1 - t^2) (1 + q^2) a + 2 t q b.

using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

public static class Answers
{
    /// <summary>Question 1a.i (1 point): Jacobian of a linear map.</summary>
    /// <remarks>
    /// The Jacobian of $F : \mathbb{R}^n \to \mathbb{R}^m$ at $w$ is the $m \times n$ matrix whose entry $(i, j)$ is
    /// $\frac{\partial F_i}{\partial w_j}$: row = output, column = input.
    ///
    /// Return the Jacobian of $f(w) = Xw$ at $w \in \mathbb{R}^n$, where $X$ is an $n \times n$ matrix that is not
    /// symmetric in general. `LinearMap(X, w)` computes $f$.
    /// </remarks>
    /// <param name="X">n x n matrix</param>
    /// <param name="w">vector of n</param>
    /// <returns>n x n matrix; row = output, column = input: entry [i, j] is the derivative of output i by w[j]</returns>
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1a.ii (1 point): Jacobian of a vector that a function scales.</summary>
    /// <remarks>
    /// Let $f : \mathbb{R}^n \to \mathbb{R}$ be any differentiable function and $g(w) = f(w)\, w$: the vector
    /// $w \in \mathbb{R}^n$ times the number $f(w)$.
    ///
    /// Return the Jacobian of $g$ at $w$, an $n \times n$ matrix: entry $(i, j)$ is
    /// $\frac{\partial g_i}{\partial w_j}$. Your method receives `f` itself and `gradient`, which maps a point to
    /// $\nabla f$ there, a vector of $n$ entries. It is tried with several functions. `ScaledByFunction(f, w)` computes
    /// $g$.
    /// </remarks>
    /// <param name="f">a function of R^n to R</param>
    /// <param name="gradient">a map of R^n to R^n</param>
    /// <param name="w">vector of n</param>
    /// <returns>n x n matrix; row = output, column = input: entry [i, j] is the derivative of output i by w[j]</returns>
    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1b.i (1 point for all parts together): Gradient and Hessian of a quadratic form.</summary>
    /// <remarks>
    /// Take $h(w) = w^\top X w$ with $w \in \mathbb{R}^n$ and an $n \times n$ matrix $X$ that is not symmetric in
    /// general. Return, at the point $w$,
    ///
    /// * `gradient`: $\nabla h(w)$, a vector of $n$ entries, entry $i$ is $\frac{\partial h}{\partial w_i}$;
    /// * `hessian`: $\nabla^2 h(w)$, an $n \times n$ matrix, entry $(i, j)$ is
    ///   $\frac{\partial^2 h}{\partial w_i \partial w_j}$.
    ///
    /// Both must be right. `QuadraticForm(X, w)` computes $h$.
    /// </remarks>
    /// <param name="X">n x n matrix</param>
    /// <param name="w">vector of n</param>
    /// <returns>
    /// gradient: vector of n, the shape of w;
    /// hessian: n x n matrix; entry [i, j] is the second derivative by w[i] and w[j].
    /// </returns>
    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1b.ii (1 point for all parts together): Gradient and Hessian of the squared norm.</summary>
    /// <remarks>
    /// Take $l(w) = \|w\|_2^2$ with $w \in \mathbb{R}^n$, the square of the Euclidean norm. Return, at the point $w$,
    /// the `gradient` $\nabla l(w)$, a vector of $n$ entries, and the `hessian` $\nabla^2 l(w)$, an $n \times n$ matrix
    /// whose entry $(i, j)$ is $\frac{\partial^2 l}{\partial w_i \partial w_j}$. Both must be right. `SquaredNorm(w)`
    /// computes $l$.
    /// </remarks>
    /// <param name="w">vector of n</param>
    /// <returns>
    /// gradient: vector of n, the shape of w;
    /// hessian: n x n matrix; entry [i, j] is the second derivative by w[i] and w[j].
    /// </returns>
    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1c (1 point for all parts together): Chain rule for a squared norm.</summary>
    /// <remarks>
    /// Let $q : \mathbb{R}^n \to \mathbb{R}^m$ be any differentiable map, $z = q(x)$ and $p(z) = z^\top z$. Return two
    /// gradients:
    ///
    /// * `byZ`: $\nabla_z\, p(z)$, where $z$ is the variable, a vector of $m$ entries;
    /// * `byX`: $\nabla_x\, p(q(x))$, where $x$ is the variable, a vector of $n$ entries. Express it by $z$ and
    ///   $\frac{\partial z}{\partial x}$.
    ///
    /// Your method receives the vector `z` $= q(x)$ and the $m \times n$ matrix `J` $= \frac{\partial z}{\partial x}$
    /// at $x$: entry $(i, j)$ is $\frac{\partial z_i}{\partial x_j}$. It learns neither $x$ nor what $q$ is. Both
    /// gradients must be right. `P(z)` computes $p$.
    /// </remarks>
    /// <param name="z">vector of m</param>
    /// <param name="J">m x n matrix</param>
    /// <returns>
    /// byZ: vector of m, the shape of z;
    /// byX: vector of n, the shape of x.
    /// </returns>
    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2a-plot (no points): Level sets and gradient directions.</summary>
    /// <remarks>
    /// Draw level sets of
    ///
    /// $$g(x_1, x_2) = \frac{x_1^2}{4} + \frac{x_2^2}{9}$$
    ///
    /// for at least three levels, and mark the direction of $\nabla g$ at several points of each. Return the drawing as
    /// text: SVG, TikZ, or the script that plots it. If you draw by hand, say where the sheet is handed in, and
    /// describe the curves and the arrows in words. A person looks at it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string LevelSets()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2a-gradient (1 point): Gradient field.</summary>
    /// <remarks>
    /// Return $\nabla g(x)$, the arrow that is drawn at the point $x = (x_1, x_2)$, for
    ///
    /// $$g(x_1, x_2) = \frac{x_1^2}{4} + \frac{x_2^2}{9}.$$
    ///
    /// It is a vector of 2 entries, with its true length. `G(x)` computes $g$; `x[0]` is $x_1$ and `x[1]` is $x_2$.
    /// </remarks>
    /// <param name="x">vector of 2</param>
    /// <returns>vector of 2, the shape of x</returns>
    public static Vector<double> GradientOfG(Vector<double> x)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2a-first (1 point): Taylor approximation of first order.</summary>
    /// <remarks>
    /// Let $\hat g_1$ be the Taylor polynomial of first order of
    ///
    /// $$g(x_1, x_2) = \frac{x_1^2}{4} + \frac{x_2^2}{9}$$
    ///
    /// around the point $x_0 = (1, 1)$. Return its value $\hat g_1(x)$ at the point $x = (x_1, x_2)$, a number. The
    /// centre stays $x_0$ whatever `x` is, and `x` can be far from it. `x[0]` is $x_1$ and `x[1]` is $x_2$.
    /// </remarks>
    /// <param name="x">vector of 2</param>
    /// <returns>number</returns>
    public static double FirstOrderTaylor(Vector<double> x)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2a-second (1 point): Taylor approximation of second order.</summary>
    /// <remarks>
    /// Let $\hat g_2$ be the Taylor polynomial of second order of the $g$ of question 2a-first, around the same
    /// point $x_0 = (1, 1)$: all terms up to the second order, those of the first included. Return its value
    /// $\hat g_2(x)$ at the point $x = (x_1, x_2)$, a number.
    /// </remarks>
    /// <param name="x">vector of 2</param>
    /// <returns>number</returns>
    public static double SecondOrderTaylor(Vector<double> x)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2a-comment (no points): How good the approximations are.</summary>
    /// <remarks>
    /// Return, as text, how well each of your two approximations of $g$ does near $x_0$ and far from it: where is it
    /// exact, and how large is its error elsewhere? A formula for the error says more than an example. A person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string TaylorComment()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3a (1 point for all parts together): Expansion of the least squares loss.</summary>
    /// <remarks>
    /// For a matrix $X \in \mathbb{R}^{n \times d}$, targets $y \in \mathbb{R}^n$ and weights $w \in \mathbb{R}^d$, the
    /// least squares loss is
    ///
    /// $$\mathcal{L}(w) = \|y - Xw\|_2^2.$$
    ///
    /// Expand it. Return four numbers:
    ///
    /// * `targets`: the term in which only $y$ occurs;
    /// * `cross`: the sum of all terms in which both $y$ and $w$ occur;
    /// * `quadratic`: the term in which $w$ occurs twice;
    /// * `total`: the value of $\mathcal{L}(w)$.
    ///
    /// Each term carries the sign with which it stands in the expansion: `targets + cross + quadratic` equals `total`,
    /// so a term that is subtracted is returned as its negative. All four must be right. `LeastSquaresLoss(X, y, w)`
    /// computes $\mathcal{L}$.
    /// </remarks>
    /// <param name="X">n x d matrix</param>
    /// <param name="y">vector of n</param>
    /// <param name="w">vector of d</param>
    /// <returns>
    /// targets: number;
    /// cross: number;
    /// quadratic: number;
    /// total: number.
    /// </returns>
    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3b (1 point): Gradient of the least squares loss.</summary>
    /// <remarks>
    /// Return $\nabla \mathcal{L}(w)$ for the loss $\mathcal{L}(w) = \|y - Xw\|_2^2$ of question 3a, a vector of $d$
    /// entries. The inputs are those of 3a.
    /// </remarks>
    /// <param name="X">n x d matrix</param>
    /// <param name="y">vector of n</param>
    /// <param name="w">vector of d</param>
    /// <returns>vector of d, the shape of w</returns>
    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3c (1 point): The best weights.</summary>
    /// <remarks>
    /// Return $w^* = \operatorname*{argmin}_w \|y - Xw\|_2^2$, a vector of $d$ entries: the point where the gradient of
    /// question 3b is zero. $X \in \mathbb{R}^{n \times d}$ has more rows than columns, $n > d$, and full column rank
    /// $d$, so $w^*$ is unique; no $w$ fits the targets exactly.
    /// </remarks>
    /// <param name="X">n x d matrix</param>
    /// <param name="y">vector of n</param>
    /// <returns>vector of d</returns>
    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y)
    {
        throw new NotImplementedException();
    }
}
