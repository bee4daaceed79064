using MathNet.Numerics.LinearAlgebra;

namespace GradientsAndBackpropagation;

/// <summary>The answers to the homework on gradients, Jacobians and backpropagation. Staff only.</summary>
/// <remarks>
/// A gradient has the shape of the variable; a Jacobian has one row for each output and one column for each input. The
/// derivative of relu at 0 is never asked for; it is taken as 0 here.
/// </remarks>
public static class Reference
{
    /// <summary>Question 1.1a: grad f = (cos x_1, 4 x_2).</summary>
    /// <param name="x">The point, 2 entries.</param>
    /// <returns>A vector of 2 entries.</returns>
    public static Vector<double> SinePlusSquareGradient(Vector<double> x) => Entries(Math.Cos(x[0]), 4 * x[1]);

    /// <summary>Question 1.1b: one of the points (pi/2 + k pi, 0) where the gradient of f is zero.</summary>
    /// <returns>A vector of 2 entries.</returns>
    public static Vector<double> CriticalPoint() => Entries(Math.PI / 2, 0);

    /// <summary>
    /// Question 1.1c: at x* = (pi/2, 0) the Hessian diag(-sin x_1, 4) has both signs, so it is a saddle. At
    /// y = (pi/2 + 0.1, 0.5) the gradient points away: its product with x* - y is 0.1 sin 0.1 - 1, which is negative.
    /// </summary>
    /// <returns>The critical point, the point y, the gradient there, its direction and the kind of the critical point.</returns>
    public static (Vector<double> criticalPoint, Vector<double> y, Vector<double> gradient, string direction, string kind)
        NearbyGradient()
    {
        // equivalent: Entries(Math.PI / 2 + 0.1, 0.5) → anything, because y may be any point that is near enough
        var y = Entries(Math.PI / 2 + 0.1, 0.5);
        return (CriticalPoint(), y, SinePlusSquareGradient(y), "away", "saddle");
    }

    /// <summary>
    /// Question 1.1c at another critical point, (-pi/2, 0): the Hessian there is diag(1, 4), so it is a minimum, and a gradient
    /// near it points away.
    /// </summary>
    /// <inheritdoc cref="NearbyGradient" path="/returns"/>
    public static (Vector<double> criticalPoint, Vector<double> y, Vector<double> gradient, string direction, string kind)
        NearbyGradientAtMinimum()
    {
        var y = Entries(-Math.PI / 2 + 0.2, -0.1);
        return (Entries(-Math.PI / 2, 0), y, SinePlusSquareGradient(y), "away", "minimum");
    }

    /// <summary>Question 1.2a: grad g = v, wherever x is.</summary>
    /// <param name="x">The point, 2 entries.</param>
    /// <returns>A vector of 2 entries.</returns>
    public static Vector<double> LinearFormGradient(Vector<double> x) => Entries(3, -2);

    /// <summary>Question 1.2b: the gradient v is not zero, so g has no critical point.</summary>
    public static string LinearFormCriticalPoints() => "none";

    /// <summary>Question 2.1a: 2 outputs, 3 inputs.</summary>
    public static (int rows, int columns) SpaceToPlaneJacobianShape() => (2, 3);

    /// <summary>Question 2.1b: the rows (4 x_1, 3, 0) and (sin(x_3) exp(x_1), 0, cos(x_3) exp(x_1)).</summary>
    /// <param name="x">The point, 3 entries.</param>
    /// <returns>A 2 x 3 matrix.</returns>
    public static Matrix<double> SpaceToPlaneJacobian(Vector<double> x)
    {
        var growth = Math.Exp(x[0]);
        return Matrix<double>.Build.DenseOfArray(new[,]
        {
            { 4 * x[0], 3, 0 },
            { Math.Sin(x[2]) * growth, 0, Math.Cos(x[2]) * growth },
        });
    }

