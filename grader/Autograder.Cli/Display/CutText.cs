using System.Globalization;

namespace Autograder.Cli.Display;

/// <summary>Names that would leave a table no room for its columns.</summary>
internal static class CutText
{
    internal static string Of(string text, int width)
    {
        var letters = new StringInfo(text);
        return letters.LengthInTextElements <= width ? text : $"{letters.SubstringByTextElements(0, width - 1).TrimEnd()}…";
    }
}
