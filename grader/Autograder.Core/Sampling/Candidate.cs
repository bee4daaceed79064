using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>A point that was drawn with the right answer there, before it is known whether answers can be judged by it.</summary>
/// <param name="Parts">What is judged of the reference.</param>
/// <param name="Sensitivities">By part, as <see cref="Conditioning"/> measures them.</param>
internal sealed record Candidate(SamplePoint Point, Value Reference, ImmutableArray<(string Name, Tensor Tensor)> Parts, double[] Sensitivities)
{
    internal const string UnmetCondition = "the key does not meet its own condition under 'satisfies'";

    /// <summary>As a relative difference; far from the 1e-4 by which answers are told apart.</summary>
    private const double MostUncertain = 1e-6;

    /// <summary>Of a part's usual size: what differences of a given function give where its derivative is zero, as at a kink of a higher order.</summary>
    private const double NearZero = 1e-8;

    /// <summary>Two computations may err alike by chance.</summary>
    private const double UncertaintyMargin = 4;

    internal int Draws { get; init; } = 1;

    /// <summary>By part, how far two computations of a right answer disagree; empty where it is the staff's.</summary>
    private double[] Uncertainties { get; init; } = [];

    /// <exception cref="KeyFailureException">The staff's code threw.</exception>
    internal static Candidate At(Question question, QuestionKey key, SamplePoint point, Xoshiro256 random)
    {
        Value reference = key.Answer!(point);
        ImmutableArray<(string Name, Tensor Tensor)> parts = JudgedParts.Of(question, point, reference);
        return new Candidate(point, reference, parts, Conditioning.Sensitivities(question, key, point, reference, random))
        {
            Uncertainties = key.Recomputed is { } again
                ? [.. parts.Zip(JudgedParts.Of(question, point, again(point)), (part, other) => Uncertainty(question, part.Tensor, other.Tensor))]
                : [],
        };
    }

    /// <summary>The largest magnitude of each part at any of the points.</summary>
    internal static double[] UsualScales(IEnumerable<Candidate> candidates) =>
        [.. candidates
            .Select(candidate => candidate.Parts.Select(part => part.Tensor.LargestMagnitude).ToArray())
            .Aggregate((left, right) => [.. left.Zip(right, Math.Max)])];

    /// <returns>Null where it can be used.</returns>
    internal string? WhyNotUsable(Question question, QuestionKey key) => WhyWithoutValue(question, key) ?? WhyIllConditioned(question) ?? WhyUncertain(question);

    /// <summary>What rules out even a point that the staff have chosen.</summary>
    internal string? WhyWithoutValue(Question question, QuestionKey key) =>
        Parts.Any(part => !part.Tensor.IsFinite && question.IsJudged(part.Name)) ? "the reference is not finite"
        // Its limit would be infinite or NaN: every answer would agree there, or none.
        : Sensitivities.Any(sensitivity => !double.IsFinite(sensitivity)) ? "the reference is not finite close by"
        : ConditionsCheck.FirstUnmet(question, key, Point, Reference) is { } unmet ? $"{UnmetCondition}, '{unmet.Expression}'"
        : null;

    internal PlannedPoint Expect(Question question, double[] usualScales) =>
        new(Point, Reference, [.. Parts.Select((_, index) => Expect(question, index, usualScales[index]))]) { Draws = Draws };

    private ExpectedPart Expect(Question question, int index, double usualScale)
    {
        (string name, Tensor tensor) = Parts[index];
        if (question.IsKeyFree && question.IsJudged(name) && tensor.LargestMagnitude <= NearZero * usualScale)
        {
            return new ExpectedPart(name, tensor.Map(_ => 0), usualScale == 0 ? 1 : usualScale, NearZero / question.Tolerance.SmallEntry);
        }

        double scale = tensor.LargestMagnitude;
        if (scale == 0)
        {
            scale = usualScale == 0 ? 1 : usualScale;
        }

        double uncertainty = Uncertainties.ElementAtOrDefault(index);
        double limit = Math.Max(UncertaintyMargin * uncertainty, Math.Max(question.Tolerance.Relative, Conditioning.RoundingLimit(Sensitivities[index], scale)));
        return new ExpectedPart(name, tensor, scale, limit)
        {
            Condition = 1 + (Sensitivities[index] / scale),
            IsJudged = !question.IsKeyFree || (question.IsJudged(name) && uncertainty <= MostUncertain && limit <= question.Tolerance.Reject),
        };
    }

    private string? WhyIllConditioned(Question question)
    {
        foreach (((string name, Tensor tensor), double sensitivity) in Parts.Zip(Sensitivities))
        {
            // A part that is exactly zero and stays so (a second derivative, say) is well conditioned.
            bool isUsable = sensitivity == 0
                || Conditioning.RoundingLimit(sensitivity, tensor.LargestMagnitude) <= question.Tolerance.Relative;
            if (!isUsable)
            {
                return $"the reference {name} is ill-conditioned there (rounding could show)".Replace("  ", " ", StringComparison.Ordinal);
            }
        }

        return null;
    }

    /// <summary>Where two step sizes disagree, the given function has a kink or comes near the limits of a double.</summary>
    private string? WhyUncertain(Question question) =>
        Parts.Zip(Uncertainties).Any(part => question.IsJudged(part.First.Name) && part.Second > MostUncertain)
            ? "what is right there cannot be computed from the given function"
            : null;

    /// <summary>The largest difference as answers are compared; infinite where there is none.</summary>
    private static double Uncertainty(Question question, Tensor computed, Tensor again)
    {
        double least = question.Tolerance.SmallEntry * computed.LargestMagnitude;
        return computed.Shape != again.Shape || !computed.IsFinite || !again.IsFinite ? double.PositiveInfinity
            : computed.Entries.Zip(again.Entries, (one, other) => one == other ? 0 : Math.Abs(one - other) / Math.Max(Math.Abs(one), least)).DefaultIfEmpty().Max();
    }
}
