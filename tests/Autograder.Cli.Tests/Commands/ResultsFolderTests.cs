using Autograder.Cli.Commands;
using Autograder.Cli.Display;
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

        Assert.StartsWith("The results of ada could not be written: ", Assert.Single(results.Unwritten), StringComparison.Ordinal);
        Assert.Equal(["ada", "bob/report.json", "bob/results.json"], Files());
    }

    [Theory]
    [InlineData("gradebook.csv")]
    [InlineData("gradebook-moodle.csv")]
    [InlineData("summary.md")]
    public void A_list_of_the_class_that_cannot_be_written_costs_no_other(string name)
    {
        // A folder in the place of the file.
        Directory.CreateDirectory(Path.Combine(_folder, name));
        using var results = new ResultsFolder(_folder, isSingle: false, attempt: 1);
        results.Write(new Gradebook([Report]));

        Assert.StartsWith($"{name} could not be written: ", Assert.Single(results.Unwritten), StringComparison.Ordinal);
        Assert.Equal(((string[])["gradebook-canvas.csv", "gradebook-gradescope.csv", "gradebook-moodle.csv", "gradebook.csv", "summary.md"]).Where(list => list != name), Files());
    }

    [Fact]
    public void One_submission_is_not_written_among_the_results_of_a_class()
    {
        Write(isSingle: false);
        Assert.Contains("holds the results of a class, and this is one submission", Refused(isSingle: true), StringComparison.Ordinal);

        using var inside = new ResultsFolder(Path.Combine(_folder, "ada"), isSingle: true, attempt: 1);
        Assert.Contains("is among the results of a class", Assert.Throws<UsageException>(() => inside.Begin(new RunDocument("homework", ["ada"]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_was_interrupted_is_a_class()
    {
        using (var interrupted = new ResultsFolder(_folder, isSingle: false, attempt: 1))
        {
            interrupted.Begin(Run);
        }

        Assert.Contains("holds the results of a class", Refused(isSingle: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_is_not_written_around_the_results_of_one_submission()
    {
        Write(isSingle: true);
        Assert.Contains("holds the results of one submission, and this is a class", Refused(isSingle: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_graded_there_can_be_graded_there_again(bool isSingle)
    {
        Write(isSingle);
        Write(isSingle);
    }

    [Fact]
    public void What_earlier_runs_have_left_is_named()
    {
        using (var earlier = new ResultsFolder(_folder, isSingle: false, attempt: 1))
        {
            earlier.Begin(Run);
            earlier.Write(Report with { Submission = "zoe_1" });
            earlier.Write(Report with { Submission = "bob_1" });
            earlier.Write(Report);
        }

        Directory.CreateDirectory(Path.Combine(_folder, "no results"));
        using var results = new ResultsFolder(_folder, isSingle: false, attempt: 1);
        results.Begin(Run with { Class = [new RunSubmission("ada", []), new RunSubmission("bob_2", [])] });

        Assert.Equal(["bob_1", "zoe_1"], results.Left.ToArray());
        Assert.Equal("Left there by earlier runs, and in no list of this one: bob_1, zoe_1.", Assert.Single(ResultsAccount.Lines(results, 2)));
    }

    [Fact]
    public void Of_many_that_are_left_twenty_are_named()
    {
        using (var earlier = new ResultsFolder(_folder, isSingle: false, attempt: 1))
        {
            foreach (int number in Enumerable.Range(1, 25))
            {
                earlier.Write(Report with { Submission = $"s{number:00}" });
            }
        }

        using var results = new ResultsFolder(_folder, isSingle: false, attempt: 1);
        results.Begin(Run);

        Assert.EndsWith("s19, s20 … and 5 more.", Assert.Single(ResultsAccount.Lines(results, 1)), StringComparison.Ordinal);
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

    /// <returns>Why; nothing is touched.</returns>
    private string Refused(bool isSingle)
    {
        string[] before = [.. Files()];
        using var results = new ResultsFolder(_folder, isSingle, attempt: 1);
        string why = Assert.Throws<UsageException>(() => results.Begin(Run)).Message;
        Assert.Equal(before, Files());
        return why;
    }

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