    /// <summary>Known mistakes at question 2.1b: the Jacobian with other derivatives of the second entry.</summary>
    /// <param name="x">The point, 3 entries.</param>
    /// <param name="byFirst">What is taken for the derivative by x_1.</param>
    /// <param name="byThird">What is taken for the derivative by x_3.</param>
    /// <returns>A 2 x 3 matrix.</returns>
    public static Matrix<double> SpaceToPlaneJacobianWith(Vector<double> x, double byFirst, double byThird) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { 4 * x[0], 3, 0 }, { byFirst, 0, byThird } });

    /// <summary>Question 2.2a: J_g = A.</summary>
    /// <param name="A">An n x d matrix.</param>
    /// <param name="v">The point, d entries.</param>
    /// <returns>An n x d matrix.</returns>
    public static Matrix<double> LinearMapJacobian(Matrix<double> A, Vector<double> v) =>
        // equivalent: A.Clone() → A, because an argument itself may be returned where its value is right
        A.Clone();

    /// <summary>Question 2.2a: n rows, d columns.</summary>
    /// <param name="A">An n x d matrix.</param>
    public static (int rows, int columns) LinearMapJacobianShape(Matrix<double> A) => (A.RowCount, A.ColumnCount);

    /// <summary>Question 2.2b: J_h = I.</summary>
    /// <param name="v">The point, d entries.</param>
    /// <param name="w">A constant vector of d entries.</param>
    /// <returns>A d x d matrix.</returns>
    public static Matrix<double> TranslationJacobian(Vector<double> v, Vector<double> w) =>
        // equivalent: Matrix<double>.Build.DenseIdentity(v.Count) → Matrix<double>.Build.DenseIdentity(w.Count),
        // because v and w are of one length
        Matrix<double>.Build.DenseIdentity(v.Count);

    /// <summary>Question 3.1: grad f(A) = v v^T.</summary>
    /// <param name="A">The point, an n x n matrix.</param>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>An n x n matrix.</returns>
    public static Matrix<double> QuadraticFormGradient(Matrix<double> A, Vector<double> v) =>
        // equivalent: v.OuterProduct(v) → v.OuterProduct(v).Transpose(), because v v^T is symmetric
        v.OuterProduct(v);

    /// <summary>Question 3.2a: g(a) = sum_i (sum_j a[i n + j] v[j])^2 with indices from 0.</summary>
    /// <param name="a">The rows of an m x n matrix one after another, m n entries.</param>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>The scalar g.</returns>
    public static double SquaredLengthOfEntries(Vector<double> a, Vector<double> v)
    {
        var image = Image(a, v);
        return image.DotProduct(image);
    }

    /// <summary>Question 3.2b: one of the splits g = g_1 o g_2, with g_2(a) = A v and g_1(x) = ||x||^2.</summary>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>The inner function g_2 and the outer function g_1.</returns>
    public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(Vector<double> v) =>
        (a => Image(a, v), x => x.DotProduct(x));

    /// <summary>Question 3.2b, another split: the squares are taken inside, and the outer function adds them up.</summary>
    /// <inheritdoc cref="Split" path="/param"/>
    /// <inheritdoc cref="Split" path="/returns"/>
    public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) SplitWithSquaresInside(
        Vector<double> v) =>
        (a => Image(a, v).PointwisePower(2), x => x.Sum());

    /// <summary>Question 3.2c: the Jacobian of g_2 has v[k mod n] in row k div n of column k, and 0 elsewhere.</summary>
    /// <param name="a">The point, m n entries.</param>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>An m x (m n) matrix.</returns>
    public static Matrix<double> InnerJacobian(Vector<double> a, Vector<double> v)
    {
        var n = v.Count;
        return Matrix<double>.Build.Dense(a.Count / n, a.Count, (i, k) => k / n == i ? v[k % n] : 0);
    }

    /// <summary>Question 3.2c: grad g = 2 J^T g_2(a), where J is the Jacobian of g_2.</summary>
    /// <param name="a">The point, m n entries.</param>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>A vector of m n entries.</returns>
    public static Vector<double> EntriesGradient(Vector<double> a, Vector<double> v) =>
        2 * InnerJacobian(a, v).TransposeThisAndMultiply(Image(a, v));

    /// <summary>Question 3.2c: grad f(A) = 2 A v v^T.</summary>
    /// <param name="A">The point, an m x n matrix.</param>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>An m x n matrix.</returns>
    public static Matrix<double> SquaredLengthGradient(Matrix<double> A, Vector<double> v) => 2 * (A * v).OuterProduct(v);

    /// <summary>Question 4.0: h = V x + b, h' = relu(h), y' = W h' + c and L = ||y - y'||^2.</summary>
    /// <param name="V">The first weights, a d x p matrix.</param>
    /// <param name="b">The first biases, d entries.</param>
    /// <param name="W">The second weights, an o x d matrix.</param>
    /// <param name="c">The second biases, o entries.</param>
    /// <param name="x">The input, p entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>h and h' of d entries, y' of o entries and the scalar L.</returns>
    public static (Vector<double> hidden, Vector<double> activation, Vector<double> output, double loss) ForwardPass(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var hidden = V * x + b;
        var activation = hidden.PointwiseMaximum(0);
        var output = W * activation + c;
        return (hidden, activation, output, (y - output).DotProduct(y - output));
    }

    /// <summary>Known mistakes at question 4.0: the network with other functions of its hidden units and of its outputs.</summary>
    /// <inheritdoc cref="ForwardPass" path="/param"/>
    /// <param name="activate">What becomes of an entry of h.</param>
    /// <param name="putOut">What becomes of an entry of W h' + c.</param>
    /// <inheritdoc cref="ForwardPass" path="/returns"/>
    public static (Vector<double> hidden, Vector<double> activation, Vector<double> output, double loss) ForwardPassBy(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y,
        Func<double, double> activate, Func<double, double> putOut)
    {
        var hidden = V * x + b;
        var activation = hidden.Map(activate, Zeros.Include);
        var output = (W * activation + c).Map(putOut, Zeros.Include);
        return (hidden, activation, output, (y - output).DotProduct(y - output));
    }

    /// <summary>Question 4.1: grad L(y') = 2 (y' - y).</summary>
    /// <param name="output">The point y', o entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>A vector of o entries.</returns>
    public static Vector<double> OutputGradient(Vector<double> output, Vector<double> y) => 2 * (output - y);

    /// <summary>Question 4.2: grad L(W) = grad L(y') h'^T.</summary>
    /// <inheritdoc cref="ForwardPass" path="/param"/>
    /// <returns>An o x d matrix.</returns>
    public static Matrix<double> SecondWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Gradients(V, b, W, c, x, y).W;

    /// <summary>Question 4.3: grad L(c) = grad L(y').</summary>
    /// <inheritdoc cref="ForwardPass" path="/param"/>
    /// <returns>A vector of o entries.</returns>
    public static Vector<double> SecondBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Gradients(V, b, W, c, x, y).C;

    /// <summary>Question 4.4: grad L(h') = W^T grad L(y').</summary>
    /// <param name="activation">The point h', d entries.</param>
    /// <param name="W">The second weights, an o x d matrix.</param>
    /// <param name="c">The second biases, o entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>A vector of d entries.</returns>
    public static Vector<double> ActivationGradient(
        Vector<double> activation, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        W.TransposeThisAndMultiply(OutputGradient(W * activation + c, y));

    /// <summary>Question 4.5: grad L(h) = grad L(h') where h is positive, 0 where it is negative.</summary>
    /// <param name="hidden">The point h, d entries, none of them 0.</param>
    /// <param name="W">The second weights, an o x d matrix.</param>
    /// <param name="c">The second biases, o entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>A vector of d entries.</returns>
    public static Vector<double> HiddenGradient(Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        // equivalent: (h, gradient) => h > 0 ? gradient : 0 → (h, gradient) => h >= 0 ? gradient : 0,
        // because the derivative of relu at 0 is never asked for
        hidden.Map2((h, gradient) => h > 0 ? gradient : 0, ActivationGradient(hidden.PointwiseMaximum(0), W, c, y));

    /// <summary>Question 4.6: grad L(V) = grad L(h) x^T.</summary>
    /// <inheritdoc cref="ForwardPass" path="/param"/>
    /// <returns>A d x p matrix.</returns>
    public static Matrix<double> FirstWeightsGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Gradients(V, b, W, c, x, y).V;

    /// <summary>Question 4.7: grad L(b) = grad L(h).</summary>
    /// <inheritdoc cref="ForwardPass" path="/param"/>
    /// <returns>A vector of d entries.</returns>
    public static Vector<double> FirstBiasesGradient(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        Gradients(V, b, W, c, x, y).B;

    /// <summary>Question 4.8: each parameter minus rate times its gradient, every gradient at the old parameters.</summary>
    /// <inheritdoc cref="ForwardPass" path="/param"/>
    /// <param name="rate">The learning rate, positive.</param>
    /// <returns>The new parameters, of the shapes of the old ones.</returns>
    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Step(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y, double rate)
    {
        var gradients = Gradients(V, b, W, c, x, y);
        return (V - rate * gradients.V, b - rate * gradients.B, W - rate * gradients.W, c - rate * gradients.C);
    }

    /// <summary>
    /// A known mistake at question 4.8: W is changed first, and the gradients by V and b go back through the new one.
    /// </summary>
    /// <inheritdoc cref="Step" path="/param"/>
    /// <returns>Four parameters, of which only W and c are right.</returns>
    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) StepOneByOne(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y, double rate)
    {
        var forward = ForwardPass(V, b, W, c, x, y);
        var byOutput = OutputGradient(forward.output, y);
        var newW = W - rate * byOutput.OuterProduct(forward.activation);
        var byHidden = newW.TransposeThisAndMultiply(byOutput).MapIndexed((i, entry) => forward.hidden[i] > 0 ? entry : 0);
        return (V - rate * byHidden.OuterProduct(x), b - rate * byHidden, newW, c - rate * byOutput);
    }

    /// <summary>Question 4.8: one <see cref="Step"/> for each image, in the order of the rows, epoch after epoch.</summary>
    /// <param name="images">An N x p matrix; each row is an image.</param>
    /// <param name="labels">An N x o matrix; each row is a one-hot vector.</param>
    /// <param name="V">The first weights to start from, a d x p matrix.</param>
    /// <param name="b">The first biases to start from, d entries.</param>
    /// <param name="W">The second weights to start from, an o x d matrix.</param>
    /// <param name="c">The second biases to start from, o entries.</param>
    /// <param name="rate">The learning rate, positive.</param>
    /// <param name="epochs">How often all images are gone through.</param>
    /// <returns>The trained parameters, of the shapes of the old ones.</returns>
    public static (Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c) Train(
        Matrix<double> images, Matrix<double> labels, Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c,
        double rate, int epochs)
    {
        for (var step = 0; step < epochs * images.RowCount; step++)
        {
            var row = step % images.RowCount;
            (V, b, W, c) = Step(V, b, W, c, images.Row(row), labels.Row(row), rate);
        }

        return (V, b, W, c);
    }

    /// <summary>Backpropagation: the gradients of the loss by all four parameters.</summary>
    private static (Matrix<double> V, Vector<double> B, Matrix<double> W, Vector<double> C) Gradients(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y)
    {
        var forward = ForwardPass(V, b, W, c, x, y);
        var byOutput = OutputGradient(forward.output, y);
        var byHidden = HiddenGradient(forward.hidden, W, c, y);
        return (byHidden.OuterProduct(x), byHidden, byOutput.OuterProduct(forward.activation), byOutput);
    }

    /// <summary>A v, from the entries of A in the order of question 3.2.</summary>
    private static Vector<double> Image(Vector<double> a, Vector<double> v) =>
        Vector<double>.Build.Dense(a.Count / v.Count, i => a.SubVector(i * v.Count, v.Count).DotProduct(v));

    private static Vector<double> Entries(params double[] entries) => Vector<double>.Build.DenseOfArray(entries);
}
