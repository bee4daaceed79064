using System.Globalization;
using System.Text;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;

namespace Autograder.Compiler.Compiling;

/// <summary>Puts what the compiler says into messages.</summary>
internal static class SourceErrors
{
    /// <summary>Some quote the source, and a source may have anything in it.</summary>
    private const int MaxCharacters = 500;

    /// <summary>The place in the file as it was handed in; #line is not followed.</summary>
    internal static SourceError Of(Diagnostic failure)
    {
        FileLinePositionSpan place = failure.Location.GetLineSpan();
        return new SourceError(
            place.Path ?? "",
            place.StartLinePosition.Line + 1,
            place.StartLinePosition.Character + 1,
            failure.Id,
            Printable(failure.GetMessage(CultureInfo.InvariantCulture)));
    }

    /// <summary>Of place, whichever attempt to compile has met them.</summary>
    internal static IEnumerable<SourceError> InOrder(IEnumerable<SourceError> errors) =>
        errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => (error.Line, error.Column)).ThenBy(error => error.Code, StringComparer.Ordinal);

    /// <summary>In the words of the command line's compiler, which alone looks for it.</summary>
    internal static SourceError OfBinary(SourceFile file) =>
        new(file.Name, 1, 1, "CS2015", $"'{file.Name}' is a binary file instead of a text file: save it as UTF-8");

    /// <summary>Without what would move a terminal's cursor or turn the direction of text around.</summary>
    private static string Printable(string message)
    {
        var text = new StringBuilder();
        foreach (Rune letter in message.EnumerateRunes())
        {
            if (text.Length >= MaxCharacters)
            {
                return text.Append('…').ToString();
            }

            text.Append(IsPrintable(letter) ? letter.ToString() : Rune.ReplacementChar.ToString());
        }

        return text.ToString();
    }

    private static bool IsPrintable(Rune letter) => Rune.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
