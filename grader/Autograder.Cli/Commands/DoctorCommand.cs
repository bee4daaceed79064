using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Engine.Compiling;
using Autograder.Engine.Sandboxing;
using Autograder.Sandbox.Confinement;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder doctor [--json]</c>: what would hold strangers' code on this machine.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "For programs." };
        Option<Layers[]> without = SandboxOptions.CreateWithout();
        var command = new Command("doctor", "Try out how far this machine can hold strangers' code.") { json, without };
        command.SetAction(parsed =>
        {
            SandboxReport report = SandboxProbe.Examine(ProcessPaths.Installed.Worker, SandboxOptions.Without(parsed.GetValue(without)));
            Consoles.Out.WriteLine(parsed.GetValue(json) ? SandboxText.ToJson(report) : SandboxText.Of(report));
            return (int)(report.Level >= SandboxLevel.Confined ? ExitCode.Done : ExitCode.Failure);
        });
        return command;
    }
}
