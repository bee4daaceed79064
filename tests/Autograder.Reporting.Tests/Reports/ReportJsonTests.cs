using System.Text.Json;
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
