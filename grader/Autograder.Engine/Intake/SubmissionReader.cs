using System.Collections.Immutable;
using Autograder.Engine.Intake.Archives;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake;

/// <summary>What was found under the paths that were given.</summary>
/// <param name="IsSingle">One submission was pointed at, rather than a class.</param>
public sealed record IntakeResult(ImmutableArray<Submission> Submissions, bool IsSingle);

/// <summary>Nothing can be graded as asked; the message says what to do.</summary>
public sealed class IntakeException(string message) : Exception(message);

/// <summary>
/// Finds submissions: a .cs file is one, a folder with .cs files in it is one, and any other folder holds one in each of
/// its subfolders. A zip archive is what the folder would be that it was made of. What is read of each, <see cref="SourceRules"/> says.
/// </summary>
/// <param name="givenFile">The name of the homework's own file; a student's copy of it is left aside.</param>
public sealed class SubmissionReader(string givenFile)
{
    private readonly SourceRules _rules = new(givenFile);

    /// <exception cref="IntakeException">A path does not exist, holds nothing, or two submissions have one name.</exception>
    public IntakeResult Read(IReadOnlyList<string> paths)
    {
        IntakeResult[] found = [.. paths.Select(path => Find(path, isOnlyOne: paths.Count == 1))];
        ImmutableArray<Submission> submissions = [.. found.SelectMany(intake => intake.Submissions).OrderBy(submission => submission.Name, StringComparer.Ordinal)];
        if (submissions.IsEmpty)
        {
            throw new IntakeException($"no submissions in {string.Join(", ", paths)}: expected .cs files, or a folder with one folder for each student");
        }

        if (submissions.GroupBy(submission => submission.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new IntakeException($"two submissions are named '{twice.Key}', so one's results would overwrite the other's: rename one of them");
        }

        return new IntakeResult(submissions, found is [{ IsSingle: true }]);
    }

    private IntakeResult Find(string path, bool isOnlyOne)
    {
        if (Directory.Exists(path))
        {
            return OfFolder(path);
        }

        if (!File.Exists(path))
        {
            throw new IntakeException($"{path} does not exist");
        }

        string file = WithoutLinks(path);
        return SourceRules.IsSource(path) ? Single(_rules.Read(NameOf(path), new TreeFolder("", () => [FolderTree.FileAt(file) with { Name = Path.GetFileName(path) }])))
            : SourceRules.IsArchive(path) ? OfArchive(path, file, isOnlyOne)
            : throw new IntakeException($"{path} is no C# source: expected a .cs file, or a folder or .zip archive with .cs files");
    }

    private IntakeResult OfFolder(string path)
    {
        try
        {
            TreeFolder folder = FolderTree.At(path);
            return _rules.HasSources(folder) ? Single(_rules.Read(folder.Name, folder)) : Class(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IntakeException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>An archive that cannot be read does not keep others from being graded.</summary>
    private IntakeResult OfArchive(string path, string file, bool isOnlyOne)
    {
        try
        {
            using var archive = new ZipTree(file);
            return _rules.SubmissionIn(archive.Root) is { } folder ? Single(_rules.Read(NameOf(path), folder)) : Class(archive.Root);
        }
        catch (Exception exception) when (exception is ZipException or IOException or UnauthorizedAccessException)
        {
            string reason = exception is ZipException ? exception.Message : "it cannot be read";
            return isOnlyOne
                ? throw new IntakeException($"{path} is not graded, because {reason}")
                : Single(new Submission(SubmissionName.For(NameOf(path)), [], [$"{SubmissionName.Shown(Path.GetFileName(path))}: not graded, because {reason}"]));
        }
    }

    private static IntakeResult Single(Submission submission) => new([submission], IsSingle: true);

    private IntakeResult Class(TreeFolder folder) =>
        new([.. SourceRules.FoldersOf(folder).Select(student => _rules.Read(student.Name, student))], IsSingle: false);

    /// <summary>Staff gave the path, so it may be a link.</summary>
    private static string WithoutLinks(string path) => Path.GetFullPath(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);

    /// <summary>Results go to a folder of this name, so it is never empty and never a way out of theirs.</summary>
    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path) is var name && name.Trim('.').Length > 0 ? name : Path.GetFileName(path);
}
