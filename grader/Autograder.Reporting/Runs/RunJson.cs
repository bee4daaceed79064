using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Runs;

/// <summary>run.json: where a run of grading found what its reports were made from, so that they can be replayed.</summary>
/// <param name="Assignment">Relative to the folder of the file, as the submissions are.</param>
/// <param name="Id">The homework's.</param>
/// <param name="Layout">How the class was said to lie.</param>
/// <param name="Class">Who is graded, known before any report is written; null for a single submission, and in what older graders wrote.</param>
public sealed record RunDocument(
    string Assignment, ImmutableArray<string> Submissions, string Id = "", string Layout = "auto", ImmutableArray<RunSubmission>? Class = null);

/// <summary>One submission of a class.</summary>
/// <param name="Name">Of its folder among the results.</param>
/// <param name="Students">By whom it is found again when it has another name: that of a platform's next download.</param>
public sealed record RunSubmission(string Name, ImmutableArray<Student> Students);

/// <summary>Writes and reads run.json. The reports themselves are free of paths.</summary>
public static class RunJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write(RunDocument run) => JsonSerializer.Serialize(run, Options) + "\n";

    /// <exception cref="JsonException">It is something else.</exception>
    public static RunDocument Read(string text) => JsonSerializer.Deserialize<RunDocument>(text, Options) ?? throw new JsonException("it is empty");
}
