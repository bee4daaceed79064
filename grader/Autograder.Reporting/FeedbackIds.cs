namespace Autograder.Reporting;

/// <summary>What the id of a feedback says.</summary>
internal static class FeedbackIds
{
    /// <summary>Of every answer, right or wrong: these say nothing about what kind of mistake it is.</summary>
    private static readonly string[] Outcomes = ["agreement", "parts", "right", "not-right", "trained", "not-trained", "manual", "missing", "skipped", "inconclusive", "internal-error", "does-not-compile"];

    internal static bool IsOutcome(string id) => Outcomes.Contains(id, StringComparer.Ordinal);

    /// <summary>As much as students are told: the rest of an id may say by which factor an answer is off.</summary>
    internal static string Family(string id) => id.Split('/')[0];
}
