using System.Text.Json;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>
/// Grades the sample classes through the real command and holds every submission against the expected.json beside it. A new
/// folder under submissions-sample is a new test.
/// </summary>
public sealed class SampleClassTests(SampleClassTests.GradedClasses classes) : IClassFixture<SampleClassTests.GradedClasses>
{
    /// <summary>Both homeworks' classes, graded once.</summary>
    public sealed class GradedClasses : IDisposable
    {
        private readonly TemporaryFolder _results = new();

        public GradedClasses()
        {
            foreach (string homework in Homeworks)
            {
                GraderCommand.Result result = GraderCommand.Run(
                    "grade", $"problems/{homework}", $"submissions-sample/{homework}", "--out", _results.PathTo(homework));
                Printed[homework] = result.Output;
                Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}\n{result.Output}\n{result.Errors}");
            }
        }

        public Dictionary<string, string> Printed { get; } = [];

        public JsonElement Read(string homework, string submission, string file) =>
            JsonDocument.Parse(File.ReadAllText(_results.PathTo(homework, submission, file))).RootElement;

        public string ReadGradebook(string homework) => File.ReadAllText(_results.PathTo(homework, "gradebook.csv"));

        public void Dispose() => _results.Dispose();
    }

    internal static string[] Homeworks =>
        [.. Directory.GetDirectories(Repository.PathTo("submissions-sample")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Samples()
    {
        var samples = new TheoryData<string, string>();
        foreach (string homework in Homeworks)
        {
            foreach (string folder in Directory.GetDirectories(Repository.PathTo("submissions-sample", homework)).Order(StringComparer.Ordinal))
            {
                samples.Add(homework, Path.GetFileName(folder));
            }
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_gets_the_verdicts_that_are_expected_of_it(string homework, string sample)
    {
        JsonElement expected = JsonDocument.Parse(
            File.ReadAllText(Repository.PathTo("submissions-sample", homework, sample, "expected.json"))).RootElement;
        JsonElement report = classes.Read(homework, sample, "report.json");

        Assert.Equal(
            expected.GetProperty("verdicts").EnumerateObject().ToDictionary(verdict => verdict.Name, verdict => verdict.Value.GetString()),
            report.GetProperty("questions").EnumerateArray().ToDictionary(
                question => question.GetProperty("id").GetString()!, question => question.GetProperty("verdict").GetString()));
        Assert.Equal(expected.GetProperty("score").GetDouble(), report.GetProperty("score").GetDouble(), 9);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_told_what_is_expected_and_gets_the_score_in_gradescope(string homework, string sample)
    {
        JsonElement expected = JsonDocument.Parse(
            File.ReadAllText(Repository.PathTo("submissions-sample", homework, sample, "expected.json"))).RootElement;
        JsonElement results = classes.Read(homework, sample, "results.json");
        Dictionary<string, JsonElement> tests = results.GetProperty("tests").EnumerateArray()
            .ToDictionary(test => test.GetProperty("number").GetString()!);

        foreach (JsonProperty said in expected.TryGetProperty("says", out JsonElement says) ? says.EnumerateObject() : default)
        {
            Assert.Contains(said.Value.GetString()!, tests[said.Name].GetProperty("output").GetString()!, StringComparison.OrdinalIgnoreCase);
        }

        double score = results.TryGetProperty("score", out JsonElement total)
            ? total.GetDouble()
            : tests.Values.Sum(test => test.GetProperty("score").GetDouble());
        Assert.Equal(expected.GetProperty("score").GetDouble(), score, 5);
    }

    /// <summary>For the questions that expected.json lists under 'diagnoses': no diagnosis is missing, and none is wrong.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void The_mistakes_of_a_sample_are_named_and_no_others(string homework, string sample)
    {
        JsonElement sampled = JsonDocument.Parse(
            File.ReadAllText(Repository.PathTo("submissions-sample", homework, sample, "expected.json"))).RootElement;
        Dictionary<string, string[]> expected = sampled.TryGetProperty("diagnoses", out JsonElement diagnoses)
            ? diagnoses.EnumerateObject().ToDictionary(question => question.Name, question => question.Value.EnumerateArray().Select(id => id.GetString()!).ToArray())
            : [];
        JsonElement report = classes.Read(homework, sample, "report.json");

        Assert.Equal(
            expected.SelectMany(question => question.Value.Select(id => $"{question.Key}: {id}")).Order(StringComparer.Ordinal),
            report.GetProperty("questions").EnumerateArray()
                .Where(question => expected.ContainsKey(question.GetProperty("id").GetString()!))
                .SelectMany(question => Diagnoses(question).Distinct().Select(id => $"{question.GetProperty("id").GetString()}: {id}"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_that_the_readme_shows_is_the_one_that_is_printed()
    {
        string readme = File.ReadAllText(Repository.PathTo("README.md"));
        string[] printed = [.. classes.Printed["matrix-calculus"].Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

        Assert.All(printed.Where(line => !line.StartsWith("Results are in", StringComparison.Ordinal)), line => Assert.Contains(line, readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("matrix-calculus")]
    [InlineData("chain-rule-and-softmax")]
    public void The_gradebook_has_a_row_for_every_submission(string homework)
    {
        string[] rows = classes.ReadGradebook(homework).TrimEnd('\n').Split('\n');

        Assert.StartsWith("Submission,Score,Max score,", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            Directory.GetDirectories(Repository.PathTo("submissions-sample", homework)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal),
            rows[1..].Select(row => row.Split(',')[0]));
    }

    /// <summary>What students are told of a question beyond its outcome.</summary>
    private static IEnumerable<string> Diagnoses(JsonElement question) => question.GetProperty("feedback").EnumerateArray()
        .Where(feedback => feedback.GetProperty("audience").GetString() == "Student")
        .Select(feedback => feedback.GetProperty("id").GetString()!)
        .Where(id => id is not ("agreement" or "parts" or "right" or "not-right") && !id.StartsWith("fault/", StringComparison.Ordinal));
}
