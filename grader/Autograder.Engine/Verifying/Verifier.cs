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
    /// <summary>A question and what shows whether its key is right, by which alone the other steps mean something.</summary>
    /// <param name="Plan">Null when it has no points, which the one step says.</param>
    private sealed record Begun(Question Question, QuestionPlan? Plan, ImmutableArray<StepResult> Steps)
    {
        internal bool IsRight => Plan is not null && Steps.All(step => step.Failures.IsEmpty);

        /// <summary>Why nothing is to be learned from further steps: what they would say follows from what was found already.</summary>
        internal string? WhyEnded => Plan is null ? "there are no points" : IsWrong(Steps[0]) ? "the key is wrong" : null;
    }

    /// <param name="questions">The ids of those to look at; empty for all.</param>
    public static Verification Run(LoadedAssignment loaded, string seed, IReadOnlyCollection<string> questions)
    {
        KeyProgram program = loaded.Program ?? throw new ArgumentException("The homework was loaded without its key.", nameof(loaded));
        var planned = loaded.Assignment.Questions.AsParallel().AsOrdered().Select(question => (Question: question, Points: Plan(loaded, question, seed))).ToImmutableArray();
        ImmutableArray<QuestionPlan> plans = [.. planned.Select(question => question.Points.Plan).OfType<QuestionPlan>()];
        ImmutableArray<Begun> begun = [.. planned.Where(question => questions.Count == 0 || questions.Contains(question.Question.Id))
            .AsParallel().AsOrdered().Select(question => new Begun(question.Question, question.Points.Plan, question.Points.Plan is { } plan
                ? Begin(plan, plans[..plans.IndexOf(plan)], seed)
                : [StepResult.Of(VerificationStep.Points, "none", "none", question.Points.Failure!)]))];
        // What a wrong key is mistaken for says nothing about the points.
        ImmutableArray<QuestionPlan> right = [.. begun.Where(question => question.IsRight).Select(question => question.Plan!)];
        // What a question does not see of a method, another one that it serves may.
        IEnumerable<QuestionPlan> unasked = plans.Where(plan => !begun.Any(question => question.Plan == plan));
        MutationScore mutants = MutationTest.Run(loaded, new SamplePlan(seed, [.. right, .. unasked]));
        var coverage = new BranchCoverage(program);
        return new Verification(
            loaded.Assignment.Id,
            loaded.Assignment.Title,
            seed,
            loaded.Assignment.Fingerprint,
            [.. begun.Select(question => new QuestionVerification(
                question.Question.Id, question.Question.Title, $"{loaded.PlaceOf(question.Question)}", Placed(loaded.PlacesOf(question.Question), Steps(question, mutants, coverage)))
            {
                WhyEnded = question.WhyEnded,
            })],
            right.Length == loaded.Assignment.Questions.Length ? VerifierMutants.Stale(mutants) : []);
    }

    private static (QuestionPlan? Plan, VerificationFailure? Failure) Plan(LoadedAssignment loaded, Question question, string seed)
    {
        try
        {
            return (loaded.Plan(question, seed), null);
        }
        catch (Exception exception) when (exception is NoUsablePointException or KeyFailureException)
        {
            return (null, TooFew(exception));
        }
    }

    /// <param name="earlier">The plans of the questions before this one.</param>
    private static ImmutableArray<StepResult> Begin(QuestionPlan plan, ImmutableArray<QuestionPlan> earlier, string seed) => plan.Question.Definition switch
    {
        TextDefinition => [StepResult.Nothing(VerificationStep.Key, "a text, which people read")],
        TrainingDefinition => Begin(TrainingStep.Of(plan), plan, earlier),
        _ => Begin(Key(plan, seed), plan, earlier),
    };

    private static ImmutableArray<StepResult> Begin(StepResult key, QuestionPlan plan, ImmutableArray<QuestionPlan> earlier) =>
        IsWrong(key) ? [key] : [key, Accepted(plan, earlier)];

    /// <summary>It failed at the key itself, not for want of points.</summary>
    private static bool IsWrong(StepResult key) => key.Failures.Any(failure => failure.Entry is { Kind: SpecEntryKind.Key });

    private static ImmutableArray<StepResult> Placed(QuestionPlaces places, ImmutableArray<StepResult> steps) =>
        [.. steps.Select(step => step with { Failures = [.. step.Failures.Select(failure => failure.Entry is null ? failure : failure with { Place = $"{places.Of(failure.Entry)}" })] })];

    private static StepResult Accepted(QuestionPlan plan, ImmutableArray<QuestionPlan> earlier) =>
        Guarded(VerificationStep.Accepted, () => AcceptedStep.Of(plan, earlier));

    private static StepResult Key(QuestionPlan plan, string seed)
    {
        try
        {
            return KeyStep.Of(plan, plan.Question.Inputs.IsEmpty ? plan.Points :
            [
                .. SamplePlanner.Draw(plan.Question, plan.Key, seed, "verify", KeyStep.RandomPoints),
                .. plan.Points.Where(planned => planned.Point.Label is not null),
            ]);
        }
        catch (Exception exception) when (exception is NoUsablePointException or KeyFailureException)
        {
            return StepResult.Of(VerificationStep.Key, "too few points", "none", TooFew(exception));
        }
    }

    private static VerificationFailure TooFew(Exception exception) =>
        new($"{exception.Message}.", "Correct the staff's code, or make the constraints or the ranges wider.");

    private static ImmutableArray<StepResult> Steps(Begun begun, MutationScore mutants, BranchCoverage coverage) =>
        begun.Plan is not { } plan || begun.WhyEnded is not null || plan.Question.Definition is TextDefinition ? begun.Steps :
        [
            .. begun.Steps,
            Guarded(VerificationStep.Mistakes, () => MistakesStep.Of(plan)),
            begun.IsRight ? VerifierMutants.Of(plan, mutants) : StepResult.Nothing(VerificationStep.Mutants, "not before key and accepted answers agree"),
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
            return StepResult.Of(step, "not finished", "–", new VerificationFailure($"{failure.Message}.", "Let the staff's code say of every answer what it is to say."));
        }
    }
}
