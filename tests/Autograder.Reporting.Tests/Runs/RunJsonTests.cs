using System.Text.Json;
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

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"assignment\": null, \"submissions\": [] }")]
    public void What_is_no_run_is_refused(string text) => Assert.Throws<JsonException>(() => RunJson.Read(text));
}
