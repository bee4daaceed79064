using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>What a spec says of every right answer is true of the key.</summary>
public static class InvariantsStep
{
    public static StepResult Of(QuestionPlan plan)
    {
        ImmutableArray<Condition> invariants = plan.Question.Invariants;
        ImmutableArray<VerificationFailure> failures =
            [.. invariants.Zip(plan.Key.Invariants, (invariant, holds) => Failure(plan.Points, invariant, holds)).OfType<VerificationFailure>()];
        return invariants.IsEmpty
            ? StepResult.Nothing(VerificationStep.Invariants, "none are named")
            : StepResult.Of(
                VerificationStep.Invariants,
                string.Create(CultureInfo.InvariantCulture, $"{invariants.Length - failures.Length} of {invariants.Length} hold at {VerificationText.Count(plan.Points.Length, "point")}"),
                VerificationText.Share(invariants.Length - failures.Length, invariants.Length),
                failures);
    }

    private static VerificationFailure? Failure(ImmutableArray<PlannedPoint> points, Condition invariant, Func<SamplePoint, Value, bool> holds)
    {
        var entry = new SpecEntry(SpecEntryKind.Invariant, invariant.Expression);
        try
        {
            int broken = Enumerable.Range(0, points.Length).FirstOrDefault(index => !holds(points[index].Point, points[index].Reference!), -1);
            return broken < 0 ? null : new VerificationFailure(
                $"the key does not satisfy the invariant '{invariant.Expression}' at {VerificationText.Of(points, broken)}.", "Correct the key or the invariant; mind its tolerance.")
            {
                Entry = entry,
            };
        }
        catch (KeyFailureException failure)
        {
            return new VerificationFailure($"the invariant cannot be computed: {failure.Message}", "Correct the invariant.") { Entry = entry };
        }
    }
}
