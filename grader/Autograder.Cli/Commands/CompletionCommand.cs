using System.CommandLine;
using Autograder.Cli.Display;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder completion bash|zsh|fish|powershell</c>: prints a script by which a shell asks this program what can come next.</summary>
internal static class CompletionCommand
{
    /// <summary>With what the script of each ends.</summary>
    private static readonly SortedDictionary<string, string> Shells = new(StringComparer.Ordinal) { ["bash"] = "bash", ["fish"] = "fish", ["powershell"] = "ps1", ["zsh"] = "zsh" };

    internal static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = $"{string.Join(", ", Shells.Keys)}; the script's first line says where it goes." };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new Command("completion", "Print a script that completes commands in a shell.") { shell };
        command.SetAction(parsed => Consoles.Out.Write(Script(Shells[parsed.GetRequiredValue(shell)])));
        return command;
    }

    private static string Script(string ending)
    {
        using Stream script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"autograder.{ending}")
            ?? throw new InvalidOperationException($"the script autograder.{ending} is missing in this build");
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }
}
