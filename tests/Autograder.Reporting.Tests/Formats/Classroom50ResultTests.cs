using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting.Formats;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Formats;

/// <summary>The rules of classroom50/result/v1 (result-v1.schema.json, and what its runner checks beyond), one by one.</summary>
public sealed class Classroom50ResultTests
{
    [Fact]
    public void A_report_with_everything_reads_well() => Snapshot.Verify(Classroom50Result.Write(Rendered.Placed, Rendered.Submission), "classroom50");

    [Fact]
    public void Every_result_keeps_to_the_schema() => Assert.All(
        [SampleReports.Full, SampleReports.Kinds, SampleReports.Placed, SampleReports.Report("nobody")], report => Classroom50Schema.Check(Parse(report)));

    [Fact]
    public void Points_are_counted_in_hundredths()
    {
        JsonElement result = Parse(SampleReports.Report("ada", SampleReports.Question("1", Verdict.Partial, 1.5, 1.0 / 3), SampleReports.Question("2", Verdict.Correct, null, 1)));

        Assert.Equal((50, 150), (result.GetProperty("score").GetInt32(), result.GetProperty("max-score").GetInt32()));
        Assert.Equal([false, true], result.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("passed").GetBoolean()));
    }

    [Fact]
    public void What_is_not_graded_is_listed_and_counts_neither_way()
    {
        JsonElement result = Parse(SampleReports.Report(
            "ada",
            SampleReports.Question("1", Verdict.Pending, 2, null),
            SampleReports.Question("2", Verdict.Manual, 2, null),
            SampleReports.Question("3", Verdict.Inconclusive, 2, null),
            SampleReports.Question("4", Verdict.Correct, 1, 1)));

        Assert.Equal((100, 100), (result.GetProperty("score").GetInt32(), result.GetProperty("max-score").GetInt32()));
        Assert.Equal([(true, 0), (true, 0), (false, 0), (true, 100)], result.GetProperty("tests").EnumerateArray().Select(test => (test.GetProperty("passed").GetBoolean(), test.GetProperty("max-score").GetInt32())));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public void A_bonus_makes_up_for_what_is_lost_and_counts_no_further(double score, int total)
    {
        JsonElement result = Parse(SampleReports.Report(
            "ada", SampleReports.Question("1", Verdict.Partial, 4, score), SampleReports.Question("2", Verdict.Correct, 2, 1) with { IsBonus = true }));

        Assert.Equal((total, 400), (result.GetProperty("score").GetInt32(), result.GetProperty("max-score").GetInt32()));
        Classroom50Schema.Check(result);
    }

    [Fact]
    public void The_time_is_that_of_greenwich() => Assert.Equal("2026-06-01T14:32:05Z", Parse(SampleReports.Full).GetProperty("datetime").GetString());

    private static JsonElement Parse(GradeReport report) => JsonDocument.Parse(Classroom50Result.Write(Rendered.Of(report), Rendered.Submission)).RootElement;
}
