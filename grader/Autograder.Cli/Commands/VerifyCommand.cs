using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Core.Verifying;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;
using Autograder.Reporting;
using Autograder.Reporting.Verifications;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder verify ASSIGNMENT [--question ID…] [--details] [--out FILE]</c>: holds a spec and its key to account.</summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var questions = new Option<string[]>("--question") { Description = "Looks at these questions only, by their ids.", AllowMultipleArgumentsPerToken = true };
        var details = new Option<bool>("--details") { Description = "A line for each question and step, with all that was measured." };
        var seed = new Option<string?>("--seed") { Description = "Draws other points; the spec's seed, or the homework's id, unless given." };
        var output = new Option<string?>("--out") { Description = "A file for what was found, as JSON." };
        var command = new Command("verify", "Hold a homework to account before anyone is graded: its key, its known mistakes, its points.") { assignment, questions, details, seed, output };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(assignment), parsed.GetValue(questions) ?? [], parsed.GetValue(details), parsed.GetValue(seed), parsed.GetValue(output)));
        return command;
    }

    private static int Run(string assignment, string[] questions, bool showsDetails, string? seed, string? output)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(assignment);
        string[] unknown = [.. questions.Except(loaded.Assignment.Questions.Select(question => question.Id))];
        if (unknown.Length > 0)
        {
            throw new UsageException($"No question has the id {string.Join(", ", unknown)}; known here: {string.Join(", ", loaded.Assignment.Questions.Select(question => question.Id))}.");
        }

        Verification verification = VerificationProgress.Show(() => Verifier.Run(loaded, seed ?? loaded.DefaultSeed, questions));
        VerificationAccount.Show(verification, showsDetails);
        if (output is not null)
        {
            AtomicFile.Write(output, VerificationJson.Write(verification));
            Consoles.Out.WriteLine($"All of it is in {output}.");
        }

        return (int)(verification.Holds ? ExitCode.Done : ExitCode.Usage);
    }
}
