using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting;
using Autograder.Reporting.Gradebooks;
using Autograder.Reporting.Gradescope;
using Autograder.Reporting.Reports;
using Autograder.Reporting.Runs;
using Autograder.Reporting.Stores;
using Autograder.Reporting.Summaries;

namespace Autograder.Cli.Commands;

/// <summary>Where results are written: a folder for each submission, or the folder itself for a single one.</summary>
/// <param name="attempt">Which try of the students' this is, counted from 1.</param>
internal sealed class ResultsFolder(string path, bool isSingle, int attempt) : IDisposable
{
    /// <summary>Beside the reports: where what they were made from was found.</summary>
    internal const string RunFile = "run.json";

    /// <summary>What has been graded, for the next run.</summary>
    private const string StoreFolder = ".cache";

    private readonly SortedDictionary<string, string> _unwritten = new(StringComparer.Ordinal);
    private FileStream? _held;

    /// <summary>Of a class.</summary>
    internal GradingStore? Store { get; } = isSingle ? null : new GradingStore(Path.Combine(path, StoreFolder));

    /// <summary>What could not be written, and why, in the order of the submissions' names.</summary>
    internal IEnumerable<string> Unwritten => _unwritten.Select(failure => $"{failure.Key} could not be written: {failure.Value}");

    /// <summary>Finds out that the folder can be written to, and by nobody else meanwhile, before anything is graded.</summary>
    /// <param name="run">With paths as they were given.</param>
    /// <exception cref="UsageException">It cannot, or holds the results of another homework.</exception>
    internal void Begin(RunDocument run)
    {
        string file = Path.Combine(path, RunFile);
        try
        {
            if (File.Exists(file) && RunJson.Read(File.ReadAllText(file)) is { Id.Length: > 0 } earlier && earlier.Id != run.Id)
            {
                throw new UsageException($"{path} holds the results of the homework '{earlier.Id}', and this is '{run.Id}': give another folder, or remove that one");
            }

            if (!isSingle)
            {
                Directory.CreateDirectory(Path.Combine(path, StoreFolder));
                _held = new FileStream(Path.Combine(path, StoreFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }

            AtomicFile.Write(file, RunJson.Write(run with { Assignment = Relative(run.Assignment), Submissions = [.. run.Submissions.Select(Relative)] }));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"results cannot be written to {path}, so nothing was graded: {failure.Message}");
        }
    }

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
        if (isSingle)
        {
            return;
        }

        AtomicFile.Write(Path.Combine(path, "gradebook.csv"), GradebookCsv.Write(gradebook));
        AtomicFile.Write(Path.Combine(path, "gradebook-canvas.csv"), ImportForms.Canvas(gradebook));
        AtomicFile.Write(Path.Combine(path, "gradebook-moodle.csv"), ImportForms.Moodle(gradebook));
        AtomicFile.Write(Path.Combine(path, "gradebook-gradescope.csv"), ImportForms.Gradescope(gradebook));
        AtomicFile.Write(Path.Combine(path, "summary.md"), SummaryMarkdown.Write(gradebook));
    }

    public void Dispose() => _held?.Dispose();

    private string Relative(string found) => Path.GetRelativePath(Path.GetFullPath(path), Path.GetFullPath(found)).Replace('\\', '/');
}
