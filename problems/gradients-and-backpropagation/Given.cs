using MathNet.Numerics.LinearAlgebra;

namespace GradientsAndBackpropagation;

/// <summary>The functions that the homework states. Answers may call them.</summary>
/// <remarks>
/// Indices in formulas count from 1, as the homework counts; x_1 is <c>x[0]</c>. The network of part 4 has p inputs, d
/// hidden units and o outputs: h = V x + b, h' = relu(h), y' = W h' + c, where relu(t) is t for t &gt; 0 and 0 for
/// t &lt; 0, entry by entry.
/// </remarks>
public static class Given
{
    /// <summary>Question 1.1: f(x) = sin x_1 + 2 x_2^2.</summary>
    /// <param name="x">The variable, 2 entries.</param>
    /// <returns>The scalar f.</returns>
    public static double SinePlusSquare(Vector<double> x) => Math.Sin(x[0]) + 2 * x[1] * x[1];

    /// <summary>Question 1.2: g(x) = v^T x for v = (3, -2).</summary>
    /// <param name="x">The variable, 2 entries.</param>
    /// <returns>The scalar g.</returns>
    public static double LinearForm(Vector<double> x) => 3 * x[0] - 2 * x[1];

    /// <summary>Question 2.1: f(x) = (2 x_1^2 + 3 x_2 + 5, sin(x_3) exp(x_1)).</summary>
    /// <param name="x">The variable, 3 entries.</param>
    /// <returns>A vector of 2 entries.</returns>
    public static Vector<double> SpaceToPlane(Vector<double> x) =>
        Vector<double>.Build.DenseOfArray([2 * x[0] * x[0] + 3 * x[1] + 5, Math.Sin(x[2]) * Math.Exp(x[0])]);

    /// <summary>Question 2.2a: g(v) = A v.</summary>
    /// <param name="A">An n x d matrix.</param>
    /// <param name="v">The variable, d entries.</param>
    /// <returns>A vector of n entries.</returns>
    public static Vector<double> LinearMap(Matrix<double> A, Vector<double> v) => A * v;

    /// <summary>Question 2.2b: h(v) = v + w.</summary>
    /// <param name="v">The variable, d entries.</param>
    /// <param name="w">A constant vector of d entries.</param>
    /// <returns>A vector of d entries.</returns>
    public static Vector<double> Translation(Vector<double> v, Vector<double> w) => v + w;

    /// <summary>Question 3.1: f(A) = v^T A v.</summary>
    /// <param name="A">The variable, an n x n matrix.</param>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>The scalar f.</returns>
    public static double QuadraticForm(Matrix<double> A, Vector<double> v) => v * A * v;

    /// <summary>Question 3.2: f(A) = ||A v||^2, the sum of the squares of the entries of A v.</summary>
    /// <param name="A">The variable, an m x n matrix.</param>
    /// <param name="v">A constant vector of n entries.</param>
    /// <returns>The scalar f.</returns>
    public static double SquaredLength(Matrix<double> A, Vector<double> v)
    {
        var image = A * v;
        return image.DotProduct(image);
    }

    /// <summary>Part 4: the loss of an output, L = ||y - y'||^2.</summary>
    /// <param name="output">The variable y', o entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>The scalar L.</returns>
    public static double SquaredError(Vector<double> output, Vector<double> y)
    {
        var difference = y - output;
        return difference.DotProduct(difference);
    }

    /// <summary>Part 4: the loss of the network's output for the input x.</summary>
    /// <param name="V">The first weights, a d x p matrix.</param>
    /// <param name="b">The first biases, d entries.</param>
    /// <param name="W">The second weights, an o x d matrix.</param>
    /// <param name="c">The second biases, o entries.</param>
    /// <param name="x">The input, p entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>The scalar L.</returns>
    public static double NetworkLoss(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Vector<double> x, Vector<double> y) =>
        LossFromHidden(V * x + b, W, c, y);

