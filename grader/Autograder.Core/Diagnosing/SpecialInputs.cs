namespace Autograder.Core.Diagnosing;

/// <summary>Recognises answers that are right at special inputs only, or everywhere but there. Where the right answer is zero, it is so without any work.</summary>
internal static class SpecialInputs
{
    internal static Finding? Find(PartEvidence evidence)
    {
        PointEvidence[] special = [.. evidence.Usable.Where(point => point.Kind == PointKind.Special)];
        PointEvidence[] random = [.. evidence.Points.Where(point => point.Kind != PointKind.Special)];
        PointEvidence[] right = [.. special.Where(point => point.IsRight)], wrong = [.. special.Except(right)];
        bool isOnlySpecial = Array.Exists(right, point => evidence.Part.Reference(point.Planned).LargestMagnitude > 0) && Array.TrueForAll(random, point => !point.IsRight);
        bool isMissed = wrong.Length > 0 && Array.TrueForAll(random, point => point.IsRight);
        return !evidence.IsWhole ? null
            : isOnlySpecial ? new Finding(
                "special-only",
                $"Right only at {Labels(right)}.",
                ["What is true there and not in general?"],
                $"Right at {right.Length} of {special.Length} special points and at no other")
            : isMissed ? new Finding(
                "special-missed",
                $"Right at every random input, and wrong at {Labels(wrong)}.",
                ["What is different there: which case does the formula leave out?"],
                $"Wrong at {wrong.Length} of {special.Length} special points and at no other")
            : null;
    }

    private static string Labels(PointEvidence[] points) =>
        $"the special input{(points.Length == 1 ? "" : "s")} {string.Join(", ", points.Select(point => $"'{point.Planned.Point.Label}'"))}";
}
