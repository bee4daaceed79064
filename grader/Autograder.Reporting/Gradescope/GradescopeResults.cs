using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autograder.Core.Assignments;
using Autograder.Core.HandingIn;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Gradescope;

/// <summary>
/// Gradescope's results.json (the autograder specification at gradescope-autograders.readthedocs.io): no nulls, finite
/// numbers, plain text for whatever may come from a student, and a score for every test or else for the whole.
/// </summary>
public static class GradescopeResults
{
    /// <summary>Gradescope shows two; more digits only carry rounding.</summary>
    private const int ScoreDigits = 5;

    internal const string Hidden = "hidden";

    internal static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Default,
    };

    private sealed record Results(
        double? Score, string Output, string OutputFormat, string TestOutputFormat, string Visibility, IReadOnlyList<Test> Tests, IReadOnlyList<Row>? Leaderboard, object ExtraData);

    private sealed record Test(
        double? Score, double? MaxScore, string? Status, string Name, string Number, string Output, ImmutableArray<string> Tags, string? Visibility);

    private sealed record Row(string Name, double Value, string Order);

    /// <param name="attempt">Which try of the student's this is, counted from 1.</param>
    /// <param name="late">What being late costs; null where it costs nothing.</param>
    public static string Write(GradeReport report, int attempt = 1, LatePenalty? late = null)
    {
        Test[] tests = [.. report.Questions.Select(question => ToTest(question, attempt)), .. report.Questions.Select(ToFailure).OfType<Test>()];
        Row[] rows = [.. report.Questions.Where(question => question.Measured is not null).Select(ToRow)];

        // Without a score of its own for every test, Gradescope wants one for the whole; with one it would override their sum.
        double? score = late is not null || tests.Any(test => test.Score is null) ? Math.Round(late?.Of(report.Score) ?? report.Score, ScoreDigits) : null;
        var results = new Results(score, Output(report, late), "text", "text", "visible", tests, rows.Length == 0 ? null : rows, ExtraData(report, late));
        return JsonSerializer.Serialize(results, Options) + "\n";
    }

    private static Test ToTest(QuestionGrade question, int attempt)
    {
        double? earned = question.EarnedPoints is double points ? Math.Round(points, ScoreDigits) : null;
        return new Test(
            earned,
            earned is null ? null : question.MaxPoints,
            question.Verdict.IsGraded() ? question.Verdict == Verdict.Correct ? "passed" : "failed" : null,
            StudentText.Clean(NameOf(question)),
            question.Id,
            $"{question.Verdict}. {FeedbackText.For(question, Audience.Student, attempt)}",
            [.. question.Feedback.Where(feedback => feedback.Audience == Audience.Student).Select(feedback => FeedbackIds.Family(feedback.Id)).Distinct()],
            question.Visibility == Visibility.Visible ? null : NameOf(question.Visibility));
    }

    internal static string NameOf(Visibility visibility) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{visibility}");

    /// <summary>Where the grader has failed, what the staff need to know.</summary>
    private static Test? ToFailure(QuestionGrade question) =>
        question.Verdict == Verdict.InternalError && question.Feedback.Where(feedback => feedback.Audience == Audience.Staff).Select(feedback => feedback.Rationale).ToArray() is { Length: > 0 } details
            ? new Test(null, null, null, $"{question.Id} for the staff", question.Id, StudentText.Clean(string.Join('\n', details)), [], Hidden)
            : null;

    /// <summary>Four digits tell apart what runs of a class come to.</summary>
    private static Row ToRow(QuestionGrade question) =>
        new(StudentText.Clean(question.Title), Math.Round(question.Measured!.Value, 4), question.Measured.IsMoreBetter ? "desc" : "asc");

    private static string NameOf(QuestionGrade question) =>
        question.Title
        + (question.IsBonus ? " (bonus)" : "")
        + (question.MaxPoints is null || question.EarnedPoints is not null ? ""
            : question.IsForPeople ? string.Create(CultureInfo.InvariantCulture, $" ({question.MaxPoints:0.##} points by the staff)")
            : " (not graded)");

    private static string Output(GradeReport report, LatePenalty? late)
    {
        // Gradescope shows no total while something is hidden, so that what is hidden cannot be computed; nor does this.
        bool isWhole = report.Questions.All(question => question.Visibility == Visibility.Visible);
        var lines = new List<string>
        {
            isWhole ? $"{report.AssignmentTitle}: {ScoreText.Of(report)}." : $"{report.AssignmentTitle}. The points are shown with what is not shown yet.",
        };
        if (late is not null)
        {
            lines.Add(HandInText.Of(late, isWhole ? (report.Score, late.Of(report.Score)) : null));
        }

        if (!report.Ungraded.IsEmpty)
        {
            lines.Add($"Not graded, and not counted as lost: {string.Join(", ", report.Ungraded.Select(question => question.Id))}. The staff will look at it.");
        }

        lines.AddRange(report.Notes);
        return StudentText.Clean(string.Join('\n', lines));
    }

    /// <summary>Nothing was graded, and that is ours: no attempt of the student's.</summary>
    private static bool HasFailed(GradeReport report) =>
        report.Questions.Any(question => question.Verdict == Verdict.InternalError) && !report.Questions.Any(question => question.Verdict.IsGraded());

    private static object ExtraData(GradeReport report, LatePenalty? late) => new
    {
        GraderFailed = HasFailed(report) ? true : (bool?)null,
        Late = late is null ? null : new
        {
            late.Due,
            Minutes = Math.Round(late.Late.TotalMinutes, 2),
            late.Days,
            late.Percent,
            late.IsCutOff,
            PointsBefore = Math.Round(report.Score, ScoreDigits),
            PointsAfter = Math.Round(late.Of(report.Score), ScoreDigits),
        },
        report.Provenance.AssignmentFingerprint,
        report.Provenance.SubmissionFingerprint,
        report.Provenance.GraderVersion,
        report.Provenance.Sandbox,
        Verdicts = report.Questions.ToImmutableSortedDictionary(question => question.Id, question => question.Verdict.ToString(), StringComparer.Ordinal),
    };
}
