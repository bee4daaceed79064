using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Sampling;
using Autograder.Core.Verifying;

namespace Autograder.Engine.Verifying;

/// <summary>A mutation score as a step of each question's verification.</summary>
internal static class VerifierMutants
{
    internal static StepResult Of(QuestionPlan plan, MutationScore score)
    {
        string id = plan.Question.Id;
        ImmutableArray<MutationOutcome> outcomes = [.. score.Outcomes.Where(outcome => outcome.Questions.Contains(id))];
        if (outcomes.IsEmpty)
        {
            return StepResult.Nothing(VerificationStep.Mutants, "nothing to change in it, or a run would take too long");
        }

        // A helper is part of several answers; its survivors are told once.
        ImmutableArray<VerificationFailure> failures =
            [.. outcomes.Where(outcome => outcome.Fate == MutantFate.Survived && outcome.Questions[0] == id).Select(outcome => Failure(outcome.Mutant))];
        int Count(MutantFate fate) => outcomes.Count(outcome => outcome.Fate == fate);
        string equivalent = Count(MutantFate.Equivalent) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Count(MutantFate.Equivalent)} judged equivalent");
        string survived = Count(MutantFate.Survived) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Count(MutantFate.Survived)} unseen");
        return StepResult.Of(
            VerificationStep.Mutants,
            string.Create(CultureInfo.InvariantCulture, $"{Count(MutantFate.Rejected)} of {outcomes.Length} rejected{equivalent}{survived}"),
            $"{Count(MutantFate.Rejected)}/{outcomes.Length - Count(MutantFate.Equivalent)}",
            failures);
    }

    internal static ImmutableArray<VerificationFailure> Stale(MutationScore score) =>
        [.. score.Stale.Select(stale => new VerificationFailure(
            $"this judgement is about no mutant that survives: {stale.Text}.", "Take the comment away, or write the change as it is listed.") { Place = $"{stale.Place}" })];

    private static VerificationFailure Failure(Mutant mutant) => new(
        $"the points cannot see this change in {mutant.Method}: {mutant.Change}.",
        $"Choose points that show it; if it changes no answer, say so beside the code: // equivalent: {mutant.Change}, because …")
    {
        Place = $"{mutant.Place}",
    };
}
