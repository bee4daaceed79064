using System.Text.Json;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Reporting.Reports;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Reports;

public sealed class ReportJsonTests
{
    [Fact]
    public void A_report_with_everything_reads_well() => Snapshot.Verify(ReportJson.Write(SampleReports.Full), "report");

    [Fact]
    public void Parts_conditions_and_a_bonus_read_well() => Snapshot.Verify(ReportJson.Write(SampleReports.Kinds), "report-of-kinds");

    [Fact]
    public void A_bonus_earns_points_beyond_those_that_can_be_earned()
    {
        JsonElement report = JsonDocument.Parse(ReportJson.Write(SampleReports.Kinds)).RootElement;

        Assert.Equal((6.0, 10.0), (report.GetProperty("score").GetDouble(), report.GetProperty("maxScore").GetDouble()));
        Assert.Equal(
            [false, false, false, true, true],
            report.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("isBonus").GetBoolean()));
    }

    [Fact]
    public void A_part_that_is_not_graded_has_no_score()
    {
        JsonElement question = JsonDocument.Parse(ReportJson.Write(SampleReports.Kinds)).RootElement.GetProperty("questions")[1];

        Assert.False(question.TryGetProperty("score", out _));
        Assert.Equal([true, false], question.GetProperty("parts").EnumerateArray().Select(part => part.TryGetProperty("score", out _)));
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Assert.All([SampleReports.Full, SampleReports.Kinds], report => Assert.Equal(ReportJson.Write(report), ReportJson.Write(ReportJson.Read(ReportJson.Write(report)))));

    [Fact]
    public void A_change_by_hand_is_seen()
    {
        string text = ReportJson.Write(SampleReports.Full);
        Assert.True(ReportJson.Read(text).IsIntact);
        Assert.False(ReportJson.Read(text.Replace("\"seed\": \"", "\"seed\": \"x", StringComparison.Ordinal)).IsIntact);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("no report")]
    [InlineData("{ \"score\": 3, \"tests\": [] }")]
    public void What_is_no_report_is_refused(string text) => Assert.Throws<JsonException>(() => ReportJson.Read(text));

    [Fact]
    public void A_report_of_another_version_is_refused()
    {
        string other = ReportJson.Write(SampleReports.Full).Replace("autograder/report/v1", "autograder/report/v0", StringComparison.Ordinal);
        Assert.Equal("its schema is not autograder/report/v1", Assert.Throws<JsonException>(() => ReportJson.Read(other)).Message);
    }

    [Fact]
    public void An_answer_that_is_nearly_infinitely_far_off_can_be_written()
    {
        var farOff = new PointComparison(null, Agreement.Off, [new PartComparison("a", Agreement.Off, double.MaxValue), new PartComparison("b", Agreement.Agree, 0)]);
        QuestionGrade question = SampleReports.Question("1", Verdict.Wrong, 1, 0, []) with { Points = [farOff] };
        Assert.Contains("1E+308", ReportJson.Write(SampleReports.Report("ada", question)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_staff_see_all_hints() => Assert.Contains(
        "furtherHints",
        ReportJson.Write(SampleReports.Report("ada", SampleReports.Question("1", Verdict.Wrong, 1, 0, SampleReports.ThreeHints))),
        StringComparison.Ordinal);

    [Fact]
    public void The_kept_schema_is_the_one_of_the_types()
    {
        string kept = File.ReadAllText(Repository.PathTo("grader", "Autograder.Reporting", "report.schema.json"));

        Assert.True(
            kept == ReportJson.Schema(),
            "report.schema.json has drifted: dotnet run --project grader/Autograder.Cli -- schema report > grader/Autograder.Reporting/report.schema.json");
    }

    [Fact]
    public void The_difference_of_a_wrong_answer_has_two_digits_at_most() =>
        Assert.DoesNotContain("1.23", ReportJson.Write(SampleReports.Full), StringComparison.Ordinal);
}
