using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>
/// Holds a key against what its definition says, by differences of the given functions. Right keys measure 2e-9 of a part's
/// largest entry and less; every error that is printed in the homeworks' documents measures a thousandth and more.
/// </summary>
public static class KeyStep
{
    public const int RandomPoints = 32;
    private const double Limit = 1e-6;

    /// <summary>How far two step sizes may disagree, as a share of the part's largest entry or of what is found to differ.</summary>
    private const double Unreliable = 1e-7, UnreliableShare = 0.01;

    /// <summary>One part at one point. Only where a difference can be trusted, the key is to blame for it.</summary>
    /// <param name="Difference">As a share of the part's largest entry; null where none is measured.</param>
    private sealed record Trial(Standing Standing, double? Difference, string Fact);

    private enum Standing
    {
        Agrees,
        Differs,
        NotDetermined,
    }

    /// <param name="points">Random ones first. At special ones the definition may be out of reach, at random ones that is a failure.</param>
    public static StepResult Of(QuestionPlan plan, ImmutableArray<PlannedPoint> points)
    {
        Question question = plan.Question;
        ImmutableArray<string> parts = points[0].Reference is null ? [] : [.. points[0].Parts.Select(part => part.Name)];
        ImmutableArray<string> determined = [.. parts.Where(part => question.DefinitionOf(part).IsDetermined)];
        if (determined.IsEmpty)
        {
            return question.Definition is ConditionsDefinition conditions
                ? StepResult.Of(VerificationStep.Key, $"meets its {VerificationText.Count(conditions.Conditions.Length, "condition")} at {VerificationText.Count(points.Length, "point")}", "satisfies")
                : StepResult.Nothing(VerificationStep.Key, "nothing given determines it");
        }

        var trials = determined.Select(part => (Part: part, At: points.Select(planned => Try(plan, planned, parts.IndexOf(part))).ToImmutableArray())).ToImmutableArray();
        ImmutableArray<VerificationFailure> failures = [.. trials.Select(trial => Failure(plan, points, trial.Part, trial.At)).OfType<VerificationFailure>()];
        string others = string.Join(", ", parts.Except(determined));
        return StepResult.Of(
            VerificationStep.Key,
            Figure(points, [.. trials.Select(trial => trial.At)]) + (others.Length == 0 ? "" : $"; nothing given determines {others}"),
            LargestDifference([.. trials.Select(trial => trial.At)]) is double largest ? VerificationText.Number(largest) : "minimal",
            failures);
    }

    private static Trial Try(QuestionPlan plan, PlannedPoint planned, int index)
    {
        (string part, Tensor reference) = planned.Reference!.NumericParts.ElementAt(index);
        try
        {
            return plan.Question.DefinitionOf(part) is MinimiserDefinition minimiser
                ? MinimiserCheck.IsStationary(plan.Key, minimiser, planned.Point, reference, MinimiserCheck.KeyGradientLimit)
                    ? new Trial(Standing.Agrees, Difference: null, "")
                    : new Trial(Standing.Differs, double.PositiveInfinity, $"the gradient of {minimiser.Function} is not zero there, or it still falls")
                : Compare(plan, planned, planned.Parts[index]);
        }
        catch (KeyFailureException failure)
        {
            return new Trial(Standing.NotDetermined, Difference: null, failure.Message);
        }
    }

    private static Trial Compare(QuestionPlan plan, PlannedPoint planned, ExpectedPart expected)
    {
        Tensor truth = Truth(plan, planned.Point, expected.Name, widening: 1);
        if (truth.Shape != expected.Reference.Shape)
        {
            return new Trial(Standing.Differs, double.PositiveInfinity, $"it is {expected.Reference.Shape}, where the definition gives {truth.Shape}");
        }

        if (!truth.IsFinite)
        {
            return new Trial(Standing.NotDetermined, Difference: null, "the definition gives no finite number");
        }

        double difference = Difference(truth, expected.Reference) / expected.Scale;
        double limit = plan.Question.Tolerance.Decimals is int decimals ? 0.5 * Math.Pow(10, -decimals) / expected.Scale : 0;
        return difference <= Math.Max(Limit, limit) ? new Trial(Standing.Agrees, difference, "")
            : Difference(truth, Truth(plan, planned.Point, expected.Name, widening: 2)) / expected.Scale is var change && change <= Math.Max(Unreliable, UnreliableShare * difference)
                ? new Trial(Standing.Differs, difference, $"it differs by {VerificationText.Number(difference)} of its largest entry")
                : new Trial(Standing.NotDetermined, Difference: null, $"two step sizes give derivatives that differ by {VerificationText.Number(change)} of the largest entry");
    }

    private static Tensor Truth(QuestionPlan plan, SamplePoint point, string part, double widening) =>
        JudgedParts.Of(plan.Question, point, part, DefinitionTruth.Of(plan.Question.DefinitionOf(part), plan.Key, point, widening)!);

    private static double Difference(Tensor left, Tensor right) =>
        left.Entries.Zip(right.Entries, (one, other) => Math.Abs(one - other)).DefaultIfEmpty().Max();

    private static VerificationFailure? Failure(QuestionPlan plan, ImmutableArray<PlannedPoint> points, string part, ImmutableArray<Trial> trials)
    {
        string name = part.Length == 0 ? "the key" : part, definition = VerificationText.Of(plan.Question.DefinitionOf(part));
        int[] differing = [.. Enumerable.Range(0, trials.Length).Where(index => trials[index].Standing == Standing.Differs)];
        if (differing.Length > 0)
        {
            int worst = differing.MaxBy(index => trials[index].Difference);
            ImmutableArray<PlannedPoint> random = [.. points.Where((planned, index) => planned.Point.Label is null && trials[index].Standing != Standing.NotDetermined)];
            string likeness = Likeness.Of(plan, random, part) is { } id ? $" A student's answer of this kind would be told '{id}'." : "";
            return new VerificationFailure(
                $"{name} is not {definition}: at {VerificationText.Of(points, worst)} {trials[worst].Fact}. It is off at {differing.Length} of {points.Length} points.{likeness}",
                $"Correct {plan.Question.Answer.Name} in the reference, or the definition in the spec.")
            {
                Entry = new SpecEntry(SpecEntryKind.Key),
            };
        }

        int undetermined = Enumerable.Range(0, trials.Length).FirstOrDefault(index => trials[index].Standing == Standing.NotDetermined && points[index].Point.Label is null, -1);
        return undetermined < 0 ? null : new VerificationFailure(
            $"whether {name} is {definition} cannot be seen at {VerificationText.Of(points, undetermined)}: {trials[undetermined].Fact}.",
            "Keep the points, by a constraint, to where the given function is smooth and can be computed.");
    }

    /// <summary>Null where none is measured.</summary>
    private static double? LargestDifference(ImmutableArray<ImmutableArray<Trial>> parts) => parts.SelectMany(trials => trials).Max(trial => trial.Difference);

    private static string Figure(ImmutableArray<PlannedPoint> points, ImmutableArray<ImmutableArray<Trial>> parts)
    {
        int random = points.Count(planned => planned.Point.Label is null), special = points.Length - random;
        int reached = Enumerable.Range(random, special).Count(index => parts.All(trials => trials[index].Standing != Standing.NotDetermined));
        string difference = LargestDifference(parts) switch
        {
            null => "minimal",
            double.PositiveInfinity => "not what the definition says",
            double largest => $"largest difference {VerificationText.Number(largest)}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{difference} at {VerificationText.Count(random, "random point")}{(special == 0 ? "" : $", {reached} of {special} special")}");
    }
}
