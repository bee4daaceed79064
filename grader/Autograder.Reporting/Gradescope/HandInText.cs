using System.Globalization;
using Autograder.Core.HandingIn;

namespace Autograder.Reporting.Gradescope;

/// <summary>Says what was done with a submission for when it was handed in.</summary>
internal static class HandInText
{
    /// <param name="points">Before and after; null where the total is not for students' eyes.</param>
    internal static string Of(LatePenalty late, (double Before, double After)? points)
    {
        string arithmetic = points is (var before, var after) ? string.Create(CultureInfo.InvariantCulture, $": {before:0.##} points become {after:0.##}") : "";
        return late.IsCutOff
            ? $"Handed in {Length(late.Late)} after the due date ({Time(late.Due)}), which is too late to count{arithmetic}."
            : string.Create(CultureInfo.InvariantCulture, $"Handed in {Length(late.Late)} after the due date ({Time(late.Due)}). {(late.Days == 1 ? "One day has begun, which takes" : $"{late.Days} days have begun, which take")} {late.Percent:0.##} % of the points earned{arithmetic}.");
    }

    internal static string Of(AttemptRule rule, DateTimeOffset next) => string.Create(
        CultureInfo.InvariantCulture,
        $"Not graded: {(rule.Most == 1 ? "one attempt is" : $"{rule.Most} attempts are")} graded in any {rule.Window.TotalHours:0.##} hours. These are the results of your latest attempt that was graded. The next one is graded from {Time(next)} on.");

    private static string Length(TimeSpan time)
    {
        string[] parts = [.. new[] { (time.Days, "day"), (time.Hours, "hour"), (time.Minutes, "minute") }.Where(part => part.Item1 > 0).Take(2).Select(part => $"{part.Item1} {part.Item2}{(part.Item1 == 1 ? "" : "s")}")];
        return parts.Length == 0 ? "less than a minute" : string.Join(" and ", parts);
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
