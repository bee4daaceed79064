using Autograder.Core.Reports;
using Autograder.Reporting;
using Autograder.Reporting.Gradebooks;
using Autograder.Reporting.Gradescope;
using Autograder.Reporting.Reports;
using Autograder.Reporting.Runs;

namespace Autograder.Cli.Commands;

/// <summary>Where results are written: a folder for each submission, or the folder itself for a single one.</summary>
/// <param name="attempt">Which try of the students' this is, counted from 1.</param>
internal sealed class ResultsFolder(string path, bool isSingle, int attempt)
{
    /// <summary>Beside the reports: where what they were made from was found.</summary>
    internal const string RunFile = "run.json";

    private readonly SortedDictionary<string, string> _unwritten = new(StringComparer.Ordinal);

    internal void Write(string assignment, IEnumerable<string> submissions) => AtomicFile.Write(
        Path.Combine(path, RunFile), RunJson.Write(new RunDocument(Relative(assignment), [.. submissions.Select(Relative)])));

    /// <summary>What could not be written, and why, in the order of the submissions' names.</summary>
    internal IEnumerable<string> Unwritten => _unwritten.Select(failure => $"{failure.Key} could not be written: {failure.Value}");

    /// <summary>Where that fails, it costs this report alone.</summary>
    internal void Write(GradeReport report)
    {
        string folder = isSingle ? path : Path.Combine(path, report.Submission);
        try
        {
            AtomicFile.Write(Path.Combine(folder, "report.json"), ReportJson.Write(report));
            AtomicFile.Write(Path.Combine(folder, "results.json"), GradescopeResults.Write(report, attempt));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _unwritten.Add(report.Submission, failure.Message);
        }
    }

    internal void Write(Gradebook gradebook)
    {
        if (!isSingle)
        {
            AtomicFile.Write(Path.Combine(path, "gradebook.csv"), GradebookCsv.Write(gradebook));
        }
    }

    private string Relative(string found) => Path.GetRelativePath(Path.GetFullPath(path), Path.GetFullPath(found)).Replace('\\', '/');
}
