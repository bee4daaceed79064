using System.Globalization;
using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting.Gradescope;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Gradescope;

/// <summary>Gradescope's own rules for results.json, one by one.</summary>
public sealed class GradescopeResultsTests
{
    [Fact]
    public void A_report_with_everything_reads_well() =>
        Snapshot.Verify(GradescopeResults.Write(SampleReports.Full), "results");

    [Fact]
    public void There_are_no_nulls_and_no_numbers_that_json_lacks()
    {
        string json = GradescopeResults.Write(SampleReports.Full);

        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", json, StringComparison.Ordinal);
    }

    [Fact]
    public void When_every_question_is_scored_the_sum_of_the_tests_decides()
    {
        JsonElement results = Parse(SampleReports.Report("ada", SampleReports.Question("1", Verdict.Correct, 2, 1), SampleReports.Question("2", Verdict.Wrong, 2, 0)));

        Assert.False(results.TryGetProperty("score", out _));
        Assert.All(results.GetProperty("tests").EnumerateArray(), test => Assert.True(test.TryGetProperty("score", out _) && test.TryGetProperty("max_score", out _)));
    }

    [Fact]
    public void What_is_not_graded_has_no_score_and_the_whole_has_one_instead()
    {
        JsonElement results = Parse(SampleReports.Full);

        Assert.Equal(3.5, results.GetProperty("score").GetDouble());
        JsonElement[] without = [.. results.GetProperty("tests").EnumerateArray().Where(test => !test.TryGetProperty("score", out _))];
        Assert.Equal(["3.1", "3.2"], without.Select(test => test.GetProperty("number").GetString()));
        Assert.All(without, test => Assert.False(test.TryGetProperty("max_score", out _) || test.TryGetProperty("status", out _)));
    }

    [Fact]
    public void A_bonus_is_named_and_is_not_among_the_points_of_the_homework()
    {
        JsonElement results = Parse(SampleReports.Kinds);

        Assert.Equal(
            ["Question 4.1", "Question 4.2 (not graded)", "Question 5.1", "Question 6.1 (bonus)", "Question 6.2 (bonus)"],
            results.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("name").GetString()));
        Assert.StartsWith("A homework: 6 of 10 points (a bonus of up to ", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.Equal(6, results.GetProperty("score").GetDouble());
    }

    [Fact]
    public void A_question_that_is_right_in_parts_has_its_share_and_has_not_passed()
    {
        JsonElement test = Parse(SampleReports.Kinds).GetProperty("tests")[0];

        Assert.Equal((3.0, 4.0, "failed"), (test.GetProperty("score").GetDouble(), test.GetProperty("max_score").GetDouble(), test.GetProperty("status").GetString()));
        Assert.StartsWith("Partial. dW: agreed", test.GetProperty("output").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_that_are_not_met_are_told() =>
        Assert.Contains("Your vector is too short.", Parse(SampleReports.Kinds).GetProperty("tests")[2].GetProperty("output").GetString()!, StringComparison.Ordinal);

    [Fact]
    public void A_failure_of_ours_is_never_a_mark()
    {
        JsonElement results = Parse(SampleReports.Report("ada", SampleReports.Question("1", Verdict.InternalError, 2, null, new Feedback("internal-error", "Not graded."))));

        Assert.Equal(0, results.GetProperty("score").GetDouble());
        Assert.False(results.GetProperty("tests")[0].TryGetProperty("score", out _));
        Assert.Contains("Not graded, and not counted as lost: 1", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Hint: Look.")]
    [InlineData(2, "Hint: Look.\nHint: Look at the sign.")]
    [InlineData(3, "Hint: Look.\nHint: Look at the sign.\nHint: Which way is up?")]
    [InlineData(9, "Hint: Look.\nHint: Look at the sign.\nHint: Which way is up?")]
    public void Each_further_try_shows_a_further_hint(int attempt, string hints)
    {
        string json = GradescopeResults.Write(SampleReports.Report("ada", SampleReports.Question("1", Verdict.Wrong, 1, 0, SampleReports.ThreeHints)), attempt);
        Assert.Equal($"Wrong. A known mistake.\n{hints}", JsonDocument.Parse(json).RootElement.GetProperty("tests")[0].GetProperty("output").GetString());
    }

    [Fact]
    public void What_is_for_staff_is_not_shown() =>
        Assert.DoesNotContain("staff's eyes", GradescopeResults.Write(SampleReports.Full), StringComparison.Ordinal);

    [Fact]
    public void What_a_program_has_printed_or_made_is_for_staff_only()
    {
        GradeReport report = SampleReports.Report(
            "ada", SampleReports.Question("1", Verdict.Manual, null, null, new Feedback("manual", "Kept.")) with { Text = "x was 0.25", Console = "x is 0.25" });

        Assert.DoesNotContain("0.25", GradescopeResults.Write(report), StringComparison.Ordinal);
        Assert.Contains("What the method printed is kept for the staff.", GradescopeResults.Write(report), StringComparison.Ordinal);
        Assert.Contains("x is 0.25", Reporting.Reports.ReportJson.Write(report), StringComparison.Ordinal);
        Assert.Contains("x was 0.25", Reporting.Reports.ReportJson.Write(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202Egnp.exe\u2066 \u200Fright to left")]
    [InlineData("\uFEFFhidden \u00AD\u2028\u2029 lines")]
    [InlineData("\u001b[31mred\u001b[0m")]
    [InlineData("nul\0bell\a")]
    [InlineData("half a pair \ud83d")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Score: 100\r\nstatus: passed")]
    public void Text_of_a_student_is_harmless(string text)
    {
        string json = GradescopeResults.Write(SampleReports.Report(
            "ada", SampleReports.Question("1", Verdict.Manual, null, null, new Feedback("manual", text)) with { Text = text, Console = text }));

        string output = JsonDocument.Parse(json).RootElement.GetProperty("tests")[0].GetProperty("output").GetString()!;
        Assert.DoesNotContain(output, character => (char.IsControl(character) && character is not ('\n' or '\t')) || char.IsSurrogate(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.DoesNotContain("<script>", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_far_below_the_length_that_gradescope_cuts()
    {
        string json = GradescopeResults.Write(SampleReports.Report(
            "ada", SampleReports.Question("1", Verdict.Wrong, 1, 0, new Feedback("fault/exception", new string('x', 1_000_000)))));

        Assert.InRange(json.Length, 0, 10_000);
    }

    [Fact]
    public void A_score_is_rounded_to_what_a_person_can_check()
    {
        JsonElement results = Parse(SampleReports.Report("ada", SampleReports.Question("1", Verdict.Partial, 1, 1.0 / 3)));

        Assert.Equal(0.33333, results.GetProperty("tests")[0].GetProperty("score").GetDouble());
    }

    private static JsonElement Parse(GradeReport report) => JsonDocument.Parse(GradescopeResults.Write(report)).RootElement;
}
