// Gradients, Jacobians and backpropagation
//
// One method answers one question. Write your answer in the place of the line that throws, and leave name, parameters
// and result as they are; helper methods and further files are welcome. What is not written yet costs no other
// question. System, System.Linq and System.Collections.Generic are at hand, arrays may stand for vectors and matrices.
//
// Do not change the arguments: return new vectors and matrices. Your methods are called with many inputs, and their
// results compared to about seven digits, so compute in double and round nothing unless you are asked to.
//
// The homework gives these functions, to be called by their names:
//   double SinePlusSquare(Vector<double> x)
//       Question 1.1: f(x) = sin x_1 + 2 x_2^2.
//   double LinearForm(Vector<double> x)
//       Question 1.2: g(x) = v^T x for v = (3, -2).
//   Vector<double> SpaceToPlane(Vector<double> x)
//       Question 2.1: f(x) = (2 x_1^2 + 3 x_2 + 5, sin(x_3) exp(x_1)).
//   Vector<double> LinearMap(Matrix<double> A, Vector<double> v)
//       Question 2.2a: g(v) = A v.
//   Vector<double> Translation(Vector<double> v, Vector<double> w)
//       Question 2.2b: h(v) = v + w.
//   double QuadraticForm(Matrix<double> A, Vector<double> v)
//       Question 3.1: f(A) = v^T A v.
//   double SquaredLength(Matrix<double> A, Vector<double> v)
//       Question 3.2: f(A) = ||A v||^2, the sum of the squares of the entries of A v.
//   double SquaredError(Vector<double> output, Vector<double> y)
//       Part 4: the loss of an output, L = ||y - y'||^2.
//   double NetworkLoss(Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x,
//           Vector<double> y)
//       Part 4: the loss of the network's output for the input x.
//   double LossFromActivation(Vector<double> activation, Matrix<double> W, Vector<double> c, Vector<double> y)
//       Question 4.4: the loss, seen as a function of h' alone.
//   double LossFromHidden(Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y)
//       Question 4.5: the loss, seen as a function of h alone.
//   Vector<double> OneHot(int label, int labels)
//       A label as a vector: 1 in the entry of the label, 0 elsewhere.
//   double Accuracy(Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Matrix<double> images,
//           Matrix<double> labels)
//       Question 4.8: the share of images whose largest output stands in the entry of their label.
//   Matrix<double> Images(int seed, int count)
//       Pictures of 28 x 28 pixels, light (1) on dark (0), each of a digit that is shifted, scaled, slanted, drawn
//       with a thinner or thicker pen and a little unsteadily; noise lies over all pixels.
//   Matrix<double> Labels(int seed, int count)
//       The digits that Images of the same seed shows, as one-hot vectors.
//   Matrix<double> InitialWeights(int rows, int columns, int seed)
//       Random weights, evenly spread between -r and r, where r^2 = 1 / columns.

using MathNet.Numerics.LinearAlgebra;
using static GradientsAndBackpropagation.Given;
using static GradientsAndBackpropagation.Digits;

