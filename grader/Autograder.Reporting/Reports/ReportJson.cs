using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Reports;

/// <summary>Writes report.json and its schema.</summary>
public static class ReportJson
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    public static string Write(GradeReport report) => JsonSerializer.Serialize(ReportDocument.Of(report), Options) + "\n";

    /// <summary>The JSON schema of report.json.</summary>
    public static string Schema() => JsonSchemas.Of(Options, typeof(ReportDocument), "A graded submission") + "\n";
}
