using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>
/// Gradescope's export: submission_metadata.yml, and beside it a folder for each active submission, of which the file names the
/// submitters. The folder around them, assignment_ID_export, may be there or not; in a folder of another name it may be a student's own file.
/// </summary>
internal sealed partial class GradescopeExport : Layout
{
    private const string Metadata = "submission_metadata.yml";

    /// <summary>The file carries all results of all tries.</summary>
    private const int MaxMetadataBytes = 256 << 20;

    internal override string Name => "gradescope";

    internal override string Expected => $"an export of Gradescope's, with a {Metadata}";

    internal override FoundClass? Find(TreeFolder root, bool isAsked)
    {
        TreeEntry[] entries = EntriesOf(root);
        if (entries is [TreeFolder inner] && (isAsked || OwnName().IsMatch(inner.Name)))
        {
            entries = EntriesOf(inner);
        }

        return entries.OfType<TreeFile>().FirstOrDefault(file => file.Name == Metadata) is { } metadata ? Find(entries, Listed(metadata)) : null;
    }

    private static FoundClass Find(TreeEntry[] entries, ImmutableArray<GradescopeEntry> listed)
    {
        Dictionary<string, TreeFolder> folders = entries.OfType<TreeFolder>().ToDictionary(folder => folder.Name, StringComparer.Ordinal);
        HashSet<string> names = [.. listed.Select(entry => entry.Folder)];
        ImmutableArray<string> ignored =
        [
            .. listed.Where(entry => !folders.ContainsKey(entry.Folder)).Select(entry => FoundClass.Aside(entry.Folder, $"{Metadata} lists it, and there is no such folder")),
            .. entries.Where(entry => entry.Name != Metadata && !names.Contains(entry.Name)).Select(entry => FoundClass.Aside(entry.Name, $"{Metadata} does not list it")),
        ];
        return new FoundClass(
            $"an export of Gradescope's, by its {Metadata}",
            [.. listed.Where(entry => folders.ContainsKey(entry.Folder)).Select(entry => Found(entry, folders[entry.Folder]))],
            ignored);
    }

    private static FoundSubmission Found(GradescopeEntry entry, TreeFolder folder)
    {
        string id = entry.Folder.Split('_')[^1];
        string names = string.Join(", ", entry.Submitters.Select(student => student.Name).Where(name => name.Length > 0));
        return new FoundSubmission(
            names.Length == 0 ? entry.Folder : $"{names}_{id}", folder, new HandIn(entry.Submitters, Platform.Gradescope, id, EarlierTries: entry.EarlierTries));
    }

    private static ImmutableArray<GradescopeEntry> Listed(TreeFile metadata)
    {
        FileContent content = metadata.Read(MaxMetadataBytes);
        return content.WhyNot is { } reason
            ? throw new IntakeException($"{Metadata} says whose each submission is, and is not read, because {reason}")
            : GradescopeMetadata.Read(content.Bytes);
    }

    [GeneratedRegex(@"^assignment_\d+_export", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnName();
}
