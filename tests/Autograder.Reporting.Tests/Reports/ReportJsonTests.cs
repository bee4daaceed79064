using Autograder.Reporting.Reports;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Reports;

public sealed class ReportJsonTests
{
    [Fact]
    public void A_report_with_everything_reads_well() => Snapshot.Verify(ReportJson.Write(SampleReports.Full), "report");

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
