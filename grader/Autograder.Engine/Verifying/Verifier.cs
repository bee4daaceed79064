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
    /// <summary>One question before its mutants are tried.</summary>
    /// <param name="Plan">Null when it has no points, which <paramref name="First"/> says.</param>
    /// <param name="First">The first step, on which others depend; null where it was not asked for.</param>
    private sealed record Begun(Question Question, QuestionPlan? Plan, StepResult? First)
    {
        internal bool IsRight => Plan is not null && First is { Failures.IsEmpty: true };
    }

    /// <param name="questions">The ids of those to look at; empty for all.</param>
    public static Verification Run(LoadedAssignment loaded, string seed, IReadOnlyCollection<string> questions)
    {
        KeyProgram program = loaded.Program ?? throw new ArgumentException("The homework was loaded without its key.", nameof(loaded));
        ImmutableArray<Begun> all = [.. loaded.Assignment.Questions.AsParallel().AsOrdered()
            .Select(question => Begin(loaded, question, seed, isAsked: questions.Count == 0 || questions.Contains(question.Id)))];
        ImmutableArray<Begun> begun = [.. all.Where(question => question.First is not null)];
        ImmutableArray<QuestionPlan> plans = [.. all.Select(question => question.Plan).OfType<QuestionPlan>()];
        // What a wrong key is mistaken for says nothing about the points.
        ImmutableArray<QuestionPlan> right = [.. begun.Where(question => question.IsRight).Select(question => question.Plan!)];
        MutationScore mutants = MutationTest.Run(loaded, new SamplePlan(seed, right));
        var coverage = new BranchCoverage(program);
        return new Verification(
            loaded.Assignment.Id,
            loaded.Assignment.Title,
            seed,
            loaded.Assignment.Fingerprint,
            [.. begun.Select(question => new QuestionVerification(
                question.Question.Id, question.Question.Title, $"{loaded.PlaceOf(question.Question)}", Steps(question, plans, mutants, coverage)))],
            right.Length == loaded.Assignment.Questions.Length ? VerifierMutants.Stale(mutants) : []);
    }

    private static Begun Begin(LoadedAssignment loaded, Question question, string seed, bool isAsked)
    {
        try
        {
            QuestionPlan plan = loaded.Plan(question, seed);
            return new Begun(question, plan, isAsked ? Key(plan, seed) : null);
        }
        catch (Exception exception) when (exception is NoUsablePointException or KeyFailureException)
        {
            return new Begun(question, Plan: null, !isAsked ? null : StepResult.Of(
                VerificationStep.Points, "none", new VerificationFailure($"{exception.Message}.", "Correct the staff's code, or make the constraints or the ranges wider.")));
        }
    }

    /// <param name="plans">Of the whole homework, in the order of the spec.</param>
    private static ImmutableArray<StepResult> Steps(Begun begun, ImmutableArray<QuestionPlan> plans, MutationScore mutants, BranchCoverage coverage) =>
        begun.Plan is not { } plan || plan.Question.Definition is TextDefinition ? [begun.First!] :
        [
            begun.First!,
            Guarded(VerificationStep.Accepted, () => AcceptedStep.Of(plan, plans[..plans.IndexOf(plan)])),
            Guarded(VerificationStep.Mistakes, () => MistakesStep.Of(plan)),
            begun.IsRight ? VerifierMutants.Of(plan, mutants) : StepResult.Nothing(VerificationStep.Mutants, "not before the key is right"),
            Guarded(VerificationStep.Hypotheses, () => HypothesesStep.Of(plan)),
            Guarded(VerificationStep.Points, () => coverage.AddTo(PointsStep.Of(plan), plan)),
            Guarded(VerificationStep.Invariants, () => InvariantsStep.Of(plan)),
        ];

    /// <summary>The staff's code may fail at an answer that it was not written for, such as a misconception of another shape.</summary>
    private static StepResult Guarded(VerificationStep step, Func<StepResult> take)
    {
        try
        {
            return take();
        }
        catch (KeyFailureException failure)
        {
            return StepResult.Of(step, "not finished", new VerificationFailure($"{failure.Message}.", "Let the staff's code say of every answer what it is to say."));
        }
    }

    /// <exception cref="NoUsablePointException">Twelve points were found, and not so many more.</exception>
    private static StepResult Key(QuestionPlan plan, string seed) => plan.Question.Definition switch
    {
        TextDefinition => StepResult.Nothing(VerificationStep.Key, "a text, which people read"),
        TrainingDefinition => TrainingStep.Of(plan),
        _ when plan.Question.Inputs.IsEmpty => KeyStep.Of(plan, plan.Points),
        _ => KeyStep.Of(plan, [
            .. SamplePlanner.Draw(plan.Question, plan.Key, seed, "verify", KeyStep.RandomPoints),
            .. plan.Points.Where(planned => planned.Point.Label is not null)]),
    };
}
