using System.CommandLine;
using Autograder.Cli.Commands;
using Autograder.Cli.Formats;

namespace Autograder.Cli.Tests.Formats;

public sealed class FormatOutputsTests
{
    private static readonly CiEnvironment Nowhere = new(_ => null, TimeProvider.System);

    [Theory]
    [InlineData("junit", "Junit ")]
    [InlineData("junit=report.xml", "Junit report.xml")]
    [InlineData("sarif=a=b.json", "Sarif a=b.json")]
    public void A_format_goes_to_standard_output_or_to_a_file(string text, string expected)
    {
        RequestedFormat? format = RequestedFormat.Parse(text);
        Assert.Equal(expected, $"{format!.Format} {format.File}");
    }

    [Theory]
    [InlineData("yaml", "'yaml' is no format: expected github, junit, sarif, markdown, classroom50, or one of them with a file, such as junit=report.xml.")]
    [InlineData("junit=", "'junit=' is no format: expected github, junit, sarif, markdown, classroom50, or one of them with a file, such as junit=report.xml.")]
    [InlineData("Junit", "'Junit' is no format: expected github, junit, sarif, markdown, classroom50, or one of them with a file, such as junit=report.xml.")]
    public void What_is_no_format_is_refused_with_what_is_one(string text, string message) =>
        Assert.Equal(message, Assert.Single(CheckCommand.Create(Nowhere).Parse(["homework", "Answers.cs", "--format", text]).Errors).Message);

    [Fact]
    public void Only_one_format_takes_standard_output()
    {
        Command check = CheckCommand.Create(Nowhere);

        Assert.Empty(check.Parse(["homework", "Answers.cs", "--format", "github", "--format", "junit=report.xml"]).Errors);
        Assert.StartsWith(
            "One format at most", Assert.Single(check.Parse(["homework", "Answers.cs", "--format", "github", "--format", "junit"]).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_classroom_50_its_format_says_which_variable_is_missing() => Assert.Equal(
        "--format classroom50 needs the environment variable COMMIT_URL, which Classroom 50's runner sets",
        Assert.Throws<UsageException>(() => new FormatOutputs([new RequestedFormat(ReportFormat.Classroom50, "result.json")], Nowhere)).Message);

    [Fact]
    public void The_result_of_one_submission_is_not_written_for_several()
    {
        var outputs = new FormatOutputs([new RequestedFormat(ReportFormat.Classroom50, "result.json")], new CiEnvironment(name => name, TimeProvider.System));

        outputs.CheckCount(1);
        Assert.Throws<UsageException>(() => outputs.CheckCount(2));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("NaN")]
    public void A_limit_of_scores_is_a_percentage(string percent) => Assert.Equal(
        "--fail-under must be a percentage, from 0 to 100.",
        Assert.Single(GradeCommand.Create(Nowhere).Parse(["homework", "Answers.cs", "--fail-under", percent]).Errors).Message);
}
