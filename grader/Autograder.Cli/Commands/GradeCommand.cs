using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Grading;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder grade ASSIGNMENT SUBMISSIONS… [--out DIR]</c></summary>
internal static class GradeCommand
{
    private sealed record Request(Task<ProcessPaths> Sandbox, string Assignment, string[] Submissions, string? Out, string? Seed, int Jobs, int Attempt, bool IsUnverified);

    internal static Command Create()
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var submissions = new Argument<string[]>("submissions")
        {
            Description = "A .cs file, a folder with .cs files, a folder with one folder for each student, or a .zip archive of one of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out") { Description = "Where results.json, report.json and gradebook.csv are written." };
        var seed = new Option<string?>("--seed") { Description = "Draws other points; the homework's id unless given. Recorded in every report." };
        Option<int> jobs = Counted("--jobs", "Submissions graded at a time.", Environment.ProcessorCount);
        Option<int> attempt = Counted("--attempt", "Which try of the student's this is: students are shown so many hints about a mistake.", 1);
        var unverified = new Option<bool>("--unverified") { Description = "Grades although the key may disagree with its definitions; every report says so." };
        var sandbox = new SandboxOptions();
        var command = new Command("grade", "Grade one submission or a class.") { assignment, submissions, output, seed, jobs, attempt, unverified };
        sandbox.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(new Request(
            sandbox.ChooseAsync(parsed),
            parsed.GetRequiredValue(assignment),
            parsed.GetRequiredValue(submissions),
            parsed.GetValue(output),
            parsed.GetValue(seed),
            parsed.GetValue(jobs),
            parsed.GetValue(attempt),
            parsed.GetValue(unverified))));
        return command;
    }

    /// <summary>1 or more.</summary>
    private static Option<int> Counted(string name, string description, int unlessGiven)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => unlessGiven };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out int number) && number >= 1))
            {
                result.AddError($"{name} must be 1 or more.");
            }
        });
        return option;
    }

    private static async Task<int> RunAsync(Request request)
    {
        Task<ClassGrader> starting = StartAsync(request.Sandbox);
        LoadedAssignment loaded = AssignmentLoader.Load(request.Assignment);
        IntakeResult intake = new SubmissionReader(loaded.GivenFileName).Read(request.Submissions);
        SamplePlan drawn = loaded.Plan(request.Seed ?? loaded.DefaultSeed);
        SamplePlan plan = request.IsUnverified ? drawn : VerifiedPlan.Of(loaded, drawn);
        ProcessPaths paths = await request.Sandbox;
        using ClassGrader grader = await starting;

        ResultsFolder? results = request.Out is null ? null : new ResultsFolder(request.Out, intake.IsSingle, request.Attempt);
        results?.Write(request.Assignment, request.Submissions);
        Gradebook gradebook = await GradingProgress.ShowAsync(intake.Submissions.Length, onGraded =>
            grader.GradeAsync(loaded, plan, intake.Submissions, request.Jobs, report =>
            {
                results?.Write(report);
                onGraded();
            }));
        results?.Write(gradebook);

        Show(gradebook, intake.IsSingle, request);
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
            Consoles.Error.WriteLine($"The results of {failure}");
        }

        bool hasFailed = unwritten.Length > 0 || gradebook.Reports.Any(report => report.Questions.Any(question => question.Verdict == Verdict.InternalError));
        return (int)(hasFailed ? ExitCode.Failure : ExitCode.Done);
    }

    /// <summary>As soon as it is known how, while the spec is read and the points are drawn.</summary>
    private static async Task<ClassGrader> StartAsync(Task<ProcessPaths> sandbox) => new(await sandbox);

    private static void Show(Gradebook gradebook, bool isSingle, Request request)
    {
        if (isSingle)
        {
            SubmissionAccount.Show(gradebook.Reports[0], request.Attempt);
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
}
