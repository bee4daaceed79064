namespace Autograder.Engine.Specs.Starters;

/// <summary>Breaks text at spaces, so that a starter is as wide as the homework's other files.</summary>
internal static class TextLines
{
    /// <summary>As .editorconfig has it.</summary>
    internal const int Width = 120;

    /// <summary>Room for the indentation that members of a class have.</summary>
    private const int Inside = Width - 4;

    /// <summary>A line of a spec may be a little too long here; breaking it would leave a word alone.</summary>
    private const int Slack = 10;

    /// <summary>One line of what was written over several.</summary>
    internal static string Unwrap(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <param name="line">Its leading spaces stay.</param>
    /// <param name="continued">What further lines begin with.</param>
    internal static IEnumerable<string> Wrap(string line, string continued)
    {
        if (line.Length <= Inside + Slack)
        {
            return [line];
        }

        int text = line.Length - line.TrimStart('/', ' ').Length;
        return Fill(line[text..].Split(' '), line[..text], continued);
    }

    /// <summary>As many pieces to a line as it holds.</summary>
    internal static IEnumerable<string> Fill(IEnumerable<string> pieces, string first, string continued)
    {
        string line = first;
        bool isEmpty = true;
        foreach (string piece in pieces)
        {
            if (!isEmpty && line.Length + 1 + piece.Length > Inside)
            {
                yield return line;
                (line, isEmpty) = (continued, true);
            }

            line += isEmpty ? piece : $" {piece}";
            isEmpty = false;
        }

        yield return line;
    }
}
