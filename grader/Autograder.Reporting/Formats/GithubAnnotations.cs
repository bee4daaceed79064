using System.Text;

namespace Autograder.Reporting.Formats;

/// <summary>Workflow commands, by which GitHub Actions shows messages at lines of a student's files; one a line.</summary>
public static class GithubAnnotations
{
    public static string Write(IEnumerable<StudentReport> reports)
    {
        var commands = new StringBuilder();
        foreach (StudentReport report in reports)
        {
            foreach (Finding finding in report.Findings)
            {
                commands.Append(Command(report, finding)).Append('\n');
            }
        }

        return commands.ToString();
    }

    private static string Command(StudentReport report, Finding finding)
    {
        string[] properties =
        [
            .. finding.Place is { } place ? Place(report.PathOf(place), place.Line, place.Column) : [],
            $"title={Property(finding.Title)}",
        ];
        return $"::{(finding.IsError ? "error" : "warning")} {string.Join(',', properties)}::{Data(finding.Text)}";
    }

    private static string[] Place(string path, int line, int column) =>
        [$"file={Property(path)}", $"line={line}", .. column > 0 ? [$"col={column}"] : Array.Empty<string>()];

    /// <summary>A line break would end the command and let the rest be one of its own.</summary>
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
