using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Engine.Specs.Starters;

/// <summary>
/// Finds what the extents of an answer are, which no spec says: the sizes that they equal at every point. The sizes of a point
/// differ from each other and from point to point, so that none is taken for another.
/// </summary>
internal static class ExtentNames
{
    /// <param name="name">Of the member; empty when the answer is a single value.</param>
    /// <param name="place">Among the numeric parts of the answer.</param>
    /// <returns>Empty when one of them is no size, number or product of two sizes.</returns>
    internal static ImmutableArray<string> Of(QuestionPlan plan, string name, int place)
    {
        if (plan.Question.Definition is TrainingDefinition)
        {
            return InputWords.Extents(plan.Question.Inputs.First(input => input.Name == name));
        }

        (IReadOnlyDictionary<string, int> Sizes, Shape Shape)[] seen =
            [.. plan.Points.Select(planned => ((IReadOnlyDictionary<string, int>)planned.Point.Sizes, planned.Reference!.NumericParts.ElementAt(place).Tensor.Shape))];
        string?[] names = [.. Enumerable.Range(0, seen[0].Shape.Rank).Select(axis =>
            Name([.. seen.Select(point => (point.Sizes, point.Shape.Extents[axis]))]))];
        return names.Contains(null) ? [] : [.. names.Select(extent => extent!)];
    }

    private static string? Name((IReadOnlyDictionary<string, int> Sizes, int Extent)[] seen)
    {
        string[] sizes = [.. seen[0].Sizes.Keys];
        if (Array.Find(sizes, size => Array.TrueForAll(seen, point => point.Sizes[size] == point.Extent)) is string size)
        {
            return size;
        }

        return Array.TrueForAll(seen, point => point.Extent == seen[0].Extent) ? $"{seen[0].Extent}"
            : sizes.SelectMany((left, index) => sizes.Skip(index).Select(right => (left, right)))
                .Where(pair => Array.TrueForAll(seen, point => point.Sizes[pair.left] * point.Sizes[pair.right] == point.Extent))
                .Select(pair => $"{pair.left} {pair.right}").FirstOrDefault();
    }
}
