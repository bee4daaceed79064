using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>Recognises the right entries in other places.</summary>
internal static class Permuted
{
    internal static Finding? Find(PartEvidence evidence)
    {
        PointEvidence[] points = [.. evidence.Usable.Where(point => point.Kind != PointKind.Special)];
        bool isPermuted = evidence.IsWhole && evidence.HasShapeAskedFor && !evidence.Part.IsNumber
            && Array.TrueForAll(points, point => HasSameEntries(evidence.Part, point));
        return !isPermuted ? null : new Finding(
            "permuted",
            "The right numbers stand in the wrong places.",
            ["Take the smallest example and follow one entry: where does it belong?"],
            $"The same entries in another order at {points.Length} points");
    }

    private static bool HasSameEntries(PartPlan part, PointEvidence point)
    {
        Tensor right = part.Reference(point.Planned);
        return !point.IsRight && PartPlan.Residual(Ordered(right), Ordered(point.Answer!)) <= part.Allowed(point.Planned, right, limit: 1e-6);
    }

    private static Tensor Ordered(Tensor tensor) => new(tensor.Shape, tensor.Entries.Sort());
}
