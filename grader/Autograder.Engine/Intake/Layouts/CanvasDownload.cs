using System.Text.RegularExpressions;
using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>
/// Canvas' download: files side by side, each named user[_LATE]_userId_attachmentId_name. The user's name has lost all but its letters, so
/// students are told apart by the id. What was typed in is user_userId_text.html. A student may choose both ends of a name, so where three numbers
/// stand in a row nothing says which of the first two is the id, and the file is left aside.
/// </summary>
internal sealed partial class CanvasDownload : Layout
{
    internal override string Name => "canvas";

    internal override string Expected => "a download of Canvas', with files named user_userId_attachmentId_name";

    internal override FoundClass? Find(TreeFolder root, bool isAsked)
    {
        TreeEntry[] entries = EntriesOf(root);
        (TreeEntry Entry, Match Named)[] named = [.. entries.Where(entry => entry is not TreeFolder).Select(entry => (entry, FileName().Match(entry.Name)))
            .Where(pair => pair.Item2.Success)];
        TreeEntry[] others = [.. entries.Except(named.Select(pair => pair.Entry))];
        ILookup<bool, (TreeEntry Entry, Match Named)> byClarity = named.ToLookup(pair => Numbered().IsMatch(pair.Named.Groups["file"].Value));
        return named.Length == 0 || (!isAsked && !Array.TrueForAll(others, MayStandBeside)) ? null : new FoundClass(
            $"a download of Canvas', by the names of its {named.Length} files",
            [.. byClarity[false].GroupBy(pair => pair.Named.Groups["uid"].Value, StringComparer.Ordinal).Select(Found)],
            [.. byClarity[true].Select(pair => FoundClass.Aside(pair.Entry.Name, "three numbers in a row do not say which is the student's; take out the one that is not")), .. others.Select(entry => FoundClass.Aside(entry.Name, "Canvas names no file so"))]);
    }

    private static FoundSubmission Found(IGrouping<string, (TreeEntry Entry, Match Named)> files)
    {
        string[] users = [.. files.Select(file => file.Named.Groups["user"].Value).Distinct(StringComparer.Ordinal)];
        if (users.Length > 1)
        {
            throw new IntakeException($"two students have the id {files.Key}: {string.Join(" and ", users.Select(SubmissionName.Shown))}; rename the files of one of them");
        }

        string name = users[0].Length == 0 ? files.Key : $"{users[0]}_{files.Key}";
        (TreeEntry[] contents, int earlier) = Resubmissions.Latest(files.Select(file => file.Entry with { Name = file.Named.Groups["file"].Value }));
        return new FoundSubmission(
            name,
            new TreeFolder(name, () => contents),
            new HandIn([new Student(users[0], files.Key)], Platform.Canvas, files.Key, files.Any(file => file.Named.Groups["late"].Success), earlier));
    }

    [GeneratedRegex(
        @"^((?<user>.*?)_)??((?<late>LATE|late)_)?(?<uid>\d+|anon_[^_]+)_(\d+_(?<file>.+)|(?<file>(text|link)\.html))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^\d+_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
