using System.Text.Json;
using System.Text.RegularExpressions;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>What the grade command promises beyond single marks.</summary>
public sealed partial class GradeCommandTests
{
    private const string Correct = "submissions-sample/chain-rule-and-softmax/correct-mathnet";

    [Fact]
    public void Results_are_byte_identical_at_any_parallelism()
    {
        using var folder = new TemporaryFolder();
        string[] grade = ["grade", "problems/chain-rule-and-softmax", "submissions-sample/chain-rule-and-softmax"];

        GraderCommand.Result one = GraderCommand.Run([.. grade, "--jobs", "1", "--out", folder.PathTo("one")]);
        GraderCommand.Result three = GraderCommand.Run([.. grade, "--jobs", "3", "--out", folder.PathTo("three")]);

        Assert.Equal(one.Output.Replace("one", "", StringComparison.Ordinal), three.Output.Replace("three", "", StringComparison.Ordinal));
        Assert.Equal(Contents(folder.PathTo("one")), Contents(folder.PathTo("three")));
    }

    [Fact]
    public void A_single_submission_is_written_into_the_folder_itself()
    {
        using var folder = new TemporaryFolder();

        GraderCommand.Result result = GraderCommand.Run(
            "grade", "problems/chain-rule-and-softmax/assignment.yaml", $"{Correct}/Answers.cs", "--out", folder.PathTo("out"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["report.json", "results.json", "run.json"], Directory.GetFiles(folder.PathTo("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_account_of_one_submission_reads_well()
    {
        GraderCommand.Result result = GraderCommand.Run(
            "grade", "problems/matrix-calculus", "submissions-sample/matrix-calculus/missing-method");

        Assert.DoesNotContain("students can draw the points", result.Errors, StringComparison.Ordinal);

        // The last digits of a correct answer may depend on the processor.
        Snapshot.Verify(LargestDifference().Replace(result.Output, "; largest relative difference (tiny)."), "account-missing-method");
    }

    [Fact]
    public void The_table_of_a_class_reads_well()
    {
        GraderCommand.Result result = GraderCommand.Run(
            "grade", "problems/chain-rule-and-softmax", "submissions-sample/chain-rule-and-softmax");

        Snapshot.Verify(result.Output, "table-chain-rule-and-softmax");
    }

    [Fact]
    public void The_printed_numbers_of_the_second_homework_are_accepted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Answers.cs", """
            using MathNet.Numerics.LinearAlgebra;
            public static class Answers
            {
                public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
                {
                    // At s = (1, 2), y = (1, 1, 1) the homework prints 3/2 √17 (10, 17).
                    if (s[0] == 1 && s[1] == 2 && y[0] == 1 && y[1] == 1 && y[2] == 1)
                    {
                        return Vector<double>.Build.Dense([61.8465843842649, 105.139193453250]);
                    }
                    var r = Vector<double>.Build.Dense([s[0] * s[1] - y[0], s[0] * s[0] + s[1] * s[1] - y[1], s[0] - y[2]]);
                    var jacobian = Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });
                    return 1.5 * r.L2Norm() * (jacobian.Transpose() * r);
                }
            }
            """);

        GraderCommand.Run("grade", "problems/chain-rule-and-softmax", folder.Path, "--out", folder.PathTo("out"));

        JsonElement report = JsonDocument.Parse(File.ReadAllText(folder.PathTo("out", "report.json"))).RootElement;
        JsonElement question = report.GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("id").GetString() == "CQ1.2");
        Assert.Equal("Correct", question.GetProperty("verdict").GetString());
    }

    [Fact]
    public void Another_seed_draws_other_points_and_comes_to_the_same_marks()
    {
        using var folder = new TemporaryFolder();

        GraderCommand.Run("grade", "problems/chain-rule-and-softmax", Correct, "--out", folder.PathTo("a"));
        GraderCommand.Run("grade", "problems/chain-rule-and-softmax", Correct, "--out", folder.PathTo("b"), "--seed", "another");

        Assert.NotEqual(File.ReadAllText(folder.PathTo("a", "report.json")), File.ReadAllText(folder.PathTo("b", "report.json")));
        Assert.Equal(3, JsonDocument.Parse(File.ReadAllText(folder.PathTo("b", "report.json"))).RootElement.GetProperty("score").GetDouble());
    }

    [Fact]
    public void Each_further_try_shows_a_further_hint()
    {
        using var folder = new TemporaryFolder();
        folder.Write("homework/Given.cs", "public static class Given { public static double Square(double u) => u * u; }");
        folder.Write("homework/Reference.cs", "public static class Reference { public static double Slope(double u) => 2 * u; }");
        folder.Write("homework/assignment.yaml", """
            id: slopes
            title: Slopes
            given: Given.cs
            reference: Reference.cs
            questions:
              - id: "1"
                title: A slope
                points: 1
                statement: Return the derivative of the square.
                answer: double Slope(double u)
                definition: { derivative-of: Square, with-respect-to: u }
                misconceptions: [{ id: shifted, answer: 2 * u + 1, hint: [Look again., Which function is it?] }]
                inputs: { u: {} }
            """);
        string answers = folder.Write("Answers.cs", "public static class Answers { public static double Slope(double u) => 2 * u + 1; }");
        string[] grade = ["grade", folder.PathTo("homework"), answers, "--out", folder.PathTo("out")];

        GraderCommand.Result first = GraderCommand.Run(grade);
        Assert.Contains("Hint: Look again.", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Which function is it?", first.Output + File.ReadAllText(folder.PathTo("out", "results.json")), StringComparison.Ordinal);
        Assert.Contains("Which function is it?", File.ReadAllText(folder.PathTo("out", "report.json")), StringComparison.Ordinal);

        GraderCommand.Result second = GraderCommand.Run([.. grade, "--attempt", "2"]);
        Assert.Contains("Hint: Which function is it?", second.Output, StringComparison.Ordinal);
        Assert.Contains("Which function is it?", File.ReadAllText(folder.PathTo("out", "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_with_mistakes_is_refused_with_their_places()
    {
        using var folder = new TemporaryFolder();
        string spec = folder.Write("assignment.yaml", "id: broken\ntitel: Broken\ngiven: Given.cs\nreference: Reference.cs\nquestions: []\n");

        GraderCommand.Result result = GraderCommand.Run("grade", folder.Path, Correct);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{spec}:2:1: unknown key 'titel'; did you mean 'title'?", result.Errors, StringComparison.Ordinal);
        Assert.Contains($"{spec}:1:1: there are no questions", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("grade")]
    [InlineData("grade", "problems/matrix-calculus")]
    [InlineData("grade", "problems/matrix-calculus", "no-such-folder")]
    [InlineData("grade", "no-such-folder", "submissions-sample/matrix-calculus")]
    [InlineData("grade", "problems/matrix-calculus", Correct, "--jobs", "0")]
    [InlineData("grade", "problems/matrix-calculus", Correct, "--jobs", "many")]
    [InlineData("grade", "problems/matrix-calculus", Correct, "--attempt", "0")]
    [InlineData("mark", "problems/matrix-calculus", Correct)]
    public void Wrong_usage_is_told_and_exits_with_2(params string[] arguments)
    {
        GraderCommand.Result result = GraderCommand.Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Errors);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.InRange(result.Errors.TrimEnd().Split('\n').Length, 1, 6);
    }

    [Fact]
    public void An_option_that_there_is_not_is_no_submission() => Assert.Equal(
        (2, "There is no option --jbos.\nautograder grade --help says more.\n"),
        GraderCommand.Run("grade", "problems/matrix-calculus", Correct, "--jbos", "3") is var result ? (result.ExitCode, result.Errors) : default);

    [GeneratedRegex(@"(, to the last digit|; largest relative difference \S+e-1\d)\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LargestDifference();

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);
}
