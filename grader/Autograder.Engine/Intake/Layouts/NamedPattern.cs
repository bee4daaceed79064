using System.Text.RegularExpressions;
using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>
/// Whatever else a platform makes: a regular expression over the path of each file, with the group student_id and, where the path has them,
/// name or first_name and last_name, email, section, late, and file for what the student called it.
/// </summary>
internal sealed class NamedPattern : Layout
{
    internal const string Prefix = "regex=";
    private const string IdGroup = "student_id";
    private const int MaxDepth = 32;
    private readonly Regex _pattern;

    /// <exception cref="IntakeException">It is no regular expression, or does not say who a student is.</exception>
    internal NamedPattern(string pattern)
    {
        try
        {
            _pattern = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException exception)
        {
            throw new IntakeException($"--layout {Prefix}… is no regular expression: {exception.Message}");
        }

        if (!_pattern.GetGroupNames().Contains(IdGroup, StringComparer.Ordinal))
        {
            throw new IntakeException($"--layout {Prefix}… needs a group that says whose a file is: (?<{IdGroup}>…)");
        }
    }

    internal override string Name => Prefix + _pattern;

    internal override string Expected => $"files whose paths match {_pattern}";

    internal override FoundClass? Find(TreeFolder root, bool isAsked)
    {
        (string Path, TreeEntry Entry, Match Named)[] files =
            [.. FilesOf(root, "", depth: 0).Select(file => (file.Path, file.Entry, Match(file.Path))).OrderBy(file => file.Path, StringComparer.Ordinal)];
        (string Path, TreeEntry Entry, Match Named)[] named = [.. files.Where(file => file.Named.Success && IdOf(file.Named).Length > 0)];
        if (named.Length == 0 && files.Length > 0)
        {
            throw new IntakeException($"--layout {Prefix}… finds a student's id in none of {files.Length} path{(files.Length == 1 ? "" : "s")}, such as {SubmissionName.Shown(files[0].Path)}");
        }

        return named.Length == 0 ? null : new FoundClass(
            $"what was asked for: {named.Length} of {files.Length} paths match the expression",
            [.. named.GroupBy(file => IdOf(file.Named), StringComparer.Ordinal).Select(Found)],
            [.. files.Except(named).Select(file => FoundClass.Aside(file.Path, "its path does not match the expression"))]);
    }

    private static FoundSubmission Found(IGrouping<string, (string Path, TreeEntry Entry, Match Named)> files)
    {
        Match first = files.First().Named;
        if (files.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(alike => alike.Count() > 1) is { } twice)
        {
            throw new IntakeException(
                $"--layout {Prefix}… gives the student {SubmissionName.Shown(files.Key)} two files named {SubmissionName.Shown(twice.Key)}: {string.Join(" and ", twice.Take(2).Select(file => SubmissionName.Shown(file.Path)))};"
                + " correct the expression, or rename one of them");
        }

        string name = Value(first, "name") is { Length: > 0 } whole ? whole : $"{Value(first, "first_name")} {Value(first, "last_name")}".Trim();
        return new FoundSubmission(
            files.Key,
            new TreeFolder(files.Key, () => files.Select(file => file.Entry with { Name = NameOf(file) })),
            new HandIn([new Student(name, files.Key, Value(first, "email"), Value(first, "section"))], IsLate: files.Any(file => file.Named.Groups["late"].Success)));
    }

    private static string NameOf((string Path, TreeEntry Entry, Match Named) file) => Value(file.Named, "file") is { Length: > 0 } own ? own : file.Entry.Name;

    private Match Match(string path)
    {
        try
        {
            return _pattern.Match(path);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new IntakeException($"--layout {Prefix}… takes more than a second for {SubmissionName.Shown(path)}: make it simpler");
        }
    }

    private static IEnumerable<(string Path, TreeEntry Entry)> FilesOf(TreeFolder folder, string path, int depth) => depth > MaxDepth ? [] : EntriesOf(folder).SelectMany(entry =>
        entry is TreeFolder inner ? FilesOf(inner, $"{path}{entry.Name}/", depth + 1) : [(path + entry.Name, entry)]);

    private static string IdOf(Match match) => Value(match, IdGroup);

    private static string Value(Match match, string group) => match.Groups[group].Value;
}
