using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>One way in which the submissions of a class lie in a folder or an archive.</summary>
internal abstract class Layout
{
    /// <summary>As --layout names it.</summary>
    internal abstract string Name { get; }

    /// <summary>What it is, for the message that it is not there.</summary>
    internal abstract string Expected { get; }

    /// <param name="isAsked">The staff say that it is this: then whatever does not fit is left aside. Unasked, all folders and sources must fit.</param>
    /// <returns>Null where it is something else.</returns>
    /// <exception cref="IntakeException">It is this, and cannot be graded.</exception>
    internal abstract FoundClass? Find(TreeFolder root, bool isAsked);

    /// <summary>What people have put there, in the order of names: without what tools and systems leave behind.</summary>
    protected static TreeEntry[] EntriesOf(TreeFolder folder) =>
        [.. folder.Entries().Where(entry => !SourceRules.IsLeftBehind(entry)).OrderBy(entry => entry.Name, StringComparer.Ordinal)];

    /// <summary>A list or a note that somebody has put beside the submissions.</summary>
    protected static bool MayStandBeside(TreeEntry entry) => entry is not TreeFolder && !SourceRules.IsSource(entry.Name);
}
