using System.Collections.Immutable;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake;

/// <summary>
/// What of a submission is graded: C# sources, so many and so large at most. Everything else is left aside and told: projects, settings and
/// assemblies do nothing here, because no build system ever sees what students hand in.
/// </summary>
/// <param name="givenFile">The name of the homework's own file; a student's copy of it is left aside.</param>
internal sealed class SourceRules(string givenFile)
{
    /// <summary>Of the sample classes; nothing to tell anybody.</summary>
    private const string ExpectedResults = "expected.json";

    private static readonly string[] IgnoredFolders = ["bin", "obj", ".git", ".vs", ".idea", "__MACOSX"];

    internal static bool IsSource(string name) => Path.GetExtension(name).Equals(".cs", StringComparison.OrdinalIgnoreCase);

    internal static bool IsArchive(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Such as ._Answers.cs, which macOS adds to archives and which is no text.</summary>
    private static bool IsHidden(string name) => name.StartsWith('.');

    /// <summary>By a system or a tool, rather than by people.</summary>
    internal static bool IsLeftBehind(TreeEntry entry) =>
        IsHidden(entry.Name) || (entry is TreeFolder && IgnoredFolders.Contains(entry.Name, StringComparer.OrdinalIgnoreCase));

    internal bool IsGiven(string name) => name.Equals(givenFile, StringComparison.OrdinalIgnoreCase);

    /// <summary>A homework's own file beside the students' folders does not make them one submission.</summary>
    internal bool HasSources(TreeFolder folder) =>
        folder.Entries().Any(entry => entry is not TreeFolder && IsSource(entry.Name) && !IsGiven(entry.Name) && !IsHidden(entry.Name));

    /// <summary>A class may have the homework's own file beside it.</summary>
    internal TreeFolder WithoutGiven(TreeFolder root) => root with { Entries = () => root.Entries().Where(entry => entry is TreeFolder || !IsGiven(entry.Name)) };

    /// <summary>How many sources lie in it side by side, if they are named as for <see cref="Layouts.LooseFiles"/>: each alike but for what stands before the first underscore; else 0.</summary>
    internal int LooseSources(TreeFolder folder)
    {
        string[] names = [.. folder.Entries().Where(entry => entry is TreeFile && IsSource(entry.Name) && !IsGiven(entry.Name) && !IsHidden(entry.Name)).Select(entry => entry.Name)];
        return names.All(name => name.Contains('_', StringComparison.Ordinal)) && names.Select(name => name[name.IndexOf('_', StringComparison.Ordinal)..]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1
            ? names.Length
            : 0;
    }

    /// <summary>The folder that a student has packed: what is in it, or it itself.</summary>
    /// <returns>Null where it is a class.</returns>
    internal TreeFolder? SubmissionIn(TreeFolder archive) =>
        HasSources(archive) ? archive
        : FoldersOf(archive).Take(2).ToArray() is [var only] && HasSources(only) ? only
        : null;

    /// <summary>Those that people have made, in the order of their names.</summary>
    internal static IEnumerable<TreeFolder> FoldersOf(TreeFolder folder) => folder.Entries().OfType<TreeFolder>()
        .Where(child => !IgnoredFolders.Contains(child.Name, StringComparer.OrdinalIgnoreCase) && !IsHidden(child.Name))
        .OrderBy(child => child.Name, StringComparer.Ordinal);

    internal Submission Read(string name, TreeFolder folder)
    {
        var taken = new TakenSources();
        try
        {
            Take(folder, [], taken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            taken.Note("not all of it could be read");
        }

        return taken.ToSubmission(SubmissionName.For(name));
    }

    private void Take(TreeFolder folder, ImmutableArray<string> path, TakenSources taken)
    {
        if (path.Length > TakenSources.MaxDepth)
        {
            taken.LeaveAside(path, $"it stands in more than {TakenSources.MaxDepth} folders");
            return;
        }

        TreeEntry[] entries = [.. folder.Entries().TakeWhile(_ => taken.LooksAtAnother())];
        if (taken.IsTooMuch)
        {
            return;
        }

        foreach (TreeEntry entry in entries.Where(entry => entry is not TreeFolder).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            Take(entry, path.Add(entry.Name), taken);
        }

        var inside = new TreeFolder(folder.Name, () => entries);
        foreach (TreeFolder child in FoldersOf(inside))
        {
            Take(child, path.Add(child.Name), taken);
        }
    }

    private void Take(TreeEntry entry, ImmutableArray<string> path, TakenSources taken)
    {
        if (WhyNot(entry) is { } reason)
        {
            taken.LeaveAside(path, reason);
        }
        else if (entry is TreeFile file && IsSource(file.Name))
        {
            taken.Take(path, file);
        }
    }

    private string? WhyNot(TreeEntry entry) => entry switch
    {
        TreeRefusal refusal => refusal.Reason,
        { Name: ExpectedResults } => null,
        { Name: var name } when IsArchive(name) => "it is an archive inside of what was handed in",
        { Name: var name } when !IsSource(name) => "it is no C# source",
        { Name: var name } when IsHidden(name) => "it is hidden",
        { Name: var name } when IsGiven(name) => "the homework's own copy is used",
        _ => null,
    };
}
