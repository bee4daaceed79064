using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// Recognises on which inputs an answer depends and should not, or the reverse, from points that differ in one input only.
/// </summary>
internal static class Dependence
{
    private const double SameLimit = 1e-12;
    private const double ChangedLimit = 1e-6;

    private sealed record Change(string Input, bool IsIgnored, bool IsFollowed, bool ShouldChange);

    internal static Finding? Find(PartEvidence evidence)
    {
        PointEvidence? start = evidence.Points.FirstOrDefault(point => point.Kind == PointKind.HeldOut);
        if (!evidence.IsWhole || !evidence.HasShapeAskedFor || start is null)
        {
            return null;
        }

        Change[] changes = [.. evidence.Probes.Where(probe => probe.Seen.Answer is not null).Select(probe => Compare(evidence.Part, probe.Input, start, probe.Seen))];
        if (IsConstant(evidence, changes))
        {
            return new Finding(
                "constant",
                $"The {(evidence.Part.IsNumber ? "value is" : "values are")} the same whatever numbers come in.",
                ["On which of the inputs should the answer depend?"],
                $"Unchanged when any of {string.Join(", ", changes.Select(change => change.Input))} alone changes");
        }

        return Array.Find(changes, change => change is { IsIgnored: true, ShouldChange: true }) is { } ignored
            ? new Finding(
                $"ignores/{ignored.Input}",
                $"The answer does not change when {ignored.Input} alone changes, and it should.",
                [$"Where does {ignored.Input} enter the function that is asked about?"],
                $"Compared at two points that differ in {ignored.Input} only")
            : Array.Find(changes, change => change is { IsFollowed: true, ShouldChange: false }) is { } followed
                ? new Finding(
                    $"depends-on/{followed.Input}",
                    $"The answer changes when {followed.Input} alone changes, and it should not.",
                    [$"Does {followed.Input} survive the derivative?"],
                    $"Compared at two points that differ in {followed.Input} only")
                : null;
    }

    private static Change Compare(PartPlan part, string input, PointEvidence start, PointEvidence probe)
    {
        double answered = Difference(Returned(part, start), Returned(part, probe));
        double right = Difference(part.Unjudged(start.Planned.Reference!)!, part.Unjudged(probe.Planned.Reference!)!);
        return new Change(input, answered <= SameLimit, answered > ChangedLimit, !(right <= SameLimit));
    }

    /// <summary>No input matters, nor does any but through the sizes.</summary>
    private static bool IsConstant(PartEvidence evidence, Change[] changes) =>
        changes.Length == evidence.Probes.Length
        && Array.TrueForAll(changes, change => change.IsIgnored) && Array.Exists(changes, change => change.ShouldChange)
        && evidence.Usable.Select(point => Returned(evidence.Part, point)).GroupBy(answer => answer.Shape)
            .All(shape => shape.All(answer => Difference(answer, shape.First()) <= SameLimit));

    /// <summary>As it was returned: a step is the same for every rate, the new values are not.</summary>
    private static Tensor Returned(PartPlan part, PointEvidence point) => part.Unjudged(point.Whole!)!;

    /// <summary>Relative to the larger of the two; infinite where the shapes differ.</summary>
    private static double Difference(Tensor left, Tensor right)
    {
        double scale = Math.Max(left.LargestMagnitude, right.LargestMagnitude);
        return left.Shape != right.Shape ? double.PositiveInfinity : scale == 0 ? 0 : PartPlan.Residual(left, right) / scale;
    }
}
