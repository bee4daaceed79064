using System.Text.Json;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>What CONTRIBUTING says of adding a question, done to a copy of a homework with the blocks that it shows.</summary>
public sealed class ContributingTests
{
    private static readonly string Section =
        File.ReadAllText(Repository.PathTo("CONTRIBUTING.md")).Split("## Add a question")[1].Split("\n## ")[0];

    [Fact]
    public void A_question_is_under_twenty_lines_of_yaml_and_two_short_methods()
    {
        Assert.InRange(Block("yaml").TrimEnd('\n').Split('\n').Length, 1, 19);
        Assert.Equal(3, Section.Split("```csharp").Length);
        Assert.All(new[] { Block("csharp"), Block("csharp", 1) }, method => Assert.InRange(method.TrimEnd('\n').Split('\n').Length, 1, 4));
    }

    [Fact]
    public void Added_as_described_it_is_graded()
    {
        using var copy = new TemporaryFolder();
        string problem = Repository.PathTo("problems", "matrix-calculus");
        string Read(params string[] parts) => File.ReadAllText(Path.Combine(parts));
        copy.Write("problems/matrix-calculus/Given.cs", WithMethod(Read(problem, "Given.cs"), Block("csharp")));
        copy.Write("reference/MatrixCalculus.cs", WithMethod(Read(Repository.PathTo("reference"), "MatrixCalculus.cs"), Block("csharp", 1)));
        copy.Write("problems/matrix-calculus/assignment.yaml", Read(problem, "assignment.yaml") + "\n" + Block("yaml"));
        string right = copy.Write("right/Answers.cs", Answers(Block("csharp", 1)));
        string wrong = copy.Write("wrong/Answers.cs", Answers(Block("csharp", 1).Replace("=> x - c", "=> c - x", StringComparison.Ordinal)));

        Assert.Equal("Correct", VerdictOf(copy, right));
        Assert.Equal("Wrong", VerdictOf(copy, wrong));
    }

    private static string VerdictOf(TemporaryFolder copy, string answers)
    {
        string results = answers + ".results";
        GraderCommand.Result result = GraderCommand.Run("grade", copy.PathTo("problems", "matrix-calculus"), answers, "--out", results);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "report.json"))).RootElement
            .GetProperty("questions").EnumerateArray().Last().GetProperty("verdict").GetString()!;
    }

    private static string Answers(string method) =>
        $"using MathNet.Numerics.LinearAlgebra;\npublic static class Answers\n{{\n{method}}}\n";

    /// <summary>With one more method at the end of its only class.</summary>
    private static string WithMethod(string source, string method) =>
        $"{source[..source.LastIndexOf('}')]}\n{method}}}\n";

    private static string Block(string language, int index = 0) => Section.Split($"```{language}\n")[index + 1].Split("```")[0];
}
