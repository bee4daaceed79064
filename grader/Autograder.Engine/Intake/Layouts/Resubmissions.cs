using System.Globalization;
using System.Text.RegularExpressions;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>
/// Canvas names a file that is handed in again Answers-1.cs, then Answers-2.cs. Where Answers.cs itself stands beside them, the last one is the
/// submission; Part-1.cs and Part-2.cs without a Part.cs are two files.
/// </summary>
internal static partial class Resubmissions
{
    internal static TreeEntry[] Latest(IEnumerable<TreeEntry> files)
    {
        TreeEntry[] all = [.. files];
        HashSet<string> names = new(all.Select(file => file.Name), StringComparer.OrdinalIgnoreCase);
        return [.. all.GroupBy(file => Original(file.Name) is { } original && names.Contains(original) ? original : file.Name, StringComparer.OrdinalIgnoreCase)
            .Select(tries => tries.MaxBy(file => file.Name.Equals(tries.Key, StringComparison.OrdinalIgnoreCase) ? 0 : Number(file.Name))!)];
    }

    private static string? Original(string name) => Numbered().Match(name) is { Success: true } match ? match.Groups["stem"].Value + match.Groups["extension"].Value : null;

    private static int Number(string name) => int.Parse(Numbered().Match(name).Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<stem>.+)-(?<number>[1-9]\d{0,5})(?<extension>\.[^.]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
