using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting.Formats;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Formats;

public sealed class SarifJsonTests
{
    private static JsonElement Run => JsonDocument.Parse(SarifJson.Write([Rendered.Placed], "1.2.3")).RootElement.GetProperty("runs")[0];

    [Fact]
    public void A_report_with_everything_reads_well() => Snapshot.Verify(SarifJson.Write([Rendered.Placed], "1.2.3"), "sarif");

    [Fact]
    public void Every_result_names_a_rule_by_its_id_and_its_index()
    {
        JsonElement rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules");

        Assert.All(Run.GetProperty("results").EnumerateArray(), result => Assert.Equal(
            result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal(rules.GetArrayLength(), rules.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void Places_are_relative_uris_and_lines_that_count_from_1()
    {
        JsonElement[] places = [.. Run.GetProperty("results").EnumerateArray().SelectMany(result => result.GetProperty("locations").EnumerateArray()).Select(location => location.GetProperty("physicalLocation"))];

        Assert.Contains(places, place => place.GetProperty("artifactLocation").GetProperty("uri").GetString() == "src/ada/a%2C%20b%25c%3A%201.cs");
        Assert.All(places, place =>
        {
            Assert.True(Uri.TryCreate(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative, out _));
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
            Assert.True(!place.GetProperty("region").TryGetProperty("startColumn", out JsonElement column) || column.GetInt32() >= 1);
        });
    }

    [Fact]
    public void Right_answers_leave_a_run_without_results()
    {
        JsonElement run = JsonDocument.Parse(SarifJson.Write([Rendered.Of(SampleReports.Report("ada", SampleReports.Question("1", Verdict.Correct, 1, 1)))], "1.2.3")).RootElement.GetProperty("runs")[0];

        Assert.Equal(0, run.GetProperty("results").GetArrayLength());
        Assert.Equal("1.2.3", run.GetProperty("tool").GetProperty("driver").GetProperty("version").GetString());
    }
}
