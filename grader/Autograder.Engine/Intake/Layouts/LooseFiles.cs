using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>Sources of many students side by side, each named id_anything.cs or id.cs. Never guessed: one student's files lie just so.</summary>
internal sealed class LooseFiles : Layout
{
    internal override string Name => "files";

    internal override string Expected => "a folder with a .cs file for each student, named id_anything.cs";

    internal override FoundClass? Find(TreeFolder root, bool isAsked)
    {
        TreeEntry[] entries = EntriesOf(root);
        TreeFile[] sources = [.. entries.OfType<TreeFile>().Where(file => SourceRules.IsSource(file.Name))];
        return !isAsked || sources.Length == 0 ? null : new FoundClass(
            "a file for each student",
            [.. sources.GroupBy(IdOf, StringComparer.Ordinal).Select(Found)],
            [.. entries.Except(sources).Select(entry => FoundClass.Aside(entry.Name, "it is no C# source"))]);
    }

    private static string IdOf(TreeFile file) => Path.GetFileNameWithoutExtension(file.Name).Split('_')[0];

    private static FoundSubmission Found(IGrouping<string, TreeFile> files) => new(files.Key, new TreeFolder(files.Key, () => files), new HandIn([new Student("", files.Key)]));
}
