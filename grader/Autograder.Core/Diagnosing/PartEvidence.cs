using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>How one wrong part of an answer was seen, at every point at which it was called.</summary>
/// <param name="Points">The random ones, the special ones, then those held out, of which there may be none.</param>
/// <param name="Probes">With the input by which each differs from the first point held out.</param>
internal sealed record PartEvidence(
    PartPlan Part, ImmutableArray<PointEvidence> Points, ImmutableArray<(string Input, PointEvidence Seen)> Probes)
{
    /// <summary>A hypothesis can be tried: there are numbers at every random point, and points are left by which it is confirmed.</summary>
    public bool IsWhole =>
        Points.Any(point => point.Kind == PointKind.HeldOut)
        && Points.All(point => point.Kind == PointKind.Special || point.Answer is not null);

    /// <summary>A question without inputs has one point, and none that could be held out.</summary>
    private bool HasOnePoint => Part.Question.Inputs.IsEmpty;

    /// <summary>Where there are numbers to look at.</summary>
    public IEnumerable<PointEvidence> Usable => Points.Where(point => point.Answer is not null);

    /// <summary>Everywhere at random points; hypotheses about single entries need it.</summary>
    public bool HasShapeAskedFor => Points.All(point =>
        point.Kind == PointKind.Special || point.Answer?.Shape == Part.Reference(point.Planned).Shape);

    internal static IEnumerable<PartEvidence> OfWrongParts(
        QuestionPlan plan, QuestionObservations observations, QuestionComparison comparison, QuestionObservations? further)
    {
        HashSet<string> wrong = [.. comparison.Points.SelectMany(point => point.Parts)
            .Where(part => part.Agreement == Agreement.Off).Select(part => part.Name)];
        return PartPlan.Of(plan).Where(part => wrong.Contains(part.Name)).Select(part => Of(part, observations, comparison, further));
    }

    /// <summary>The first of the mistakes that explains the part wherever it can be looked at.</summary>
    internal Finding? First(IEnumerable<Mistake> mistakes) => !IsWhole && !HasOnePoint ? null : mistakes
        .Where(mistake => IsWhole || mistake is { IsDeclared: true, IsComposed: false })
        .Select(mistake => (Mistake: mistake, Fit: Fit(mistake)))
        .Where(tried => tried.Fit is not null && Part.Changes(tried.Mistake))
        .Select(tried => new Finding(
            tried.Mistake.Id,
            tried.Mistake.Rationale,
            tried.Mistake.Hints,
            tried.Mistake.Detail is { } detail ? $"{tried.Fit} ({detail})" : tried.Fit!.ToString())
        {
            IsComposed = tried.Mistake.IsComposed,
        })
        .FirstOrDefault();

    /// <returns>Null when the mistake does not explain the part at some point.</returns>
    internal Fit? Fit(Mistake mistake)
    {
        var fits = ImmutableArray.CreateBuilder<(PointKind Kind, double Residual)>();
        foreach (PointEvidence point in Usable)
        {
            Tensor answer = point.Answer!;
            Tensor? value = mistake.At(point.Planned);
            bool isComparable = value is not null && value.Shape == answer.Shape && value.IsFinite;
            double residual = isComparable ? PartPlan.Residual(value!, answer) : double.NaN;
            if (isComparable && residual <= Part.Allowed(point.Planned, value!, mistake.Limit))
            {
                fits.Add((point.Kind, residual / Math.Max(value!.LargestMagnitude, point.Planned.Parts[Part.Index].Scale)));
            }
            else if (isComparable || point.Kind != PointKind.Special)
            {
                return null;
            }
        }

        return Diagnosing.Fit.Of(fits);
    }

    private static PartEvidence Of(
        PartPlan part, QuestionObservations observations, QuestionComparison comparison, QuestionObservations? further)
    {
        FurtherPoints points = further is null ? FurtherPoints.None : part.Plan.Further.Value;
        PointEvidence Seen(PlannedPoint planned, PointKind kind, Observation? observation) => PointEvidence.Of(part, planned, kind, observation);
        Observation? Further(int index) => further!.First.ElementAtOrDefault(index);
        return new PartEvidence(
            part,
            [
                .. part.Plan.Points.Select((planned, index) => Seen(
                    planned, planned.Point.Label is null ? PointKind.Random : PointKind.Special, observations.First.ElementAtOrDefault(index)) with
                    {
                        Compared = comparison.Points.ElementAtOrDefault(index)?.Parts.ElementAtOrDefault(part.Index),
                    }),
                .. points.HoldOut.Select((planned, index) => Seen(planned, PointKind.HeldOut, Further(index))),
            ],
            [.. points.Probes.Select((probe, index) => (probe.Input, Seen(probe.Planned, PointKind.Probe, Further(points.HoldOut.Length + index))))]);
    }
}

/// <param name="Whole">What was returned there; null after a fault.</param>
/// <param name="Answer">What is compared of the part; null unless it is finite numbers, and where nothing is known to compare them with.</param>
/// <param name="Compared">Null after a fault of the whole answer.</param>
internal sealed record PointEvidence(PlannedPoint Planned, PointKind Kind, Value? Whole, Tensor? Answer, PartComparison? Compared)
{
    public bool IsRight => Compared?.Agreement == Agreement.Agree;

    internal static PointEvidence Of(PartPlan part, PlannedPoint planned, PointKind kind, Observation? observation)
    {
        Value? whole = (observation as ReturnedValue)?.Value;
        Tensor? answer = whole is not null && whole.NumericParts.Count() == planned.Parts.Length ? part.Judged(planned, whole) : null;
        return new PointEvidence(
            planned,
            kind,
            whole,
            answer is { IsFinite: true } && planned.Parts[part.Index].IsJudged ? answer : null,
            observation is null ? null : AnswerComparer.Compare(part.Question, planned, observation).Parts.ElementAtOrDefault(part.Index));
    }
}

internal enum PointKind
{
    Random,
    Special,
    HeldOut,
    Probe,
}
