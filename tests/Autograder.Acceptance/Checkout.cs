using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Autograder.Acceptance;

/// <summary>
/// A student's repository as a CI's runner checks it out, and the runner's shell. What dotnet tool install brings there is the tool that was built; it fails
/// where the repository's nuget.config would say what is installed.
/// </summary>
internal sealed class Checkout : IDisposable
{
    private const string Dotnet = """
        #!/bin/bash
        while true; do
            [ -e nuget.config ] && echo "$PWD/nuget.config says what is installed" >&2 && exit 1
            [ "$PWD" = / ] && break
            cd ..
        done
        while [ "$1" != --tool-path ]; do shift; done
        mkdir -p "$2"
        printf '#!/bin/sh\nexec "%s" exec "%s" "$@"\n' 'DOTNET' 'TOOL' > "$2/autograder"
        chmod +x "$2/autograder"

        """;

    private readonly TemporaryFolder _folder = new();

    internal Checkout(string packed, string answers)
    {
        foreach (string file in Directory.GetFiles(packed, "*", SearchOption.AllDirectories))
        {
            _folder.Write($"repository/{Path.GetRelativePath(packed, file)}", File.ReadAllText(file));
        }

        _folder.Write("repository/Answers.cs", answers);
        _folder.Write("repository/nuget.config", "<configuration />");
        Directory.CreateDirectory(Beside("temporary"));
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        string installer = _folder.Write("tools/dotnet", Dotnet.Replace("DOTNET", dotnet, StringComparison.Ordinal).Replace("TOOL", GraderCommand.Program, StringComparison.Ordinal));
        Assert.Equal(0, Run($"chmod +x '{installer}'; git init -q").ExitCode);
    }

    internal string PathTo(string relative) => _folder.PathTo(["repository", .. relative.Split('/')]);

    internal string Read(string relative) => File.ReadAllText(PathTo(relative));

    /// <summary>What the runner keeps beside the checkout.</summary>
    internal string Beside(string name) => _folder.PathTo(name);

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
        start.Environment["RUNNER_TEMP"] = start.Environment["TMPDIR"] = Beside("temporary");
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
