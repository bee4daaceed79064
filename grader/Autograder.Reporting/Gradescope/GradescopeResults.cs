using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Default,
    };

    private sealed record Results(
        double? Score, string Output, string OutputFormat, string TestOutputFormat, string Visibility, ImmutableArray<Test> Tests, object ExtraData);

    private sealed record Test(
        double? Score, double? MaxScore, string? Status, string Name, string Number, string Output, ImmutableArray<string> Tags);

    /// <param name="attempt">Which try of the student's this is, counted from 1.</param>
    public static string Write(GradeReport report, int attempt = 1)
    {
        ImmutableArray<Test> tests = [.. report.Questions.Select(question => ToTest(question, attempt))];

        // Without a score of its own for every test, Gradescope wants one for the whole; with one it would override their sum.
        double? score = tests.Any(test => test.Score is null) ? Math.Round(report.Score, ScoreDigits) : null;
        var results = new Results(score, Output(report), "text", "text", "visible", tests, ExtraData(report));
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
            [.. question.Feedback.Where(feedback => feedback.Audience == Audience.Student).Select(feedback => FeedbackIds.Family(feedback.Id)).Distinct()]);
    }

    private static string NameOf(QuestionGrade question) =>
        question.Title
        + (question.IsBonus ? " (bonus)" : "")
        + (question.MaxPoints is null || question.EarnedPoints is not null ? ""
            : question.IsForPeople ? string.Create(CultureInfo.InvariantCulture, $" ({question.MaxPoints:0.##} points by the staff)")
            : " (not graded)");

    private static string Output(GradeReport report)
    {
        var lines = new List<string>
        {
            $"{report.AssignmentTitle}: {ScoreText.Of(report)}.",
        };
        if (!report.Ungraded.IsEmpty)
        {
            lines.Add($"Not graded, and not counted as lost: {string.Join(", ", report.Ungraded.Select(question => question.Id))}. The staff will look at it.");
        }

        lines.AddRange(report.Notes);
        return StudentText.Clean(string.Join('\n', lines));
    }

    private static object ExtraData(GradeReport report) => new
    {
        report.Provenance.AssignmentFingerprint,
        report.Provenance.SubmissionFingerprint,
        report.Provenance.GraderVersion,
        report.Provenance.Sandbox,
        Verdicts = report.Questions.ToImmutableSortedDictionary(question => question.Id, question => question.Verdict.ToString(), StringComparer.Ordinal),
    };
}
