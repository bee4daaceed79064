using System.Text.Json;
using System.Xml.Linq;
using Autograder.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace Autograder.Acceptance;

/// <summary>What <c>pack ci</c> writes, run as far as it runs without the services: the steps of each file by a shell, in a student's repository.</summary>
public sealed class CiTests(CiTests.Packed packed) : IClassFixture<CiTests.Packed>
{
    private static readonly string Right = File.ReadAllText(Repository.PathTo("submissions-sample", "chain-rule-and-softmax", "correct-mathnet", "Answers.cs"));

    /// <summary>Two methods are wrong, one is transposed, and one does not compile.</summary>
    private static readonly string Wrong = File.ReadAllText(Repository.PathTo("submissions-sample", "chain-rule-and-softmax", "wrong-1", "Answers.cs"))
        .Replace("var S = Softmax(x);", "var S = Softmaks(x);", StringComparison.Ordinal);

    [Fact]
    public void On_github_wrong_answers_are_annotated_at_their_lines_summed_up_and_fail_the_job()
    {
        using var checkout = new Checkout(packed.Folder, Wrong);

        GraderCommand.Result result = RunGithub(checkout);

        Assert.Equal(1, result.ExitCode);
        string[] commands = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(4, commands.Length);
        Assert.Equal("::error file=Answers.cs,line=30,col=17,title=CS0103::The name 'Softmaks' does not exist in the current context", commands[0]);
        Assert.StartsWith("::error file=Answers.cs,line=8,col=34,title=CQ1.1 Chain rule for a cubed norm%3A Wrong::", commands[1], StringComparison.Ordinal);
        Assert.StartsWith("::error file=Answers.cs,line=18,col=34,title=CQ1.2-jacobian ", commands[2], StringComparison.Ordinal);
        Assert.StartsWith("::error file=Answers.cs,line=21,col=34,title=CQ1.2 ", commands[3], StringComparison.Ordinal);
        string summary = File.ReadAllText(checkout.Beside("summary.md"));
        Assert.StartsWith("(what stood there)\n## Chain rule and softmax: repository\n\n0 right, 4 not right, 0 to do", summary, StringComparison.Ordinal);
        Assert.Contains("Every entry is off by the same constant factor", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void On_github_right_answers_pass_without_annotations()
    {
        using var checkout = new Checkout(packed.Folder, Right);

        GraderCommand.Result result = RunGithub(checkout);

        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Contains("3 right, 0 not right, 0 to do, 1 judged after submission.", File.ReadAllText(checkout.Beside("summary.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void On_gitlab_the_job_leaves_its_reports_and_ends_with_the_code_that_is_allowed_to_fail()
    {
        YamlNode job = Parse(packed.PathTo(".gitlab-ci.yml"))["autograder"];
        string script = string.Join('\n', Texts(job["before_script"]).Concat(Texts(job["script"])));
        using var checkout = new Checkout(packed.Folder, Wrong);

        GraderCommand.Result result = checkout.Run(script);

        Assert.Equal([$"{result.ExitCode}"], Texts(job["allow_failure"]["exit_codes"]));
        XElement suite = XDocument.Load(checkout.PathTo($"{job["artifacts"]["reports"]["junit"]}")).Root!.Element("testsuite")!;
        Assert.Equal(("4", "4", "0"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.Contains("CQ2 Jacobian of softmax", checkout.Read(Texts(job["artifacts"]["paths"]).Single()), StringComparison.Ordinal);
        Assert.Contains("Inputs", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 200, 200)]
    [InlineData(false, 0, 300)]
    public void In_classroom_50_the_entry_point_writes_a_result_of_its_schema_and_ends_well(bool isRight, int score, int max)
    {
        using var checkout = new Checkout(packed.Folder, isRight ? Right : Wrong);
        Directory.Move(checkout.PathTo("classroom50"), checkout.Beside("bundle"));

        GraderCommand.Result result = checkout.Run(
            "python3 ../bundle/autograder.py",
            ("CLASSROOM", "cs-1"), ("ASSIGNMENT", "softmax"), ("ASSIGNMENT_TYPE", "individual"), ("USERNAME", "ada"), ("OWNER", "ada"),
            ("SUBMISSION_TAG", "submit/2026-06-01T14-32-05Z-a1b2c3d"), ("COMMIT_URL", "https://example.org/c"), ("RELEASE_URL", "https://example.org/r"), ("REVIEW_URL", ""));

        Assert.True(result.ExitCode == 0, result.Errors);
        JsonElement written = JsonDocument.Parse(checkout.Read("result.json")).RootElement;
        Classroom50Schema.Check(written);
        Assert.Equal((score, max), (written.GetProperty("score").GetInt32(), written.GetProperty("max-score").GetInt32()));
        Assert.Equal(("cs-1", "softmax", "ada", "https://example.org/c"), (Text("classroom"), Text("assignment"), Text("owner"), Text("review")));
        Assert.StartsWith("## Chain rule and softmax", checkout.Read("release-body.md"), StringComparison.Ordinal);

        string? Text(string key) => written.GetProperty(key).GetString();
    }

    [Fact]
    public void In_classroom_50_a_check_that_cannot_be_made_is_a_failure_and_no_result()
    {
        using var checkout = new Checkout(packed.Folder, Right);

        GraderCommand.Result result = checkout.Run("python3 classroom50/autograder.py");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("COMMIT_URL", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(checkout.PathTo("result.json")));
    }

    /// <summary>With the staff's key, on a runner of theirs.</summary>
    [Fact]
    public void A_grade_fails_a_job_where_it_is_told_to_and_gives_standard_output_to_a_format()
    {
        using var folder = new TemporaryFolder();

        GraderCommand.Result result = GraderCommand.Run(
            "grade", "problems/chain-rule-and-softmax", "submissions-sample/chain-rule-and-softmax/wrong-1", "--unverified",
            "--fail-under", "50", "--format", "junit", "--format", $"sarif={folder.PathTo("sarif.json")}");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("testsuites", XDocument.Parse(result.Output).Root!.Name.LocalName);
        Assert.Contains("Score: 1 of 3 points", result.Errors, StringComparison.Ordinal);
        Assert.Contains("\"uri\": \"submissions-sample/chain-rule-and-softmax/wrong-1/Answers.cs\"", File.ReadAllText(folder.PathTo("sarif.json")), StringComparison.Ordinal);
    }

    /// <summary>All steps that are commands, each in a shell of its own.</summary>
    private GraderCommand.Result RunGithub(Checkout checkout)
    {
        File.WriteAllText(checkout.Beside("summary.md"), "(what stood there)\n");
        var steps = (YamlSequenceNode)Parse(packed.PathTo(".github", "workflows", "autograder.yml"))["jobs"]["check"]["steps"];
        string[] runs = [.. steps.OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")).Select(step => $"{step["run"]}")];
        GraderCommand.Result[] results = [.. runs.Select(run => checkout.Run(run, ("GITHUB_STEP_SUMMARY", checkout.Beside("summary.md"))))];
        Assert.Equal([(0, "")], results[..^1].Select(result => (result.ExitCode, result.Errors)));
        return results[^1];
    }

    private static YamlNode Parse(string path)
    {
        var stream = new YamlStream();
        using StreamReader text = File.OpenText(path);
        stream.Load(text);
        return stream.Documents.Single().RootNode;
    }

    private static string[] Texts(YamlNode sequence) => [.. ((YamlSequenceNode)sequence).Select(node => $"{node}")];

    /// <summary>Packed once for all.</summary>
    public sealed class Packed : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Packed()
        {
            GraderCommand.Result result = GraderCommand.Run("pack", "ci", "problems/chain-rule-and-softmax", "--out", Folder);
            Assert.True(result.ExitCode == 0, result.Errors);
        }

        internal string Folder => _folder.PathTo("ci");

        internal string PathTo(params string[] parts) => _folder.PathTo(["ci", .. parts]);

        public void Dispose() => _folder.Dispose();
    }
}
