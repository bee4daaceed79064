using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;

namespace Autograder.Core.Verifying;

/// <summary>Other right answers are graded as a student's would be, and are correct.</summary>
public static class AcceptedStep
{
    public static StepResult Of(QuestionPlan plan)
    {
        ImmutableArray<string> accepted = plan.Question.Accepts;
        ImmutableArray<VerificationFailure> failures =
            [.. accepted.Zip(plan.Key.Accepts, (text, answer) => Failure(text, Rehearsal.Grade(plan, answer))).OfType<VerificationFailure>()];
        return accepted.IsEmpty
            ? StepResult.Nothing(VerificationStep.Accepted, "no other answers are named")
            : StepResult.Of(VerificationStep.Accepted, $"{accepted.Length - failures.Length} of {accepted.Length} correct", failures);
    }

    private static VerificationFailure? Failure(string accepted, QuestionGrade grade) => grade.Verdict == Verdict.Correct ? null : new VerificationFailure(
        $"the accepted answer '{accepted}' is {VerificationText.Of(grade)}.",
        "One of the two is wrong: the key, or the answer that is to be accepted. At special points the accepted one may overflow where the key does not.");
}
