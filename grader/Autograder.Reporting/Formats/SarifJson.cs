using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autograder.Reporting.Formats;

/// <summary>SARIF 2.1.0 (OASIS, 2020): what tools for static analysis hand to editors and to code scanning. URIs are relative to the root of the sources.</summary>
public static class SarifJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Default,
    };

    private sealed record Log([property: JsonPropertyName("$schema")] string Schema, string Version, ImmutableArray<Run> Runs);

    private sealed record Run(object Tool, string ColumnKind, ImmutableArray<Result> Results);

    private sealed record Rule(string Id, Message ShortDescription);

    private sealed record Result(string RuleId, int RuleIndex, string Level, Message Message, ImmutableArray<Location> Locations);

    private sealed record Message(string Text);

    private sealed record Location(PhysicalLocation PhysicalLocation);

    private sealed record PhysicalLocation(Artifact ArtifactLocation, Region Region);

    private sealed record Artifact(string Uri, string UriBaseId);

    private sealed record Region(int StartLine, int? StartColumn);

    /// <param name="version">Of the grader.</param>
    public static string Write(IReadOnlyCollection<StudentReport> reports, string version)
    {
        string[] rules = [.. reports.SelectMany(report => report.Findings).Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)];
        ImmutableArray<Result> results = [.. reports.SelectMany(report => report.Findings.Select(finding => ToResult(report, finding, rules)))];
        var driver = new { Name = "Autograder", Version = version, Rules = rules.Select(rule => new Rule(rule, new Message(Describe(rule)))) };
        var log = new Log("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [new Run(new { Driver = driver }, "utf16CodeUnits", results)]);
        return JsonSerializer.Serialize(log, Options) + "\n";
    }

    private static Result ToResult(StudentReport report, Finding finding, string[] rules) => new(
        finding.Rule,
        Array.IndexOf(rules, finding.Rule),
        finding.IsError ? "error" : "warning",
        new Message(finding.Title == finding.Rule ? finding.Text : $"{finding.Title}\n{finding.Text}"),
        finding.Place is { } place
            ? [new Location(new PhysicalLocation(new Artifact(Uri(report.PathOf(place)), "%SRCROOT%"), new Region(place.Line, place.Column > 0 ? place.Column : null)))]
            : []);

    private static string Describe(string rule) =>
        rule.StartsWith("CS", StringComparison.Ordinal) ? $"The C# compiler's error {rule}."
        : rule.StartsWith("AG", StringComparison.Ordinal) ? "The program uses what answers may not use."
        : $"Seen of an answer: {rule}.";

    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
}
