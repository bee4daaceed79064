using System.CommandLine;
using System.Globalization;
using Autograder.Cli.Display;
using Autograder.Cli.Formats;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Grading;
using Autograder.Engine.Intake;
using Autograder.Engine.Intake.Rosters;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;
using Autograder.Reporting.Formats;
using Autograder.Reporting.Runs;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder grade ASSIGNMENT SUBMISSIONS… [--out DIR]</c></summary>
internal static class GradeCommand
{
    private sealed record Request(Task<ProcessPaths> Sandbox, string Assignment, string[] Submissions)
    {
        internal required string? Out { get; init; }

        internal required string? Seed { get; init; }

        internal required int Jobs { get; init; }

        internal required int Attempt { get; init; }

        internal required bool IsUnverified { get; init; }

        internal required string Layout { get; init; }

        internal required string? Roster { get; init; }

        internal required string? Diff { get; init; }

        internal required RequestedFormat[] Formats { get; init; }

        internal required double FailUnder { get; init; }
    }

    internal static Command Create(CiEnvironment environment)
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var submissions = new Argument<string[]>("submissions")
        {
            Description = "A .cs file, a folder with .cs files, a folder with one folder for each student, what a platform downloads, or a .zip archive of one of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out") { Description = "Where results are written; a run that was interrupted goes on there." };
        var layout = new Option<string>("--layout") { Description = $"How a class lies: {SubmissionReader.LayoutNames}.", DefaultValueFactory = _ => SubmissionReader.AutoLayout };
        var roster = new Option<string?>("--roster") { Description = "A CSV file with the students' names, ids, addresses and sections." };
        var diff = new Option<string?>("--diff") { Description = "A folder of earlier results: lists whose score has changed, by how much and why." };
        var seed = new Option<string?>("--seed") { Description = "Draws other points; the spec's seed, or the homework's id, unless given. Recorded in every report." };
        Option<int> jobs = CountOption.Create("--jobs", "Submissions graded at a time.", Environment.ProcessorCount);
        Option<int> attempt = CountOption.Create("--attempt", "Which try of the student's this is: students are shown so many hints about a mistake.", 1);
        var unverified = new Option<bool>("--unverified") { Description = "Grades although the key may disagree with its definitions; every report says so." };
        Option<RequestedFormat[]> formats = FormatOption.Create();
        Option<double> failUnder = CreateFailUnder();
        var sandbox = new SandboxOptions();
        var command = new Command("grade", "Grade one submission or a class.") { assignment, submissions, output, layout, roster, diff, seed, jobs, attempt, unverified, formats, failUnder };
        sandbox.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(
            new Request(sandbox.ChooseAsync(parsed), parsed.GetRequiredValue(assignment), parsed.GetRequiredValue(submissions))
            {
                Out = parsed.GetValue(output),
                Seed = parsed.GetValue(seed),
                Jobs = parsed.GetValue(jobs),
                Attempt = parsed.GetValue(attempt),
                IsUnverified = parsed.GetValue(unverified),
                Layout = parsed.GetRequiredValue(layout),
                Roster = parsed.GetValue(roster),
                Diff = parsed.GetValue(diff),
                Formats = parsed.GetValue(formats) ?? [],
                FailUnder = parsed.GetValue(failUnder),
            },
            environment,
            cancellation));
        return command;
    }

    private static Option<double> CreateFailUnder()
    {
        var option = new Option<double>("--fail-under") { HelpName = "PERCENT", Description = "Exits with 1 when a score is below so many percent of the points; scores are no failure unless given." };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out double percent) && percent is not (>= 0 and <= 100))
            {
                result.AddError("--fail-under must be a percentage, from 0 to 100.");
            }
        });
        return option;
    }

    private static async Task<int> RunAsync(Request request, CiEnvironment environment, CancellationToken cancellation)
    {
        var formats = new FormatOutputs(request.Formats, environment);
        Task<ClassGrader> starting = StartAsync(request.Sandbox);
        LoadedAssignment loaded = AssignmentLoader.Load(request.Assignment);
        IntakeResult intake = new SubmissionReader(loaded.GivenFileName, request.Layout).Read(request.Submissions);
        JoinedClass joined = request.Roster is null ? new JoinedClass(intake.Submissions, [], []) : Roster.Read(request.Roster).Join(intake.Submissions);
        CheckOut(request, intake);
        formats.CheckCount(joined.Submissions.Length);
        EarlierResults? earlier = request.Diff is null ? null : EarlierResults.Read(request.Diff, loaded.Assignment.Id);
        IntakeAccount.Show(intake, joined);
        if (!intake.IsSingle && request.Seed is null)
        {
            PublicPoints.Tell(loaded);
        }

        SamplePlan drawn = loaded.Plan(request.Seed ?? loaded.DefaultSeed);
        SamplePlan plan = request.IsUnverified ? drawn : VerifiedPlan.Of(loaded, drawn);
        ProcessPaths paths = await request.Sandbox;
        using ClassGrader grader = await starting;
        using ResultsFolder? results = request.Out is null ? null : new ResultsFolder(request.Out, intake.IsSingle, request.Attempt);
        results?.Begin(new RunDocument(request.Assignment, [.. request.Submissions], loaded.Assignment.Id, request.Layout)
        {
            Class = intake.IsSingle ? null : [.. joined.Submissions.Select(submission => new RunSubmission(submission.Name, submission.HandIn.Students))],
        });

        GradeReport? last = null;
        var progress = new GradingProgress(joined.Submissions.Length, () => results?.Store?.Found ?? 0, TimeProvider.System);
        Gradebook graded;
        try
        {
            graded = await progress.ShowAsync(onGraded =>
                grader.GradeAsync(loaded, plan, joined.Submissions, request.Jobs, results?.Store, report =>
                {
                    last = report;
                    results?.Write(report);
                    onGraded(report);
                }, cancellation));
        }
        catch (OperationCanceledException)
        {
            Consoles.Error.WriteLine($"Interrupted after {progress.Graded} of {joined.Submissions.Length} submissions.{(results?.Store is null ? "" : " The same command goes on from there.")}");
            return (int)ExitCode.Interrupted;
        }
        catch (Exception failure) when (results is not null && failure is IOException or UnauthorizedAccessException)
        {
            Consoles.Error.WriteLine($"Results can no longer be written to {request.Out}: {failure.Message} {progress.Graded} of {joined.Submissions.Length} submissions are graded; the same command goes on from there.");
            return (int)ExitCode.Failure;
        }

        Gradebook gradebook = graded with { Absent = joined.Absent };
        results?.Write(gradebook);
        Show(gradebook, intake.IsSingle ? last : null, request);
        if (results is not null)
        {
            ResultsAccount.Show(results, gradebook.Reports.Length);
        }

        if (earlier is not null)
        {
            ChangesAccount.Show(earlier.Compare(gradebook), gradebook.Reports.Length);
        }

        formats.Write(intake.IsSingle
            ? [new StudentReport(last!, FormatOutputs.FolderOf(request.Submissions[0]), request.Attempt)]
            : [.. gradebook.Reports.Select(report => new StudentReport(report, report.Submission, request.Attempt))]);
        return (int)Conclude(gradebook, paths, results, request);
    }

    /// <exception cref="UsageException">Results of a class would lie among the submissions, and the next run would take them for one.</exception>
    private static void CheckOut(Request request, IntakeResult intake)
    {
        // Of several paths, results are left aside: a pattern such as class/* meets those of the run before.
        bool MayHold(string path) => Directory.Exists(path) && (request.Submissions.Length == 1 || !ClassResults.Are(path));
        if (!intake.IsSingle && request.Out is not null && Array.Find(request.Submissions, path => MayHold(path) && FolderPaths.IsAtOrBelow(request.Out, path)) is { } folder)
        {
            throw new UsageException(
                $"--out {request.Out} is within {folder}, where the next run would take the results for a submission: give a folder outside of it");
        }
    }

    /// <summary>As soon as it is known how, while the spec is read and the points are drawn.</summary>
    private static async Task<ClassGrader> StartAsync(Task<ProcessPaths> sandbox) => new(await sandbox);

    /// <param name="single">Null for a class.</param>
    private static void Show(Gradebook gradebook, GradeReport? single, Request request)
    {
        if (single is not null)
        {
            SubmissionAccount.Show(single, request.Attempt);
        }
        else
        {
            ClassTable.Show(gradebook);
        }

        if (request.Out is not null)
        {
            Consoles.Out.WriteLine($"Results are in {request.Out}.");
        }
    }

    private static ExitCode Conclude(Gradebook gradebook, ProcessPaths paths, ResultsFolder? results, Request request)
    {
        if (request.IsUnverified)
        {
            Consoles.Out.WriteLine("The key was not held against its definitions (--unverified); the reports say so.");
        }

        if (paths.Sandbox.Level < paths.Sandbox.Required)
        {
            Consoles.Out.WriteLine("Students' code was not held as required (--allow-unsandboxed); the reports say so.");
        }

        string[] unwritten = [.. results?.Unwritten ?? []];
        foreach (string failure in unwritten)
        {
            Consoles.Error.WriteLine(failure);
        }

        bool hasFailed = unwritten.Length > 0 || gradebook.Reports.Any(report => report.Questions.Any(question => question.Verdict == Verdict.InternalError));
        return hasFailed ? ExitCode.Failure : gradebook.Reports.Any(report => IsUnder(report, request.FailUnder)) ? ExitCode.NotRight : ExitCode.Done;
    }

    /// <summary>A rounding below the limit reaches it.</summary>
    private static bool IsUnder(GradeReport report, double percent) => 100 * report.Score < (percent * report.MaxScore) - 1e-9;
}
