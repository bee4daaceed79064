using System.Text.Json;
using System.Text.Json.Nodes;
using Autograder.Core.Assignments;
using Autograder.Core.HandingIn;

namespace Autograder.Reporting.Gradescope;

/// <summary>A results.json of Gradescope's where nothing was graded: each says why, so that no 0 stands there in silence.</summary>
public static class OtherResults
{
    private const string RepeatedNote = "repeated_note", ExtraData = "extra_data", GraderFailed = "grader_failed";

    /// <summary>Stands there while a submission is graded, should the grader be ended before it is done.</summary>
    public static string Unfinished() => Failure(
        "Not graded: the grader was ended before it was done. This is no mark: hand in again, and tell the staff if it happens once more.",
        "The grader was ended from outside before it could write results; out of memory is the likeliest reason. What it wrote last is in the output of the autograder.");

    /// <param name="toStudents">What happened and what to do.</param>
    /// <param name="toStaff">Shown to nobody else.</param>
    public static string Failure(string toStudents, string toStaff) => JsonSerializer.Serialize(
        new
        {
            Score = 0,
            Output = StudentText.Clean(toStudents),
            OutputFormat = "text",
            TestOutputFormat = "text",
            Visibility = "visible",
            Tests = new[] { new { Name = "The grader failed: for the staff", Output = StudentText.Clean(toStaff), Visibility = GradescopeResults.Hidden } },
            ExtraData = new Dictionary<string, bool> { [GraderFailed] = true },
        },
        GradescopeResults.Options) + "\n";

    /// <summary>Whether that is what <see cref="Failure"/> or <see cref="Unfinished"/> says, so that its 0 is no mark.</summary>
    internal static bool IsFailure(JsonObject results) =>
        results[ExtraData] is JsonObject extra && extra[GraderFailed] is JsonValue failed && failed.TryGetValue(out bool hasFailed) && hasFailed;

    /// <summary>For an attempt beyond the limit: the results of the latest one, with a note above them.</summary>
    /// <param name="latest">The attempt whose results Gradescope hands on.</param>
    /// <param name="next">When one is graded again.</param>
    /// <param name="questions">Of the homework: where some are not shown, neither is the total, also when nothing but a score is known.</param>
    public static string Repeated(EarlierAttempt latest, AttemptRule rule, DateTimeOffset next, IEnumerable<Question> questions)
    {
        string note = HandInText.Of(rule, next);
        JsonObject results = latest.Results?.DeepClone().AsObject() ?? new JsonObject { ["score"] = latest.Score ?? 0, ["output_format"] = "text" };
        string output = Text(results["output"]);
        JsonObject extra = results[ExtraData]?.DeepClone() as JsonObject ?? [];
        string earlier = Text(extra[RepeatedNote]);
        string own = earlier.Length > 0 && output.StartsWith(earlier, StringComparison.Ordinal) ? output[earlier.Length..].TrimStart('\n') : output;
        extra[RepeatedNote] = note;
        results["output"] = own.Length == 0 ? note : $"{note}\n\n{own}";
        results[ExtraData] = extra;
        if (!results.ContainsKey("score") && !results.ContainsKey("tests"))
        {
            results["score"] = latest.Score ?? 0;
        }

        if (results["tests"] is not JsonArray { Count: > 0 } && Unseen(questions) is { Count: > 0 } unseen)
        {
            results["tests"] = unseen;
        }

        return results.ToJsonString(GradescopeResults.Options) + "\n";
    }

    /// <summary>Gradescope shows no total while there is a test that it does not show.</summary>
    private static JsonArray Unseen(IEnumerable<Question> questions) =>
    [
        .. questions.Where(question => question.Visibility != Visibility.Visible).Select(question => new JsonObject
        {
            ["name"] = StudentText.Clean(question.Title),
            ["number"] = question.Id,
            ["output"] = "What became of it stands with the attempt that was graded.",
            ["visibility"] = GradescopeResults.NameOf(question.Visibility),
        }),
    ];

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
