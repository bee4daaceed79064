using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Reporting.Gradescope;

namespace Autograder.Reporting.Tests.Gradescope;

/// <summary>Files as Gradescope writes them, and such as it might.</summary>
public sealed class SubmissionMetadataTests
{
    private const string Single = """
        {
          "id": 123456, "created_at": "2026-03-03T18:25:53.109082-07:00", "assignment_id": null, "submission_method": "upload",
          "users": [ { "email": "ada@example.edu", "id": 7, "name": "Ada", "sid": null, "sections": ["A"],
            "assignment": { "release_date": "2026-02-01T00:00:00.000000-07:00", "due_date": "2026-03-01T23:59:00.000000-07:00", "late_due_date": null } } ],
          "assignment": { "due_date": "2026-02-28T23:59:00.000000-07:00", "group_size": null, "group_submission": false, "id": 25828, "course_id": 1234,
            "late_due_date": null, "release_date": "2026-02-01T00:00:00.000000-07:00", "title": "Homework", "total_points": "20.0",
            "outline": [ { "id": 1, "type": "ProgrammingQuestion", "title": "Autograder", "parent_id": null, "weight": "20.0", "content": [], "index": 0 } ] },
          "previous_submissions": [
            { "submission_time": "2026-03-02T10:00:00.000000-07:00", "score": "3.5", "autograder_error": false, "results": { "output": "Earlier.", "status": null, "tests": [ { "score": 3.5, "status": null } ] } },
            { "submission_time": "2026-03-01T10:00:00.000000-07:00", "score": 0.0, "autograder_error": true } ]
        }
        """;

