using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Core.Assignments;
using Autograder.Core.HandingIn;
using Autograder.Core.Reports;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Grading;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;
using Autograder.Reporting.Gradescope;

namespace Autograder.Cli.Commands;

/// <summary>
/// <c>autograder gradescope ASSIGNMENT [--root DIR]</c>: grades the one submission of Gradescope's folder. What it prints is shown to
/// staff only. Whatever happens, results are written, and before Gradescope's time is over.
/// </summary>
internal static class GradescopeCommand
{
    private sealed record Request(Task<ProcessPaths> Sandbox, string Assignment, AutograderFolder Folder, Deadline Deadline, TimeSpan TimeToRun);

    internal static Command Create()
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var root = new Option<string>("--root") { Description = "Where submission, results and submission_metadata.json are.", DefaultValueFactory = _ => "/autograder" };
        var sandbox = new SandboxOptions();
        var command = new Command("gradescope", "Grade one submission where Gradescope has put it; what pack gradescope builds calls this.") { assignment, root };
        sandbox.AddTo(command);
        command.SetAction((parsed, _) =>
        {
            TimeSpan time = AutograderFolder.TimeToRun(Environment.GetEnvironmentVariable("TIMEOUT_SECONDS"));
            var deadline = new Deadline(TimeProvider.System, time);
            return RunAsync(new Request(sandbox.ChooseAsync(parsed), parsed.GetRequiredValue(assignment), new AutograderFolder(parsed.GetRequiredValue(root)), deadline, time));
        });
        return command;
    }

    private static async Task<int> RunAsync(Request request)
    {
        request.Folder.Begin();
        try
        {
            // Half of what is kept for writing: what has not come to its end by then, does not.
            Task<string> grading = Task.Run(() => GradeAsync(request));
            request.Folder.Write(await grading.WaitAsync(request.TimeToRun + (AutograderFolder.MarginOf(request.TimeToRun) / 2)));
            return (int)ExitCode.Done;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The one place where it is known that nobody else will tell.
            Consoles.Error.WriteLine(failure);
            request.Folder.Write(OtherResults.Failure(
                "Not graded: the grader failed. This is no mark and says nothing about your answers; the staff can see why, and can run it again.",
                failure is SpecException spec ? SpecProblemsText.Of(spec) : $"{failure.GetType().Name}: {failure.Message}"));
            return (int)ExitCode.Failure;
        }
    }

    /// <returns>The results.json.</returns>
    private static async Task<string> GradeAsync(Request request)
    {
        SubmissionMetadata metadata = request.Folder.ReadMetadata(Consoles.Out.WriteLine);
        LoadedAssignment loaded = AssignmentLoader.Load(request.Assignment);
        CheckTotal(loaded.Assignment, metadata);
        if (Repeated(loaded.Assignment, metadata) is { } repeated)
        {
            return repeated;
        }

        ProcessPaths paths = await request.Sandbox with { HaveLittleMemory = true };
        using var grader = new ClassGrader(paths, request.Deadline);
        var plan = VerifiedPlan.Of(loaded, loaded.Plan(loaded.DefaultSeed));
        Submission submission = new SubmissionReader(loaded.GivenFileName).ReadOne(request.Folder.Submission);
        GradeReport report = await grader.GradeAsync(loaded, plan, submission);
        return GradescopeResults.Write(report, metadata.Attempt, Late(loaded.Assignment.Late, metadata));
    }

    private static string? Repeated(Assignment assignment, SubmissionMetadata metadata)
    {
        if (assignment.Attempts is not { } rule || metadata.HandedIn is not { } handedIn)
        {
            return null;
        }

        EarlierAttempt[] counted = [.. metadata.Earlier.Where(attempt => !attempt.HasFailed && attempt.HandedIn is not null)];
        return rule.NextAfter(counted.Select(attempt => attempt.HandedIn!.Value), handedIn) is { } next ? OtherResults.Repeated(counted[^1], rule, next, assignment.Questions) : null;
    }

    private static LatePenalty? Late(LateRule? rule, SubmissionMetadata metadata)
    {
        if (rule is not null && (metadata.HandedIn is null || metadata.Due is null))
        {
            Consoles.Out.WriteLine("Gradescope does not say when this was handed in, or when it was due, so that no lateness was looked at.");
        }

        return metadata is { HandedIn: { } handedIn, Due: { } due } ? rule?.Of(due, handedIn) : null;
    }

    private static void CheckTotal(Assignment assignment, SubmissionMetadata metadata)
    {
        if (metadata.TotalPoints is double total && total != assignment.MaxScore)
        {
            Consoles.Out.WriteLine(FormattableString.Invariant($"Gradescope gives {total:0.##} points for the assignment, and the homework has {assignment.MaxScore:0.##} for the grader to give."));
        }
    }
}
