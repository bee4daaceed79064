using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Core.Comparing;

/// <summary>
/// Recognises answers that are only a mixture of arguments: the same linear combination, at all points, of the arguments of the
/// answer's shape, of those that are numbers, and of one, up to some noise.
/// </summary>
internal static class ArgumentMixture
{
    /// <summary>Of the answer's size, as the standard error of the fit.</summary>
    private const double Noise = 0.05;

    /// <summary>Relative to its length: what is left of an argument that is itself a mixture of others.</summary>
    private const double Dependent = 1e-9;

    /// <summary>Not where the right answer nearly is such a mixture, too: a wrong sign in it is an honest mistake.</summary>
    internal static bool Is(SamplePoint[] points, ImmutableArray<string> arguments, Tensor[] own, Tensor[] right)
    {
        Vector<double> one = Vector<double>.Build.Dense(own.Sum(tensor => tensor.Entries.Length), 1);
        ImmutableArray<Vector<double>> mixed = Directions([one, .. arguments.Select(argument => Column(points, argument, own)).OfType<Vector<double>>()]);
        return Misfit(mixed, own) <= Noise && Misfit(mixed, right) > 2 * Noise;
    }

    /// <returns>The entries of all points; null when the argument has another shape somewhere, or is not made of numbers.</returns>
    private static Vector<double>? Column(SamplePoint[] points, string argument, Tensor[] own)
    {
        var entries = new List<double>();
        foreach ((SamplePoint point, Tensor answer) in points.Zip(own))
        {
            if (point.Inputs[argument] is not NumericValue { Tensor: var tensor } || (tensor.Shape.Rank > 0 && tensor.Shape != answer.Shape))
            {
                return null;
            }

            entries.AddRange(tensor.Shape.Rank > 0 ? tensor.Entries : Enumerable.Repeat(tensor.Entries[0], answer.Entries.Length));
        }

        return Vector<double>.Build.Dense([.. entries]);
    }

    /// <summary>Orthonormal, and spanning the columns.</summary>
    private static ImmutableArray<Vector<double>> Directions(IEnumerable<Vector<double>> columns) => columns.Aggregate(
        ImmutableArray<Vector<double>>.Empty,
        (found, column) => Without(found, column) is var rest && rest.L2Norm() > Dependent * column.L2Norm() ? found.Add(rest.Normalize(2)) : found);

    private static Vector<double> Without(ImmutableArray<Vector<double>> directions, Vector<double> vector) =>
        directions.Aggregate(vector, (rest, direction) => rest - (rest.DotProduct(direction) * direction));

    /// <summary>The standard error of the fit, relative to the root mean square of the answer; infinite when nothing is left to tell by.</summary>
    private static double Misfit(ImmutableArray<Vector<double>> mixed, Tensor[] answers)
    {
        Vector<double> answer = Vector<double>.Build.Dense([.. answers.SelectMany(tensor => tensor.Entries)]);
        int freedom = answer.Count - mixed.Length;
        return freedom < 1 ? double.PositiveInfinity
            : Without(mixed, answer).L2Norm() / Math.Sqrt(freedom) / (answer.L2Norm() / Math.Sqrt(answer.Count));
    }
}
