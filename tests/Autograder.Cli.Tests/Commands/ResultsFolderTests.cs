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
        Assert.Equal(["ada/report.json", "ada/results.json", "gradebook-canvas.csv", "gradebook-gradescope.csv", "gradebook-moodle.csv", "gradebook.csv", "run.json", "summary.md"], Written(isSingle: false));

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
        using var results = new ResultsFolder(_folder, isSingle: false, attempt: 1);
        results.Write(Report);
        results.Write(Report with { Submission = "bob" });

        Assert.StartsWith("ada could not be written: ", Assert.Single(results.Unwritten), StringComparison.Ordinal);
        Assert.Equal(["ada", "bob/report.json", "bob/results.json"], Files());
    }

    [Fact]
    public void Results_of_another_homework_are_not_overwritten()
    {
        Write(isSingle: false);
        string[] before = [.. Files()];
        using var results = new ResultsFolder(_folder, isSingle: false, attempt: 1);

        Assert.Contains("holds the results of the homework 'homework', and this is 'other'", Assert.Throws<UsageException>(() => results.Begin(Run with { Id = "other" })).Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_folder()
    {
        using ResultsFolder first = new(_folder, isSingle: false, attempt: 1), second = new(_folder, isSingle: false, attempt: 1);
        first.Begin(Run);

        Assert.Contains("so nothing was graded", Assert.Throws<UsageException>(() => second.Begin(Run)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public void A_place_that_cannot_be_written_to_is_told_before_anything_is_graded(string path)
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        using var results = new ResultsFolder(Path.Combine(_folder, path), isSingle: false, attempt: 1);

        Assert.Contains("so nothing was graded", Assert.Throws<UsageException>(() => results.Begin(Run)).Message, StringComparison.Ordinal);
        Assert.Equal(["file"], Files());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RunDocument Run => new(Path.Combine(_folder, "..", "homework"), [Path.Combine(_folder, "in", "ada"), Path.GetDirectoryName(_folder)!], "homework");

    private void Write(bool isSingle)
    {
        using var results = new ResultsFolder(_folder, isSingle, attempt: 1);
        results.Begin(Run);
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
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Where(file => !file.StartsWith(".cache/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
