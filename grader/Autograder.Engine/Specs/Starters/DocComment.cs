namespace Autograder.Engine.Specs.Starters;

/// <summary>Writes the comments that editors show beside a method.</summary>
internal static class DocComment
{
    private const string Start = "/// ";

    /// <param name="name">Of the parameter; empty for other tags.</param>
    /// <param name="lines">Text, not XML; a line that fits stays as it is.</param>
    internal static IEnumerable<string> Element(string tag, string name, IReadOnlyCollection<string> lines)
    {
        string opening = name.Length == 0 ? $"<{tag}>" : $"<{tag} name=\"{name}\">", closing = $"</{tag}>";
        string[] escaped = [.. lines.Select(line => Escape(line.TrimEnd()))];
        if (escaped is [var only] && TextLines.Wrap($"{Start}{opening}{only}{closing}", Start).Count() == 1)
        {
            return [$"{Start}{opening}{only}{closing}"];
        }

        return [Start + opening, .. escaped.SelectMany(Body), Start + closing];
    }

    private static IEnumerable<string> Body(string line)
    {
        string words = line.TrimStart(), hanging = words is ['*' or '-', ' ', ..] ? "  " : "";
        return line.Length == 0 ? [Start.TrimEnd()] : TextLines.Wrap(Start + line, $"{Start}{line[..^words.Length]}{hanging}");
    }

    /// <summary>As little as XML needs, so that formulas stay readable in the source.</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("]]>", "]]&gt;", StringComparison.Ordinal);
}
