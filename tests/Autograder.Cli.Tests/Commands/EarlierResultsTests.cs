using Autograder.Cli.Commands;
using Autograder.Core.Reports;
using Autograder.Reporting.Changes;
using Autograder.Reporting.Runs;

namespace Autograder.Cli.Tests.Commands;

public sealed class EarlierResultsTests : IDisposable
{
    private static readonly GradeReport Report = new(
        "homework", "A homework", "ada", [], [], new Provenance("seed", "spec", "files", "1", ".NET", new SandboxStamp("confined", [], IsBelowRequired: false)));

    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void What_the_run_before_had_found_there_is_none_of_its_results()
    {
        Run("ada", "bob");
        Run("ada", "cleo");

        ClassChanges changes = EarlierResults.Read(_folder, "homework").Compare(new Gradebook([Report]));

        Assert.Equal(["cleo"], changes.Gone.ToArray());
        Assert.Empty(changes.New);
    }

    [Fact]
    public void Of_a_run_that_was_interrupted_there_is_what_it_came_to()
    {
        using (ResultsFolder results = Begin("ada", "bob"))
        {
            results.Write(Report);
        }

        Assert.Equal(["ada"], EarlierResults.Read(_folder, "homework").Compare(new Gradebook([])).Gone.ToArray());
    }

    [Fact]
    public void What_an_older_grader_wrote_is_all_that_is_there()
    {
        Run("ada", "bob");
        File.WriteAllText(Path.Combine(_folder, "run.json"), RunJson.Write(new RunDocument("../homework", [".."], "homework")));

        Assert.Equal(["ada", "bob"], EarlierResults.Read(_folder, "homework").Compare(new Gradebook([])).Gone.ToArray());
    }

    [Fact]
    public void Another_homework_is_refused()
    {
        Run("ada");
        Assert.Contains("are of the homework 'homework', and this is 'other'", Assert.Throws<UsageException>(() => EarlierResults.Read(_folder, "other")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ResultsFolder Begin(params string[] names)
    {
        var results = new ResultsFolder(_folder, isSingle: false, attempt: 1);
        results.Begin(new RunDocument("../homework", [".."], "homework", Class: [.. names.Select(name => new RunSubmission(name, []))]));
        return results;
    }

    private void Run(params string[] names)
    {
        using ResultsFolder results = Begin(names);
        foreach (string name in names)
        {
            results.Write(Report with { Submission = name });
        }
    }
}
