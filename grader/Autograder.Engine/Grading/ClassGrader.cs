using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Grading;

/// <summary>Grades a class, several submissions at a time; the reports do not depend on how many.</summary>
public sealed class ClassGrader : IDisposable
{
    private readonly ProcessPaths _paths;
    private readonly CompilerClient _compiler;
    private readonly Task _warmUp;
    private readonly Deadline? _deadline;

    /// <summary>Starts the compiler at once, so that it is warm when the spec has been read and the points are drawn.</summary>
    /// <param name="deadline">None unless given.</param>
    public ClassGrader(ProcessPaths paths, Deadline? deadline = null)
    {
        _paths = paths;
        _deadline = deadline;
        _compiler = new CompilerClient(paths);
        _warmUp = _compiler.WarmUpAsync();
    }

    /// <param name="plan">The points, drawn once for all.</param>
    /// <param name="jobs">How many submissions are graded at a time.</param>
    /// <param name="store">What is in it is not graded again, and what is graded goes there at once.</param>
    /// <param name="onGraded">Called for each as it is done, in no order, one at a time: the only one who sees whole reports, so that a class takes no more memory than its lists.</param>
    /// <param name="cancellation">Ends it after the submissions that are being graded.</param>
    /// <returns>In the order of the submissions; each report brief.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; what was graded is in the store.</exception>
    /// <exception cref="IOException">The store cannot keep a report.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public async Task<Gradebook> GradeAsync(
        LoadedAssignment loaded,
        SamplePlan plan,
        IReadOnlyList<Submission> submissions,
        int jobs,
        IGradingStore? store,
        Action<GradeReport> onGraded,
        CancellationToken cancellation = default)
    {
        // Should it have failed, so will every submission's compilation, and each report says so.
        await _warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var runner = new SubmissionRunner(_paths, loaded.Assignment.Limits, _deadline);
        ReportKeys? keys = store is null ? null : new ReportKeys(loaded, plan, runner.Sandbox, _paths);
        var grader = new SubmissionGrader(loaded, plan, _compiler, runner) { Known = keys is null ? null : new KnownAnswers(store!, keys) };
        var reports = new GradeReport[submissions.Count];
        var oneAtATime = new Lock();
        await Parallel.ForAsync(0, submissions.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, async (index, _) =>
        {
            GradeReport report = keys is null
                ? await GradeAsync(grader, submissions[index]).ConfigureAwait(false)
                : await FindOrGradeAsync(grader, submissions[index], store!, keys).ConfigureAwait(false);
            lock (oneAtATime)
            {
                reports[index] = report.Brief();
                onGraded(report);
            }
        }).ConfigureAwait(false);
        return new Gradebook([.. reports]);
    }

    /// <summary>One submission, of which nothing is kept.</summary>
    /// <returns>The whole report.</returns>
    public async Task<GradeReport> GradeAsync(LoadedAssignment loaded, SamplePlan plan, Submission submission)
    {
        GradeReport? whole = null;
        await GradeAsync(loaded, plan, [submission], jobs: 1, store: null, report => whole = report).ConfigureAwait(false);
        return whole!;
    }

    /// <summary>A failure of ours is not kept: it is tried again.</summary>
    private static async Task<GradeReport> FindOrGradeAsync(SubmissionGrader grader, Submission submission, IGradingStore store, ReportKeys keys)
    {
        string key = keys.Of(submission);
        if (store.Find(key) is { } kept)
        {
            return kept with { Submission = submission.Name, HandIn = submission.HandIn };
        }

        GradeReport report = await GradeAsync(grader, submission).ConfigureAwait(false);
        if (report.Questions.All(question => question.Verdict != Verdict.InternalError))
        {
            store.Keep(key, report with { Submission = "", HandIn = HandIn.Unknown });
        }

        return report;
    }

    public void Dispose() => _compiler.Dispose();

    /// <summary>The one place where a failure of ours is caught: it ends in the report of the submission it met, and nowhere else.</summary>
    private static async Task<GradeReport> GradeAsync(SubmissionGrader grader, Submission submission)
    {
        try
        {
            return await grader.GradeAsync(submission).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return grader.Ungraded(submission, failure);
        }
    }
}
