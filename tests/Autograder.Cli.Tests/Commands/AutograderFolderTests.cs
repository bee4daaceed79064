using System.Text.Json;
using Autograder.Cli.Commands;
using Autograder.Reporting.Gradescope;

namespace Autograder.Cli.Tests.Commands;

public sealed class AutograderFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Theory]
    [InlineData(null, 540)]
    [InlineData("", 540)]
    [InlineData("soon", 540)]
    [InlineData("-5", 540)]
    [InlineData("NaN", 540)]
    [InlineData("600", 540)]
    [InlineData("2400", 2340)]
    [InlineData("40", 30)]
    public void Programs_may_run_for_the_time_that_gradescope_gives_but_a_margin(string? timeout, double seconds) =>
        Assert.Equal(seconds, AutograderFolder.TimeToRun(timeout).TotalSeconds);

    [Fact]
    public void Before_anything_is_graded_the_results_say_that_nothing_is()
    {
        new AutograderFolder(_folder).Begin();

        JsonElement results = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "results", "results.json"))).RootElement;
        Assert.StartsWith("Not graded: the grader was ended before it was done.", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"a\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] }")]
    public void Metadata_that_cannot_be_read_is_told(string? json)
    {
        if (json is not null)
        {
            File.WriteAllText(Path.Combine(_folder, "submission_metadata.json"), json);
        }

        var told = new List<string>();
        Assert.Equal(SubmissionMetadata.Unknown, new AutograderFolder(_folder).ReadMetadata(told.Add));
        Assert.Contains("submission_metadata.json cannot be read", Assert.Single(told), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
