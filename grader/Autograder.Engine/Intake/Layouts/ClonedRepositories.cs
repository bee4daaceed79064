using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>
/// A folder of repositories, one for each student: cloned by git, or by a classroom's tool into ASSIGNMENT-submissions/ASSIGNMENT-username. Without
/// the tool's folder a repository's whole name stands for the student: names of users may have hyphens of their own.
/// </summary>
internal sealed class ClonedRepositories : Layout
{
    private const string FolderEnding = "-submissions";
    private static readonly string[] Marks = [".git", ".classroom50.yaml"];

    internal override string Name => "classroom";

    internal override string Expected => "a folder of cloned repositories";

    internal override FoundClass? Find(TreeFolder root, bool isAsked)
    {
        TreeEntry[] entries = EntriesOf(root);
        if (entries is [TreeFolder only] && only.Name.EndsWith(FolderEnding, StringComparison.Ordinal))
        {
            return Find(only, isAsked);
        }

        TreeFolder[] folders = [.. entries.OfType<TreeFolder>()];
        string? prefix = root.Name.EndsWith(FolderEnding, StringComparison.Ordinal) ? root.Name[..^FolderEnding.Length] + "-" : null;
        bool isNamed = prefix is not null && folders.Any(folder => folder.Name.StartsWith(prefix, StringComparison.Ordinal));
        TreeFolder[] repositories = [.. folders.Where(folder => isAsked || (isNamed && folder.Name.StartsWith(prefix!, StringComparison.Ordinal)) || IsRepository(folder))];
        return repositories.Length == 0 || (!isAsked && repositories.Length < folders.Length) ? null : new FoundClass(
            isNamed ? $"repositories of a classroom, by the name of the folder {SubmissionName.Shown(root.Name)}" : "cloned repositories, by what git leaves in them",
            [.. repositories.Select(folder => Found(folder, isNamed && folder.Name.StartsWith(prefix!, StringComparison.Ordinal) ? folder.Name[prefix!.Length..] : folder.Name))],
            [.. entries.Except(repositories).Select(entry => FoundClass.Aside(entry.Name, "it is no repository"))]);
    }

    internal static bool IsRepository(TreeFolder folder) => folder.HasSome(entry => Marks.Contains(entry.Name, StringComparer.Ordinal));

    private static FoundSubmission Found(TreeFolder folder, string user) => new(user, folder, new HandIn([new Student("", user)]));
}
