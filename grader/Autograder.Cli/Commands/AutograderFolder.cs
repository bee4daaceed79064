using System.Globalization;
using Autograder.Reporting;
using Autograder.Reporting.Gradescope;

namespace Autograder.Cli.Commands;

/// <summary>Gradescope's folder for one submission: the student's files, what is said of them, and the results.</summary>
internal sealed class AutograderFolder(string root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What Gradescope gives unless the staff ask for another time.</summary>
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(10);

    /// <summary>For the grader's start before this program, and for comparing and writing after the last call.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private string Results => Path.Combine(root, "results");

    internal string Submission => Path.Combine(root, "submission");

    /// <summary>How long students' programs may run from now on, so that results stand there before Gradescope writes a 0 in their place.</summary>
    internal static TimeSpan TimeToRun(string? timeoutSeconds)
    {
        TimeSpan timeout = double.TryParse(timeoutSeconds, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : UsualTimeout;
        return timeout - MarginOf(timeout);
    }

    /// <summary>Of so short a time that hardly anything can be graded, a part.</summary>
    internal static TimeSpan MarginOf(TimeSpan timeout) => TimeSpan.FromTicks(Math.Min(Margin.Ticks, timeout.Ticks / 4));

    /// <summary>Shuts the results, which are made anew for every submission, to all but the grader, and says in them that nothing is graded yet.</summary>
    internal void Begin()
    {
        Directory.CreateDirectory(Results);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Results, OwnerOnly);
        }

        Write(OtherResults.Unfinished());
    }

    internal void Write(string results) => AtomicFile.Write(Path.Combine(Results, "results.json"), results);

    /// <summary>Whatever is wrong with it, the submission is graded.</summary>
    /// <param name="tell">Gets what the staff should know of it.</param>
    internal SubmissionMetadata ReadMetadata(Action<string> tell)
    {
        string file = Path.Combine(root, "submission_metadata.json");
        try
        {
            return SubmissionMetadata.Read(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            tell($"{file} cannot be read, so that due dates and the limit of attempts were not looked at: {exception.Message}");
            return SubmissionMetadata.Unknown;
        }
    }
}
