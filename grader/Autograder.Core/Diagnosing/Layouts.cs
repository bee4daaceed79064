using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// The right entries in other places: transposed or with other indices exchanged, read column by column instead of row by row, or in
/// another shape. Transposes come first, because for some shapes the others are the same.
/// </summary>
internal static class Layouts
{
    /// <summary>Ids that another mistake may be composed with.</summary>
    internal static readonly ImmutableArray<string> Ids = ["transposed", "index-order", "column-major"];

    /// <summary>Of more indices there are too many orders.</summary>
    private const int MostIndices = 5;

    private const string ColumnMajorSaid = "read column by column where the question reads row by row, or the reverse";

    private const string ColumnMajorHint = "At which place of the list does the entry of row i and column j stand?";

    /// <param name="Said">"The answer is transposed".</param>
    /// <param name="Besides">"A known mistake, and transposed as well".</param>
    private sealed record Layout(string Id, string Said, string Besides, string Hint, Func<PlannedPoint, Tensor, Tensor?> Of);

    /// <summary>All that a plan determines: the answer has as many indices as asked for.</summary>
    internal static IEnumerable<Mistake> Of(PartPlan part) => Known(part).Select(layout => new Mistake(
        layout.Id, $"The answer is {layout.Said}.", [layout.Hint], planned => layout.Of(planned, part.Reference(planned))));

    /// <summary>Also in the shape of the answer, when it has as many entries as asked for.</summary>
    internal static IEnumerable<Mistake> Of(PartEvidence evidence)
    {
        Dictionary<PlannedPoint, Shape> shapes = new(ReferenceEqualityComparer.Instance);
        foreach (PointEvidence point in evidence.Usable)
        {
            shapes[point.Planned] = point.Answer!.Shape;
        }

        Tensor? InShape(PlannedPoint planned, Tensor right) =>
            shapes.TryGetValue(planned, out Shape shape) && shape.Count == right.Entries.Length ? right.Reshaped(shape) : null;
        return Of(evidence.Part).Concat(
        [
            ColumnMajor((planned, right) => InShape(planned, right.Transposed()), evidence.Part),
            new Mistake(
                "reshaped",
                "The right numbers stand in the right order, in another shape than the one asked for.",
                ["Compare the shape of what you return with the one that the question asks for."],
                planned => InShape(planned, evidence.Part.Reference(planned))),
        ]);
    }

    /// <summary>A mistake in another layout, besides.</summary>
    internal static IEnumerable<Mistake> Of(PartPlan part, Mistake mistake) => Known(part).Select(layout => mistake with
    {
        Values = planned => mistake.At(planned) is { } value && value.Shape.Rank == part.Reference(planned).Shape.Rank ? layout.Of(planned, value) : null,
        Rationale = $"{mistake.Beginning}, and {layout.Besides}.",
        Beginning = $"{mistake.Beginning}, and {layout.Besides}",
        Detail = layout.Id,
        IsComposed = true,
    });

    private static IEnumerable<Layout> Known(PartPlan part)
    {
        int rank = part.Reference(part.Plan.Points[0]).Shape.Rank;
        if (rank == 2)
        {
            yield return new Layout(
                "transposed", "transposed", "transposed as well", "Which index counts the rows: compare the shapes and the layout that the question states.", (_, right) => right.Transposed());
        }

        foreach (int[] axes in rank is > 2 and <= MostIndices ? Orders(rank) : [])
        {
            yield return new Layout(
                "index-order", "right but for the order of its indices", "with its indices in another order as well", "Which index comes first: the question states the order of the indices.", (_, right) => right.Permuted(axes));
        }

        if (rank >= 2)
        {
            yield return new Layout("column-major", ColumnMajorSaid, $"also {ColumnMajorSaid}", ColumnMajorHint, (_, right) => right.Transposed().Reshaped(right.Shape));
        }

        foreach ((int axis, string outer, string inner) in StackedAxes(part, rank))
        {
            yield return new Layout("column-major", ColumnMajorSaid, $"also {ColumnMajorSaid}", ColumnMajorHint, (planned, right) =>
                Restacked(right, axis, planned.Point.Sizes[outer], planned.Point.Sizes[inner]));
        }
    }

    private static Mistake ColumnMajor(Func<PlannedPoint, Tensor, Tensor?> values, PartPlan part) => new(
        "column-major", $"The answer is {ColumnMajorSaid}.", [ColumnMajorHint], planned => values(planned, part.Reference(planned)));

    /// <summary>All orders but the one asked for, by index.</summary>
    private static IEnumerable<int[]> Orders(int rank)
    {
        IEnumerable<int[]> orders = [[]];
        for (int axis = 0; axis < rank; axis++)
        {
            orders = orders.SelectMany(order => Enumerable.Range(0, rank).Except(order).Select(next => (int[])[.. order, next]));
        }

        return orders.Where(order => !order.SequenceEqual(Enumerable.Range(0, rank)));
    }

    /// <summary>Axes along which a matrix of two named sizes is stacked, such as the mn entries of a gradient by vec(A).</summary>
    private static IEnumerable<(int Axis, string Outer, string Inner)> StackedAxes(PartPlan part, int rank) =>
        from axis in Enumerable.Range(0, rank)
        from outer in part.Question.Sizes.Keys
        from inner in part.Question.Sizes.Keys
        where outer != inner && part.RandomPoints.All(planned => IsStacked(planned, part.Reference(planned), axis, outer, inner))
        select (axis, outer, inner);

    private static bool IsStacked(PlannedPoint planned, Tensor right, int axis, string outer, string inner) =>
        right.Shape.Rank > axis && right.Shape.Extents[axis] == planned.Point.Sizes[outer] * planned.Point.Sizes[inner];

    /// <summary>What stands at i·inner + j moves to j·outer + i.</summary>
    private static Tensor? Restacked(Tensor right, int axis, int outer, int inner)
    {
        ImmutableArray<int> extents = right.Shape.Extents;
        if (extents.Length <= axis || extents[axis] != outer * inner)
        {
            return null;
        }

        var unstacked = new Shape([.. extents[..axis], outer, inner, .. extents[(axis + 1)..]]);
        int[] exchanged = [.. Enumerable.Range(0, extents.Length + 1)];
        (exchanged[axis], exchanged[axis + 1]) = (axis + 1, axis);
        return right.Reshaped(unstacked).Permuted(exchanged).Reshaped(right.Shape);
    }
}
