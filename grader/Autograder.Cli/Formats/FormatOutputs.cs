using System.Collections.Immutable;
using Autograder.Cli.Display;
using Autograder.Reporting;
using Autograder.Reporting.Formats;

namespace Autograder.Cli.Formats;

/// <summary>Writes reports in the formats that were asked for.</summary>
internal sealed class FormatOutputs
{
    private readonly ImmutableArray<RequestedFormat> _requested;
    private readonly CiEnvironment _environment;
    private readonly Classroom50Submission? _submission;

    /// <summary>Finds out what is missing before anything is run.</summary>
    /// <exception cref="UsageException">A format cannot be written here.</exception>
    internal FormatOutputs(IEnumerable<RequestedFormat> requested, CiEnvironment environment)
    {
        _requested = [.. requested];
        _environment = environment;
        _submission = _requested.Any(format => format.Format == ReportFormat.Classroom50) ? environment.Classroom50() : null;
        if (_requested.Any(format => format.File is null))
        {
            Consoles.LeaveOutput();
        }
    }

    /// <exception cref="UsageException">A format is for one submission, and there are several.</exception>
    internal void CheckCount(int submissions)
    {
        if (_submission is not null && submissions != 1)
        {
            throw new UsageException($"--format classroom50 is the result of one submission, and here are {submissions}");
        }
    }

    /// <exception cref="UsageException">A file cannot be written.</exception>
    internal void Write(ImmutableArray<StudentReport> reports)
    {
        foreach (RequestedFormat format in _requested)
        {
            string text = Render(format.Format, reports);
            if (format.File is null)
            {
                Consoles.Data.Write(text);
            }
            else
            {
                Write(format.File, () => AtomicFile.Write(format.File, text));
            }

            if (format.Format == ReportFormat.Github && _environment.StepSummary is { } summary)
            {
                Write(summary, () => File.AppendAllText(summary, ReportMarkdown.Write(reports)));
            }
        }
    }

    private static void Write(string file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {failure.Message}");
        }
    }

    private string Render(ReportFormat format, ImmutableArray<StudentReport> reports) => format switch
    {
        ReportFormat.Github => GithubAnnotations.Write(reports),
        ReportFormat.Junit => JunitXml.Write(reports),
        ReportFormat.Sarif => SarifJson.Write(reports, ProgramVersion.Number),
        ReportFormat.Markdown => ReportMarkdown.Write(reports),
        _ => Classroom50Result.Write(reports.Single(), _submission!),
    };

    /// <summary>Where the files of a submission stand, from here: annotations and links lead there.</summary>
    /// <param name="path">A file or a folder, as it was given.</param>
    internal static string FolderOf(string path)
    {
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(folder)).Replace('\\', '/');
        return relative == "." ? "" : relative;
    }
}
