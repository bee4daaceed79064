namespace Autograder.Engine.Specs;

/// <summary>The known name that was probably meant.</summary>
public static class NearestName
{
    /// <returns>Null when none is near: at most two edits, and at most a third of the letters.</returns>
    public static string? Of(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(candidate => candidate.Edits <= Math.Max(2, name.Length / 8) && candidate.Edits * 3 <= name.Length)
        .OrderBy(candidate => candidate.Edits)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .FirstOrDefault().Name;

    /// <summary>
    /// Insertions, deletions, replacements and exchanges of neighbours from one to the other (optimal string alignment,
    /// Damerau 1964): what fingers do.
    /// </summary>
    private static int Edits(string from, string to)
    {
        int[,] edits = new int[from.Length + 1, to.Length + 1];
        for (int row = 0; row <= from.Length; row++)
        {
            for (int column = 0; column <= to.Length; column++)
            {
                edits[row, column] = row == 0 || column == 0 ? row + column : Least(edits, from, to, row, column);
            }
        }

        return edits[from.Length, to.Length];
    }

    private static int Least(int[,] edits, string from, string to, int row, int column)
    {
        int replaced = edits[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
        int least = Math.Min(replaced, 1 + Math.Min(edits[row - 1, column], edits[row, column - 1]));
        bool isExchange = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
        return isExchange ? Math.Min(least, 1 + edits[row - 2, column - 2]) : least;
    }
}
