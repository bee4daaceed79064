namespace Autograder.Acceptance;

/// <summary>The script for bash, asked as bash asks it; and what the program says of itself.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("autograder gr", "grade gradescope")]
    [InlineData("autograder ", "check completion doctor grade gradescope pack replay schema starter verify")]
    [InlineData("autograder pack ", "ci gradescope student")]
    [InlineData("autograder check --fo", "--format")]
    [InlineData("autograder check --format ", "classroom50 github junit markdown sarif")]
    [InlineData("autograder check problems", "")]
    [InlineData("autogr", "")]
    public void Bash_is_told_what_can_come_next(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        using var checkout = new Checkout(folder.Path, "");

        GraderCommand.Result result = checkout.Run($$"""
            cd "$RUNNER_TEMP"
            dotnet tool install Autograder --tool-path "$PWD/tools"
            PATH="$PWD/tools:$PATH"
            eval "$(autograder completion bash)"
            complete -p autograder | grep -q -- '-F _autograder autograder'
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _autograder
            echo "${COMPREPLY[*]}"
            """);

        Assert.Equal((0, expected, ""), (result.ExitCode, result.Output.TrimEnd('\n'), result.Errors));
    }

    [Theory]
    [InlineData("bash", "complete -o bashdefault")]
    [InlineData("fish", "complete -c autograder")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    [InlineData("zsh", "compdef _autograder")]
    public void Each_shell_gets_a_script_of_its_own(string shell, string expected)
    {
        GraderCommand.Result result = GraderCommand.Run("completion", shell);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_names_the_commit_where_there_is_one() => Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]{7})?\n$", GraderCommand.Run("--version").Output);
}
