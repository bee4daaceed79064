using Autograder.Cli.Commands;

namespace Autograder.Cli.Display;

/// <summary>What earlier runs have left where the results of this one are. On standard error, because it is no result.</summary>
internal static class ResultsAccount
{
    private const int MostNames = 20;

    internal static void Show(ResultsFolder results, int submissions)
    {
        foreach (string line in Lines(results, submissions))
        {
            Consoles.Error.WriteLine(line);
        }
    }

    internal static IEnumerable<string> Lines(ResultsFolder results, int submissions)
    {
        if (results.Store is { Found: > 0 and var found })
        {
            yield return $"{found} of {submissions} were graded before, and nothing that they depend on has changed.";
        }

        if (results.Store is { FoundSeen: > 0 } store)
        {
            yield return $"{submissions - store.Found} were judged anew, and {store.FoundSeen} runs of programs spared, because what they answer is known.";
        }

        if (!results.Left.IsEmpty)
        {
            yield return $"Left there by earlier runs, and in no list of this one: {string.Join(", ", results.Left.Take(MostNames))}{(results.Left.Length > MostNames ? $" … and {results.Left.Length - MostNames} more" : "")}.";
        }
    }
}
