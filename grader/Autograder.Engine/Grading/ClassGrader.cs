using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Grading;

/// <summary>Grades a class, several submissions at a time; the reports do not depend on how many.</summary>
public static class ClassGrader
{
    /// <param name="plan">The points, drawn once for all.</param>
    /// <param name="jobs">How many submissions are graded at a time.</param>
    /// <param name="onGraded">Called for each as it is done, in no order, one at a time.</param>
    /// <returns>In the order of the submissions.</returns>
    public static async Task<Gradebook> GradeAsync(
        LoadedAssignment loaded,
        SamplePlan plan,
        IReadOnlyList<Submission> submissions,
        CompilerClient compiler,
        ProcessPaths paths,
        int jobs,
        Action<GradeReport> onGraded)
    {
        var grader = new SubmissionGrader(
            loaded.Assignment, plan, compiler, new SubmissionRunner(paths, plan, loaded.Assignment.Limits));
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
