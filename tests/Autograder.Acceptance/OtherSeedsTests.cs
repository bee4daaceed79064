using System.Text.Json;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>
/// Right answers are accepted and wrong ones rejected whatever the points are: the samples whose verdicts are about mathematics,
/// graded with other seeds than the one that staff get without asking.
/// </summary>
public sealed class OtherSeedsTests
{
    private static readonly string[] Seeds = ["autumn"];

    private static readonly string[] Kinds = ["correct-", "wrong-", "misconceptions-"];

    public static TheoryData<string, string> Classes()
    {
        var classes = new TheoryData<string, string>();
        foreach (string homework in SampleClassTests.Homeworks)
        {
            foreach (string seed in Seeds)
            {
                classes.Add(homework, seed);
            }
        }

        return classes;
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_answer_gets_the_verdict_that_is_expected_of_it(string homework, string seed)
    {
        using var results = new TemporaryFolder();
        string[] samples = [.. Directory.GetDirectories(Repository.PathTo("submissions-sample", homework))
            .Where(folder => Kinds.Any(kind => Path.GetFileName(folder).StartsWith(kind, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];

        GraderCommand.Result result = GraderCommand.Run(["grade", $"problems/{homework}", .. samples, "--out", results.Path, "--seed", seed]);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Equal(samples.SelectMany(Expected), samples.SelectMany(sample => Found(sample, results.PathTo(Path.GetFileName(sample), "report.json"))));
    }

    private static IEnumerable<string> Expected(string sample) =>
        Read(Path.Combine(sample, "expected.json")).GetProperty("verdicts").EnumerateObject()
            .Select(verdict => $"{Path.GetFileName(sample)} {verdict.Name}: {verdict.Value.GetString()}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Found(string sample, string report) =>
        Read(report).GetProperty("questions").EnumerateArray()
            .Select(question => $"{Path.GetFileName(sample)} {question.GetProperty("id").GetString()}: {question.GetProperty("verdict").GetString()}").Order(StringComparer.Ordinal);

    private static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;
}
