using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Reporting.Formats;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Formats;

public sealed class GithubAnnotationsTests
{
    [Fact]
    public void A_report_with_everything_reads_well() => Snapshot.Verify(GithubAnnotations.Write([Rendered.Placed]), "github");

    /// <summary>As the runner's own parser takes them apart.</summary>
    [Fact]
    public void Each_line_is_one_command_with_its_properties_whatever_files_and_messages_say()
    {
        string[] lines = GithubAnnotations.Write([Rendered.Placed]).TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.Matches("^::(error|warning) ([a-z]+=[^,:]*)(,[a-z]+=[^,:]*)*::", line));
        Assert.StartsWith("::error file=src/ada/a%2C b%25c%3A 1.cs,line=3,col=9,title=CS0103::The name 'y'", lines[0], StringComparison.Ordinal);
        Assert.Equal("::error title=AG0002::Too many ::error::forged", lines[1]);
    }

    [Fact]
    public void What_is_right_or_judged_later_is_not_annotated() => Assert.Empty(GithubAnnotations.Write([Rendered.Of(SampleReports.Report(
        "ada", SampleReports.Question("1", Verdict.Correct, 1, 1), SampleReports.Question("2", Verdict.Pending, 1, null), SampleReports.Question("3", Verdict.Manual, 1, null)))]));

    [Fact]
    public void An_exception_is_shown_where_it_was_thrown_and_another_wrong_answer_at_its_method()
    {
        string[] lines = GithubAnnotations.Write([Rendered.Placed with { Folder = "" }]).Split('\n');

        Assert.Contains(lines, line => line.StartsWith("::error file=Answers.cs,line=7,title=2.1 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("::error file=Answers.cs,line=13,col=5,title=2.2 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_compiles_every_message_stands_at_its_line_and_no_question_repeats_it()
    {
        GradeReport report = SampleReports.Report("ada", SampleReports.Question("1", Verdict.CompilationError, 1, 0, new Feedback("does-not-compile", "Nothing could be run."))) with
        {
            CompilerMessages = [new CompilerMessage(new SourceLine("A.cs", 1, 2), "CS1001", "Identifier expected")],
        };

        Assert.Equal("::error file=A.cs,line=1,col=2,title=CS1001::Identifier expected\n", GithubAnnotations.Write([new StudentReport(report, "")]));
    }
}
