using System.Collections.Immutable;
using System.Text.Json;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.HandingIn;
using Autograder.Core.Reports;
using Autograder.Reporting.Gradescope;

namespace Autograder.Reporting.Tests.Gradescope;

/// <summary>What stands in results.json for when and how something was handed in, and for what students may see.</summary>
public sealed class HandInResultsTests
{
    private static readonly DateTimeOffset Due = new(2026, 3, 1, 23, 59, 0, TimeSpan.FromHours(-8));
    private static readonly LatePenalty Late = new(Due, new TimeSpan(1, 3, 4, 5), Days: 2, Percent: 20, IsCutOff: false);
    private static readonly QuestionGrade Right = SampleReports.Question("1", Verdict.Correct, 2.5, 1), Wrong = SampleReports.Question("2", Verdict.Wrong, 2, 0);

    [Fact]
    public void What_being_late_costs_is_taken_from_the_whole_and_explained()
    {
        JsonElement results = Parse(GradescopeResults.Write(SampleReports.Report("ada", Right, Wrong), late: Late));

        Assert.Equal(2, results.GetProperty("score").GetDouble());
        Assert.Contains(
            "Handed in 1 day and 3 hours after the due date (2026-03-01 23:59 -08:00). 2 days have begun, which take 20 % of the points earned: 2.5 points become 2.",
            results.GetProperty("output").GetString()!,
            StringComparison.Ordinal);
        Assert.Equal(2.5, results.GetProperty("tests")[0].GetProperty("score").GetDouble());
        JsonElement arithmetic = results.GetProperty("extra_data").GetProperty("late");
        Assert.Equal((2, 20.0, 2.5, 2.0), (arithmetic.GetProperty("days").GetInt32(), arithmetic.GetProperty("percent").GetDouble(), arithmetic.GetProperty("points_before").GetDouble(), arithmetic.GetProperty("points_after").GetDouble()));
    }

