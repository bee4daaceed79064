using System.Diagnostics;

namespace Autograder.Acceptance.Distribution;

/// <summary>Programs of the machine, run with nothing of this process's environment but what is given.</summary>
internal static class Commands
{
    internal const string SystemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    internal sealed record Result(int ExitCode, string Output, string Errors)
    {
        /// <summary>The output of a command that must not fail.</summary>
        internal string Required => ExitCode == 0 ? Output : throw new InvalidOperationException($"exit code {ExitCode}: {Output}{Errors}");
    }

    /// <summary>With the environment of this process.</summary>
    internal static Result Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    internal static Result RunIn(IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment.Clear();
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Run(start);
    }

    /// <summary>What only root may do; whoever is not needs sudo without a password, as the machines of CI have it.</summary>
    internal static Result AsRoot(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? Run(program, arguments) : Run("sudo", ["-n", program, .. arguments]);

    private static Result Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
