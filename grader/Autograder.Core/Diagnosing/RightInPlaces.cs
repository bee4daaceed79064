using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>Recognises answers of which the same places are right at every point and all others wrong: a diagonal, a triangle, some rows.</summary>
internal static class RightInPlaces
{
    /// <param name="IsRight">By the indices of an entry, first to last, and the shape.</param>
    private sealed record Place(string Id, string Said, Func<int[], Shape, bool> IsRight);

    private static readonly ImmutableArray<Place> OfSquares =
    [
        new("block/diagonal", "Only the diagonal is right", (at, _) => at[0] == at[1]),
        new("block/off-diagonal", "Everything but the diagonal is right", (at, _) => at[0] != at[1]),
        new("block/lower", "Only the lower triangle is right, with the diagonal", (at, _) => at[0] >= at[1]),
        new("block/upper", "Only the upper triangle is right, with the diagonal", (at, _) => at[0] <= at[1]),
    ];

    internal static Finding? Find(PartEvidence evidence)
    {
        ImmutableArray<(PointEvidence Point, EntryMask Mask)> masks = EntryMask.Of(evidence);
        Place? found = masks.IsEmpty ? null : Places(masks).FirstOrDefault(place => masks.All(seen => IsAt(place, seen.Point, seen.Mask)) && ShowsSomething(place, masks));
        return found is null ? null : new Finding(
            found.Id,
            $"{found.Said}.",
            ["How do the wrong entries differ from the right ones: which index, which term, which case?"],
            $"Seen at {masks.Length} points");
    }

    private static IEnumerable<Place> Places(ImmutableArray<(PointEvidence Point, EntryMask Mask)> masks)
    {
        int rank = masks[0].Mask.Shape.Rank;
        bool isSquare = rank == 2 && masks.All(seen => seen.Mask.Shape.Extents[0] == seen.Mask.Shape.Extents[1]);
        return (isSquare ? OfSquares : [])
            .Concat(rank is 1 or 2 ? Along(masks, 0, rank == 1 ? "entries" : "rows", rank == 1 ? "entry" : "row") : [])
            .Concat(rank == 2 ? Along(masks, 1, "columns", "column") : []);
    }

    /// <summary>By number where there are always as many, else the first and the last.</summary>
    private static IEnumerable<Place> Along(ImmutableArray<(PointEvidence Point, EntryMask Mask)> masks, int axis, string several, string one)
    {
        int count = masks[0].Mask.Shape.Extents[axis];
        string id = $"block/{several}";
        if (masks.All(seen => seen.Mask.Shape.Extents[axis] == count))
        {
            int[] right = [.. Enumerable.Range(0, count).Where(index => masks.All(seen => IsRightAlong(seen.Mask, axis, index)))];
            string named = string.Join(" and ", right.Select(index => (index + 1).ToString(CultureInfo.InvariantCulture)));
            return [new Place(id, $"Only {(right.Length == 1 ? $"{one} {named} is" : $"{several} {named} are")} right, counted from 1", (at, _) => right.Contains(at[axis]))];
        }

        return
        [
            new Place(id, $"Only the first {one} is right", (at, _) => at[axis] == 0),
            new Place(id, $"All {several} but the first are right", (at, _) => at[axis] > 0),
            new Place(id, $"Only the last {one} is right", (at, shape) => at[axis] == shape.Extents[axis] - 1),
            new Place(id, $"All {several} but the last are right", (at, shape) => at[axis] < shape.Extents[axis] - 1),
        ];
    }

    /// <summary>Right in its place, and at random points wrong in every row or column of the others.</summary>
    private static bool IsAt(Place place, PointEvidence point, EntryMask mask)
    {
        bool[] inside = [.. Indices(mask.Shape).Select(at => place.IsRight(at, mask.Shape))];
        bool isRightInside = inside.Zip(mask.IsRight).All(entry => !entry.First || entry.Second);
        bool isWrongOutside = inside.Zip(mask.IsRight).Any(entry => !entry.First && !entry.Second);
        return isRightInside && (isWrongOutside || point.Kind == PointKind.Special);
    }

    /// <summary>Zeros are right without any work, and what is right in few of the other places by chance is no pattern.</summary>
    private static bool ShowsSomething(Place place, ImmutableArray<(PointEvidence Point, EntryMask Mask)> masks)
    {
        int shown = 0, outside = 0, wrong = 0;
        foreach ((PointEvidence point, EntryMask mask) in masks)
        {
            int entry = 0;
            foreach (int[] at in Indices(mask.Shape))
            {
                bool isInside = place.IsRight(at, mask.Shape), isRandom = point.Kind != PointKind.Special;
                shown += isInside && !mask.IsZero[entry] ? 1 : 0;
                outside += !isInside && !mask.IsZero[entry] && isRandom ? 1 : 0;
                wrong += !isInside && !mask.IsRight[entry] && isRandom ? 1 : 0;
                entry++;
            }
        }

        return shown > 0 && wrong > 0 && wrong >= outside;
    }

    private static bool IsRightAlong(EntryMask mask, int axis, int index) =>
        Indices(mask.Shape).Zip(mask.IsRight).All(entry => entry.First[axis] != index || entry.Second);

    /// <summary>Of every entry, in row-major order.</summary>
    private static IEnumerable<int[]> Indices(Shape shape)
    {
        for (int place = 0; place < shape.Count; place++)
        {
            int[] at = new int[shape.Rank];
            for ((int axis, int rest) = (shape.Rank - 1, place); axis >= 0; rest /= shape.Extents[axis], axis--)
            {
                at[axis] = rest % shape.Extents[axis];
            }

            yield return at;
        }
    }
}
