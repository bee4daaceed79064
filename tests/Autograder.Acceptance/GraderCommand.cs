using System.Diagnostics;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>Runs the built command in a process of its own, as people and scripts do.</summary>
internal static class GraderCommand
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    internal static readonly string Program =
        Repository.PathTo("grader", "Autograder.Cli", "bin", Configuration, "net10.0", "autograder.dll");

    internal sealed record Result(int ExitCode, string Output, string Errors);

    internal static Result Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    internal static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
    {
        UseShellExecute = false,
        WorkingDirectory = Repository.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("autograder-").FullName;

    internal string PathTo(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    internal string Write(string relative, string text)
    {
        string path = PathTo(relative.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
