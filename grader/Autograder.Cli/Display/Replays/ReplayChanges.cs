using System.Globalization;
using Autograder.Core.Comparing;
using Autograder.Reporting.Reports;

namespace Autograder.Cli.Display.Replays;

/// <summary>What a point came to when it was run again, held against what the report says of it.</summary>
internal static class ReplayChanges
{
    /// <returns>Empty when the report is reproduced.</returns>
    internal static IEnumerable<string> Between(PointDocument reported, PointComparison? found)
    {
        if (found is null)
        {
            return ["the report has a comparison, and now there is none"];
        }

        var now = PointDocument.Of(found);
        string[] parts = [.. reported.Differences.Keys.Union(now.Differences.Keys).Order(StringComparer.Ordinal)];
        return
        [
            .. Changed("agreement", $"{reported.Agreement}", $"{now.Agreement}"),
            .. Changed("fault", Show(reported.Fault), Show(now.Fault)),
            .. Changed("unmet condition", reported.Unmet, now.Unmet),
            .. parts.SelectMany(part => Changed(
                part.Length == 0 ? "largest difference" : $"largest difference of {part}", Show(reported, part), Show(now, part))),
        ];
    }

    private static IEnumerable<string> Changed(string what, string? then, string? now) =>
        then == now ? [] : [$"{what}: {now ?? "none"} now, {then ?? "none"} in the report"];

    private static string? Show(FaultDocument? fault) => fault is null ? null : $"{fault.Kind}, {fault.Message}";

    private static string Show(PointDocument point, string part) =>
        point.Differences.TryGetValue(part, out double difference) ? difference.ToString("0.0e-0", CultureInfo.InvariantCulture) : "infinite";
}