    [Fact]
    public void A_submission_is_read_with_the_extension_of_its_student()
    {
        var metadata = SubmissionMetadata.Read(Single);

        Assert.Equal(new DateTimeOffset(2026, 3, 3, 18, 25, 53, TimeSpan.FromHours(-7)).AddTicks(1090820), metadata.HandedIn);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 23, 59, 0, TimeSpan.FromHours(-7)), metadata.Due);
        Assert.Equal((20, 2), (metadata.TotalPoints, metadata.Attempt));
        Assert.Equal([(0.0, true), (3.5, false)], metadata.Earlier.Select(attempt => (attempt.Score!.Value, attempt.HasFailed)));
        Assert.Equal("""{"output":"Earlier.","tests":[{"score":3.5}]}""", metadata.Earlier[1].Results!.ToJsonString());
    }

    [Theory]
    [InlineData("""[ { "assignment": { "due_date": "2026-03-05T00:00:00Z" } }, { "assignment": { "due_date": "2026-03-07T00:00:00Z" } } ]""", 7)]
    [InlineData("""[ { "name": "Ada" }, { "assignment": { "due_date": "2026-03-02T00:00:00Z" } } ]""", 4)]
    [InlineData("""[ { "assignment": null }, "unknown", 5 ]""", 4)]
    [InlineData("[]", 4)]
    [InlineData("null", 4)]
    public void A_group_has_the_latest_of_its_members_dates(string users, int day) =>
        Assert.Equal(new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero), SubmissionMetadata.Read($$"""{ "assignment": { "due_date": "2026-03-04T00:00:00Z" }, "users": {{users}} }""").Due);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "created_at": null, "assignment": null, "users": {}, "previous_submissions": "none" }""")]
    [InlineData("""{ "created_at": 5, "assignment": [], "previous_submissions": [ null, { "submission_time": "soon", "score": "many", "autograder_error": 1, "results": [] } ] }""")]
    [InlineData("""{ "created_at": "tomorrow", "unknown": { "deep": [ { "er": 1e999 } ] }, "assignment": { "due_date": "", "total_points": "NaN" } }""")]
    public void What_is_missing_or_of_another_kind_is_not_said(string json)
    {
        var metadata = SubmissionMetadata.Read(json);

        Assert.Equal((null, null, null), (metadata.HandedIn, metadata.Due, metadata.TotalPoints));
        Assert.All(metadata.Earlier, attempt => Assert.Equal(new EarlierAttempt(null, HasFailed: false, null, null), attempt));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("2026-03-01\\udc00")]
    [InlineData("\\uDBFF\\uD800\\n")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void A_time_that_cannot_be_read_is_not_said(string time)
    {
        var metadata = SubmissionMetadata.Read($$"""{ "created_at": "{{time}}", "\ud800": 1, "assignment": { "due_date": "{{time}}", "total_points": "{{time}}" } }""");

        Assert.Equal((null, null, null), (metadata.HandedIn, metadata.Due, metadata.TotalPoints));
    }

    [Fact]
    public void Results_that_are_handed_on_can_be_written_again_whatever_is_in_them()
    {
        var metadata = SubmissionMetadata.Read("""
            { "previous_submissions": [ { "results": {
              "output": "half \udc00 whole \ud83d\ude00 none \\ud800", "output": "last \ud800", "\ud800": 1, "score": 1e999, "tests": [ 1e999, { "score": 1e-999 } ], "extra_data": { "a": 1, "a": [ "\ud800" ] }
            } } ] }
            """);

        Assert.Equal("""{"output":"last \uFFFD","\uFFFD":1,"tests":[{"score":1e-999}],"extra_data":{"a":["\uFFFD"]}}""", metadata.Earlier[0].Results!.ToJsonString());
    }

    [Fact]
    public void Pairs_and_escaped_backslashes_stay_as_they_are() =>
        Assert.Equal(@"😀 \ud800", SubmissionMetadata.Read("""{ "previous_submissions": [ { "results": { "output": "\ud83d\ude00 \\ud800" } } ] }""").Earlier[0].Results!["output"]!.GetValue<string>());

    /// <summary>Gradescope says that all went well, because there were results.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void An_attempt_that_the_grader_failed_at_is_none(bool isFailure, int attempt)
    {
        string results = isFailure ? OtherResults.Failure("Not graded.", "disk full") : """{ "score": 0, "extra_data": { "grader_failed": "no" } }""";

        var metadata = SubmissionMetadata.Read($$"""{ "previous_submissions": [ { "submission_time": "2026-03-01T10:00:00Z", "score": "0.0", "autograder_error": false, "results": {{results}} } ] }""");

        Assert.Equal((isFailure, attempt), (metadata.Earlier[0].HasFailed, metadata.Attempt));
        Assert.True(SubmissionMetadata.Read($$"""{ "previous_submissions": [ { "results": {{OtherResults.Unfinished()}} } ] }""").Earlier[0].HasFailed);
    }

    [Theory]
    [InlineData("0", "3, 0, 0", 2)]
    [InlineData("1", "3, 1, 0", 3)]
    public void A_zero_right_before_a_failure_of_the_grader_may_have_been_one(string score, string scores, int attempt)
    {
        var metadata = SubmissionMetadata.Read($$"""
            { "previous_submissions": [
                { "submission_time": "2026-03-01T10:00:00Z", "score": 3 },
                { "submission_time": "2026-03-01T11:00:00Z", "score": {{score}} },
                { "submission_time": "2026-03-01T12:00:00Z", "score": 0, "results": {{OtherResults.Unfinished()}} } ] }
            """);

        Assert.Equal((scores, attempt), (string.Join(", ", metadata.Earlier.Select(earlier => earlier.Score)), metadata.Attempt));
    }

    /// <summary>One answer that the grader failed at is looked at by the staff, and what was told of the others counts.</summary>
    [Theory]
    [InlineData(Verdict.InternalError, true)]
    [InlineData(Verdict.Manual, true)]
    [InlineData(Verdict.Wrong, false)]
    public void An_attempt_of_which_nothing_could_be_graded_is_none(Verdict other, bool isNone)
    {
        string results = GradescopeResults.Write(SampleReports.Report("ada", SampleReports.Question("1", Verdict.InternalError, 2, null), SampleReports.Question("2", other, 2, other == Verdict.Wrong ? 0 : null)));

        Assert.Equal(isNone, SubmissionMetadata.Read($$"""{ "previous_submissions": [ { "results": {{results}} } ] }""").Earlier[0].HasFailed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_object_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => SubmissionMetadata.Read(json));
}
