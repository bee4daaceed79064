using System.Globalization;
using Autograder.Core.Assignments;

namespace Autograder.Engine.Specs.Starters;

/// <summary>Tells students that an answer may follow from wrong earlier ones, and what it earns then.</summary>
internal static class FollowThroughWords
{
    /// <returns>A paragraph, with an empty line before it; nothing for an answer that builds on no others.</returns>
    internal static IEnumerable<string> Of(Question question)
    {
        if (question.FollowThrough is not { } follow)
        {
            return [];
        }

        string[] ids = [.. follow.From.Select(answer => answer.Question).Distinct()];
        string earlier = ids is [var id] ? id : $"{string.Join(", ", ids[..^1])} or {ids[^1]}";
        string share = string.Create(CultureInfo.InvariantCulture, $"{100 * follow.Share:0.##} %");
        string what = question.IsScoredByParts
            ? $"If your answer to {earlier} is wrong, each part that follows correctly from it still earns {share} of its points."
            : $"If your answer to {earlier} is wrong and this one follows correctly from it, it still earns {share} of the points.";
        return ["", .. TextLines.Wrap(what, "")];
    }
}
