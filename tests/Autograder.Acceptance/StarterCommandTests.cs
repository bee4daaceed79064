using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

public sealed class StarterCommandTests
{
    [Fact]
    public void What_it_prints_is_the_file()
    {
        GraderCommand.Result result = GraderCommand.Run("starter", "problems/chain-rule-and-softmax");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(File.ReadAllText(Repository.PathTo("problems", "chain-rule-and-softmax", "Starter.cs")), result.Output);
    }

    [Fact]
    public void A_homework_that_is_not_there_is_told_and_exits_with_2()
    {
        GraderCommand.Result result = GraderCommand.Run("starter", "no-such-folder");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("the spec cannot be read", result.Errors, StringComparison.Ordinal);
    }
}
