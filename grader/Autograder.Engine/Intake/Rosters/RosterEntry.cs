using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Autograder.Core.Reports;

namespace Autograder.Engine.Intake.Rosters;

/// <summary>A student of the staff's list.</summary>
/// <param name="Ids">All that the list knows the student by: numbers, logins, names of users.</param>
/// <param name="Names">As <see cref="NameForms.Bare"/> leaves them, in both orders.</param>
internal sealed record RosterEntry(Student Student, ImmutableArray<string> Ids, ImmutableArray<string> Names);

/// <summary>Names as platforms write them: "Doe, Jane", "Jane Doe" and "doejane" are one.</summary>
internal static class NameForms
{
    private const char Accented = '*';

    internal static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>As Canvas leaves a name, of which only the letters of ASCII remain.</summary>
    internal static string Reduced(string bare) => string.Concat(bare.Where(char.IsAscii));

    /// <summary>Whether what Canvas leaves is most of a name: of 王 Wei, only what many are called remains.</summary>
    internal static bool SaysEnoughReduced(string bare) => Reduced(bare).Length is var left && left >= 5 && 3 * left >= 2 * bare.Length;

    /// <summary>Whether an accent follows its letter, as macOS writes names into archives.</summary>
    internal static bool IsDecomposed(string name) => name.EnumerateRunes().Any(IsAccent);

    /// <summary>A name without what tells accents apart: equal for both ways of writing them, of which the runtime knows nothing without ICU.</summary>
    internal static string Shape(string name)
    {
        var shape = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (IsAccent(rune))
            {
                shape.Length -= shape.Length > 0 ? 1 : 0;
                shape.Append(Accented);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                shape.Append(rune.IsAscii ? (char)Rune.ToLowerInvariant(rune).Value : Accented);
            }
        }

        return shape.ToString();
    }

    internal static ImmutableArray<string> Of(string first, string last) => [.. new[] { Bare(first + last), Bare(last + first) }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Of a name in one piece; the last word, or what stands before a comma, is the family's.</summary>
    internal static ImmutableArray<string> Of(string name)
    {
        string[] turned = name.Split(',', 2);
        int space = name.LastIndexOf(' ');
        return turned.Length == 2 ? Of(turned[1], turned[0]) : space < 0 ? Of(name, "") : Of(name[..space], name[space..]);
    }

    private static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
}
