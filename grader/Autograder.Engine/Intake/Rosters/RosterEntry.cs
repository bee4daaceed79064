using System.Collections.Immutable;
using Autograder.Core.Reports;

namespace Autograder.Engine.Intake.Rosters;

/// <summary>A student of the staff's list.</summary>
/// <param name="Ids">All that the list knows the student by: numbers, logins, names of users.</param>
/// <param name="Names">As <see cref="NameForms.Bare"/> leaves them, in both orders.</param>
internal sealed record RosterEntry(Student Student, ImmutableArray<string> Ids, ImmutableArray<string> Names);

/// <summary>Names as platforms write them: "Doe, Jane", "Jane Doe" and "doejane" are one.</summary>
internal static class NameForms
{
    internal static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    internal static ImmutableArray<string> Of(string first, string last) => [.. new[] { Bare(first + last), Bare(last + first) }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Of a name in one piece; the last word, or what stands before a comma, is the family's.</summary>
    internal static ImmutableArray<string> Of(string name)
    {
        string[] turned = name.Split(',', 2);
        int space = name.LastIndexOf(' ');
        return turned.Length == 2 ? Of(turned[1], turned[0]) : space < 0 ? Of(name, "") : Of(name[..space], name[space..]);
    }
}
