// Matrix calculus
//
// One method answers one question. Write your answer in the place of the line that throws, and leave name, parameters
// and result as they are; helper methods and further files are welcome. What is not written yet costs no other
// question. System, System.Linq and System.Collections.Generic are at hand, arrays may stand for vectors and matrices.
//
// Do not change the arguments: return new vectors and matrices. Your methods are called with many inputs, and their
// results compared to about seven digits, so compute in double and round nothing unless you are asked to.
//
// The homework gives these functions, to be called by their names:
//   double V(double a, double u)
//       Question 1.1: v = exp(a u) / u^3 - 3 u^2 + 2 a u + 5 a - 10.
//   double LogSumExp(Vector<double> w, Matrix<double> X)
//       Question 1.2: z = ln sum_i exp(w^T x_i).
//   double LogOfTwoExponentials(double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e,
//           Matrix<double> X)
//       Question 1.3: y = a ln(exp(b^T X c) + exp(d^T X e)).
//   Vector<double> Hypothesis(Vector<double> w, Matrix<double> X)
//       Question 2.1: the predicted probabilities h_i = 1 / (1 + exp(-g(w)^T x_i)), where g squares every entry.
//   double CrossEntropy(Vector<double> w, Matrix<double> X, Vector<double> y)
//       Question 2.1: L = -1/N sum_i [y_i ln h_i + (1 - y_i) ln(1 - h_i)].
//   double WeightedLoss(Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
//       Part 3: J = 1/2 sum_i w_i (theta^T x_i - y_i)^2.
//   double RidgeLoss(Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda)
//       Question 3.4: J' = J + 1/2 lambda ||theta||^2.

using MathNet.Numerics.LinearAlgebra;
using static MatrixCalculus.Given;

