using System.Collections.Immutable;
using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Cli.Formats;
using Autograder.Cli.Watching;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Dumping;
using Autograder.Engine.Grading;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Starters;
using Autograder.Reporting;
using Autograder.Reporting.Formats;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder check HOMEWORK FILE [--watch] [--dump FILE] [--format FORMAT[=FILE]]</c>: a student's own check, which needs no key and reveals none.</summary>
internal static class CheckCommand
{
    /// <summary>As long as editors take to write a file in several steps.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    /// <summary>Nobody counts a student's own tries.</summary>
    private const int AllHints = int.MaxValue;

    private sealed record Request(string Homework, string Answers, bool IsWatching, string? Dump, RequestedFormat[] Formats);

    /// <summary>What is made once, however often it is checked.</summary>
    private sealed record Bench(LoadedAssignment Loaded, SamplePlan Plan, ClassGrader Grader, ProcessPaths Paths, FormatOutputs Formats);

    internal static Command Create(CiEnvironment environment)
    {
        var homework = new Argument<string>("homework") { Description = $"A folder with a {AssignmentLoader.PublicFileName}; for the staff, one with an {AssignmentLoader.FileName}." };
        var answers = new Argument<string>("file") { Description = "The .cs file with the answers, or its folder." };
        var watch = new Option<bool>("--watch") { Description = "Checks again whenever the answers are saved." };
        var dump = new Option<string?>("--dump") { Description = "Writes a C# file that calls the first answer that is not right where it is not: dotnet run FILE.cs." };
        Option<RequestedFormat[]> formats = FormatOption.Create();
        var command = new Command("check", "Check answers before they are handed in, against what the homework itself states.") { homework, answers, watch, dump, formats };
        command.SetAction((parsed, _) => RunAsync(
            new Request(parsed.GetRequiredValue(homework), parsed.GetRequiredValue(answers), parsed.GetValue(watch), parsed.GetValue(dump), parsed.GetValue(formats) ?? []),
            environment));
        return command;
    }

    private static async Task<int> RunAsync(Request request, CiEnvironment environment)
    {
        CheckHomework(request.Homework);
        if (request.Dump is string dump && !DumpFile.MayReplace(dump))
        {
            throw new UsageException($"{dump} is there already and was not written by --dump: give another name");
        }

        var formats = new FormatOutputs(request.Formats, environment);
        Task<ProcessPaths> sandbox = SandboxOptions.ChooseForOwnCodeAsync();
        Task<ClassGrader> starting = StartAsync(sandbox);
        LoadedAssignment loaded = AssignmentLoader.LoadPublic(request.Homework);
        SamplePlan plan = loaded.Plan(loaded.DefaultSeed);
        using ClassGrader grader = await starting;
        var bench = new Bench(loaded, plan, grader, await sandbox, formats);
        if (!request.IsWatching)
        {
            return (int)await CheckAsync(request, bench);
        }

        using var watcher = new SourceWatcher(request.Answers, request.Dump);
        var waiting = new WaitingLine(request.Answers, Consoles.IsScreen ? TimeProvider.System : null);
        await new WatchLoop(watcher.Changes, () => Task.Delay(Quiet, TimeProvider.System), () => CheckAgainAsync(request, bench), waiting, Consoles.Out).RunAsync();
        return (int)ExitCode.Done;
    }

    /// <summary>Whoever gives another folder is a student, as a rule, who has no use for problems of a spec.</summary>
    private static void CheckHomework(string homework)
    {
        if (!File.Exists(homework) && !File.Exists(Path.Combine(homework, AssignmentLoader.PublicFileName)) && !File.Exists(Path.Combine(homework, AssignmentLoader.FileName)))
        {
            throw new UsageException(
                $"There is no {AssignmentLoader.PublicFileName} in {homework}. Give the folder that your course has handed out, which has one, and then your answers, as in: autograder check . {StarterFile.FileName} "
                + $"(for the staff: a folder with an {AssignmentLoader.FileName} will do.)");
        }
    }

    private static async Task<ClassGrader> StartAsync(Task<ProcessPaths> sandbox) => new(await sandbox);

    /// <summary>A file that is away for a moment is back with the next change.</summary>
    private static async Task CheckAgainAsync(Request request, Bench bench)
    {
        try
        {
            await CheckAsync(request, bench);
        }
        catch (Exception exception) when (exception is IntakeException or UsageException or IOException)
        {
            Consoles.Error.WriteLine(exception.Message);
        }
    }

    private static async Task<ExitCode> CheckAsync(Request request, Bench bench)
    {
        ImmutableArray<Submission> found = new SubmissionReader(bench.Loaded.GivenFileName).Read([request.Answers]).Submissions;
        Submission submission = found.Length == 1 ? found[0] : throw new UsageException($"{request.Answers} holds {found.Length} submissions; check looks at one");
        GradeReport report = await bench.Grader.GradeAsync(bench.Loaded, bench.Plan, submission);
        CheckAccount.Show(report, bench.Plan, bench.Paths.Sandbox.Level);
        bench.Formats.Write([new StudentReport(report, FormatOutputs.FolderOf(request.Answers), AllHints)]);
        if (request.Dump is string file)
        {
            Consoles.Out.WriteLine(Dump(file, report, submission, bench));
        }

        return CodeOf(report);
    }

    /// <returns>What became of it.</returns>
    private static string Dump(string file, GradeReport report, Submission submission, Bench bench)
    {
        foreach ((QuestionGrade question, QuestionPlan plan) in report.Questions.Zip(bench.Plan.Questions))
        {
            if (CheckAccount.FailingPlace(question) is int place and >= 0
                && DumpFile.Of(bench.Loaded, submission, plan.Question, plan.Points[place].Point) is string program)
            {
                AtomicFile.Write(file, program);
                return $"{file} calls the answer to {question.Id} there: dotnet run {file}. It is to try things out, and not to be handed in.";
            }
        }

        return $"There is nothing to write to {file}: no answer that runs is wrong.";
    }

    private static ExitCode CodeOf(GradeReport report) =>
        report.Questions.Any(question => question.Verdict == Verdict.InternalError) ? ExitCode.Failure
        : report.Questions.All(question => question.Verdict is Verdict.Correct or Verdict.Pending or Verdict.Manual) ? ExitCode.Done
        : ExitCode.NotRight;
}
