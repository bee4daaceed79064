using System.Text.Json;

namespace Autograder.Acceptance;

/// <summary>
/// Every layer forced to be missing, one at a time and all at once: doctor and grade say so, and what is not held as required is
/// not run.
/// </summary>
public sealed class SandboxTests
{
    private const string Homework = "problems/matrix-calculus";
    private const string Submission = "submissions-sample/matrix-calculus/exception";
    private static readonly string[] All = ["limits", "parent-death", "non-dumpable", "private-user", "system-calls", "landlock", "namespaces"];
    private static readonly string[] BeforeStart = ["landlock", "namespaces"];
    private static readonly string[] OfRoot = ["private-user", "namespaces"];

    public static TheoryData<string> Layers => [.. All];

    public static TheoryData<string> LayersOfGrade => [.. All.Except(BeforeStart)];

    [Fact]
    public void With_nothing_to_hold_them_doctor_says_none_and_fails()
    {
        (int exitCode, JsonElement report) = Doctor([.. Without(All)]);
        Assert.Equal(3, exitCode);
        Assert.Equal("none", report.GetProperty("level").GetString());
        Assert.Empty(Working(report));
    }

    [Fact]
    public void With_nothing_to_hold_them_nobody_is_graded()
    {
        using var folder = new TemporaryFolder();
        GraderCommand.Result result = GraderCommand.Run(["grade", Homework, Submission, "--out", folder.PathTo("out"), .. Without(All)]);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("cannot hold strangers' code as required", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathTo("out")));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Without_one_layer_doctor_names_the_level_of_the_others(string layer)
    {
        string[] expected = [.. All.Where(name => name != layer && (Environment.IsPrivilegedProcess || !OfRoot.Contains(name)))];
        (int exitCode, JsonElement report) = Doctor("--without", layer);
        Assert.Equal(expected, Working(report));
        Assert.Equal(LevelOf(expected), report.GetProperty("level").GetString());
        Assert.Equal(LevelOf(expected) is "confined" or "isolated" ? 0 : 3, exitCode);
    }

    [Theory]
    [MemberData(nameof(LayersOfGrade))]
    public void Whoever_grades_without_one_layer_has_it_in_every_report(string layer)
    {
        using var folder = new TemporaryFolder();
        string[] expected = [.. All.Except(BeforeStart).Where(name => name != layer && (Environment.IsPrivilegedProcess || !OfRoot.Contains(name)))];
        bool isEnough = LevelOf(expected) == "confined";
        GraderCommand.Result result = GraderCommand.Run("grade", Homework, Submission, "--without", layer, "--allow-unsandboxed", "--out", folder.PathTo("out"));
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);

        JsonElement sandbox = Json(File.ReadAllText(folder.PathTo("out", "report.json"))).GetProperty("provenance").GetProperty("sandbox");
        Assert.Equal(LevelOf(expected), sandbox.GetProperty("level").GetString());
        Assert.Equal(expected, sandbox.GetProperty("layers").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(!isEnough, sandbox.GetProperty("isBelowRequired").GetBoolean());
        Assert.Equal(!isEnough, result.Output.Contains("was not held as required", StringComparison.Ordinal));
    }

    private static string LevelOf(string[] layers) =>
        !layers.Contains("limits") ? "none"
        : !layers.Contains("system-calls") ? "limited"
        : layers.Contains("landlock") && layers.Contains("private-user") ? "isolated"
        : "confined";

    private static IEnumerable<string> Without(string[] layers) => layers.SelectMany(layer => (string[])["--without", layer]);

    private static (int ExitCode, JsonElement Report) Doctor(params string[] arguments)
    {
        GraderCommand.Result result = GraderCommand.Run(["doctor", "--json", .. arguments]);
        return (result.ExitCode, Json(result.Output));
    }

    private static string[] Working(JsonElement report) =>
        [.. report.GetProperty("layers").EnumerateArray().Where(layer => layer.GetProperty("works").GetBoolean()).Select(layer => layer.GetProperty("name").GetString()!)];

    private static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
