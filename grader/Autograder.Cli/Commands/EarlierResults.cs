using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting.Changes;
using Autograder.Reporting.Reports;

namespace Autograder.Cli.Commands;

/// <summary>What an earlier run came to. Read before the next one begins, which may write to the same folder.</summary>
internal sealed class EarlierResults
{
    private readonly string _path;
    private readonly SortedDictionary<string, ReportDocument> _reports = new(StringComparer.Ordinal);

    private EarlierResults(string path) => _path = path;

    /// <exception cref="UsageException">There is none, or it is of another homework.</exception>
    internal static EarlierResults Read(string path, string assignmentId)
    {
        var earlier = new EarlierResults(path);
        try
        {
            if (!File.Exists(Path.Combine(path, ResultsFolder.RunFile)))
            {
                throw new UsageException($"{path} is no folder of results that grade --out has written: it has no {ResultsFolder.RunFile}");
            }

            foreach (string file in Directory.EnumerateFiles(path, "report.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                earlier.Add(ReportJson.Read(File.ReadAllText(file)), assignmentId);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"the results in {path} cannot be read: {exception.Message}");
        }

        return earlier;
    }

    internal ClassChanges Compare(Gradebook gradebook)
    {
        HashSet<string> names = [.. gradebook.Reports.Select(report => report.Submission)];
        return new ClassChanges(
            [.. gradebook.Reports.Select(report => _reports.TryGetValue(report.Submission, out ReportDocument? before) ? ScoreChange.Between(before, report) : null).OfType<ScoreChange>()],
            [.. gradebook.Reports.Where(report => !_reports.ContainsKey(report.Submission)).Select(report => report.Submission)],
            [.. _reports.Keys.Where(name => !names.Contains(name))]);
    }

    /// <summary>Without what was compared, which is most of it.</summary>
    private void Add(ReportDocument report, string assignmentId)
    {
        if (report.Assignment != assignmentId)
        {
            throw new UsageException($"the results in {_path} are of the homework '{report.Assignment}', and this is '{assignmentId}'");
        }

        _reports[report.Submission] = report with { Questions = [.. report.Questions.Select(question => question with { Points = [], Console = null, Text = null })] };
    }
}
