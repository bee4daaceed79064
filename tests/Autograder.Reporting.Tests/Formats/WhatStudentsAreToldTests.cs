using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Reporting.Formats;

namespace Autograder.Reporting.Tests.Formats;

/// <summary>What holds of every format.</summary>
public sealed class WhatStudentsAreToldTests
{
    [Theory]
    [InlineData("for staff's eyes")]
    [InlineData("Fits at 12")]
    [InlineData("1-over-2")]
    [InlineData("hello")]
    [InlineData("Because it is so")]
    [InlineData("seed")]
    public void What_is_for_the_staff_is_in_no_format(string secret) =>
        Assert.All(Rendered.All(Rendered.Placed), text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));

    [Fact]
    public void Control_characters_and_unseen_ones_are_in_no_format()
    {
        QuestionGrade question = SampleReports.Question("1", Verdict.Wrong, 1, 0, new Feedback("agreement", "a\u001b[2Jb\u202Ec\u0000d\uFFFEe\uD800f\r\ng"));

        Assert.All(Rendered.All(Rendered.Of(SampleReports.Report("\u001b\u202E", question))), text => Assert.DoesNotContain(text, letter =>
            letter is '\u001b' or '\u202E' or '\0' or '\r' || char.IsSurrogate(letter)));
    }

    [Fact]
    public void Hints_are_as_many_as_the_tries()
    {
        GradeReport report = SampleReports.Report("ada", SampleReports.Question("1", Verdict.Wrong, 1, 0, SampleReports.ThreeHints));

        Assert.All(Rendered.All(Rendered.Of(report) with { Attempt = 2 }), text =>
        {
            Assert.Contains("Look at the sign.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Which way is up", text, StringComparison.Ordinal);
        });
    }

    /// <summary>Whoever reads one format sees nothing else.</summary>
    [Theory]
    [InlineData(Verdict.CompilationError, "does-not-compile")]
    [InlineData(Verdict.ForbiddenApi, "forbidden-api")]
    public void Where_nothing_could_be_run_every_format_says_what_the_compiler_says(Verdict verdict, string id)
    {
        GradeReport report = SampleReports.Report("ada", SampleReports.Question("1", verdict, 1, 0, new Feedback(id, "Nothing could be run."))) with
        {
            Notes = ["A.cs:1:2: CS1001: Identifier expected"],
            CompilerMessages = [new CompilerMessage(new SourceLine("A.cs", 1, 2), "CS1001", "Identifier expected")],
        };

        Assert.All(Rendered.All(Rendered.Of(report)), text => Assert.Contains("Identifier expected", text, StringComparison.Ordinal));
        Assert.Contains("Nothing could be run.\n\nsrc/ada/A.cs:1:2: CS1001: Identifier expected</failure>", JunitXml.Write([Rendered.Of(report)]), StringComparison.Ordinal);
        Assert.Contains("""Nothing could be run.\n\nsrc/ada/A.cs:1:2: CS1001: Identifier expected""", Classroom50Result.Write(Rendered.Of(report), Rendered.Submission), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_graded_is_nobodys_error()
    {
        GradeReport report = SampleReports.Report("ada", SampleReports.Question("1", Verdict.InternalError, 1, null, new Feedback("internal-error", "Not graded: the grader failed.")));

        string[] texts = Rendered.All(Rendered.Of(report));

        Assert.StartsWith("::warning ", texts[0], StringComparison.Ordinal);
        Assert.Contains("failures=\"0\" errors=\"1\"", texts[1], StringComparison.Ordinal);
        Assert.Contains("\"level\": \"warning\"", texts[2], StringComparison.Ordinal);
        Assert.Contains("1 not graded", texts[3], StringComparison.Ordinal);
        Assert.Contains("\"max-score\": 0,\n  \"tests\"", texts[4], StringComparison.Ordinal);
    }
}
