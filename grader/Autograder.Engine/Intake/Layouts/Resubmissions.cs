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
    /// <returns>All of them, those before the last refused, and how often the one was handed in before that was most often.</returns>
    internal static (TreeEntry[] Files, int Earlier) Latest(IEnumerable<TreeEntry> files)
    {
        TreeEntry[] all = [.. files];
        HashSet<string> names = new(all.Select(file => file.Name), StringComparer.OrdinalIgnoreCase);
        TreeEntry[][] tries =
        [
            .. all.GroupBy(file => Original(file.Name) is { } original && names.Contains(original) ? original : file.Name, StringComparer.OrdinalIgnoreCase)
                .Select(alike => alike.OrderBy(file => file.Name.Equals(alike.Key, StringComparison.OrdinalIgnoreCase) ? 0 : Number(file.Name)).ToArray()),
        ];
        return ([.. tries.SelectMany(alike => (TreeEntry[])[.. alike[..^1].Select(file => Superseded(file, alike[^1])), alike[^1]])], tries.Select(alike => alike.Length - 1).DefaultIfEmpty().Max());
    }

    private static TreeRefusal Superseded(TreeEntry file, TreeEntry last) => new(file.Name, $"{last.Name} was handed in after it");

    private static string? Original(string name) => Numbered().Match(name) is { Success: true } match ? match.Groups["stem"].Value + match.Groups["extension"].Value : null;

    private static int Number(string name) => int.Parse(Numbered().Match(name).Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<stem>.+)-(?<number>[1-9]\d{0,5})(?<extension>\.[^.]+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
