using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Reports;

/// <summary>Writes and reads report.json, and writes its schema.</summary>
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

    public static string Write(GradeReport report) => Write(ReportDocument.Of(report));

    internal static string Write(ReportDocument report)
    {
        string unsigned = JsonSerializer.Serialize(report with { Checksum = "" }, Options) + "\n";
        return unsigned.Replace(Field(""), Field(ChecksumOf(unsigned)), StringComparison.Ordinal);
    }

    /// <exception cref="JsonException">It is no report, or one of another version.</exception>
    public static ReportDocument Read(string text) =>
        JsonSerializer.Deserialize<ReportDocument>(text, Options) is { Schema: ReportDocument.CurrentSchema } report
            ? report with { IsIntact = ChecksumOf(text.Replace(Field(report.Checksum), Field(""), StringComparison.Ordinal)) == report.Checksum }
            : throw new JsonException($"its schema is not {ReportDocument.CurrentSchema}");

    /// <summary>No text of a student's can contain it: quotes are escaped there.</summary>
    private static string Field(string checksum) => $"\n  \"checksum\": \"{checksum}\"";

    private static string ChecksumOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The JSON schema of report.json.</summary>
    public static string Schema() => JsonSchemas.Of(Options, typeof(ReportDocument), "A graded submission") + "\n";
}
