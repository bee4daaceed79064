using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>Recognises answers that are right exactly where an input is positive: an absolute value, a lost sign, a case left out.</summary>
internal static class RightWherePositive
{
    internal static Finding? Find(PartEvidence evidence)
    {
        ImmutableArray<(PointEvidence Point, EntryMask Mask)> masks = [.. EntryMask.Of(evidence).Where(seen => seen.Point.Kind != PointKind.Special)];
        return masks.IsEmpty ? null : evidence.Part.Question.Inputs.OfType<NumericDomain>()
            .Where(input => input.Kind == NumericKind.Signed && masks.All(seen => IsRightWherePositive(input.Name, seen.Point, seen.Mask)))
            .Where(input => masks.Any(seen => seen.Mask.IsRight.Contains(true)) && masks.Any(seen => seen.Mask.IsRight.Contains(false)))
            .Select(input => new Finding(
                $"right-where-positive/{input.Name}",
                $"{(evidence.Part.IsNumber ? "The value" : "An entry")} is right exactly where {input.Name} is positive.",
                [$"Try a negative {(evidence.Part.IsNumber ? "" : "entry of ")}{input.Name}: what do a root, an absolute value or a maximum make of it?"],
                $"Seen at {masks.Length} random points"))
            .FirstOrDefault();
    }

    /// <summary>Zeros are right without any work.</summary>
    private static bool IsRightWherePositive(string input, PointEvidence point, EntryMask mask)
    {
        Tensor signs = point.Planned.Point.NumbersOf(input);
        return signs.Shape == mask.Shape && Enumerable.Range(0, signs.Entries.Length)
            .All(entry => mask.IsRight[entry] == signs.Entries[entry] > 0 || mask.IsZero[entry]);
    }
}
