using Autograder.Tests.Shared;

namespace Autograder.Acceptance.Distribution;

/// <summary>A folder that brings its runtime: neither an SDK nor a home is needed.</summary>
[Collection(PublishedGraderCollection.Name)]
public sealed class PublishedGraderTests(PublishedGrader grader)
{
    private static readonly Dictionary<string, string> NoHome = new() { ["HOME"] = "/nonexistent" };

    [Fact]
    public void It_grades_without_a_home_and_without_a_path()
    {
        Commands.Result result = Commands.RunIn(
            NoHome, grader.Program, "grade", Repository.PathTo("problems", "chain-rule-and-softmax"), Repository.PathTo("submissions-sample", "chain-rule-and-softmax", "correct-mathnet"));

        Assert.EndsWith("Score: 3 of 3 points.", result.Required.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_sandbox_holds_what_that_of_the_build_holds() =>
        Assert.Equal(LastLine(GraderCommand.Run("doctor").Output), LastLine(Commands.RunIn(NoHome, grader.Program, "doctor").Required));

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];
}
