using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;

namespace Autograder.Core.Verifying;

/// <summary>Other right answers are graded as a student's would be, and are correct; so is what follows from right earlier ones.</summary>
public static class AcceptedStep
{
    /// <param name="earlier">The plans of the questions before this one, as far as they have points.</param>
    public static StepResult Of(QuestionPlan plan, ImmutableArray<QuestionPlan> earlier)
    {
        ImmutableArray<string> accepted = plan.Question.Accepts;
        ImmutableArray<VerificationFailure> wrong =
            [.. accepted.Zip(plan.Key.Accepts, (text, answer) => Failure(text, Rehearsal.Grade(plan, answer))).OfType<VerificationFailure>()];
        string[] from = [.. (plan.Question.FollowThrough?.From ?? []).Select(answer => answer.Question)];
        bool canFollow = from.Length > 0 && from.All(id => earlier.Any(other => other.Question.Id == id));
        string? unfollowed = canFollow ? FollowThroughCheck.FirstProblem(plan, earlier) : null;
        string[] figures =
        [
            .. accepted.IsEmpty ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"{accepted.Length - wrong.Length} of {accepted.Length} correct")],
            .. canFollow ? [$"{(unfollowed is null ? "follows" : "does not follow")} from {string.Join(", ", from)}"] : Array.Empty<string>(),
        ];
        return figures.Length == 0
            ? StepResult.Nothing(VerificationStep.Accepted, "no other answers are named")
            : StepResult.Of(VerificationStep.Accepted, string.Join(", ", figures), Brief(accepted.Length - wrong.Length, accepted.Length, canFollow, unfollowed), unfollowed is null ? wrong : wrong.Add(
                new VerificationFailure($"{unfollowed}.", "Correct the expression under follow-through.") { Entry = new SpecEntry(SpecEntryKind.FollowThrough) }));
    }

    /// <summary>What follows is marked by an arrow.</summary>
    private static string Brief(int correct, int accepted, bool canFollow, string? unfollowed) =>
        (accepted == 0 ? "" : VerificationText.Share(correct, accepted)) + (canFollow && unfollowed is null ? "→" : "");

    private static VerificationFailure? Failure(string accepted, QuestionGrade grade) => grade.Verdict == Verdict.Correct ? null : new VerificationFailure(
        $"the accepted answer '{accepted}' is {VerificationText.Of(grade)}.",
        "One of the two is wrong: the key, or the answer that is to be accepted. At special points the accepted one may overflow where the key does not.")
    {
        Entry = new SpecEntry(SpecEntryKind.Accepted, accepted),
    };
}
