using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Verifying;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Verifying;

/// <summary>Holds a homework to account: the steps of <see cref="VerificationStep"/>, question by question.</summary>
public static class Verifier
{
    /// <param name="plan">Of the questions that are looked at.</param>
    public static Verification Run(LoadedAssignment loaded, SamplePlan plan) => new(
        loaded.Assignment.Id,
        loaded.Assignment.Title,
        plan.Seed,
        loaded.Assignment.Fingerprint,
        [.. plan.Questions.AsParallel().AsOrdered().Select(question => Of(loaded, question, plan.Seed))],
        Failures: []);

    private static QuestionVerification Of(LoadedAssignment loaded, QuestionPlan plan, string seed)
    {
        Question question = plan.Question;
        return new QuestionVerification(question.Id, question.Title, $"{loaded.PlaceOf(question)}", question.Definition is TextDefinition
            ? [StepResult.Nothing(VerificationStep.Key, "a text, which people read")]
            : [Key(plan, seed), AcceptedStep.Of(plan), MistakesStep.Of(plan), PointsStep.Of(plan), InvariantsStep.Of(plan)]);
    }

    private static StepResult Key(QuestionPlan plan, string seed)
    {
        if (plan.Question.Definition is TrainingDefinition)
        {
            return TrainingStep.Of(plan);
        }

        try
        {
            IEnumerable<PlannedPoint> drawn = plan.Question.Inputs.IsEmpty
                ? plan.Points
                : SamplePlanner.Draw(plan.Question, plan.Key, seed, "verify", KeyStep.RandomPoints).Concat(plan.Points.Where(planned => planned.Point.Label is not null));
            return KeyStep.Of(plan, [.. drawn]);
        }
        catch (Exception exception) when (exception is NoUsablePointException or KeyFailureException)
        {
            return StepResult.Of(VerificationStep.Key, "too few points", new VerificationFailure($"{exception.Message}.", "Make the constraints or the ranges wider."));
        }
    }
}
