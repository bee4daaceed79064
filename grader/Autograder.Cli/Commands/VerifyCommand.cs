using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Core.Sampling;
using Autograder.Core.Verifying;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder verify ASSIGNMENT [--question ID…] [--out FILE]</c>: holds a spec and its key to account.</summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var seed = new Option<string?>("--seed") { Description = "Draws other points; the homework's id unless given." };
        var command = new Command("verify", "Hold a homework's key, its known mistakes and its points to account before anyone is graded.") { assignment, seed };
        command.SetAction(parsed =>
        {
            LoadedAssignment loaded = AssignmentLoader.Load(parsed.GetRequiredValue(assignment));
            SamplePlan plan = loaded.Plan(parsed.GetValue(seed) ?? loaded.DefaultSeed);
            Verification verification = Verifier.Run(loaded, plan);
            VerificationAccount.Show(verification);
            return (int)(verification.Holds ? ExitCode.Done : ExitCode.Usage);
        });
        return command;
    }
}
