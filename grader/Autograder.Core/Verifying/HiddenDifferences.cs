using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>
/// What random points have in common, so that answers which differ in it cannot be told apart: a matrix that is always
/// symmetric, an input or a named size that never changes. Numbers in the place of sizes, and data, are the homework's own.
/// </summary>
internal static class HiddenDifferences
{
    /// <param name="points">The random ones of a question.</param>
    internal static ImmutableArray<VerificationFailure> Of(Question question, ImmutableArray<SamplePoint> points) =>
    [
        .. question.Sizes.Keys.Where(size => points.Select(point => point.Sizes[size]).Distinct().Count() == 1).Select(size => new VerificationFailure(
            string.Create(CultureInfo.InvariantCulture, $"the size {size} is {points[0].Sizes[size]} at every random point: a factor or an index that should be {size} and is {points[0].Sizes[size]} cannot be seen."),
            $"Give {size} a range under sizes, or write the number where the homework itself fixes it.")),
        .. question.Inputs.Where(input => input is NumericDomain or ComputedDomain).SelectMany(input => Of(input.Name, [.. points.Select(point => point.Inputs[input.Name])])),
    ];

    private static IEnumerable<VerificationFailure> Of(string input, ImmutableArray<Value> values)
    {
        if (values.All(value => value.Equals(values[0])))
        {
            yield return new VerificationFailure(
                $"the input {input} is the same at every random point: an answer that ignores it cannot be seen.",
                $"Widen the range of {input}.")
            {
                Entry = new SpecEntry(SpecEntryKind.Input, input),
            };
        }
        else if (values.All(value => value is NumericValue number && IsSymmetric(number.Tensor)))
        {
            yield return new VerificationFailure(
                $"the matrix {input} is symmetric at every random point: the points cannot see a transpose, nor a key that is right for symmetric matrices only.",
                $"Draw {input} without symmetry; a symmetric one can be a special point.")
            {
                Entry = new SpecEntry(SpecEntryKind.Input, input),
            };
        }
    }

    /// <summary>A matrix of one row, too, is its own transpose.</summary>
    private static bool IsSymmetric(Tensor tensor)
    {
        if (tensor.Shape.Rank != 2 || tensor.Shape.Extents[0] != tensor.Shape.Extents[1])
        {
            return false;
        }

        int size = tensor.Shape.Extents[0];
        return Enumerable.Range(0, tensor.Entries.Length).All(index =>
            Math.Abs(tensor.Entries[index] - tensor.Entries[(index % size * size) + (index / size)]) <= 1e-12 * tensor.LargestMagnitude);
    }
}
