using System.Text.Json;
using System.Text.Json.Nodes;
using Autograder.Core.HandingIn;

namespace Autograder.Reporting.Gradescope;

/// <summary>A results.json of Gradescope's where nothing was graded: each says why, so that no 0 stands there in silence.</summary>
public static class OtherResults
{
    private const string RepeatedNote = "repeated_note";

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
            ExtraData = new { GraderFailed = true },
        },
        GradescopeResults.Options) + "\n";

    /// <summary>For an attempt beyond the limit: the results of the latest one, with a note above them.</summary>
    /// <param name="latest">The attempt whose results Gradescope hands on.</param>
    /// <param name="next">When one is graded again.</param>
    public static string Repeated(EarlierAttempt latest, AttemptRule rule, DateTimeOffset next)
    {
        string note = HandInText.Of(rule, next);
        JsonObject results = latest.Results?.DeepClone().AsObject() ?? new JsonObject { ["score"] = latest.Score ?? 0, ["output_format"] = "text" };
        string output = Text(results["output"]);
        JsonObject extra = results["extra_data"]?.DeepClone() as JsonObject ?? [];
        string earlier = Text(extra[RepeatedNote]);
        string own = earlier.Length > 0 && output.StartsWith(earlier, StringComparison.Ordinal) ? output[earlier.Length..].TrimStart('\n') : output;
        extra[RepeatedNote] = note;
        results["output"] = own.Length == 0 ? note : $"{note}\n\n{own}";
        results["extra_data"] = extra;
        if (!results.ContainsKey("score") && !results.ContainsKey("tests"))
        {
            results["score"] = latest.Score ?? 0;
        }

        return results.ToJsonString(GradescopeResults.Options) + "\n";
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
