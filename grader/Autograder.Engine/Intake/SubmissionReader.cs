using System.Collections.Immutable;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Intake;

/// <summary>What was found under the paths that were given.</summary>
/// <param name="IsSingle">One submission was pointed at, rather than a class.</param>
public sealed record IntakeResult(ImmutableArray<Submission> Submissions, bool IsSingle);

/// <summary>Nothing can be graded as asked; the message says what to do.</summary>
public sealed class IntakeException(string message) : Exception(message);

/// <summary>
/// Finds submissions: a .cs file is one, a folder with .cs files in it is one, and any other folder holds one in each of
/// its subfolders. Links are not followed, and what is no C# source is left aside.
/// </summary>
/// <param name="givenFile">The name of the homework's own file; a student's copy of it is left aside.</param>
public sealed class SubmissionReader(string givenFile)
{
    private const int MaxFiles = 64;
    private const int MaxFileBytes = 256 << 10;
    private static readonly string[] IgnoredFolders = ["bin", "obj", ".git", ".vs", ".idea", "__MACOSX"];

    /// <exception cref="IntakeException">A path does not exist, holds nothing, or two submissions have one name.</exception>
    public IntakeResult Read(IReadOnlyList<string> paths)
    {
        var submissions = paths.SelectMany(Find).OrderBy(submission => submission.Name, StringComparer.Ordinal).ToImmutableArray();
        if (submissions.IsEmpty)
        {
            throw new IntakeException($"no submissions in {string.Join(", ", paths)}: expected .cs files, or a folder with one folder for each student");
        }

        if (submissions.GroupBy(submission => submission.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new IntakeException($"two submissions are named '{twice.Key}', so one's results would overwrite the other's: rename one of them");
        }

        return new IntakeResult(submissions, paths.Count == 1 && IsSubmission(paths[0]));
    }

    private IEnumerable<Submission> Find(string path)
    {
        if (File.Exists(path))
        {
            var file = new FileInfo(path);
            return IsSource(file)
                ? [Read(NameOf(file), file.DirectoryName!, [file], [])]
                : throw new IntakeException($"{path} is no C# source: expected a .cs file, or a folder with .cs files");
        }

        if (!Directory.Exists(path))
        {
            throw new IntakeException($"{path} does not exist");
        }

        var folder = new DirectoryInfo(path);
        return IsSubmission(path) ? [ReadFolder(folder)] : Subfolders(folder).Select(ReadFolder);
    }

    /// <summary>A homework's own file beside the students' folders does not make them one submission.</summary>
    private bool IsSubmission(string path) =>
        File.Exists(path) || new DirectoryInfo(path).EnumerateFiles().Any(file => IsSource(file) && !IsGiven(file) && !IsHidden(file));

    private static bool IsSource(FileInfo file) => file.Extension.Equals(".cs", StringComparison.OrdinalIgnoreCase);

    private bool IsGiven(FileInfo file) => file.Name.Equals(givenFile, StringComparison.OrdinalIgnoreCase);

    /// <summary>Such as ._Answers.cs, which macOS adds to archives and which is no text.</summary>
    private static bool IsHidden(FileInfo file) => file.Name.StartsWith('.');

    /// <summary>Results go to a folder of this name, so it is never empty and never a way out of theirs.</summary>
    private static string NameOf(FileInfo file) =>
        Path.GetFileNameWithoutExtension(file.Name) is var name && name.Trim('.').Length > 0 ? name : file.Name;

    private static IEnumerable<DirectoryInfo> Subfolders(DirectoryInfo folder) => folder.EnumerateDirectories()
        .Where(child => !IgnoredFolders.Contains(child.Name, StringComparer.OrdinalIgnoreCase) && !child.Name.StartsWith('.') && !IsLink(child))
        .OrderBy(child => child.Name, StringComparer.Ordinal);

    private Submission ReadFolder(DirectoryInfo folder)
    {
        var files = new List<FileInfo>();
        var notes = new List<string>();
        try
        {
            Collect(folder, folder, files, notes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notes.Add($"not all of it could be read: {exception.Message}");
        }

        return Read(folder.Name, folder.FullName, files, notes);
    }

    private static void Collect(DirectoryInfo root, DirectoryInfo folder, List<FileInfo> files, List<string> notes)
    {
        foreach (FileInfo file in folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (IsSource(file))
            {
                files.Add(file);
            }
            else if (file.Name != "expected.json")
            {
                notes.Add($"{Relative(root.FullName, file)}: not graded, because it is no C# source");
            }
        }

        foreach (DirectoryInfo child in Subfolders(folder))
        {
            Collect(root, child, files, notes);
        }
    }

    private Submission Read(string name, string root, IReadOnlyList<FileInfo> files, IEnumerable<string> notes)
    {
        var sources = ImmutableArray.CreateBuilder<SourceFile>();
        var all = notes.ToList();
        foreach (FileInfo file in files)
        {
            string shown = Relative(root, file);
            try
            {
                if (WhyNot(file, sources.Count) is string reason)
                {
                    all.Add($"{shown}: not graded, because {reason}");
                    continue;
                }

                // What says that it is empty is not opened: a pipe would never end.
                sources.Add(new SourceFile(shown, file.Length == 0 ? [] : File.ReadAllBytes(file.FullName)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                all.Add($"{shown}: not graded, because it cannot be read");
            }
        }

        if (sources.Count == 0)
        {
            all.Add("no C# source was found");
        }

        return new Submission(name, sources.ToImmutable(), [.. all]);
    }

    private string? WhyNot(FileInfo file, int taken) =>
        IsLink(file) ? "it is a link"
        : IsHidden(file) ? "it is hidden"
        : IsGiven(file) ? "the homework's own copy is used"
        : file.Length > MaxFileBytes ? $"it is larger than {MaxFileBytes >> 10} KiB"
        : taken >= MaxFiles ? $"there are more than {MaxFiles} files"
        : null;

    private static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null;

    private static string Relative(string root, FileInfo file) => Path.GetRelativePath(root, file.FullName).Replace('\\', '/');
}