    [Fact]
    public void What_is_too_late_has_no_points_and_says_so()
    {
        JsonElement results = Parse(GradescopeResults.Write(SampleReports.Report("ada", Right), late: Late with { Percent = 100, IsCutOff = true }));

        Assert.Equal(0, results.GetProperty("score").GetDouble());
        Assert.Contains("which is too late to count: 2.5 points become 0.", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Visibility.AfterDueDate, "after_due_date")]
    [InlineData(Visibility.AfterPublished, "after_published")]
    [InlineData(Visibility.Hidden, "hidden")]
    public void What_is_not_visible_yet_cannot_be_computed_from_a_total(Visibility visibility, string name)
    {
        JsonElement results = Parse(GradescopeResults.Write(SampleReports.Report("ada", Right with { Visibility = visibility }, Wrong), late: Late));

        Assert.Equal(name, results.GetProperty("tests")[0].GetProperty("visibility").GetString());
        Assert.False(results.GetProperty("tests")[1].TryGetProperty("visibility", out _));
        Assert.DoesNotContain("2.5", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.DoesNotContain("become", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "desc")]
    [InlineData(false, "asc")]
    public void A_training_run_is_a_row_of_the_leaderboard(bool isMoreBetter, string order)
    {
        JsonElement row = Parse(GradescopeResults.Write(SampleReports.Report("ada", Right, Wrong with { Measured = new Measurement(0.123456, isMoreBetter) }))).GetProperty("leaderboard")[0];

        Assert.Equal(("Question 2", 0.1235, order), (row.GetProperty("name").GetString(), row.GetProperty("value").GetDouble(), row.GetProperty("order").GetString()));
    }

    [Fact]
    public void Where_the_grader_failed_at_a_question_only_staff_see_why()
    {
        JsonElement[] tests = [.. Parse(GradescopeResults.Write(SampleReports.Report("ada", SampleReports.Question(
            "1", Verdict.InternalError, 2, null, new Feedback("internal-error", "Not graded."), new Feedback("internal-error/detail", "disk full", Audience: Audience.Staff))))).GetProperty("tests").EnumerateArray()];

        Assert.Equal((2, "hidden", "disk full"), (tests.Length, tests[1].GetProperty("visibility").GetString(), tests[1].GetProperty("output").GetString()));
        Assert.DoesNotContain("disk", tests[0].GetProperty("output").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_of_the_grader_is_told_to_students_and_its_details_to_staff()
    {
        JsonElement results = Parse(OtherResults.Failure("Not graded.", "IOException: disk full"));

        Assert.Equal((0, "Not graded."), (results.GetProperty("score").GetDouble(), results.GetProperty("output").GetString()));
        Assert.Equal(("hidden", "IOException: disk full"), (results.GetProperty("tests")[0].GetProperty("visibility").GetString(), results.GetProperty("tests")[0].GetProperty("output").GetString()));
    }

    [Fact]
    public void Beyond_the_limit_the_latest_results_are_repeated_under_one_note()
    {
        var rule = new AttemptRule(2, TimeSpan.FromHours(24));
        string graded = GradescopeResults.Write(SampleReports.Report("ada", Right, Wrong));
        string once = OtherResults.Repeated(Attempt(graded), rule, Due, []);
        JsonElement first = Parse(once), again = Parse(OtherResults.Repeated(Attempt(once), rule, Due.AddHours(1), []));

        Assert.StartsWith("Not graded: 2 attempts are graded in any 24 hours.", first.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.Contains("The next one is graded from 2026-03-01 23:59 -08:00 on.\n\nA homework: 2.5 of 4.5 points.", first.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.Contains("from 2026-03-02 00:59 -08:00 on.\n\nA homework: 2.5 of 4.5 points.", again.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.DoesNotContain("from 2026-03-01 23:59", again.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.Equal(Parse(graded).GetProperty("tests").GetRawText(), again.GetProperty("tests").GetRawText());
    }

    [Fact]
    public void Where_gradescope_does_not_hand_on_the_latest_results_its_score_is_repeated() =>
        Assert.Equal(3.5, Parse(OtherResults.Repeated(new EarlierAttempt(Due, HasFailed: false, 3.5, null), new AttemptRule(1, TimeSpan.FromHours(1)), Due, [])).GetProperty("score").GetDouble());

    [Fact]
    public void Where_only_a_score_is_known_and_a_question_is_not_visible_neither_is_the_total()
    {
        Question[] questions = [Asked("1", Visibility.Visible), Asked("2", Visibility.AfterDueDate), Asked("3", Visibility.Hidden)];

        JsonElement results = Parse(OtherResults.Repeated(new EarlierAttempt(Due, HasFailed: false, 2, null), new AttemptRule(1, TimeSpan.FromHours(1)), Due, questions));

        Assert.Equal(2, results.GetProperty("score").GetDouble());
        Assert.Equal(
            [("2", "after_due_date"), ("3", "hidden")],
            results.GetProperty("tests").EnumerateArray().Select(test => (test.GetProperty("number").GetString(), test.GetProperty("visibility").GetString())));
    }

    private static Question Asked(string id, Visibility visibility) => new(
        id,
        $"Question {id}",
        Points: 1,
        Statement: "",
        new AnswerSignature("Answer", [], new ScalarType(ScalarKind.Real), "double"),
        new ValueDefinition(),
        ImmutableSortedDictionary<string, SizeRange>.Empty,
        Inputs: [],
        Constraints: [],
        SpecialPoints: [],
        Tolerance.Default,
        new Limits())
    {
        Visibility = visibility,
    };

    private static EarlierAttempt Attempt(string results) =>
        SubmissionMetadata.Read($$"""{ "previous_submissions": [ { "submission_time": "2026-03-01T00:00:00Z", "score": "2.5", "autograder_error": false, "results": {{results}} } ] }""").Earlier[0];

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement.Clone();
}
