using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;

namespace Autograder.Core.Verifying;

/// <summary>Runs the key of a training question once, which takes seconds, and looks whether it reaches its own goal.</summary>
public static class TrainingStep
{
    public static StepResult Of(QuestionPlan plan)
    {
        try
        {
            SamplePoint point = plan.Points[0].Point;
            string? missed = TrainingCheck.Missed((TrainingDefinition)plan.Question.Definition, plan.Key, point, plan.Key.Answer!(point));
            return missed is null
                ? StepResult.Of(VerificationStep.Key, "trained once: the goal is reached", "goal")
                : StepResult.Of(VerificationStep.Key, "trained once: the goal is missed", "goal", new VerificationFailure(missed, "Correct the key, or ask for what it reaches.") { Entry = new SpecEntry(SpecEntryKind.Key) });
        }
        catch (KeyFailureException failure)
        {
            return StepResult.Of(VerificationStep.Key, "not trained", "goal", new VerificationFailure($"{failure.Message}.", "Correct the key or the measure."));
        }
    }
}
