using System.Collections.Immutable;
using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Engine.Intake;
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
    internal const string RunFile = ClassResults.RunFile;

    internal const string ReportFile = "report.json";

    /// <summary>Of a class: a row for each.</summary>
    private const string GradebookFile = "gradebook.csv";

    /// <summary>What has been graded, for the next run.</summary>
    private const string StoreFolder = ClassResults.StoreFolder;

    private const string LockFile = "lock";

    private readonly SortedDictionary<string, string> _unwritten = new(StringComparer.Ordinal);
    private FileStream? _held;

    /// <summary>Of a class.</summary>
    internal GradingStore? Store { get; } = isSingle ? null : new GradingStore(Path.Combine(path, StoreFolder));

    /// <summary>What could not be written, and why, in the order of the names.</summary>
    internal IEnumerable<string> Unwritten => _unwritten.Select(failure => $"{failure.Key} could not be written: {failure.Value}");

    /// <summary>Submissions of earlier runs whose results are still there, and that are not among this run's, in the order of their names.</summary>
    internal ImmutableArray<string> Left { get; private set; } = [];

    /// <summary>Finds out that the folder can be written to, and by nobody else meanwhile, before anything is graded.</summary>
    /// <param name="run">With paths as they were given.</param>
    /// <exception cref="UsageException">It cannot, or holds results that these would overwrite or lie among.</exception>
    internal void Begin(RunDocument run)
    {
        string file = Path.Combine(path, RunFile);
        try
        {
            if (isSingle && File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path, StoreFolder, LockFile)))
            {
                throw new UsageException($"{path} is among the results of a class, and this is one submission: give another folder");
            }

            if (File.Exists(file))
            {
                CheckEarlier(RunJson.Read(File.ReadAllText(file)), run);
            }

            if (!isSingle)
            {
                Directory.CreateDirectory(Path.Combine(path, StoreFolder));
                _held = new FileStream(Path.Combine(path, StoreFolder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }

            Left = [.. LeftBeside(run.Class ?? [])];
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
            AtomicFile.Write(Path.Combine(folder, ReportFile), ReportJson.Write(report));
            AtomicFile.Write(Path.Combine(folder, "results.json"), GradescopeResults.Write(report, attempt));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _unwritten.Add($"The results of {report.Submission}", failure.Message);
        }
    }

    internal void Write(Gradebook gradebook)
    {
        if (isSingle)
        {
            return;
        }

        Write(GradebookFile, () => GradebookCsv.Write(gradebook));
        Write("gradebook-canvas.csv", () => ImportForms.Canvas(gradebook));
        Write("gradebook-moodle.csv", () => ImportForms.Moodle(gradebook));
        Write("gradebook-gradescope.csv", () => ImportForms.Gradescope(gradebook));
        Write("summary.md", () => SummaryMarkdown.Write(gradebook));
    }

    public void Dispose() => _held?.Dispose();

    /// <summary>Where that fails, it costs this list alone.</summary>
    private void Write(string name, Func<string> text)
    {
        try
        {
            AtomicFile.Write(Path.Combine(path, name), text());
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _unwritten.Add(name, failure.Message);
        }
    }

    private void CheckEarlier(RunDocument earlier, RunDocument run)
    {
        if (earlier.Id.Length > 0 && earlier.Id != run.Id)
        {
            throw new UsageException($"{path} holds the results of the homework '{earlier.Id}', and this is '{run.Id}': give another folder, or remove that one");
        }

        bool isOfClass = File.Exists(Path.Combine(path, StoreFolder, LockFile)) || File.Exists(Path.Combine(path, GradebookFile));
        if (isSingle && isOfClass)
        {
            throw new UsageException($"{path} holds the results of a class, and this is one submission: give another folder, or grade the class again, which grades anew only what has changed");
        }

        if (!isSingle && File.Exists(Path.Combine(path, ReportFile)))
        {
            throw new UsageException($"{path} holds the results of one submission, and this is a class: give another folder, or remove that one");
        }
    }

    private IEnumerable<string> LeftBeside(ImmutableArray<RunSubmission> submissions)
    {
        HashSet<string> names = new(submissions.Select(submission => submission.Name), StringComparer.OrdinalIgnoreCase);
        return isSingle ? [] : Directory.EnumerateDirectories(path).Where(folder => File.Exists(Path.Combine(folder, ReportFile)))
            .Select(folder => Path.GetFileName(folder)).Where(name => !names.Contains(name)).Order(StringComparer.Ordinal);
    }

    private string Relative(string found) => Path.GetRelativePath(Path.GetFullPath(path), Path.GetFullPath(found)).Replace('\\', '/');
}
