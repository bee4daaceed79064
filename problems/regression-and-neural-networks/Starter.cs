// Regression and neural networks
//
// One method answers one question. Write your answer in the place of the line that throws, and leave name, parameters
// and result as they are; helper methods and further files are welcome. What is not written yet costs no other
// question. System, System.Linq and System.Collections.Generic are at hand, arrays may stand for vectors and matrices.
//
// Do not change the arguments: return new vectors and matrices. Your methods are called with many inputs, and their
// results compared to about seven digits, so compute in double and round nothing unless you are asked to.
//
// The homework gives these functions, to be called by their names:
//   Vector<double> GramProduct(Matrix<double> M, Vector<double> x)
//       Question 1.1: f = M^T M x.
//   double TraceOfProduct(Matrix<double> M, Matrix<double> X)
//       Question 1.2: f = tr(M X).
//   double TraceOfGram(Matrix<double> X)
//       Question 1.3: f = tr(X X^T).
//   double BilinearForm(Vector<double> a, Vector<double> b, Matrix<double> X)
//       Question 1.4: f = a^T X b.
//   double GramForm(Vector<double> a, Vector<double> b, Matrix<double> X)
//       Question 1.5: f = a^T X^T X b.
//   double SquaredResiduals(Matrix<double> X, Vector<double> y, Vector<double> beta)
//       Question 2.0: ||y - X beta||^2, what ordinary least squares minimises.
//   double RidgeObjective(Matrix<double> X, Vector<double> y, double lambda, Vector<double> beta)
//       Questions 2.1 and 2.2: ||y - X beta||^2 + lambda ||beta||^2, what ridge regression minimises.
//   double Sigmoid(double z)
//       Part 3: sigma(z) = 1 / (1 + exp(-z)).
//   double NetworkLoss(double W13, double W14, double W23, double W24, double W35, double W45, double x1, double
//           x2, double t)
//       Section 3.1: the loss (t - a5)^2 of the network of five nodes, where a3 = sigma(W13 x1 + W23 x2), a4 =
//       tanh(W14 x1 + W24 x2) and a5 = W35 a3 + W45 a4.
//   double MeanSquaredError(Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh,
//           Matrix<double> Wo, Vector<double> bo)
//       Section 3.4: MSE = 1/N sum_i ||Y_i - Yhat_i||^2 of the network with one hidden layer, Yhat = sigma(X Wh +
//       bh) Wo + bo.
//   double DeepMeanSquaredError(Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1,
//           Matrix<double> Wh2, Vector<double> bh2, Matrix<double> Wo, Vector<double> bo)
//       Section 3.4, bonus: the MSE of the network with two hidden layers, h1 = sigma(X Wh1 + bh1), h2 = sigma(h1
//       Wh2 + bh2), Yhat = h2 Wo + bo.
//   Matrix<double> Features(int count, int seed)
//       Generated data: two features of each sample, uniform in [-2, 2).
//   Matrix<double> Targets(Matrix<double> X, int seed)
//       Generated data: y = sin(2 x_1) + (x_2^2 - x_2) / 2 - 2/3 + e with noise e, uniform in [-0.2, 0.2).
//   Matrix<double> Uniform(int rows, int columns, int seed)
//       Uniform in [-1, 1): initial weights, or one row of initial biases.

using MathNet.Numerics.LinearAlgebra;
using static RegressionAndNeuralNetworks.Given;

