using Autograder.Core.Submissions;

namespace Autograder.Core.Diagnosing;

/// <summary>Recognises numbers that are not finite, everywhere or only where something overflows.</summary>
internal static class NotFinite
{
    internal static Finding? Find(PartEvidence evidence)
    {
        PointEvidence[] bad = [.. evidence.Points.Where(IsNotFinite)];
        if (bad.Length == 0)
        {
            return null;
        }

        if (bad.Length == evidence.Points.Length)
        {
            return new Finding(
                "not-finite",
                "There is no input at which all numbers are finite.",
                ["Look for a division by zero, and for a root or a logarithm of a negative number."],
                $"Not finite at any of {bad.Length} points");
        }

        string[] labels = [.. bad.Where(point => point.Kind == PointKind.Special).Select(point => $"'{point.Planned.Point.Label}'")];
        return !evidence.Points.All(point => IsNotFinite(point) || point.IsRight) ? null : new Finding(
            "overflow",
            bad.Length == labels.Length
                ? $"Right wherever the numbers are finite, and NaN or infinite at the special input{(labels.Length == 1 ? "" : "s")} {string.Join(", ", labels)}."
                : "Right wherever the numbers are finite, and NaN or infinite at other inputs.",
            ["An exponential of a large number is infinite, and zero divided by zero is NaN: which part of the formula becomes so there, and how can it be written otherwise?"],
            $"Not finite at {bad.Length} of {evidence.Points.Length} points, right at the others");
    }

    private static bool IsNotFinite(PointEvidence point) => point.Compared?.Fault?.Kind == FaultKind.NonFinite;
}