    /// <summary>Question 4.4: the loss, seen as a function of h' alone.</summary>
    /// <param name="activation">The variable h', d entries.</param>
    /// <param name="W">The second weights, an o x d matrix.</param>
    /// <param name="c">The second biases, o entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>The scalar L.</returns>
    public static double LossFromActivation(
        Vector<double> activation, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        SquaredError(W * activation + c, y);

    /// <summary>Question 4.5: the loss, seen as a function of h alone.</summary>
    /// <param name="hidden">The variable h, d entries, none of them 0.</param>
    /// <param name="W">The second weights, an o x d matrix.</param>
    /// <param name="c">The second biases, o entries.</param>
    /// <param name="y">The label as a one-hot vector of o entries.</param>
    /// <returns>The scalar L.</returns>
    public static double LossFromHidden(
        Vector<double> hidden, Matrix<double> W, Vector<double> c, Vector<double> y) =>
        LossFromActivation(hidden.PointwiseMaximum(0), W, c, y);

    /// <summary>A label as a vector: 1 in the entry of the label, 0 elsewhere.</summary>
    /// <param name="label">The entry, from 0 to labels - 1.</param>
    /// <param name="labels">The number of labels.</param>
    /// <returns>A vector of as many entries as there are labels.</returns>
    public static Vector<double> OneHot(int label, int labels) =>
        Vector<double>.Build.Dense(labels, index => index == label ? 1 : 0);

    /// <summary>Question 4.8: the share of images whose largest output stands in the entry of their label.</summary>
    /// <param name="V">The first weights, a d x p matrix.</param>
    /// <param name="b">The first biases, d entries.</param>
    /// <param name="W">The second weights, an o x d matrix.</param>
    /// <param name="c">The second biases, o entries.</param>
    /// <param name="images">An N x p matrix; each row is an image.</param>
    /// <param name="labels">An N x o matrix; each row is a one-hot vector.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static double Accuracy(
        Matrix<double> V, Vector<double> b, Matrix<double> W, Vector<double> c, Matrix<double> images, Matrix<double> labels)
    {
        var right = 0;
        for (var i = 0; i < images.RowCount; i++)
        {
            var output = W * (V * images.Row(i) + b).PointwiseMaximum(0) + c;
            right += output.MaximumIndex() == labels.Row(i).MaximumIndex() ? 1 : 0;
        }

        return (double)right / images.RowCount;
    }
}

/// <summary>Pictures of digits for the training run of question 4.8, and weights to start from.</summary>
/// <remarks>
/// Everything follows from a seed, on every machine: the random numbers are those of SplitMix64, and the pictures are made
/// with sums, products, quotients and square roots, which are rounded alike everywhere.
/// </remarks>
public static class Digits
{
    private const int Side = 28;

    /// <summary>
    /// Each digit as one line from corner to corner, on a grid 4 wide and 6 high whose y axis points down: x, y, x, y, …
    /// </summary>
    private static readonly double[][] Lines =
    [
        [2, 0, 3.4, 0.6, 4, 2, 4, 4, 3.4, 5.4, 2, 6, 0.6, 5.4, 0, 4, 0, 2, 0.6, 0.6, 2, 0],
        [0.8, 1.2, 2.2, 0, 2.2, 6],
        [0, 1.4, 0.6, 0.4, 2, 0, 3.4, 0.5, 3.8, 1.6, 3.2, 3, 0, 6, 4, 6],
        [0.2, 0.6, 2, 0, 3.6, 0.7, 3.6, 2.2, 2, 2.9, 3.9, 3.7, 3.9, 5.2, 2.2, 6, 0.1, 5.3],
        [3, 6, 3, 0, 0, 4, 4, 4],
        [3.8, 0, 0.6, 0, 0.3, 2.8, 2, 2.3, 3.7, 3, 4, 4.4, 3.2, 5.7, 1.8, 6, 0, 5.3],
        [3.4, 0.2, 1.6, 1.2, 0.4, 3, 0.1, 4.6, 1, 5.8, 2.6, 6, 3.9, 5, 3.7, 3.6, 2.4, 2.9, 1, 3.3, 0.2, 4.4],
        [0, 0, 4, 0, 1.5, 6],
        [2, 2.8, 0.6, 2.1, 0.6, 0.8, 2, 0, 3.4, 0.8, 3.4, 2.1, 2, 2.8, 0.2, 3.8, 0.2, 5.2, 2, 6, 3.8, 5.2, 3.8, 3.8, 2, 2.8],
        [3.8, 1.8, 3, 0.3, 1.4, 0, 0.2, 1, 0.4, 2.6, 1.8, 3.2, 3.2, 2.8, 3.8, 1.8, 3.6, 4, 2.6, 6],
    ];

