using System.Globalization;
using Autograder.Core.Reports;
using Autograder.Reporting.Formats;

namespace Autograder.Reporting.Tests.Formats;

/// <summary>The same report in every format.</summary>
internal static class Rendered
{
    internal static readonly Classroom50Submission Submission = new(
        "cs-1", "calculus", "individual", "ada", "submit/2026-06-01T14-32-05Z-a1b2c3d", "https://example.org/commit", "https://example.org/release", "https://example.org/review",
        DateTimeOffset.Parse("2026-06-01T16:32:05+02:00", CultureInfo.InvariantCulture));

    internal static StudentReport Placed => Of(SampleReports.Placed);

    internal static StudentReport Of(GradeReport report) => new(report, "src/ada");

    internal static string[] All(StudentReport report) =>
    [
        GithubAnnotations.Write([report]), JunitXml.Write([report]), SarifJson.Write([report], "1.2.3"), ReportMarkdown.Write([report]), Classroom50Result.Write(report, Submission),
    ];
}
