using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>What a mistake makes of one part of the answer.</summary>
/// <param name="Part">Empty for a single value.</param>
/// <param name="Values">What is compared of the part: at the random points, then at those held out.</param>
public sealed record Hypothesis(string Id, string Part, ImmutableArray<Tensor> Values);

/// <summary>The mistakes that a question's points are to tell apart, as far as they determine values.</summary>
public static class Hypotheses
{
    /// <summary>
    /// In the order in which they are tried. Not among them: those whose values are the right ones, those that cannot be computed at
    /// some point, and compositions.
    /// </summary>
    public static ImmutableArray<Hypothesis> Of(QuestionPlan plan) =>
        !plan.Question.IsNumeric || plan.Points[0].Parts.IsEmpty ? [] : [.. PartPlan.Of(plan).SelectMany(Of)];

    private static IEnumerable<Hypothesis> Of(PartPlan part) =>
        from mistake in Zeros.Of(part)
            .Concat(Layouts.Of(part))
            .Concat(Factors.Of(part))
            .Concat(Alternatives.Of(part))
            .Concat(SingleTerms.Of(part))
            .Concat(StaleValues.Of(part))
            .Select(mistake => mistake.Remembered())
        where part.Changes(mistake)
        let values = part.RandomPoints.Select(mistake.At).ToImmutableArray()
        where values.All(value => value is { IsFinite: true })
        select new Hypothesis(mistake.Id, part.Name, [.. values.Select(value => value!)]);
}
