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

    /// <summary>Starts the compiler at once, so that it is warm when the spec has been read and the points are drawn.</summary>
    public ClassGrader(ProcessPaths paths)
    {
        _paths = paths;
        _compiler = new CompilerClient(paths);
        _warmUp = _compiler.WarmUpAsync();
    }

    /// <param name="plan">The points, drawn once for all.</param>
    /// <param name="jobs">How many submissions are graded at a time.</param>
    /// <param name="onGraded">Called for each as it is done, in no order, one at a time.</param>
    /// <returns>In the order of the submissions.</returns>
    public async Task<Gradebook> GradeAsync(
        LoadedAssignment loaded, SamplePlan plan, IReadOnlyList<Submission> submissions, int jobs, Action<GradeReport> onGraded)
    {
        // Should it have failed, so will every submission's compilation, and each report says so.
        await _warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var grader = new SubmissionGrader(loaded, plan, _compiler, new SubmissionRunner(_paths, loaded.Assignment.Limits));
        var reports = new GradeReport[submissions.Count];
        var oneAtATime = new Lock();
        await Parallel.ForAsync(0, submissions.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, async (index, _) =>
        {
            reports[index] = await GradeAsync(grader, submissions[index]).ConfigureAwait(false);
            lock (oneAtATime)
            {
                onGraded(reports[index]);
            }
        }).ConfigureAwait(false);
        return new Gradebook([.. reports]);
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
