using System.Diagnostics;

namespace Autograder.Acceptance;

/// <summary>
/// A student's repository as a CI's runner checks it out, and the runner's shell. The installed tool is the one that was built: a script of its name
/// stands on the path, and steps that would install it are left out.
/// </summary>
internal sealed class Checkout : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal Checkout(string packed, string answers)
    {
        foreach (string file in Directory.GetFiles(packed, "*", SearchOption.AllDirectories))
        {
            _folder.Write($"repository/{Path.GetRelativePath(packed, file)}", File.ReadAllText(file));
        }

        _folder.Write("repository/Answers.cs", answers);
        string tool = _folder.Write("tools/autograder", $"#!/bin/sh\nexec dotnet exec '{GraderCommand.Program}' \"$@\"\n");
        Assert.Equal(0, Run($"chmod +x '{tool}'; git init -q").ExitCode);
    }

    internal string PathTo(string relative) => _folder.PathTo(["repository", .. relative.Split('/')]);

    internal string Read(string relative) => File.ReadAllText(PathTo(relative));

    /// <summary>What the runner keeps beside the checkout.</summary>
    internal string Beside(string name) => _folder.PathTo(name);

    internal static bool Installs(string step) => step.Contains("dotnet tool install", StringComparison.Ordinal);

    /// <summary>As GitHub's and GitLab's runners do: by bash, ending at the first command that fails.</summary>
    internal GraderCommand.Result Run(string script, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            UseShellExecute = false,
            WorkingDirectory = PathTo(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder.PathTo("tools")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment.Remove("GITHUB_STEP_SUMMARY");
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new GraderCommand.Result(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    public void Dispose() => _folder.Dispose();
}
