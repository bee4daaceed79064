using System.Text.RegularExpressions;
using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>
/// Moodle's download: a folder "Full name_participantId_assignsubmission_file" for each student, with an underscore more in older versions, or
/// files that begin so. The participant's id is Moodle's own and tells students of one name apart. Students choose what follows, and their own names, so where
/// a file's name says it twice, the file is left aside.
/// </summary>
internal sealed partial class MoodleDownload : Layout
{
    internal override string Name => "moodle";

    internal override string Expected => "a download of Moodle's, with names such as Ada Lovelace_123_assignsubmission_file";

    internal override FoundClass? Find(TreeFolder root, bool isAsked)
    {
        TreeEntry[] entries = EntriesOf(root);
        (TreeEntry Entry, Match Named)[] named = [.. entries.Select(entry => (entry, (entry is TreeFolder ? FolderName() : FileName()).Match(entry.Name)))
            .Where(pair => pair.Item2.Success)];
        TreeEntry[] others = [.. entries.Except(named.Select(pair => pair.Entry))];
        ILookup<bool, (TreeEntry Entry, Match Named)> byClarity = named.ToLookup(pair => FileName().IsMatch("x_" + pair.Named.Groups["file"].Value));
        return named.Length == 0 || (!isAsked && !Array.TrueForAll(others, MayStandBeside)) ? null : new FoundClass(
            $"a download of Moodle's, by \"assignsubmission\" in {named.Length} names",
            [.. byClarity[false].GroupBy(pair => pair.Named.Groups["id"].Value, StringComparer.Ordinal).Select(Found)],
            [.. byClarity[true].Select(pair => FoundClass.Aside(pair.Entry.Name, "its name says twice whose it is")), .. others.Select(entry => FoundClass.Aside(entry.Name, "Moodle names nothing so"))]);
    }

    private static FoundSubmission Found(IGrouping<string, (TreeEntry Entry, Match Named)> handed)
    {
        string[] names = [.. handed.Select(part => part.Named.Groups["name"].Value).Distinct(StringComparer.Ordinal)];
        if (names.Length > 1)
        {
            throw new IntakeException($"two students have the id {handed.Key}: {string.Join(" and ", names.Select(SubmissionName.Shown))}; rename the files of one of them");
        }

        string name = $"{names[0]}_{handed.Key}";
        return new FoundSubmission(
            name,
            new TreeFolder(name, () => handed.SelectMany(part => part.Entry is TreeFolder folder ? folder.Entries() : [part.Entry with { Name = part.Named.Groups["file"].Value }])),
            new HandIn([new Student(names[0])], Platform.Moodle, handed.Key));
    }

    [GeneratedRegex(
        @"^(?<name>.+)_(?<id>\d+)_assignsubmission_(file|onlinetext)_?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderName();

    [GeneratedRegex(
        @"^(?<name>.+?)_(?<id>\d+)_assignsubmission_(file|onlinetext)_(?<file>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