public static class Answers
{
    /// <summary>Question 0.1 (no points): Practice with one option.</summary>
    /// <remarks>A trial run, without points: return the key of exactly one option. Who teaches this course?</remarks>
    /// <returns>
    /// the key of one option:
    /// "gormley": Matt Gormley;
    /// "curie": Marie Curie;
    /// "chomsky": Noam Chomsky.
    /// </returns>
    public static string CourseTeacher()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 0.2 (no points): Practice with several options.</summary>
    /// <remarks>
    /// A trial run, without points: return the keys of all options that apply, in any order. Whose profession was
    /// science?
    /// </remarks>
    /// <returns>
    /// the keys of all options that apply, in any order:
    /// "hawking": Stephen Hawking;
    /// "einstein": Albert Einstein;
    /// "newton": Isaac Newton;
    /// "unknown": I cannot tell.
    /// </returns>
    public static string[] Scientists()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 0.3 (no points): Practice with a blank.</summary>
    /// <remarks>A trial run, without points: return the number under which this course is listed, with its hyphen.</remarks>
    /// <returns>short text</returns>
    public static string CourseNumber()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.1 (2 points): Derivative by a scalar.</summary>
    /// <remarks>
    /// Take a constant $a$ and a variable $u \neq 0$, both real, and
    ///
    /// $$v = \frac{e^{au}}{u^3} - 3u^2 + 2au + 5a - 10.$$
    ///
    /// Return the number $\frac{dv}{du}$ at the point $u$. Both $a$ and $u$ can be negative. `V(a, u)` computes $v$.
    /// </remarks>
    /// <param name="a">number</param>
    /// <param name="u">number</param>
    /// <returns>number</returns>
    public static double DerivativeOfV(double a, double u)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.2 (4 points): Gradient of the logarithm of a sum of exponentials.</summary>
    /// <remarks>
    /// Take a constant vector $w \in \mathbb{R}^D$, variable vectors $x_1, \dots, x_N \in \mathbb{R}^D$ and, with the
    /// natural logarithm,
    ///
    /// $$z = \ln \sum_{i=1}^N e^{w^\top x_i}.$$
    ///
    /// Find $\frac{\partial z}{\partial x_i}$ for every $i$. The vectors arrive as the rows of `X`, an $N \times D$
    /// matrix: row $i$ is $x_i^\top$. Return a matrix of the same $N \times D$ shape whose row $i$ is the gradient
    /// with respect to $x_i$. The result must stay finite when $w^\top x_i$ is in the hundreds. `LogSumExp(w, X)`
    /// computes $z$ for moderate exponents.
    /// </remarks>
    /// <param name="w">vector of D</param>
    /// <param name="X">N x D matrix</param>
    /// <returns>N x D matrix, the shape of X</returns>
    public static Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.3 (4 points): Gradient by a matrix.</summary>
    /// <remarks>
    /// Take constants $a \in \mathbb{R}$, $b, d \in \mathbb{R}^m$, $c, e \in \mathbb{R}^n$, a variable matrix
    /// $X \in \mathbb{R}^{m \times n}$ and, with the natural logarithm,
    ///
    /// $$y = a \ln\left(e^{b^\top X c} + e^{d^\top X e}\right).$$
    ///
    /// (The $e$ that is raised to a power is Euler's number, the $e$ beside $X$ is the vector.) Return
    /// $\frac{dy}{dX}$ as an $m \times n$ matrix: entry $(i, j)$ is $\frac{\partial y}{\partial X_{ij}}$. The result
    /// must stay finite when the exponents are in the hundreds. `LogOfTwoExponentials(a, b, c, d, e, X)` computes $y$
    /// for moderate exponents.
    /// </remarks>
    /// <param name="a">number</param>
    /// <param name="b">vector of m</param>
    /// <param name="c">vector of n</param>
    /// <param name="d">vector of m</param>
    /// <param name="e">vector of n</param>
    /// <param name="X">m x n matrix</param>
    /// <returns>m x n matrix, the shape of X</returns>
    public static Matrix<double> LogOfTwoExponentialsGradient(
        double a, Vector<double> b, Vector<double> c, Vector<double> d, Vector<double> e, Matrix<double> X)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.1-derivation (no points): Derivation of the gradient of the cross-entropy loss.</summary>
    /// <remarks>
    /// Return the derivation that leads to your answer to 2.1, as text: Markdown and LaTeX are welcome. Go by way of
    /// the gradient of one prediction, $\nabla_w h(w, x_i)$, and note the shape of each factor. A person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string CrossEntropyDerivation()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.1 (5 points): Gradient of the cross-entropy loss.</summary>
    /// <remarks>
    /// A classifier of two classes has weights $w \in \mathbb{R}^D$. It gives the example $x_i \in \mathbb{R}^D$ the
    /// probability
    ///
    /// $$h(w, x_i) = \frac{1}{1 + e^{-g(w)^\top x_i}}$$
    ///
    /// of the label 1, where $g$ squares each entry of $w$ on its own: $g(w)_l = w_l^2$. The weights can be negative.
    /// With labels $y_i \in \{0, 1\}$ and the natural logarithm, the loss over $N$ examples is the mean
    ///
    /// $$L(w) = -\frac1N \sum_{i=1}^N \left[ y_i \log h(w, x_i) + (1 - y_i) \log(1 - h(w, x_i)) \right].$$
    ///
    /// Return $\nabla_w L(w)$, a vector of $D$ entries. `X` is $N \times D$ with $x_i^\top$ as row $i$; `y` holds the
    /// $N$ labels as numbers. `Hypothesis(w, X)` computes all $h(w, x_i)$ and `CrossEntropy(w, X, y)` the loss.
    /// </remarks>
    /// <param name="w">vector of D</param>
    /// <param name="X">N x D matrix</param>
    /// <param name="y">vector of N, each 0 or 1</param>
    /// <returns>vector of D, the shape of w</returns>
    public static Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.1-proof (no points): Proof of the matrix form.</summary>
    /// <remarks>
    /// Return, as text, a proof that the sum and the matrix form of question 3.1 are the same function of $\theta$.
    /// Start with row $i$ of $X\theta - Y$. Markdown and LaTeX are welcome; a person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string WeightedLossProof()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.1 (3 points): Weighted squared error in matrix form.</summary>
    /// <remarks>
    /// A data set has $n$ points: features $x_i \in \mathbb{R}^m$, a target $y_i \in \mathbb{R}$ and a weight
    /// $w_i \ge 0$ each. The linear model $\theta^\top x$ with $\theta \in \mathbb{R}^m$ has the loss
    ///
    /// $$J(\theta) = \frac12 \sum_{i=1}^n w_i \left( \theta^\top x_i - y_i \right)^2.$$
    ///
    /// Collect the data in `X`, $n \times m$ with $x_i^\top$ as row $i$, in `Y` and `w` of $n$ entries, and let $W$
    /// be the diagonal $n \times n$ matrix with $w$ on its diagonal. Compute the same number $J(\theta)$ without a
    /// sum over the points, as $\frac12 (X\theta - Y)^\top W (X\theta - Y)$.
    /// </remarks>
    /// <param name="theta">vector of m</param>
    /// <param name="X">n x m matrix</param>
    /// <param name="Y">vector of n</param>
    /// <param name="w">vector of n, each at least 0</param>
    /// <returns>number</returns>
    public static double WeightedLossInMatrixForm(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2 (3 points): Gradient of the weighted squared error.</summary>
    /// <remarks>
    /// Return $\nabla_\theta J(\theta)$ for the loss of question 3.1, a vector of $m$ entries. The inputs are those
    /// of 3.1.
    /// </remarks>
    /// <param name="theta">vector of m</param>
    /// <param name="X">n x m matrix</param>
    /// <param name="Y">vector of n</param>
    /// <param name="w">vector of n, each at least 0</param>
    /// <returns>vector of m, the shape of theta</returns>
    public static Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.3 (3 points): The best parameters.</summary>
    /// <remarks>
    /// Return the $\theta \in \mathbb{R}^m$ that makes the loss $J$ of question 3.1 as small as possible, where its
    /// gradient is zero. There are more points than features, $n > m$, and the minimum is unique. Some weight can be
    /// zero.
    /// </remarks>
    /// <param name="X">n x m matrix</param>
    /// <param name="Y">vector of n</param>
    /// <param name="w">vector of n, each at least 0</param>
    /// <returns>vector of m</returns>
    public static Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.4 (3 points): Gradient with a penalty.</summary>
    /// <remarks>
    /// A penalty on large parameters changes the loss of question 3.1 to
    ///
    /// $$J'(\theta) = \frac12 \sum_{i=1}^n w_i \left( \theta^\top x_i - y_i \right)^2 + \frac12 \lambda \|\theta\|^2$$
    ///
    /// with $\lambda > 0$ and the Euclidean norm over all entries of $\theta$. Return $\nabla_\theta J'(\theta)$, a
    /// vector of $m$ entries. The other inputs are those of 3.1.
    /// </remarks>
    /// <param name="theta">vector of m</param>
    /// <param name="X">n x m matrix</param>
    /// <param name="Y">vector of n</param>
    /// <param name="w">vector of n, each at least 0</param>
    /// <param name="lambda">number greater than 0</param>
    /// <returns>vector of m, the shape of theta</returns>
    public static Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.1 (no points): Help received.</summary>
    /// <remarks>Who helped you with this homework, and how? Return the full details as text, or say that nobody did.</remarks>
    /// <returns>text that a person reads</returns>
    public static string HelpReceived()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.2 (no points): Help given.</summary>
    /// <remarks>
    /// Whom did you help with this homework, and how? Return the full details as text, or say that you helped nobody.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string HelpGiven()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.3 (no points): Code found.</summary>
    /// <remarks>
    /// Did you meet code that solves a part of this homework, wherever it was? Return the full details as text, or
    /// say that you did not.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string CodeFound()
    {
        throw new NotImplementedException();
    }
}
