using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>A folder with one folder for each student.</summary>
internal sealed class StudentFolders : Layout
{
    internal override string Name => "folders";

    internal override string Expected => "a folder with one folder for each student";

    internal override FoundClass? Find(TreeFolder root, bool isAsked)
    {
        ILookup<bool, TreeFolder> all = SourceRules.FoldersOf(root).ToLookup(ClassResults.Are);
        TreeFolder[] folders = [.. all[false]];
        return folders.Length == 0 ? null : new FoundClass(
            folders is [var only] && SourceRules.FoldersOf(only).Count() is >= SubmissionReader.SeveralStudents and int inner
                ? $"a folder for each student, of which there is one; if the {inner} folders in {SubmissionName.Shown(only.Name)} are as many students', give that folder, or say with --layout how they lie"
                : "a folder for each student",
            [.. folders.Select(folder => new FoundSubmission(folder.Name, folder, new HandIn([new Student("", folder.Name)])))],
            [.. all[true].Select(results => FoundClass.Aside(results.Name, "it holds results of grade")), .. EntriesOf(root).Where(entry => entry is not TreeFolder).Select(entry => FoundClass.Aside(entry.Name, "it is in no student's folder"))]);
    }
}
