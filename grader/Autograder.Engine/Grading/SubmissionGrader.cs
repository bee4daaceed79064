using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Confinement;
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

    private static readonly string Version =
        typeof(SubmissionGrader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public async Task<GradeReport> GradeAsync(Submission submission)
    {
        Task<WorkerSession> worker = runner.StartAsync();
        try
        {
            CompiledSubmission compiled = compiler.Compile(loaded.Given, submission);
            ImmutableArray<Binding> bindings = MethodBinder.Bind(loaded.Assignment, compiled);
            ImmutableArray<QuestionObservations?> observations = await ObserveAsync(compiled, bindings, worker).ConfigureAwait(false);
            ImmutableArray<QuestionGrade> grades =
                [.. plan.Questions.Select((question, index) => Grade(question, bindings[index], observations[index]))];
            return Report(submission, grades, compiled);
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

    private async Task<ImmutableArray<QuestionObservations?>> ObserveAsync(
        CompiledSubmission compiled, ImmutableArray<Binding> bindings, Task<WorkerSession> worker)
    {
        if (compiled.Program is { } program && bindings.Any(binding => binding.Place is not null))
        {
            return await runner.RunAsync(program, bindings, worker).ConfigureAwait(false);
        }

        return [.. bindings.Select(_ => (QuestionObservations?)null)];
    }

    /// <summary>Also when the compiler failed, and nobody has asked for the worker yet.</summary>
    private static async Task EndAsync(Task<WorkerSession> worker)
    {
        try
        {
            (await worker.ConfigureAwait(false)).Dispose();
        }
        catch (InvalidOperationException)
        {
            // It did not start; whoever needed it has met the exception.
        }
    }

    private static QuestionGrade Grade(QuestionPlan plan, Binding binding, QuestionObservations? observations)
    {
        if (binding.Place is null)
        {
            return QuestionScorer.WithoutObservation(plan.Question, binding.Verdict, binding.Feedback!);
        }

        if (observations is null)
        {
            return QuestionScorer.WithoutObservation(plan.Question, Verdict.Skipped, new Feedback(
                "skipped", "Not run: earlier questions used up the time or output that a submission may use."));
        }

        try
        {
            QuestionComparison comparison = QuestionComparison.Of(plan, observations);
            return QuestionScorer.Score(plan.Question, observations, comparison, Diagnosis.Of(plan, observations, comparison));
        }
        catch (KeyFailureException failure)
        {
            return QuestionScorer.WithoutObservation(
                plan.Question,
                Verdict.InternalError,
                new Feedback("internal-error", "Not graded: the homework's own code failed on this answer. The staff have been told; this costs no points."),
                new Feedback("internal-error/detail", failure.Message, Audience: Audience.Staff));
        }
    }

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
            plan.Seed, loaded.Assignment.Fingerprint, submission.Fingerprint, Version, RuntimeInformation.FrameworkDescription, Confined.Level));
}
