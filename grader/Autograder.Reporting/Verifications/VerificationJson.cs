using System.Text.Json;
using Autograder.Core.Verifying;
using Autograder.Reporting.Reports;

namespace Autograder.Reporting.Verifications;

/// <summary>Writes what verify found, and the schema of that.</summary>
public static class VerificationJson
{
    public static string Write(Verification verification) =>
        JsonSerializer.Serialize(VerificationDocument.Of(verification), ReportJson.Options) + "\n";

    public static string Schema() => JsonSchemas.Of(ReportJson.Options, typeof(VerificationDocument), "A verified homework") + "\n";
}
