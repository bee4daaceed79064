using System.Collections.Immutable;
using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting.Changes;
using Autograder.Reporting.Reports;
using Autograder.Reporting.Runs;

namespace Autograder.Cli.Commands;

/// <summary>What an earlier run came to. Read before the next one begins, which may write to the same folder.</summary>
internal sealed class EarlierResults
{
    private readonly ImmutableArray<EarlierSubmission> _submissions;

    private EarlierResults(ImmutableArray<EarlierSubmission> submissions) => _submissions = submissions;

    /// <exception cref="UsageException">There is none, or it is of another homework.</exception>
    internal static EarlierResults Read(string path, string assignmentId)
    {
        try
        {
            string file = Path.Combine(path, ResultsFolder.RunFile);
            if (!File.Exists(file))
            {
                throw new UsageException($"{path} is no folder of results that grade --out has written: it has no {ResultsFolder.RunFile}");
            }

            ImmutableArray<EarlierSubmission> submissions = [.. Reports(path, RunJson.Read(File.ReadAllText(file)))];
            return submissions.FirstOrDefault(earlier => earlier.Report.Assignment != assignmentId) is { } other
                ? throw new UsageException($"the results in {path} are of the homework '{other.Report.Assignment}', and this is '{assignmentId}'")
                : new EarlierResults(submissions);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"the results in {path} cannot be read: {exception.Message}");
        }
    }

    internal ClassChanges Compare(Gradebook gradebook) => ClassChanges.Between(_submissions, gradebook);

    /// <summary>Those of that run, as far as it came: what runs before it have left in the folder is none of its results.</summary>
    private static IEnumerable<EarlierSubmission> Reports(string path, RunDocument run) => run.Class is { } submissions
        ? submissions.Select(submission => (File: Path.Combine(path, submission.Name, ResultsFolder.ReportFile), submission.Students)).Where(submission => File.Exists(submission.File))
            .Select(submission => new EarlierSubmission(Read(submission.File), submission.Students))
        : Directory.EnumerateFiles(path, ResultsFolder.ReportFile, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => new EarlierSubmission(Read(file), []));

    /// <summary>Without what was compared, which is most of it.</summary>
    private static ReportDocument Read(string file)
    {
        ReportDocument report = ReportJson.Read(File.ReadAllText(file));
        return report with { Questions = [.. report.Questions.Select(question => question with { Points = [], Console = null, Text = null })] };
    }
}
