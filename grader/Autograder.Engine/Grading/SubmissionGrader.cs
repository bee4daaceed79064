using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Grading;

/// <summary>
/// The way of the data, once for each submission: compile, run, compare, diagnose, score. Thread-safe; the same submission
/// gives the same report whatever else is graded.
/// </summary>
public sealed class SubmissionGrader(LoadedAssignment loaded, SamplePlan plan, CompilerClient compiler, SubmissionRunner runner)
{
    /// <summary>More of a compiler's messages help nobody.</summary>
    private const int ShownErrors = 10;

    internal static readonly string Version =
        typeof(SubmissionGrader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Null where nothing is kept between runs of grading.</summary>
    internal KnownAnswers? Known { get; init; }

    public async Task<GradeReport> GradeAsync(Submission submission)
    {
        // Ahead of the first question, unless it may turn out that nothing is to be run.
        Lazy<Task<WorkerSession>> worker = Known is null ? Started(runner.StartAsync()) : new(runner.StartAsync);
        try
        {
            CompiledSubmission compiled = compiler.Compile(loaded.Given, submission);
            ImmutableArray<Binding> bindings = MethodBinder.Bind(loaded.Assignment, compiled);
            Budget budget = runner.NewBudget();
            ImmutableArray<QuestionObservations?> observations = await RunAsync(
                submission, compiled, [.. plan.Questions.Zip(bindings, (question, binding) => binding.Place is { } place ? MethodCalls.Of(question, place) : null)], worker, budget).ConfigureAwait(false);
            ImmutableArray<ComparedQuestion> compared =
                [.. plan.Questions.Select((question, index) => ComparedQuestion.Of(question, bindings[index], observations[index]))];
            ImmutableArray<CloserObservations> closer = await LookCloserAsync(submission, compiled, new CloserLook(compared), budget).ConfigureAwait(false);
            ImmutableArray<DiagnosedQuestion> diagnosed = [.. compared.Zip(closer, DiagnosedQuestion.Of)];
            return Report(submission, [.. diagnosed.Select(question => Grade(question, diagnosed, runner.IsOutOfTime) with { Method = question.Compared.Binding.Line })], compiled);
        }
        finally
        {
            await EndAsync(worker).ConfigureAwait(false);
        }
    }

    /// <summary>A submission that could not be graded through a failure of ours: said so, and not scored.</summary>
    public GradeReport Ungraded(Submission submission, Exception failure)
    {
        var feedback = new Feedback("internal-error", "Not graded: the grader failed. The staff have been told; this costs no points.");
        var detail = new Feedback("internal-error/detail", $"{failure.GetType().Name}: {failure.Message}", Audience: Audience.Staff);
        return Report(
            submission,
            [.. loaded.Assignment.Questions.Select(question => QuestionScorer.WithoutObservation(question, Verdict.InternalError, feedback, detail))],
            compiled: null);
    }

    private async Task<ImmutableArray<QuestionObservations?>> RunAsync(
        Submission submission, CompiledSubmission compiled, ImmutableArray<MethodCalls?> asked, Lazy<Task<WorkerSession>> worker, Budget budget)
    {
        if (compiled.Program is not { } program || asked.All(calls => calls is null))
        {
            return [.. asked.Select(_ => (QuestionObservations?)null)];
        }

        if (Known?.Find(submission, asked) is { } known)
        {
            return known;
        }

        ImmutableArray<QuestionObservations?> seen = await runner.RunAsync(program, asked, worker.Value, budget).ConfigureAwait(false);
        Known?.Keep(submission, asked, seen);
        return seen;
    }

    /// <summary>In a worker of its own, so that nothing of the first run is left.</summary>
    private async Task<ImmutableArray<CloserObservations>> LookCloserAsync(Submission submission, CompiledSubmission compiled, CloserLook look, Budget budget)
    {
        ImmutableArray<QuestionObservations?> seen =
            look.Asked.IsEmpty ? [] : await RunAsync(submission, compiled, look.Asked, new(runner.StartAsync), budget).ConfigureAwait(false);
        return look.Sort(seen);
    }

    private static Lazy<Task<WorkerSession>> Started(Task<WorkerSession> worker) => new(worker);

    /// <summary>Also when the compiler failed, and nobody has asked for the worker yet.</summary>
    private static async Task EndAsync(Lazy<Task<WorkerSession>> worker)
    {
        if (!worker.IsValueCreated)
        {
            return;
        }

        try
        {
            (await worker.Value.ConfigureAwait(false)).Dispose();
        }
        catch (InvalidOperationException)
        {
            // It did not start; whoever needed it has met the exception.
        }
    }

    private static QuestionGrade Grade(DiagnosedQuestion diagnosed, ImmutableArray<DiagnosedQuestion> all, bool isOutOfTime)
    {
        ComparedQuestion compared = diagnosed.Compared;
        Question question = compared.Plan.Question;
        if (compared.Binding.Place is null)
        {
            return QuestionScorer.WithoutObservation(question, compared.Binding.Verdict, compared.Binding.Feedback!);
        }

        if (compared.Observations is not { } observations)
        {
            return QuestionScorer.WithoutObservation(question, Verdict.Skipped, new Feedback("skipped", isOutOfTime
                ? "Not run: the time that there is to grade a submission was used up before it."
                : "Not run: earlier questions used up the time or output that a submission may use."));
        }

        try
        {
            if (compared.Comparison is not { } comparison || diagnosed.Diagnosis is not { } diagnosis)
            {
                return Ungraded(question, diagnosed.KeyFailure!);
            }

            QuestionGrade grade = QuestionScorer.Score(question, observations, comparison, diagnosis);
            return FollowThroughScorer.Combine(
                grade, question, comparison, diagnosis, FollowThroughComparison.Of(compared.Plan, observations, comparison, diagnosed.Earlier(all)));
        }
        catch (KeyFailureException failure)
        {
            return Ungraded(question, failure);
        }
    }

    private static QuestionGrade Ungraded(Question question, KeyFailureException failure) => QuestionScorer.WithoutObservation(
        question,
        Verdict.InternalError,
        new Feedback("internal-error", "Not graded: the homework's own code failed on this answer. The staff have been told; this costs no points."),
        new Feedback("internal-error/detail", failure.Message, Audience: Audience.Staff));

    private static IEnumerable<string> CompilerNotes(ImmutableArray<SourceError> errors)
    {
        IEnumerable<string> shown = errors.Take(ShownErrors).Select(error => error.ToString());
        return errors.Length <= ShownErrors ? shown : shown.Append($"… and {errors.Length - ShownErrors} more errors");
    }

    private GradeReport Report(Submission submission, ImmutableArray<QuestionGrade> grades, CompiledSubmission? compiled) => new(
        loaded.Assignment.Id,
        loaded.Assignment.Title,
        submission.Name,
        grades,
        [.. submission.Notes, .. CompilerNotes(compiled?.Errors ?? [])],
        new Provenance(
            plan.Seed, loaded.Assignment.Fingerprint, submission.Fingerprint, Version, RuntimeInformation.FrameworkDescription, runner.Sandbox)
        {
            IsVerified = plan.IsVerified,
        })
    {
        HandIn = submission.HandIn,
        CompilerMessages = [.. (compiled?.Errors ?? []).Select(MessageOf)],
    };

    private static CompilerMessage MessageOf(SourceError error) =>
        new(error.File.Length == 0 ? null : new SourceLine(error.File, error.Line, error.Column), error.Code, error.Message);
}
