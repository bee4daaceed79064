namespace Autograder.Cli.Tests;

public sealed class ProgramVersionTests
{
    [Theory]
    [InlineData("0.1.0+cb4d3fd0b9f0d8a2b8f3a4a5f0c1d2e3f4a5b6c7", "0.1.0+cb4d3fd")]
    [InlineData("0.1.0", "0.1.0")]
    [InlineData("0.2.0-beta.1+cb4d3fd", "0.2.0-beta.1+cb4d3fd")]
    public void The_commit_is_shown_as_git_shows_it(string informational, string shown) => Assert.Equal(shown, ProgramVersion.Shortened(informational));
}