    /// <summary>
    /// Pictures of 28 x 28 pixels, light (1) on dark (0), each of a digit that is shifted, scaled, slanted, drawn with a
    /// thinner or thicker pen and a little unsteadily; noise lies over all pixels.
    /// </summary>
    /// <param name="seed">Any whole number; another seed gives other pictures.</param>
    /// <param name="count">The number N of pictures.</param>
    /// <returns>An N x 784 matrix with entries from 0 to 1: row i is picture i, pixel row after pixel row.</returns>
    public static Matrix<double> Images(int seed, int count) =>
        Matrix<double>.Build.DenseOfRowArrays(Enumerable.Range(0, count).Select(index => Draw(seed, index)));

    /// <summary>The digits that <see cref="Images"/> of the same seed shows, as one-hot vectors.</summary>
    /// <param name="seed">The seed of the pictures.</param>
    /// <param name="count">The number N of pictures.</param>
    /// <returns>An N x 10 matrix: row i has a 1 in the column of the digit of picture i.</returns>
    public static Matrix<double> Labels(int seed, int count) =>
        Matrix<double>.Build.DenseOfRowVectors(
            Enumerable.Range(0, count).Select(index => Given.OneHot(Source(seed, index).NextDigit(), Lines.Length)));

    /// <summary>Random weights, evenly spread between -r and r, where r^2 = 1 / columns.</summary>
    /// <param name="rows">The number of units.</param>
    /// <param name="columns">The number of inputs of a unit.</param>
    /// <param name="seed">Any whole number; another seed gives other weights.</param>
    /// <returns>A rows x columns matrix.</returns>
    public static Matrix<double> InitialWeights(int rows, int columns, int seed)
    {
        var source = Source(seed, rows);
        var range = Math.Sqrt(1.0 / columns);
        return Matrix<double>.Build.Dense(rows, columns, (_, _) => source.Next(-range, range));
    }

    private static SplitMix64 Source(int seed, int index) => new(((ulong)(uint)seed << 32) | (uint)index);

    private static double[] Draw(int seed, int index)
    {
        var source = Source(seed, index);
        var corners = Place(Lines[source.NextDigit()], source);
        var halfPen = source.Next(0.5, 1.3);
        var pixels = new double[Side * Side];
        for (var pixel = 0; pixel < pixels.Length; pixel++)
        {
            var ink = 0.5 + halfPen - Distance(corners, pixel % Side, pixel / Side);
            pixels[pixel] = Math.Clamp(Math.Clamp(ink, 0, 1) + source.Next(-0.175, 0.175), 0, 1);
        }

        return pixels;
    }

    /// <summary>Where the corners of a line come to lie in the picture, in pixels.</summary>
    private static (double X, double Y)[] Place(double[] line, SplitMix64 source)
    {
        double height = source.Next(3, 3.65), width = height * source.Next(0.75, 1.05), slant = source.Next(-0.25, 0.25);
        double left = source.Next(10, 17), top = source.Next(10, 17);
        var corners = new (double X, double Y)[line.Length / 2];
        for (var corner = 0; corner < corners.Length; corner++)
        {
            var x = line[2 * corner] - 2 + source.Next(-0.1, 0.1);
            var y = line[2 * corner + 1] - 3 + source.Next(-0.1, 0.1);
            corners[corner] = (left + width * (x - slant * y), top + height * y);
        }

        return corners;
    }

    /// <summary>How far a point is from the line through the corners.</summary>
    private static double Distance((double X, double Y)[] corners, double x, double y)
    {
        var least = double.PositiveInfinity;
        for (var corner = 1; corner < corners.Length; corner++)
        {
            var (startX, startY) = corners[corner - 1];
            double alongX = corners[corner].X - startX, alongY = corners[corner].Y - startY;
            double fromX = x - startX, fromY = y - startY;
            var share = Math.Clamp((fromX * alongX + fromY * alongY) / (alongX * alongX + alongY * alongY), 0, 1);
            double offX = fromX - share * alongX, offY = fromY - share * alongY;
            least = Math.Min(least, offX * offX + offY * offY);
        }

        return Math.Sqrt(least);
    }

    /// <summary>Sebastiano Vigna's SplitMix64, 2015: a counter, scrambled.</summary>
    private sealed class SplitMix64(ulong state)
    {
        private ulong _state = state;

        /// <summary>A digit from 0 to 9.</summary>
        internal int NextDigit() => (int)(Next() % 10);

        /// <summary>A number from least to most.</summary>
        internal double Next(double least, double most) => least + (most - least) * ((Next() >> 11) * (1.0 / (1UL << 53)));

        private ulong Next()
        {
            unchecked
            {
                _state += 0x9E3779B97F4A7C15;
                var bits = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
                bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
                return bits ^ (bits >> 31);
            }
        }
    }
}
