using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting.Runs;

namespace Autograder.Reporting.Tests.Runs;

public sealed class RunJsonTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        RunDocument run = RunJson.Read(RunJson.Write(new RunDocument("../homework", ["ada", "brook"])));
        Assert.Equal("../homework", run.Assignment);
        Assert.Equal(["ada", "brook"], run.Submissions.ToArray());
    }

    [Fact]
    public void Who_is_graded_is_read_again()
    {
        RunDocument run = RunJson.Read(RunJson.Write(new RunDocument("../homework", ["class"], Class: [new RunSubmission("ada_1", [new Student("Ada", "100", "ada@example.edu")])])));

        RunSubmission ada = Assert.Single(run.Class!.Value);
        Assert.Equal(("ada_1", new Student("Ada", "100", "ada@example.edu")), (ada.Name, Assert.Single(ada.Students)));
    }

    [Fact]
    public void What_an_older_grader_wrote_is_read() =>
        Assert.Null(RunJson.Read("""{ "assignment": "../homework", "submissions": ["class"], "id": "slopes", "layout": "auto" }""").Class);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"assignment\": null, \"submissions\": [] }")]
    public void What_is_no_run_is_refused(string text) => Assert.Throws<JsonException>(() => RunJson.Read(text));
}
