using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Verifying;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Verifying;

/// <summary>Holds a homework to account: the steps of <see cref="VerificationStep"/>, question by question.</summary>
public static class Verifier
{
    /// <param name="plan">Of all questions, or of those that are to be looked at.</param>
    /// <exception cref="SpecException">The key does not give its own answers again.</exception>
    public static Verification Run(LoadedAssignment loaded, SamplePlan plan)
    {
        KeyProgram program = loaded.Program ?? throw new ArgumentException("The homework was loaded without its key.", nameof(loaded));
        ImmutableArray<StepResult> keys = [.. plan.Questions.AsParallel().AsOrdered().Select(question => Key(question, plan.Seed))];
        // What a wrong key is mistaken for says nothing about the points.
        ImmutableArray<QuestionPlan> right = [.. plan.Questions.Where((_, index) => keys[index].Failures.IsEmpty)];
        MutationScore mutants = MutationTest.Run(loaded, plan with { Questions = right });
        var coverage = new BranchCoverage(program);
        ImmutableArray<QuestionVerification> questions = [.. plan.Questions.Zip(keys, (question, key) => new QuestionVerification(
            question.Question.Id, question.Question.Title, $"{loaded.PlaceOf(question.Question)}", Steps(question, key, mutants, coverage)))];
        return new Verification(
            loaded.Assignment.Id,
            loaded.Assignment.Title,
            plan.Seed,
            loaded.Assignment.Fingerprint,
            questions,
            right.Length == loaded.Assignment.Questions.Length ? VerifierMutants.Stale(mutants) : []);
    }

    private static ImmutableArray<StepResult> Steps(QuestionPlan plan, StepResult key, MutationScore mutants, BranchCoverage coverage) =>
        plan.Question.Definition is TextDefinition ? [key] :
        [
            key,
            AcceptedStep.Of(plan),
            MistakesStep.Of(plan),
            key.Failures.IsEmpty ? VerifierMutants.Of(plan, mutants) : StepResult.Nothing(VerificationStep.Mutants, "not before the key is right"),
            HypothesesStep.Of(plan),
            coverage.AddTo(PointsStep.Of(plan), plan),
            InvariantsStep.Of(plan),
        ];

    private static StepResult Key(QuestionPlan plan, string seed)
    {
        switch (plan.Question.Definition)
        {
            case TextDefinition:
                return StepResult.Nothing(VerificationStep.Key, "a text, which people read");
            case TrainingDefinition:
                return TrainingStep.Of(plan);
        }

        try
        {
            IEnumerable<PlannedPoint> special = plan.Points.Where(planned => planned.Point.Label is not null);
            return KeyStep.Of(plan, plan.Question.Inputs.IsEmpty
                ? plan.Points
                : [.. SamplePlanner.Draw(plan.Question, plan.Key, seed, "verify", KeyStep.RandomPoints), .. special]);
        }
        catch (Exception exception) when (exception is NoUsablePointException or KeyFailureException)
        {
            return StepResult.Of(VerificationStep.Key, "too few points", new VerificationFailure($"{exception.Message}.", "Make the constraints or the ranges wider."));
        }
    }
}
