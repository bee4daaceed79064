using System.Collections.Immutable;
using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Grading;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder check HOMEWORK FILE</c>: a student's own check, which needs no key and reveals none.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var homework = new Argument<string>("homework") { Description = $"A folder with a {AssignmentLoader.PublicFileName}; for the staff, one with an {AssignmentLoader.FileName}." };
        var answers = new Argument<string>("file") { Description = "The .cs file with the answers, or its folder." };
        var command = new Command("check", "Check answers before they are handed in, against what the homework itself states.") { homework, answers };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(homework), parsed.GetRequiredValue(answers)));
        return command;
    }

    private static async Task<int> RunAsync(string homework, string answers)
    {
        Task<ProcessPaths> sandbox = SandboxOptions.ChooseForOwnCodeAsync();
        Task<ClassGrader> starting = StartAsync(sandbox);
        LoadedAssignment loaded = AssignmentLoader.LoadPublic(homework);
        var reader = new SubmissionReader(loaded.GivenFileName);
        Submission submission = Read(reader, answers);
        SamplePlan plan = loaded.Plan(loaded.DefaultSeed);
        using ClassGrader grader = await starting;
        Gradebook gradebook = await grader.GradeAsync(loaded, plan, [submission], jobs: 1, _ => { });
        CheckAccount.Show(gradebook.Reports[0], plan, (await sandbox).Sandbox.Level);
        return (int)CodeOf(gradebook.Reports[0]);
    }

    private static async Task<ClassGrader> StartAsync(Task<ProcessPaths> sandbox) => new(await sandbox);

    private static Submission Read(SubmissionReader reader, string answers)
    {
        ImmutableArray<Submission> found = reader.Read([answers]).Submissions;
        return found.Length == 1 ? found[0] : throw new UsageException($"{answers} holds {found.Length} submissions; check looks at one");
    }

    private static ExitCode CodeOf(GradeReport report) =>
        report.Questions.Any(question => question.Verdict == Verdict.InternalError) ? ExitCode.Failure
        : report.Questions.All(question => question.Verdict is Verdict.Correct or Verdict.Pending or Verdict.Manual) ? ExitCode.Done
        : ExitCode.NotRight;
}
