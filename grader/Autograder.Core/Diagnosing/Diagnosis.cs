using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;

namespace Autograder.Core.Diagnosing;

/// <summary>What kind of mistake an answer shows, from how it behaves rather than from its digits.</summary>
/// <param name="Feedback">First how the method behaves, then one diagnosis for each mistake, with its evidence for the staff.</param>
/// <param name="Credits">By the name of a wrong part, empty for a single value: the share of its points that the mistake leaves.</param>
public sealed record Diagnosis(ImmutableArray<Feedback> Feedback, ImmutableSortedDictionary<string, double> Credits)
{
    public static readonly Diagnosis None = new([], ImmutableSortedDictionary<string, double>.Empty);

    private ImmutableArray<Feedback> Behaviour { get; init; } = [];

    private ImmutableArray<(string Part, Finding Finding)> Found { get; init; } = [];

    /// <summary>By the name of a wrong part: what its mistake says to those who would build on it.</summary>
    public ImmutableSortedDictionary<string, EarlierMistake> AsEarlier => Found.ToImmutableSortedDictionary(
        part => part.Part, part => DiagnosisIds.AsEarlier(part.Finding.Id), StringComparer.Ordinal);

    /// <param name="further">What was seen at the plan's further points; null where the answer was not called there.</param>
    public static Diagnosis Of(
        QuestionPlan plan, QuestionObservations observations, QuestionComparison comparison, QuestionObservations? further = null)
    {
        ImmutableArray<Feedback> behaviour = MethodBehaviour.Of(plan.Question, comparison);
        return Of(
            plan.Question,
            behaviour,
            [
                .. from evidence in PartEvidence.OfWrongParts(plan, observations, comparison, further)
                   let finding = Recognition.Find(evidence, IsSaidAlready(behaviour))
                   where finding is not null
                   select (evidence.Part.Name, finding),
            ]);
    }

    internal static Diagnosis Of(Question question, ImmutableArray<Feedback> behaviour, ImmutableArray<(string Part, Finding Finding)> found) => new(
        [.. behaviour, .. Remedies.Tell(question, found, _ => true)],
        found.Select(part => (part.Part, Credit: Remedies.Credit(question, part.Finding)))
            .Where(part => part.Credit > 0)
            .ToImmutableSortedDictionary(part => part.Part, part => part.Credit, StringComparer.Ordinal))
    {
        Behaviour = behaviour,
        Found = found,
    };

    /// <summary>The feedback where some parts are explained in another way: what they look like is for the staff then.</summary>
    internal IEnumerable<Feedback> FeedbackWithout(Question question, Func<string, bool> isExplained) =>
        Behaviour.Concat(Remedies.Tell(question, Found, part => !isExplained(part)));

    /// <summary>What is wrong with an answer that is no minimiser or no function of its arguments needs no other name.</summary>
    private static bool IsSaidAlready(ImmutableArray<Feedback> behaviour) =>
        behaviour.Any(feedback => feedback.Id is "not-stationary" or "not-repeatable");
}
