using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;

namespace Autograder.Core.Diagnosing;

/// <summary>What kind of mistake an answer shows, from how it behaves rather than from its digits.</summary>
/// <param name="Feedback">First how the method behaves, then one diagnosis for each wrong part, with its evidence for the staff.</param>
/// <param name="Credits">By the name of a wrong part, empty for a single value: the share of its points that the mistake leaves.</param>
public sealed record Diagnosis(ImmutableArray<Feedback> Feedback, ImmutableSortedDictionary<string, double> Credits)
{
    public static readonly Diagnosis None = new([], ImmutableSortedDictionary<string, double>.Empty);

    /// <param name="further">What was seen at the plan's further points; null where the answer was not called there.</param>
    public static Diagnosis Of(
        QuestionPlan plan, QuestionObservations observations, QuestionComparison comparison, QuestionObservations? further = null)
    {
        ImmutableArray<Feedback> behaviour = MethodBehaviour.Of(plan.Question, comparison);
        ImmutableArray<(string Part, Finding Finding)> found =
        [
            .. from evidence in PartEvidence.OfWrongParts(plan, observations, comparison, further)
               let finding = Recognition.Find(evidence, IsSaidAlready(behaviour))
               where finding is not null
               select (evidence.Part.Name, finding),
        ];
        return new Diagnosis(
            [.. behaviour, .. found.GroupBy(part => part.Finding.Id).SelectMany(same => Remedies.Tell(plan.Question, same.Key, [.. same]))],
            found.Select(part => (part.Part, Credit: Remedies.Credit(plan.Question, part.Finding)))
                .Where(part => part.Credit > 0)
                .ToImmutableSortedDictionary(part => part.Part, part => part.Credit, StringComparer.Ordinal));
    }

    /// <summary>What is wrong with an answer that is no minimiser or no function of its arguments needs no other name.</summary>
    private static bool IsSaidAlready(ImmutableArray<Feedback> behaviour) =>
        behaviour.Any(feedback => feedback.Id is "not-stationary" or "not-repeatable");
}