public static class Answers
{
    /// <summary>Question 0.1 (no points): Name.</summary>
    /// <remarks>Return your name, as text.</remarks>
    /// <returns>text that a person reads</returns>
    public static string Name()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 0.2 (no points): Student ID.</summary>
    /// <remarks>Return your student ID, as text.</remarks>
    /// <returns>text that a person reads</returns>
    public static string StudentId()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.1a (1 point): Gradient of a function of two variables.</summary>
    /// <remarks>
    /// Let $f : \mathbb{R}^2 \to \mathbb{R}$, with the sine in radians,
    ///
    /// $$f(x) = \sin(x_1) + 2x_2^2.$$
    ///
    /// Return $\nabla f(x)$ at the point $x$, a vector of 2 entries. `SinePlusSquare(x)` computes $f$.
    /// </remarks>
    /// <param name="x">vector of 2</param>
    /// <returns>vector of 2, the shape of x</returns>
    public static Vector<double> SinePlusSquareGradient(Vector<double> x)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.1b (1 point): A critical point.</summary>
    /// <remarks>
    /// A point is critical when the gradient there is zero. Return a critical point of the $f$ of question 1.1a, a
    /// vector of 2 entries. There are several, and any of them is right. Do not round it: at your point no entry of
    /// the gradient may be larger in size than $10^{-9}$.
    /// </remarks>
    /// <returns>vector of 2</returns>
    public static Vector<double> CriticalPoint()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.1c (1 point): The gradient near a critical point.</summary>
    /// <remarks>
    /// Choose a critical point $x^*$ of the $f$ of question 1.1a and another point $y$ near it. Look at whether the
    /// gradient at $y$ points towards $x^*$ or away from it, and find out what kind of critical point $x^*$ is. Return
    /// all of it in one tuple:
    ///
    /// * `criticalPoint`: your $x^*$, 2 entries, not rounded;
    /// * `y`: your $y$, 2 entries, with $\|y - x^*\| \ge 0.01$ and $|y_1 - x^*_1| &lt; \pi$;
    /// * `gradient`: $\nabla f(y)$, 2 entries, not rounded;
    /// * `direction`: the word `towards` where $\nabla f(y)^\top (x^* - y)$ is positive, the word `away` where it is
    ///   negative;
    /// * `kind`: one of the words `saddle`, `minimum`, `maximum`, for $x^*$. A single gradient does not settle it.
    ///
    /// Your own points are judged, whichever you choose, with one exception: the gradient at $y$ must not stand
    /// (nearly) at a right angle to $x^* - y$, so the product above has to be at least a hundredth of
    /// $\|\nabla f(y)\| \, \|x^* - y\|$ in size. Capital letters do not matter in the words.
    /// </remarks>
    /// <returns>
    /// criticalPoint: vector of 2;
    /// y: vector of 2;
    /// gradient: vector of 2;
    /// direction: short text;
    /// kind: short text.
    /// </returns>
    public static (Vector<double> criticalPoint, Vector<double> y, Vector<double> gradient, string direction,
        string kind) NearbyGradient()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.1c-conclusion (no points): What the direction says about the critical point.</summary>
    /// <remarks>
    /// Return, as text, what follows from your answer to 1.1c: which kinds of critical points are still possible when
    /// the gradient at one point nearby points towards, or away, and what settled it for you. A person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string NearbyGradientConclusion()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.2a (1 point): Gradient of a linear function.</summary>
    /// <remarks>
    /// Let $v = (3, -2)$ and $g(x) = v^\top x$ for $x \in \mathbb{R}^2$. Return $\nabla g(x)$ at the point $x$, a
    /// vector of 2 entries. `LinearForm(x)` computes $g$.
    /// </remarks>
    /// <param name="x">vector of 2</param>
    /// <returns>vector of 2, the shape of x</returns>
    public static Vector<double> LinearFormGradient(Vector<double> x)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.2b (1 point): Critical points of a linear function.</summary>
    /// <remarks>
    /// Which critical points, points with a gradient of zero, has the $g$ of question 1.2a? Return the key of exactly
    /// one option.
    /// </remarks>
    /// <returns>
    /// the key of one option:
    /// "none": There is no critical point;
    /// "origin": The origin is the only one;
    /// "line": The points with g(x) = 0, a line through the origin;
    /// "all": Every point is critical.
    /// </returns>
    public static string LinearFormCriticalPoints()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.2b-reason (no points): Why these are the critical points.</summary>
    /// <remarks>Return the reason for your answer to 1.2b, as text. A person reads it.</remarks>
    /// <returns>text that a person reads</returns>
    public static string LinearFormReason()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.1a (1 point): Shape of a Jacobian.</summary>
    /// <remarks>
    /// The Jacobian $J_f$ of a function $f$ holds $\frac{\partial f_i}{\partial x_j}$ in row $i$ and column $j$. Let
    /// $f : \mathbb{R}^3 \to \mathbb{R}^2$. Return how many rows and how many columns $J_f$ has.
    /// </remarks>
    /// <returns>
    /// rows: whole number;
    /// columns: whole number.
    /// </returns>
    public static (int rows, int columns) SpaceToPlaneJacobianShape()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.1b (1 point): A Jacobian.</summary>
    /// <remarks>
    /// Let $f : \mathbb{R}^3 \to \mathbb{R}^2$ be
    ///
    /// $$f(x) = \begin{bmatrix} 2x_1^2 + 3x_2 + 5 \\ \sin(x_3) \, e^{x_1} \end{bmatrix};$$
    ///
    /// its second entry is the product of the sine of $x_3$ and the exponential of $x_1$. Return $J_f(x)$ at the point
    /// $x$, with $\frac{\partial f_i}{\partial x_j}$ in row $i$ and column $j$. `SpaceToPlane(x)` computes $f$.
    /// </remarks>
    /// <param name="x">vector of 3</param>
    /// <returns>2 x 3 matrix; row = output, column = input: entry [i, j] is the derivative of output i by x[j]</returns>
    public static Matrix<double> SpaceToPlaneJacobian(Vector<double> x)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.2a (1 point): Jacobian of a linear map.</summary>
    /// <remarks>
    /// Let $A$ be a constant $n \times d$ matrix and $g(v) = Av$ for $v \in \mathbb{R}^d$. Return $J_g(v)$ at the point
    /// $v$, with $\frac{\partial g_i}{\partial v_j}$ in row $i$ and column $j$. `LinearMap(A, v)` computes $g$.
    /// </remarks>
    /// <param name="A">n x d matrix</param>
    /// <param name="v">vector of d</param>
    /// <returns>n x d matrix; row = output, column = input: entry [i, j] is the derivative of output i by v[j]</returns>
    public static Matrix<double> LinearMapJacobian(Matrix<double> A, Vector<double> v)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.2a-shape (1 point): Shape of the Jacobian of a linear map.</summary>
    /// <remarks>
    /// Return how many rows and how many columns the Jacobian $J_g$ of question 2.2a has, for the $n \times d$ matrix
    /// `A`. It is tried with matrices of several shapes.
    /// </remarks>
    /// <param name="A">n x d matrix</param>
    /// <returns>
    /// rows: whole number;
    /// columns: whole number.
    /// </returns>
    public static (int rows, int columns) LinearMapJacobianShape(Matrix<double> A)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.2b (1 point): Jacobian of a translation.</summary>
    /// <remarks>
    /// Let $w \in \mathbb{R}^d$ be constant and $h(v) = v + w$ for $v \in \mathbb{R}^d$. Return $J_h(v)$ at the point
    /// $v$, a $d \times d$ matrix. `Translation(v, w)` computes $h$.
    /// </remarks>
    /// <param name="v">vector of d</param>
    /// <param name="w">vector of d</param>
    /// <returns>d x d matrix; row = output, column = input: entry [i, j] is the derivative of output i by v[j]</returns>
    public static Matrix<double> TranslationJacobian(Vector<double> v, Vector<double> w)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.1 (1 point): Gradient of a quadratic form by its matrix.</summary>
    /// <remarks>
    /// The gradient of a scalar function $f$ of an $m \times n$ matrix $A$ is again an $m \times n$ matrix,
    ///
    /// $$\nabla f(A)_{ij} = \frac{\partial f}{\partial A_{ij}}.$$
    ///
    /// Take a constant $v \in \mathbb{R}^n$ and, for a square $n \times n$ matrix $A$, $f(A) = v^\top A v$. Return
    /// $\nabla f(A)$; the variable is $A$, not $v$. `QuadraticForm(A, v)` computes $f$.
    /// </remarks>
    /// <param name="A">n x n matrix</param>
    /// <param name="v">vector of n</param>
    /// <returns>n x n matrix, the shape of A</returns>
    public static Matrix<double> QuadraticFormGradient(Matrix<double> A, Vector<double> v)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2a (1 point): A function of a matrix as a function of its entries.</summary>
    /// <remarks>
    /// Take a constant $v \in \mathbb{R}^n$ and, for an $m \times n$ matrix $A$,
    ///
    /// $$f(A) = \|Av\|^2 = \sum_{i=1}^m (Av)_i^2.$$
    ///
    /// Write the rows of $A$ one after another into a vector $a$ of $mn$ entries: counted from 1, $A_{ij} = a_k$ with
    /// $k = (i-1)n + j$; in C#, counted from 0, `A[i, j]` is `a[i * n + j]`. Let $g(a) = f(A)$. Return the number
    /// $g(a)$ for given `a` and `v`; their lengths tell $m$ and $n$. `SquaredLength(A, v)` computes $f$.
    /// </remarks>
    /// <param name="a">vector of mn</param>
    /// <param name="v">vector of n</param>
    /// <returns>number</returns>
    public static double SquaredLengthOfEntries(Vector<double> a, Vector<double> v)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2b (1 point): A composition of two functions.</summary>
    /// <remarks>
    /// Write the $g$ of question 3.2a, for a constant $v \in \mathbb{R}^n$, as a composition $g = g_1 \circ g_2$ of an
    /// inner function $g_2 : \mathbb{R}^{mn} \to \mathbb{R}^m$ and an outer function
    /// $g_1 : \mathbb{R}^m \to \mathbb{R}$. Your method receives $v$ and returns $g_2$ as `inner` and $g_1$ as `outer`.
    /// The inner function is then called with vectors $a$ of $mn$ entries in the order of 3.2a, for several $m$, and
    /// the outer one with what the inner returned. Every such pair of functions is right: what counts is that `inner`
    /// returns $m$ entries and that $g_1(g_2(a))$ is $g(a)$.
    /// </remarks>
    /// <param name="v">vector of n</param>
    /// <returns>
    /// inner: function, applied to a (vector of mn); it returns: vector;
    /// outer: function, applied to what inner returns; it returns: number.
    /// </returns>
    public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(
        Vector<double> v)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2c-jacobian (1 point): Jacobian of the inner function.</summary>
    /// <remarks>
    /// Of the compositions of question 3.2b take the one whose inner function is $g_2(a) = Av$, where $A$ is the
    /// $m \times n$ matrix with the entries $a$ in the order of 3.2a (`A[i, j]` is `a[i * n + j]`). Return the Jacobian
    /// $J_{g_2}(a)$, an $m \times mn$ matrix with $\frac{\partial (g_2)_i}{\partial a_k}$ in row $i$ and column $k$.
    /// </remarks>
    /// <param name="a">vector of mn</param>
    /// <param name="v">vector of n</param>
    /// <returns>matrix</returns>
    public static Matrix<double> InnerJacobian(Vector<double> a, Vector<double> v)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2c-vector (1 point): Gradient by the vector of entries.</summary>
    /// <remarks>
    /// Return $\nabla g(a)$ for the $g$ of question 3.2a, by the chain rule: a vector of $mn$ entries, in the order of
    /// $a$.
    ///
    /// If your answer to 3.2c-jacobian is wrong and this one follows correctly from it, it still earns 80 % of the points.
    /// </remarks>
    /// <param name="a">vector of mn</param>
    /// <param name="v">vector of n</param>
    /// <returns>vector of mn</returns>
    public static Vector<double> EntriesGradient(Vector<double> a, Vector<double> v)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2c-matrix (1 point): Gradient by the matrix.</summary>
    /// <remarks>
    /// Return $\nabla f(A)$ for the $f$ of question 3.2a, an $m \times n$ matrix with
    /// $\frac{\partial f}{\partial A_{ij}}$ in row $i$ and column $j$. `SquaredLength(A, v)` computes $f$.
    /// </remarks>
    /// <param name="A">m x n matrix</param>
    /// <param name="v">vector of n</param>
    /// <returns>m x n matrix, the shape of A</returns>
    public static Matrix<double> SquaredLengthGradient(Matrix<double> A, Vector<double> v)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2c-derivation (no points): Derivation of the gradients of part 3.</summary>
    /// <remarks>
    /// Return, as text, how you came from the Jacobian of question 3.2c-jacobian by the chain rule to $\nabla g(a)$ and
    /// on to $\nabla f(A)$. Markdown and LaTeX are welcome; a person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string PartThreeDerivation()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.0 (1 point for all parts together): The network.</summary>
    /// <remarks>
    /// A network with one hidden layer maps an input $x \in \mathbb{R}^p$ to an output $y' \in \mathbb{R}^o$:
    ///
    /// $$h = Vx + b, \qquad h' = \sigma(h), \qquad y' = Wh' + c$$
    ///
    /// with weights $V \in \mathbb{R}^{d \times p}$ and $W \in \mathbb{R}^{o \times d}$, biases $b \in \mathbb{R}^d$
    /// and $c \in \mathbb{R}^o$, and ReLU, entry by entry: $\sigma(t) = 0$ for $t &lt; 0$ and $\sigma(t) = t$ otherwise.
    /// For pictures of digits $p$ is 784 and $o$ is 10; here all sizes are small and change from call to call. The
    /// label is a one-hot vector $y \in \mathbb{R}^o$, 1 in one entry and 0 in the others, and the loss is the sum
    ///
    /// $$L = \|y - y'\|^2 = \sum_{i=1}^o (y_i - y'_i)^2.$$
    ///
    /// Return $h$ as `hidden`, $h'$ as `activation`, $y'$ as `output` and $L$ as `loss`.
    /// `NetworkLoss(V, b, W, c, x, y)` computes $L$.
    /// </remarks>
    /// <param name="V">d x p matrix</param>
    /// <param name="b">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="x">vector of p</param>
    /// <param name="y">vector of o</param>
    /// <returns>
    /// hidden: vector of d;
    /// activation: vector of d;
    /// output: vector of o;
    /// loss: number.
    /// </returns>
    public static (Vector<double> hidden, Vector<double> activation, Vector<double> output, double loss) ForwardPass(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.1 (1 point): Gradient by the output.</summary>
    /// <remarks>
    /// See the loss of question 4.0 as a function of the output alone, $L(y') = \|y - y'\|^2$. Return $\nabla L(y')$ at
    /// the point $y'$, a vector of $o$ entries; `output` is $y'$. `SquaredError(output, y)` computes $L$.
    /// </remarks>
    /// <param name="output">vector of o</param>
    /// <param name="y">vector of o</param>
    /// <returns>vector of o, the shape of output</returns>
    public static Vector<double> OutputGradient(Vector<double> output, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.2 (1 point): Gradient by the second weights.</summary>
    /// <remarks>
    /// Return $\nabla L(W)$ for the network of question 4.0, an $o \times d$ matrix with
    /// $\frac{\partial L}{\partial W_{ij}}$ in row $i$ and column $j$. `NetworkLoss(V, b, W, c, x, y)` computes $L$.
    /// </remarks>
    /// <param name="V">d x p matrix</param>
    /// <param name="b">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="x">vector of p</param>
    /// <param name="y">vector of o</param>
    /// <returns>o x d matrix, the shape of W</returns>
    public static Matrix<double> SecondWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.3 (1 point): Gradient by the second biases.</summary>
    /// <remarks>
    /// Return $\nabla L(c)$ for the network of question 4.0, a vector of $o$ entries. `NetworkLoss(V, b, W, c, x, y)`
    /// computes $L$.
    /// </remarks>
    /// <param name="V">d x p matrix</param>
    /// <param name="b">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="x">vector of p</param>
    /// <param name="y">vector of o</param>
    /// <returns>vector of o, the shape of c</returns>
    public static Vector<double> SecondBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.4 (1 point): Gradient by the activations.</summary>
    /// <remarks>
    /// See the loss of question 4.0 as a function of $h'$ alone, $L(h') = \|y - (Wh' + c)\|^2$ for any
    /// $h' \in \mathbb{R}^d$, with entries of either sign. Return $\nabla L(h')$ at the point $h'$, a vector of $d$
    /// entries; `activation` is $h'$. `LossFromActivation(activation, W, c, y)` computes $L$.
    /// </remarks>
    /// <param name="activation">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="y">vector of o</param>
    /// <returns>vector of d, the shape of activation</returns>
    public static Vector<double> ActivationGradient(
        Vector<double> activation, Matrix<double> W, Vector<double> c, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.5 (1 point): Gradient through ReLU.</summary>
    /// <remarks>
    /// See the loss of question 4.0 as a function of $h$ alone, $L(h) = \|y - (W\sigma(h) + c)\|^2$ with ReLU as
    /// $\sigma$. Return $\nabla L(h)$ at the point $h$, a vector of $d$ entries; `hidden` is $h$. Some of its entries
    /// are positive and some negative; none is 0, where ReLU has no derivative. `LossFromHidden(hidden, W, c, y)`
    /// computes $L$.
    /// </remarks>
    /// <param name="hidden">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="y">vector of o</param>
    /// <returns>vector of d, the shape of hidden</returns>
    public static Vector<double> HiddenGradient(
        Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.6 (1 point): Gradient by the first weights.</summary>
    /// <remarks>
    /// Return $\nabla L(V)$ for the network of question 4.0, a $d \times p$ matrix with
    /// $\frac{\partial L}{\partial V_{ij}}$ in row $i$ and column $j$. No entry of $h$ is 0.
    /// `NetworkLoss(V, b, W, c, x, y)` computes $L$.
    /// </remarks>
    /// <param name="V">d x p matrix</param>
    /// <param name="b">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="x">vector of p</param>
    /// <param name="y">vector of o</param>
    /// <returns>d x p matrix, the shape of V</returns>
    public static Matrix<double> FirstWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.7 (1 point): Gradient by the first biases.</summary>
    /// <remarks>
    /// Return $\nabla L(b)$ for the network of question 4.0, a vector of $d$ entries. No entry of $h$ is 0.
    /// `NetworkLoss(V, b, W, c, x, y)` computes $L$.
    /// </remarks>
    /// <param name="V">d x p matrix</param>
    /// <param name="b">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="x">vector of p</param>
    /// <param name="y">vector of o</param>
    /// <returns>vector of d, the shape of b</returns>
    public static Vector<double> FirstBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4-derivation (no points): Derivation of backpropagation.</summary>
    /// <remarks>
    /// Return, as text, how you derived the gradients of questions 4.1 to 4.7: for each of them the functions to which
    /// you applied the chain rule, their Jacobians and the shapes. Markdown and LaTeX are welcome; a person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string BackpropagationDerivation()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.8 (1 point; V 0.25, b 0.25, W 0.25, c 0.25): A step of gradient descent.</summary>
    /// <remarks>
    /// Return what one step of gradient descent makes of the four parameters of the network of question 4.0 for one
    /// input $x$ with its label $y$: from each of $V$, $b$, $W$, $c$ subtract `rate` times the gradient of $L$ by it.
    /// All four gradients are taken at the old parameters, those that your method receives. No entry of $h$ is 0. Leave
    /// the arguments as they are and return new matrices and vectors. Each of the four counts a quarter of the point.
    ///
    /// If your answer to 4.2, 4.3, 4.6 or 4.7 is wrong, each part that follows correctly from it still earns 80 % of its points.
    /// </remarks>
    /// <param name="V">d x p matrix</param>
    /// <param name="b">vector of d</param>
    /// <param name="W">o x d matrix</param>
    /// <param name="c">vector of o</param>
    /// <param name="x">vector of p</param>
    /// <param name="y">vector of o</param>
    /// <param name="rate">number greater than 0</param>
    /// <returns>
    /// V: d x p matrix, the new V;
    /// b: vector of d, the new b;
    /// W: o x d matrix, the new W;
    /// c: vector of o, the new c;
    /// every gradient is taken at the old values.
    /// </returns>
    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Step(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y,
        double rate)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.8-training (0.25 points, bonus): A training run.</summary>
    /// <remarks>
    /// A small extra, whose quarter of a point comes on top of the others: train the network of question 4.0 to
    /// recognise digits. `images` has 1500 rows, each a picture of $28 \times 28$ pixels written row after row, from 0
    /// (dark) to 1 (light); `labels` has the digit of each picture as a one-hot row of 10 entries. Start from the
    /// parameters that your method receives: 40 hidden units, small random weights and zero biases. Go through the
    /// pictures in the order of the rows, with one step of question 4.8 for each, all of them `epochs` times: `rate` is
    /// 0.0075 and `epochs` is 5. Return the trained parameters and leave the arguments as they are.
    ///
    /// The network is then tried on 1000 pictures that it has not seen; at least 90 % of them have to be recognised,
    /// which means that the largest entry of $y'$ is that of the digit. With right steps it recognises about 96 %, and
    /// a linear model, without ReLU, less than 88 %. There are 60 seconds for it; a plain program needs less than 10.
    /// The pictures are drawn from a seed by `Images(seed, count)` and `Labels(seed, count)` of the class `Digits`, the
    /// weights by `InitialWeights(rows, columns, seed)`, so that you can train at home;
    /// `Accuracy(V, b, W, c, images, labels)` measures.
    /// </remarks>
    /// <param name="images">1500 x 784 matrix</param>
    /// <param name="labels">1500 x 10 matrix</param>
    /// <param name="V">40 x 784 matrix</param>
    /// <param name="b">vector of 40</param>
    /// <param name="W">10 x 40 matrix</param>
    /// <param name="c">vector of 10</param>
    /// <param name="rate">number</param>
    /// <param name="epochs">whole number</param>
    /// <returns>
    /// V: 40 x 784 matrix, trained;
    /// b: vector of 40, trained;
    /// W: 10 x 40 matrix, trained;
    /// c: vector of 10, trained.
    /// </returns>
    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Train(
        Matrix<double> images, Matrix<double> labels, Matrix<double> V, Vector<double> b, Matrix<double> W,
        Vector<double> c, double rate, int epochs)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4.8-play (no points): Learning rate and width.</summary>
    /// <remarks>
    /// Train with other learning rates and other numbers of hidden units and return, as text, what you tried and what
    /// accuracy came out, on the pictures that you trained with and on others. When does the network overfit? A person
    /// reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string TrainingExperiments()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question code (no points): Other code.</summary>
    /// <remarks>
    /// Did you write code to solve a part of this homework that is not in your answers? Return it as text and mark
    /// which piece goes with which question, or say that there is none.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string OtherCode()
    {
        throw new NotImplementedException();
    }
}