public static class Answers
{
    /// <summary>Question 1.1 (2 points for all parts together): First and second derivative of a linear map.</summary>
    /// <remarks>
    /// Let $f(x) = M^\top M x$ with a constant matrix $M \in \mathbb{R}^{m \times m}$ and a variable
    /// $x \in \mathbb{R}^m$. Return both derivatives by $x$:
    ///
    /// - `first`, the Jacobian, $m \times m$: row = output, column = input, so that entry $(i, j)$ is
    ///   $\frac{\partial f_i}{\partial x_j}$;
    /// - `second`, the three-way array, $m \times m \times m$, whose entry $[i, j, k]$ is
    ///   $\frac{\partial^2 f_i}{\partial x_j \, \partial x_k}$.
    ///
    /// They count together. At one of the points that are tried $M$ is symmetric, $M = M^\top$: your formula must hold
    /// there as well. `GramProduct(M, x)` computes $f(x)$.
    /// </remarks>
    /// <param name="M">m x m matrix</param>
    /// <param name="x">vector of m</param>
    /// <returns>
    /// first: m x m matrix; row = output, column = input: entry [i, j] is the derivative of output i by x[j];
    /// second: m x m x m array with 3 indices; entry [i, j, k] is the second derivative of output i by x[j] and x[k].
    /// </returns>
    public static (Matrix<double> first, double[,,] second) GramProductDerivatives(Matrix<double> M, Vector<double> x)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.2 (2 points for all parts together): First and second derivative of the trace of a product.</summary>
    /// <remarks>
    /// Let $f(X) = \operatorname{tr}(M X)$ with a constant matrix $M \in \mathbb{R}^{m \times n}$ and a variable matrix
    /// $X \in \mathbb{R}^{n \times m}$. Return both derivatives by $X$:
    ///
    /// - `first`, the gradient, of the shape $n \times m$ of $X$: entry $(i, j)$ is $\frac{\partial f}{\partial X_{ij}}$;
    /// - `second`, the four-way array, $n \times m \times n \times m$, whose entry $[i, j, k, l]$ is
    ///   $\frac{\partial^2 f}{\partial X_{ij} \, \partial X_{kl}}$.
    ///
    /// They count together. `TraceOfProduct(M, X)` computes $f(X)$.
    /// </remarks>
    /// <param name="M">m x n matrix</param>
    /// <param name="X">n x m matrix</param>
    /// <returns>
    /// first: n x m matrix, the shape of X;
    /// second: n x m x n x m array with 4 indices; entry [i, j, k, l] is the second derivative by X[i, j] and X[k, l].
    /// </returns>
    public static (Matrix<double> first, double[,,,] second) TraceOfProductDerivatives(
        Matrix<double> M, Matrix<double> X)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 1.3 (2 points for all parts together): First and second derivative of the trace of X times its transpose.
    /// </summary>
    /// <remarks>
    /// Let $f(X) = \operatorname{tr}(X X^\top)$ with a variable matrix $X \in \mathbb{R}^{n \times n}$. Return both
    /// derivatives by $X$, laid out as in question 1.2: `first`, the gradient, $n \times n$, and `second`, the four-way
    /// array of $n^4$ entries $[i, j, k, l]$. They count together. `TraceOfGram(X)` computes $f(X)$.
    /// </remarks>
    /// <param name="X">n x n matrix</param>
    /// <returns>
    /// first: n x n matrix, the shape of X;
    /// second: n x n x n x n array with 4 indices; entry [i, j, k, l] is the second derivative by X[i, j] and X[k, l].
    /// </returns>
    public static (Matrix<double> first, double[,,,] second) TraceOfGramDerivatives(Matrix<double> X)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 1.4 (2 points for all parts together): First and second derivative of a bilinear form.</summary>
    /// <remarks>
    /// Let $f(X) = a^\top X b$ with constant vectors $a \in \mathbb{R}^m$ and $b \in \mathbb{R}^n$ and a variable matrix
    /// $X \in \mathbb{R}^{m \times n}$. Return both derivatives by $X$, laid out as in question 1.2: `first`, the
    /// gradient, $m \times n$, and `second`, the four-way array, $m \times n \times m \times n$. They count together.
    /// `BilinearForm(a, b, X)` computes $f(X)$.
    /// </remarks>
    /// <param name="a">vector of m</param>
    /// <param name="b">vector of n</param>
    /// <param name="X">m x n matrix</param>
    /// <returns>
    /// first: m x n matrix, the shape of X;
    /// second: m x n x m x n array with 4 indices; entry [i, j, k, l] is the second derivative by X[i, j] and X[k, l].
    /// </returns>
    public static (Matrix<double> first, double[,,,] second) BilinearFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 1.5 (2 points for all parts together): First and second derivative of a form in which X occurs twice.
    /// </summary>
    /// <remarks>
    /// Let $f(X) = a^\top X^\top X b$ with constant vectors $a, b \in \mathbb{R}^m$, not parallel to each other, and a
    /// variable matrix $X \in \mathbb{R}^{n \times m}$. Return both derivatives by $X$, laid out as in question 1.2:
    /// `first`, the gradient, $n \times m$, and `second`, the four-way array, $n \times m \times n \times m$. They count
    /// together. `GramForm(a, b, X)` computes $f(X)$.
    /// </remarks>
    /// <param name="a">vector of m</param>
    /// <param name="b">vector of m</param>
    /// <param name="X">n x m matrix</param>
    /// <returns>
    /// first: n x m matrix, the shape of X;
    /// second: n x m x n x m array with 4 indices; entry [i, j, k, l] is the second derivative by X[i, j] and X[k, l].
    /// </returns>
    public static (Matrix<double> first, double[,,,] second) GramFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.0 (no points): Ordinary least squares.</summary>
    /// <remarks>
    /// A warm-up, without points. A data set has the features $X \in \mathbb{R}^{n \times d}$, one sample in each row,
    /// and the targets $y \in \mathbb{R}^n$. Ordinary least squares takes the coefficients $\beta \in \mathbb{R}^d$ that
    /// make $\|y - X\beta\|^2$ as small as possible. Return this $\beta$. There are more samples than features and $X$
    /// has rank $d$; there is no intercept besides the columns of $X$. `SquaredResiduals(X, y, beta)` computes
    /// $\|y - X\beta\|^2$.
    /// </remarks>
    /// <param name="X">n x d matrix</param>
    /// <param name="y">vector of n</param>
    /// <returns>vector of d</returns>
    public static Vector<double> OrdinaryLeastSquares(Matrix<double> X, Vector<double> y)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.1-derivation (no points): Derivation of the solution of ridge regression.</summary>
    /// <remarks>
    /// Return, as text, the derivation of your answer to question 2.1: start with the objective, set its gradient to
    /// zero, and say why the system that you get has exactly one solution for every $\lambda > 0$, whatever $X$ is.
    /// Markdown and LaTeX are welcome; a person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string RidgeDerivation()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.1 (10 points): Ridge regression.</summary>
    /// <remarks>
    /// Ridge regression adds a penalty on large coefficients to the objective of question 2.0:
    ///
    /// $$\|y - X\beta\|^2 + \lambda \|\beta\|^2, \qquad \lambda > 0,$$
    ///
    /// with the features $X \in \mathbb{R}^{n \times d}$, the targets $y \in \mathbb{R}^n$ and the Euclidean norm over
    /// all entries of $\beta$; no entry is exempt. Neither term is averaged or halved. Return the
    /// $\beta \in \mathbb{R}^d$ that makes it as small as possible. There can be fewer samples than features, $n &lt; d$;
    /// the solution is unique then, too. `RidgeObjective(X, y, lambda, beta)` computes the objective.
    /// </remarks>
    /// <param name="X">n x d matrix</param>
    /// <param name="y">vector of n</param>
    /// <param name="lambda">number greater than 0</param>
    /// <returns>vector of d</returns>
    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.2 (5 points; beta 3, predictions 2): Ridge regression in code.</summary>
    /// <remarks>
    /// Write ridge regression as it is used: fit it to the data $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$,
    /// then predict for new samples, the rows of $X_\text{new} \in \mathbb{R}^{p \times d}$. Return
    ///
    /// - `beta`, the $d$ coefficients that minimise $\|y - X\beta\|^2 + \lambda\|\beta\|^2$ (question 2.1);
    /// - `predictions`, the $p$ predicted values $X_\text{new}\,\beta$.
    ///
    /// Neither features nor targets are centred or scaled. There can be fewer samples than features.
    /// </remarks>
    /// <param name="X">n x d matrix</param>
    /// <param name="y">vector of n</param>
    /// <param name="lambda">number greater than 0</param>
    /// <param name="Xnew">p x d matrix</param>
    /// <returns>
    /// beta: vector of d;
    /// predictions: vector of p.
    /// </returns>
    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 2.2-effect (5 points): Report on the strength of the penalty.</summary>
    /// <remarks>
    /// Run your code of question 2.2 for several values of $\lambda$, from nearly 0 to very large, on data of your choice
    /// (`Features` and `Targets` make some). Return a report of a few sentences: what becomes of the coefficients, of the
    /// error on the data of the fit and of the error on other data, with numbers, and why. A person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string EffectOfPenalty()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.1.2 (5 points; a3 2, a4 2, a5 1): Forward pass of a small network.</summary>
    /// <remarks>
    /// A network has two inputs, the nodes 1 and 2, two hidden nodes, 3 and 4, and one output, node 5. $W_{ij}$ is the
    /// weight from node $i$ to node $j$; there are no biases. With $\sigma(z) = \frac{1}{1 + e^{-z}}$ and
    /// $\tanh(z) = \frac{e^{2z} - 1}{e^{2z} + 1}$ the nodes put out
    ///
    /// $$a_3 = \sigma(W_{13} x_1 + W_{23} x_2), \qquad a_4 = \tanh(W_{14} x_1 + W_{24} x_2), \qquad
    /// a_5 = W_{35} a_3 + W_{45} a_4.$$
    ///
    /// Return all three. They must stay finite when the weighted sums are in the hundreds, of either sign. The homework's
    /// own numbers $W_{13} = 1$, $W_{14} = -1$, $W_{23} = 2$, $W_{24} = -3$, $W_{35} = 2$, $W_{45} = -1$, $x_1 = 1$,
    /// $x_2 = -1$ are one of the points that are tried; the others are different. Mind the order of the parameters.
    /// </remarks>
    /// <param name="W13">number</param>
    /// <param name="W14">number</param>
    /// <param name="W23">number</param>
    /// <param name="W24">number</param>
    /// <param name="W35">number</param>
    /// <param name="W45">number</param>
    /// <param name="x1">number</param>
    /// <param name="x2">number</param>
    /// <returns>
    /// a3: number;
    /// a4: number;
    /// a5: number.
    /// </returns>
    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.1.3 (2 points): Loss of the small network.</summary>
    /// <remarks>
    /// The network of question 3.1.2 is to put out the target $t$. Return its loss $(t - a_5)^2$. (In this part of the
    /// homework the target is $\hat y$ and the output is $y$; to keep them apart from section 3.4, they are called $t$
    /// and $a_5$ here.) The homework's own numbers with $t = 1$ are one of the points.
    ///
    /// If your answer to 3.1.2 is wrong and this one follows correctly from it, it still earns 80 % of the points.
    /// </remarks>
    /// <param name="W13">number</param>
    /// <param name="W14">number</param>
    /// <param name="W23">number</param>
    /// <param name="W24">number</param>
    /// <param name="W35">number</param>
    /// <param name="W45">number</param>
    /// <param name="x1">number</param>
    /// <param name="x2">number</param>
    /// <param name="t">number</param>
    /// <returns>number</returns>
    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 3.1.4 (8 points; dW13 1.5, dW14 1.5, dW23 1.5, dW24 1.5, dW35 1, dW45 1): Backpropagation through the
    /// small network.
    /// </summary>
    /// <remarks>
    /// Return the derivatives of the loss $L = (t - a_5)^2$ of the network of question 3.1.2 by each of its six weights:
    /// `dW13` is $\frac{\partial L}{\partial W_{13}}$, and so on. The homework's own numbers with $t = 1$ are one of the
    /// points; at the others the inputs are neither 1 nor $-1$. `NetworkLoss(W13, W14, W23, W24, W35, W45, x1, x2, t)`
    /// computes $L$.
    /// </remarks>
    /// <param name="W13">number</param>
    /// <param name="W14">number</param>
    /// <param name="W23">number</param>
    /// <param name="W24">number</param>
    /// <param name="W35">number</param>
    /// <param name="W45">number</param>
    /// <param name="x1">number</param>
    /// <param name="x2">number</param>
    /// <param name="t">number</param>
    /// <returns>
    /// dW13: number;
    /// dW14: number;
    /// dW23: number;
    /// dW24: number;
    /// dW35: number;
    /// dW45: number.
    /// </returns>
    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 3.1.5 (4 points; W13 0.75, W14 0.75, W23 0.75, W24 0.75, W35 0.5, W45 0.5): One step of gradient descent.
    /// </summary>
    /// <remarks>
    /// Take one step of gradient descent on the loss of question 3.1.4 with the learning rate `lr` and return the six new
    /// weights, not rounded: each is $W - \text{lr} \cdot \frac{\partial L}{\partial W}$. All six derivatives are those
    /// at the old weights. The homework's own numbers with $t = 1$ and the learning rate 0.1 are one of the points.
    ///
    /// If your answer to 3.1.4 is wrong, each part that follows correctly from it still earns 80 % of its points.
    /// </remarks>
    /// <param name="W13">number</param>
    /// <param name="W14">number</param>
    /// <param name="W23">number</param>
    /// <param name="W24">number</param>
    /// <param name="W35">number</param>
    /// <param name="W45">number</param>
    /// <param name="x1">number</param>
    /// <param name="x2">number</param>
    /// <param name="t">number</param>
    /// <param name="lr">number greater than 0</param>
    /// <returns>
    /// W13: number, the new W13;
    /// W14: number, the new W14;
    /// W23: number, the new W23;
    /// W24: number, the new W24;
    /// W35: number, the new W35;
    /// W45: number, the new W45;
    /// every gradient is taken at the old values.
    /// </returns>
    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t,
        double lr)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.1.5-table (1 point): The table of new weights.</summary>
    /// <remarks>
    /// Return the six new weights of question 3.1.5 at the homework's own numbers, $W_{13} = 1$, $W_{14} = -1$,
    /// $W_{23} = 2$, $W_{24} = -3$, $W_{35} = 2$, $W_{45} = -1$, $x_1 = 1$, $x_2 = -1$, $t = 1$ with the learning rate
    /// 0.1, rounded to two decimals in the ordinary way: to the nearest, a half up. The further digits are not simply cut
    /// off.
    /// </remarks>
    /// <returns>
    /// W13: number;
    /// W14: number;
    /// W23: number;
    /// W24: number;
    /// W35: number;
    /// W45: number.
    /// </returns>
    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsTable()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2.1 (no points): Checkpoint, derivatives.</summary>
    /// <remarks>
    /// Are you comfortable with computing the derivatives of question 3.1.4? Return yes or no; after a no, what is
    /// unclear, and ask before you go on.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string ComfortableWithDerivatives()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2.2 (no points): Checkpoint, gradient descent.</summary>
    /// <remarks>
    /// Are you comfortable with the step of gradient descent of question 3.1.5? Return yes or no; after a no, what is
    /// unclear, and ask before you go on.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string ComfortableWithGradientDescent()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.2.3 (no points): Checkpoint, the whole section.</summary>
    /// <remarks>
    /// Are you comfortable with section 3.1 as a whole, from the forward pass to the new weights? Return yes or no; after
    /// a no, what is unclear, and ask before you go on.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string ComfortableWithSection()
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 3.3 (5 points, bonus; a5 2, W13 0.5, W14 0.5, W23 0.5, W24 0.5, W35 0.5, W45 0.5): A second iteration.
    /// </summary>
    /// <remarks>
    /// Take a second step with the network of section 3.1. The weights are now
    ///
    /// $$W_{13} = 1.11, \quad W_{14} = -1.02, \quad W_{23} = 1.89, \quad W_{24} = -2.98, \quad W_{35} = 2.08, \quad
    /// W_{45} = -0.73,$$
    ///
    /// exactly as they stand here, the inputs $x_1 = 2$ and $x_2 = -2$, the target $t = 2$ and the learning rate 0.1.
    /// Return `a5`, the output that these weights predict, and the six new weights. Let C# compute them: they are not
    /// rounded, and are compared to nine digits.
    /// </remarks>
    /// <returns>
    /// a5: number;
    /// W13: number;
    /// W14: number;
    /// W23: number;
    /// W24: number;
    /// W35: number;
    /// W45: number.
    /// </returns>
    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIteration()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.4.1-4 (15 points; dWo 4, dbo 3, dWh 5, dbh 3): Gradients of a network with one hidden layer.</summary>
    /// <remarks>
    /// A network maps $m$ inputs to $k$ outputs by way of $n$ hidden nodes. $N$ samples are the rows of
    /// $X \in \mathbb{R}^{N \times m}$. With $W_h \in \mathbb{R}^{m \times n}$, $b_h \in \mathbb{R}^n$,
    /// $W_o \in \mathbb{R}^{n \times k}$, $b_o \in \mathbb{R}^k$, the elementwise $\sigma(z) = \frac{1}{1 + e^{-z}}$ and
    /// biases that are added to every row,
    ///
    /// $$h = \sigma(X W_h + b_h), \qquad \hat Y = h W_o + b_o.$$
    ///
    /// The loss for the targets $Y \in \mathbb{R}^{N \times k}$ is
    ///
    /// $$\text{MSE} = \frac1N \sum_{i=1}^N \| Y_i - \hat Y_i \|^2,$$
    ///
    /// where $Y_i$ is row $i$: the squares are summed over the $k$ outputs and divided by $N$, **not** by $N k$. Return
    /// its gradients by the four parameters, each of the shape of its parameter: `dWo`, $n \times k$; `dbo`, $k$ entries;
    /// `dWh`, $m \times n$; `dbh`, $n$ entries. `MeanSquaredError(X, Y, Wh, bh, Wo, bo)` computes the loss.
    /// </remarks>
    /// <param name="X">N x m matrix</param>
    /// <param name="Y">N x k matrix</param>
    /// <param name="Wh">m x n matrix</param>
    /// <param name="bh">vector of n</param>
    /// <param name="Wo">n x k matrix</param>
    /// <param name="bo">vector of k</param>
    /// <returns>
    /// dWo: n x k matrix, the shape of Wo;
    /// dbo: vector of k, the shape of bo;
    /// dWh: m x n matrix, the shape of Wh;
    /// dbh: vector of n, the shape of bh.
    /// </returns>
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.4-u (5 points; Wh 1.5, bh 1, Wo 1.5, bo 1): Update rules of the network.</summary>
    /// <remarks>
    /// Take one step of gradient descent on the MSE of question 3.4.1-4 with the learning rate `lr` and return the four
    /// new parameters: each is $p - \text{lr} \cdot \nabla_p \text{MSE}$, with all gradients at the old parameters. (The
    /// homework has the learning rate 0.1; here it varies.)
    ///
    /// If your answer to 3.4.1-4 is wrong, each part that follows correctly from it still earns 80 % of its points.
    /// </remarks>
    /// <param name="X">N x m matrix</param>
    /// <param name="Y">N x k matrix</param>
    /// <param name="Wh">m x n matrix</param>
    /// <param name="bh">vector of n</param>
    /// <param name="Wo">n x k matrix</param>
    /// <param name="bo">vector of k</param>
    /// <param name="lr">number greater than 0</param>
    /// <returns>
    /// Wh: m x n matrix, the new Wh;
    /// bh: vector of n, the new bh;
    /// Wo: n x k matrix, the new Wo;
    /// bo: vector of k, the new bo;
    /// every gradient is taken at the old values.
    /// </returns>
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) UpdatedParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.4-c-forward (8 points; prediction 5, loss 3): The network in code, prediction and loss.</summary>
    /// <remarks>
    /// Write the forward pass of the network of question 3.4.1-4. It stays finite when the weighted sums of the hidden
    /// nodes are in the thousands, of either sign. Return
    ///
    /// - `prediction`, $\hat Y = \sigma(X W_h + b_h) W_o + b_o$, an $N \times k$ matrix; the output layer is linear;
    /// - `loss`, the MSE of that question: $\frac1N \sum_i \| Y_i - \hat Y_i \|^2$, not divided by $k$.
    /// </remarks>
    /// <param name="X">N x m matrix</param>
    /// <param name="Y">N x k matrix</param>
    /// <param name="Wh">m x n matrix</param>
    /// <param name="bh">vector of n</param>
    /// <param name="Wo">n x k matrix</param>
    /// <param name="bo">vector of k</param>
    /// <returns>
    /// prediction: N x k matrix;
    /// loss: number.
    /// </returns>
    public static (Matrix<double> prediction, double loss) Forward(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 3.4-c-step (8 points; loss 1, Wh 2.5, bh 1.5, Wo 2, bo 1): The network in code, a training step.
    /// </summary>
    /// <remarks>
    /// Write one training step of the network of question 3.4.1-4 on a mini data set, as a training loop calls it:
    /// forward pass, loss, gradients, update. Return `loss`, the MSE **before** the step, and the four parameters after
    /// one step of gradient descent with the learning rate `lr`. All gradients are those at the old parameters.
    ///
    /// If your answer to 3.4.1-4 is wrong, each part that follows correctly from it still earns 80 % of its points.
    /// </remarks>
    /// <param name="X">N x m matrix</param>
    /// <param name="Y">N x k matrix</param>
    /// <param name="Wh">m x n matrix</param>
    /// <param name="bh">vector of n</param>
    /// <param name="Wo">n x k matrix</param>
    /// <param name="bo">vector of k</param>
    /// <param name="lr">number greater than 0</param>
    /// <returns>
    /// loss: number;
    /// Wh: m x n matrix, the new Wh;
    /// bh: vector of n, the new bh;
    /// Wo: n x k matrix, the new Wo;
    /// bo: vector of k, the new bo;
    /// every gradient is taken at the old values.
    /// </returns>
    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo,
        Vector<double> bo) TrainingStep(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.4-c-run (4 points): The network in code, a training run.</summary>
    /// <remarks>
    /// Train the network of question 3.4.1-4: starting from the parameters that your method receives, take `epochs` steps
    /// of gradient descent, each on all samples, with the learning rate `lr`, and return the parameters after the last
    /// one. The data are 120 samples that `Features` and `Targets` generate ($m = 2$, $k = 1$), the network has $n = 8$
    /// hidden nodes, `lr` is 0.1 and `epochs` 2000. Your method is called once and has about 20 seconds of processor
    /// time. It is judged by the MSE on 400 further samples of the same kind: at most 0.2. The noise alone comes to
    /// 0.013, a linear model to about 0.8.
    /// </remarks>
    /// <param name="X">120 x 2 matrix</param>
    /// <param name="Y">120 x 1 matrix</param>
    /// <param name="Wh">2 x 8 matrix</param>
    /// <param name="bh">vector of 8</param>
    /// <param name="Wo">8 x 1 matrix</param>
    /// <param name="bo">vector of 1</param>
    /// <param name="lr">number greater than 0</param>
    /// <param name="epochs">whole number, always 2000</param>
    /// <returns>
    /// Wh: 2 x 8 matrix, trained;
    /// bh: vector of 8, trained;
    /// Wo: 8 x 1 matrix, trained;
    /// bo: vector of 1, trained.
    /// </returns>
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr, int epochs)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 3.4B (6 points, bonus; dWo 1, dbo 0.5, dWh2 1.25, dbh2 0.75, dWh1 1.5, dbh1 1): Gradients of a network
    /// with two hidden layers.
    /// </summary>
    /// <remarks>
    /// Give the network of question 3.4.1-4 a second hidden layer, with $\sigma$ as well:
    ///
    /// $$h_1 = \sigma(X W_{h1} + b_{h1}), \qquad h_2 = \sigma(h_1 W_{h2} + b_{h2}), \qquad \hat Y = h_2 W_o + b_o$$
    ///
    /// with $W_{h1} \in \mathbb{R}^{m \times n_1}$, $W_{h2} \in \mathbb{R}^{n_1 \times n_2}$,
    /// $W_o \in \mathbb{R}^{n_2 \times k}$ and biases $b_{h1}$, $b_{h2}$, $b_o$ of $n_1$, $n_2$ and $k$ entries, and the
    /// same loss $\text{MSE} = \frac1N \sum_i \| Y_i - \hat Y_i \|^2$. Return the gradients by all six parameters, each
    /// of the shape of its parameter. `DeepMeanSquaredError(X, Y, Wh1, bh1, Wh2, bh2, Wo, bo)` computes the loss.
    /// </remarks>
    /// <param name="X">N x m matrix</param>
    /// <param name="Y">N x k matrix</param>
    /// <param name="Wh1">m x n1 matrix</param>
    /// <param name="bh1">vector of n1</param>
    /// <param name="Wh2">n1 x n2 matrix</param>
    /// <param name="bh2">vector of n2</param>
    /// <param name="Wo">n2 x k matrix</param>
    /// <param name="bo">vector of k</param>
    /// <returns>
    /// dWo: n2 x k matrix, the shape of Wo;
    /// dbo: vector of k, the shape of bo;
    /// dWh2: n1 x n2 matrix, the shape of Wh2;
    /// dbh2: vector of n2, the shape of bh2;
    /// dWh1: m x n1 matrix, the shape of Wh1;
    /// dbh1: vector of n1, the shape of bh1.
    /// </returns>
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh2, Vector<double> dbh2,
        Matrix<double> dWh1, Vector<double> dbh1) DeepMlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2,
        Vector<double> bh2, Matrix<double> Wo, Vector<double> bo)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 3.4B-u (4 points, bonus; Wh1 0.75, bh1 0.75, Wh2 0.75, bh2 0.75, Wo 0.5, bo 0.5): Update rules of the
    /// network with two hidden layers.
    /// </summary>
    /// <remarks>
    /// Take one step of gradient descent on the MSE of question 3.4B with the learning rate `lr` and return the six new
    /// parameters, with all gradients at the old parameters.
    ///
    /// If your answer to 3.4B is wrong, each part that follows correctly from it still earns 80 % of its points.
    /// </remarks>
    /// <param name="X">N x m matrix</param>
    /// <param name="Y">N x k matrix</param>
    /// <param name="Wh1">m x n1 matrix</param>
    /// <param name="bh1">vector of n1</param>
    /// <param name="Wh2">n1 x n2 matrix</param>
    /// <param name="bh2">vector of n2</param>
    /// <param name="Wo">n2 x k matrix</param>
    /// <param name="bo">vector of k</param>
    /// <param name="lr">number greater than 0</param>
    /// <returns>
    /// Wh1: m x n1 matrix, the new Wh1;
    /// bh1: vector of n1, the new bh1;
    /// Wh2: n1 x n2 matrix, the new Wh2;
    /// bh2: vector of n2, the new bh2;
    /// Wo: n2 x k matrix, the new Wo;
    /// bo: vector of k, the new bo;
    /// every gradient is taken at the old values.
    /// </returns>
    public static (Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2, Matrix<double> Wo,
        Vector<double> bo) UpdatedDeepParameters(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2,
        Vector<double> bh2, Matrix<double> Wo, Vector<double> bo, double lr)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 3.4B-effect (no points): Report on the second hidden layer.</summary>
    /// <remarks>
    /// What is the effect of the second hidden layer? Train both networks on the same data and return what you see and
    /// how you explain it, as text. A person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string EffectOfSecondLayer()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4-rmse (2 points): Root mean square error.</summary>
    /// <remarks>
    /// Return the root mean square error of the predicted values $\hat y \in \mathbb{R}^N$ for the targets
    /// $y \in \mathbb{R}^N$: $\sqrt{\frac1N \sum_{i=1}^N (y_i - \hat y_i)^2}$.
    /// </remarks>
    /// <param name="y">vector of N</param>
    /// <param name="yhat">vector of N</param>
    /// <returns>number</returns>
    public static double RootMeanSquaredError(Vector<double> y, Vector<double> yhat)
    {
        throw new NotImplementedException();
    }

    /// <summary>
    /// Question 4-linear (3 points; ols 1.5, ridge 1.5): Ordinary least squares and ridge regression on the same data.
    /// </summary>
    /// <remarks>
    /// Fit two linear models without an intercept to the same data, $X \in \mathbb{R}^{N \times d}$ and
    /// $y \in \mathbb{R}^N$: ordinary least squares by the pseudo-inverse, $\beta = X^+ y$, and ridge regression with the
    /// given $\lambda$ (question 2.1). Return the root mean square error (question 4-rmse) of each **on the data of the
    /// fit**: `ols` and `ridge`. The data are generated by `Features` and `Targets`, so that $d = 2$; $X$ has rank 2.
    /// </remarks>
    /// <param name="X">N x 2 matrix</param>
    /// <param name="y">vector of N</param>
    /// <param name="lambda">number greater than 0</param>
    /// <returns>
    /// ols: number;
    /// ridge: number.
    /// </returns>
    public static (double ols, double ridge) LinearFitErrors(Matrix<double> X, Vector<double> y, double lambda)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4-mlp (2 points): The network against ordinary least squares.</summary>
    /// <remarks>
    /// Fit the network of question 3.4.1-4 to 120 samples that `Features` and `Targets` generate ($m = 2$, $k = 1$,
    /// $n = 8$), starting from the parameters that your method receives, and return the four fitted ones. The learning
    /// rate and the number of steps are yours to choose; a rate near 0.1 and two thousand steps do well. Your method is
    /// called once and has about 20 seconds of processor time. It is judged on 400 further samples of the same kind: the
    /// root mean square error of your network there, divided by that of ordinary least squares fitted to the same 120
    /// samples, is at most 0.5.
    /// </remarks>
    /// <param name="X">120 x 2 matrix</param>
    /// <param name="Y">120 x 1 matrix</param>
    /// <param name="Wh">2 x 8 matrix</param>
    /// <param name="bh">vector of 8</param>
    /// <param name="Wo">8 x 1 matrix</param>
    /// <param name="bo">vector of 1</param>
    /// <returns>
    /// Wh: 2 x 8 matrix, trained;
    /// bh: vector of 8, trained;
    /// Wo: 8 x 1 matrix, trained;
    /// bo: vector of 1, trained.
    /// </returns>
    public static (Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) FitMlp(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4-lowest (1 point): The lower error on the data of the fit.</summary>
    /// <remarks>
    /// Ordinary least squares and ridge regression with some $\lambda > 0$ are fitted to the same targets and the same
    /// features, a matrix $X$ of full column rank, and their coefficients differ. Whose root mean square error **on the
    /// data of the fit** is lower? Return the key of
    /// exactly one option.
    /// </remarks>
    /// <returns>
    /// the key of one option:
    /// "ols": that of ordinary least squares, whatever the data are;
    /// "ridge": that of ridge regression, whatever the data are;
    /// "equal": neither; they are equal;
    /// "depends": it depends on the data and on λ.
    /// </returns>
    public static string LowestOnTrainingData()
    {
        throw new NotImplementedException();
    }

    /// <summary>Question 4-why (2 points): Report on the three methods.</summary>
    /// <remarks>
    /// Compare the root mean square errors of ordinary least squares, ridge regression and the network with one hidden
    /// layer, on the data of the fit and on other data. Return, as text, why they differ, which is lowest and why. A
    /// person reads it.
    /// </remarks>
    /// <returns>text that a person reads</returns>
    public static string ComparisonOfMethods()
    {
        throw new NotImplementedException();
    }
}
