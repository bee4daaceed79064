using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Autograder.Reporting.Gradescope;

/// <summary>
/// What Gradescope says of the submission that is being graded, of its submission_metadata.json. Read leniently: numbers may be texts,
/// anything may be null or missing, unknown keys are passed over, and half a character is a replacement character.
/// </summary>
/// <param name="HandedIn">Null where it is not said.</param>
/// <param name="Due">For a group the latest of its members', each member's own extension before the assignment's date. Null where there is none.</param>
/// <param name="TotalPoints">What Gradescope gives for the assignment as a whole.</param>
/// <param name="Earlier">In the order in which they were handed in.</param>
public sealed partial record SubmissionMetadata(
    DateTimeOffset? HandedIn, DateTimeOffset? Due, double? TotalPoints, ImmutableArray<EarlierAttempt> Earlier)
{
    /// <summary>Where nothing is said.</summary>
    public static SubmissionMetadata Unknown { get; } = new(null, null, null, []);

    /// <summary>Which try this is, counted from 1: those that the grader failed at are none.</summary>
    public int Attempt => 1 + Earlier.Count(attempt => !attempt.HasFailed);

    /// <exception cref="JsonException">It is no JSON object, or nests deeper than could be written again.</exception>
    public static SubmissionMetadata Read(string json)
    {
        using var document = JsonDocument.Parse(WithoutHalves(json));
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"an object is expected, and it is {root.ValueKind}");
        }

        JsonElement? assignment = Of(root, "assignment");
        return new SubmissionMetadata(
            Time(Of(root, "created_at")),
            LatestDue(assignment, [.. Items(Of(root, "users"))]),
            Number(Of(assignment, "total_points")),
            WithFailures([.. Items(Of(root, "previous_submissions")).Select(ReadAttempt).OrderBy(attempt => attempt.HandedIn ?? DateTimeOffset.MinValue)]));
    }

    /// <summary>Of the latest attempt alone it is said what it came to. Where that was a failure of ours, each 0 right before it may have been one, and is taken for one: the student shall not pay.</summary>
    private static ImmutableArray<EarlierAttempt> WithFailures(EarlierAttempt[] attempts)
    {
        for (int index = attempts.Length - 2; index >= 0 && attempts[index + 1].HasFailed && attempts[index] is { Results: null, Score: null or 0 } unknown; index--)
        {
            attempts[index] = unknown with { HasFailed = true };
        }

        return [.. attempts];
    }

    /// <summary>Whoever has no date has no due date, and neither has the group.</summary>
    private static DateTimeOffset? LatestDue(JsonElement? assignment, JsonElement[] users)
    {
        DateTimeOffset? common = Time(Of(assignment, "due_date"));
        DateTimeOffset?[] own = [.. users.Select(user => Time(Of(Of(user, "assignment"), "due_date")) ?? common)];
        return own.Length == 0 ? common : own.Contains(null) ? null : own.Max();
    }

    private static EarlierAttempt ReadAttempt(JsonElement attempt)
    {
        bool isError = Of(attempt, "autograder_error") is { } failed && (failed.ValueKind == JsonValueKind.True || Text(failed) == "true");
        JsonObject? results = Of(attempt, "results") is { ValueKind: JsonValueKind.Object } found ? (JsonObject)Acceptable(found)! : null;
        return new EarlierAttempt(
            Time(Of(attempt, "submission_time")), isError || (results is not null && OtherResults.IsFailure(results)), Number(Of(attempt, "score")), results);
    }

    /// <summary>Gradescope refuses nulls that it has put there itself, and numbers that are too large; of a key that stands there twice it takes the last.</summary>
    private static JsonNode? Acceptable(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var copy = new JsonObject();
                foreach (JsonProperty property in element.EnumerateObject().Where(property => IsAcceptable(property.Value)))
                {
                    copy[property.Name] = Acceptable(property.Value);
                }

                return copy;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Where(IsAcceptable).Select(Acceptable)]);
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private static bool IsAcceptable(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Number => Number(element) is not null,
        _ => true,
    };

    /// <summary>Half of a surrogate pair is JSON and no text: .NET throws wherever it is read.</summary>
    private static string WithoutHalves(string json) => Escape().Replace(json, escape => escape.Groups["half"].Success ? @"\uFFFD" : escape.Value);

    [GeneratedRegex(
        @"\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

    private static JsonElement? Of(JsonElement? parent, string key) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static IEnumerable<JsonElement> Items(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Number(JsonElement? value) =>
        double.TryParse(value is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out double read) && double.IsFinite(read)
            ? read
            : null;

    /// <summary>A time at the end of the calendar is none: there is no next day to reckon with.</summary>
    private static DateTimeOffset? Time(JsonElement? value) =>
        DateTimeOffset.TryParse(Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) && time.Year is > 1900 and < 9000 ? time : null;
}

/// <param name="HasFailed">The grader has, and not the student: Gradescope counts it as an error of the autograder, or the results say so themselves.</param>
/// <param name="Results">Its results.json, without nulls; Gradescope has it for the latest attempt only.</param>
public sealed record EarlierAttempt(DateTimeOffset? HandedIn, bool HasFailed, double? Score, JsonObject? Results);
