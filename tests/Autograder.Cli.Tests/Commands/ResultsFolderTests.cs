using Autograder.Cli.Commands;
using Autograder.Core.Reports;
using Autograder.Reporting.Runs;

namespace Autograder.Cli.Tests.Commands;

public sealed class ResultsFolderTests : IDisposable
{
    private static readonly GradeReport Report = new(
        "homework", "A homework", "ada", [], [], new Provenance("seed", "spec", "files", "1", ".NET", new SandboxStamp("confined", [], IsBelowRequired: false)));

    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void A_class_gets_a_folder_for_each_submission_and_a_gradebook() =>
        Assert.Equal(["ada/report.json", "ada/results.json", "gradebook.csv", "run.json"], Written(isSingle: false));

    [Fact]
    public void A_single_submission_gets_the_folder_itself() =>
        Assert.Equal(["report.json", "results.json", "run.json"], Written(isSingle: true));

    [Fact]
    public void Where_the_homework_and_the_submissions_are_is_written_as_seen_from_the_folder()
    {
        Write(isSingle: false);
        RunDocument run = RunJson.Read(File.ReadAllText(Path.Combine(_folder, "run.json")));
        Assert.Equal("../homework", run.Assignment);
        Assert.Equal(["in/ada", ".."], run.Submissions.ToArray());
    }

    [Fact]
    public void A_report_that_cannot_be_written_costs_no_other()
    {
        // A file in the place of ada's folder.
        File.WriteAllText(Path.Combine(_folder, "ada"), "");
        var results = new ResultsFolder(_folder, isSingle: false, attempt: 1);
        results.Write(Report);
        results.Write(Report with { Submission = "bob" });

        Assert.StartsWith("ada could not be written: ", Assert.Single(results.Unwritten), StringComparison.Ordinal);
        Assert.Equal(["ada", "bob/report.json", "bob/results.json"], Files());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(bool isSingle)
    {
        var results = new ResultsFolder(_folder, isSingle, attempt: 1);
        results.Write(Path.Combine(_folder, "..", "homework"), [Path.Combine(_folder, "in", "ada"), Path.GetDirectoryName(_folder)!]);
        results.Write(Report);
        results.Write(new Gradebook([Report]));
    }

    private IEnumerable<string> Written(bool isSingle)
    {
        Write(isSingle);
        return Files();
    }

    private IEnumerable<string> Files() =>
        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
