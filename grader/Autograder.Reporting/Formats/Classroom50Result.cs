using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Formats;

/// <summary>Who handed in what, as Classroom 50 tells its autograders and wants it said again.</summary>
/// <param name="AssignmentType">individual, group or team.</param>
/// <param name="Tag">submit/…</param>
/// <param name="Time">When this is written; the runner puts the time of the commit in its place.</param>
public sealed record Classroom50Submission(
    string Classroom, string Assignment, string AssignmentType, string Owner, string Tag, string Commit, string Release, string Review, DateTimeOffset Time);

/// <summary>
/// The result.json of Classroom 50 (classroom50/result/v1): integers only, so points are counted in hundredths; no score above its maximum, so a bonus makes up
/// for points that were lost and is not counted beyond. What is not graded is worth nothing yet, neither earned nor lost.
/// </summary>
public static class Classroom50Result
{
    private const double Hundredths = 100;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Default,
    };

    private sealed record Result(
        string Schema,
        string Classroom,
        string Assignment,
        string AssignmentType,
        string Owner,
        string Submission,
        string Commit,
        string Release,
        string Review,
        string Datetime,
        int Score,
        [property: JsonPropertyName("max-score")] int MaxScore,
        ImmutableArray<Test> Tests);

    private sealed record Test(
        [property: JsonPropertyName("test-name")] string TestName, bool Passed, int Score, [property: JsonPropertyName("max-score")] int MaxScore, string Message);

    public static string Write(StudentReport report, Classroom50Submission submission)
    {
        ImmutableArray<QuestionGrade> questions = report.Report.Questions;
        int max = questions.Where(question => !question.IsBonus).Sum(Max);
        var result = new Result(
            "classroom50/result/v1",
            submission.Classroom,
            submission.Assignment,
            submission.AssignmentType,
            submission.Owner,
            submission.Tag,
            submission.Commit,
            submission.Release,
            submission.Review,
            submission.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Math.Min(questions.Sum(Earned), max),
            max,
            [.. questions.Select(question => new Test(
                StudentReport.NameOf(question), question.Verdict == Verdict.Correct || StudentReport.IsLater(question), Earned(question), Max(question), report.WholeFeedback(question)))]);
        return JsonSerializer.Serialize(result, Options) + "\n";
    }

    private static int Earned(QuestionGrade question) => (int)Math.Round(Hundredths * (question.EarnedPoints ?? 0));

    private static int Max(QuestionGrade question) => question.Verdict.IsGraded() ? (int)Math.Round(Hundredths * (question.MaxPoints ?? 0)) : 0;
}
