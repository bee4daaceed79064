using System.Text.Json;
using System.Text.RegularExpressions;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

public sealed partial class VerifyCommandTests
{
    private const string Homework = "problems/chain-rule-and-softmax";

    [Fact]
    public void The_account_of_a_homework_that_holds_reads_well()
    {
        using var folder = new TemporaryFolder();

        GraderCommand.Result result = GraderCommand.Run("verify", Homework, "--out", folder.PathTo("verification.json"));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Snapshot.Verify(Scrubbed(result.Output, folder.Path), "verify-chain-rule-and-softmax");
        JsonElement written = JsonDocument.Parse(File.ReadAllText(folder.PathTo("verification.json"))).RootElement;
        Assert.True(written.GetProperty("holds").GetBoolean());
        Assert.Equal(4, written.GetProperty("questions").GetArrayLength());
    }

    [Fact]
    public void All_that_was_measured_is_shown_when_asked_for()
    {
        GraderCommand.Result result = GraderCommand.Run("verify", Homework, "--question", "CQ2", "--details");

        Assert.Contains("  points      ok    each within 3 draws, κ at most 4.1, smallest term 0.36 of the largest", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calculus-for-machine-learning")]
    [InlineData("gradients-and-backpropagation")]
    [InlineData("matrix-calculus")]
    [InlineData("regression-and-neural-networks")]
    public void Every_homework_holds(string homework)
    {
        GraderCommand.Result result = GraderCommand.Run("verify", $"problems/{homework}");

        Assert.True(result.ExitCode == 0, $"{result.Output}\n{result.Errors}");
        Assert.EndsWith(" questions verified; nothing failed.", result.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_account_of_a_wrong_key_reads_well_and_exits_with_2()
    {
        using var folder = Planted();

        GraderCommand.Result result = GraderCommand.Run("verify", folder.PathTo("problems"), "--question", "CQ2", "CQ1.1");

        Assert.Equal((2, ""), (result.ExitCode, result.Errors));
        Snapshot.Verify(Scrubbed(result.Output, folder.Path), "verify-wrong-key");
    }

    [Fact]
    public void Nobody_is_graded_by_a_wrong_key_unless_staff_insist()
    {
        using var folder = Planted();
        string[] grade = ["grade", folder.PathTo("problems"), "submissions-sample/chain-rule-and-softmax/correct-mathnet"];

        GraderCommand.Result refused = GraderCommand.Run(grade);
        GraderCommand.Result insisted = GraderCommand.Run([.. grade, "--unverified", "--out", folder.PathTo("out")]);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("question CQ2: the key is not the Jacobian of Softmax by x: at random point ", refused.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (insisted.ExitCode, insisted.Errors));
        Assert.Contains("The key was not held against its definitions (--unverified)", insisted.Output, StringComparison.Ordinal);
        JsonElement report = JsonDocument.Parse(File.ReadAllText(folder.PathTo("out", "report.json"))).RootElement;
        Assert.False(report.GetProperty("provenance").GetProperty("isVerified").GetBoolean());
    }

    [Fact]
    public void A_question_that_is_not_there_is_told_and_exits_with_2()
    {
        GraderCommand.Result result = GraderCommand.Run("verify", Homework, "--question", "CQ9");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("No question has the id CQ9; known here: CQ1.1, CQ1.2-jacobian, CQ1.2, CQ2.", result.Errors.Trim());
    }

    /// <summary>The homework with a softmax whose Jacobian is diagonal.</summary>
    private static TemporaryFolder Planted()
    {
        var folder = new TemporaryFolder();
        string Read(params string[] path) => File.ReadAllText(Repository.PathTo(path));
        folder.Write("problems/assignment.yaml", Read("problems", "chain-rule-and-softmax", "assignment.yaml").Replace("../../reference/", "", StringComparison.Ordinal));
        folder.Write("problems/Given.cs", Read("problems", "chain-rule-and-softmax", "Given.cs"));
        folder.Write("problems/ChainRuleAndSoftmax.cs", Read("reference", "ChainRuleAndSoftmax.cs")
            .Replace("- softmax.OuterProduct(softmax)", "- Matrix<double>.Build.DenseOfDiagonalVector(softmax.PointwiseMultiply(softmax))", StringComparison.Ordinal));
        return folder;
    }

    /// <summary>Without the folder, and without the last digits of what is right, which may depend on the processor.</summary>
    private static string Scrubbed(string output, string folder) =>
        TinyDifference().Replace(output.Replace(folder, "FOLDER", StringComparison.Ordinal), "(tiny)");

    [GeneratedRegex(@"\d\.\de-(09|1\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TinyDifference();
}
