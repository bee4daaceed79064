using System.Collections.Immutable;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>Which entries of a part are right at one point, and which of them would be so without any work: zeros.</summary>
internal sealed record EntryMask(Shape Shape, ImmutableArray<bool> IsRight, ImmutableArray<bool> IsZero)
{
    private const double Limit = 1e-6;

    /// <summary>At every point that can be looked at; empty when the answer has another shape somewhere.</summary>
    internal static ImmutableArray<(PointEvidence Point, EntryMask Mask)> Of(PartEvidence evidence) =>
        !evidence.IsWhole || !evidence.HasShapeAskedFor ? []
            : [.. evidence.Usable.Where(point => point.Answer!.Shape == evidence.Part.Reference(point.Planned).Shape)
                .Select(point => (point, Of(evidence.Part, point)))];

    private static EntryMask Of(PartPlan part, PointEvidence point)
    {
        var expected = point.Planned.Parts[part.Index];
        double limit = Math.Max(Limit, expected.Limit);
        double unit = part.Question.Tolerance.Decimals is int decimals ? Math.Pow(10, -decimals) : 0;
        return new EntryMask(
            expected.Reference.Shape,
            [.. point.Answer!.Entries.Zip(expected.Reference.Entries, (answer, right) =>
                Math.Abs(answer - right) <= (limit * Math.Max(Math.Abs(right), part.Question.Tolerance.SmallEntry * expected.Scale)) + unit)],
            [.. expected.Reference.Entries.Select(right => right == 0)]);
    }
}
