using System.Globalization;
using System.Text;

namespace Autograder.Core.Reports;

/// <summary>Which characters of a stranger's text are only what they look like.</summary>
public static class PlainText
{
    /// <summary>Joins emoji and shapes letters of some scripts; moves nothing.</summary>
    private const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// False for controls (terminal sequences begin with one), line separators, and what formats without being seen: marks that turn
    /// the direction of writing, invisible letters, tags.
    /// </summary>
    public static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner,
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };
}
