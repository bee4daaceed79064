using Autograder.Reporting.Changes;

namespace Autograder.Cli.Display;

/// <summary>Whose score is not what it was in an earlier run.</summary>
internal static class ChangesAccount
{
    internal static void Show(ClassChanges changes, int submissions)
    {
        foreach (string line in Lines(changes, submissions))
        {
            Consoles.Out.WriteLine(line);
        }
    }

    internal static IEnumerable<string> Lines(ClassChanges changes, int submissions)
    {
        yield return $"{changes.Scores.Length} of {submissions} scores have changed.";
        foreach (ScoreChange change in changes.Scores)
        {
            double by = change.After - change.Before;
            yield return $"  {change.Submission}: {ScoreChange.Number(change.Before)} → {ScoreChange.Number(change.After)} ({(by > 0 ? "+" : "")}{ScoreChange.Number(by)}), because {string.Join("; ", change.Reasons)}";
            foreach (string question in change.Questions)
            {
                yield return $"    {question}";
            }
        }

        if (!changes.New.IsEmpty)
        {
            yield return $"Not there before: {string.Join(", ", changes.New)}.";
        }

        if (!changes.Gone.IsEmpty)
        {
            yield return $"No longer there: {string.Join(", ", changes.Gone)}.";
        }
    }
}
