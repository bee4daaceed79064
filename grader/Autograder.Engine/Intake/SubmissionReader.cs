using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Engine.Intake.Archives;
using Autograder.Engine.Intake.Layouts;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake;

/// <summary>What was found under the paths that were given.</summary>
/// <param name="IsSingle">One submission was pointed at, rather than a class.</param>
public sealed record IntakeResult(ImmutableArray<Submission> Submissions, bool IsSingle)
{
    /// <summary>What each path was recognised as, and by what. Empty for what is one submission.</summary>
    public ImmutableArray<string> Recognised { get; init; } = [];

    /// <summary>What belongs to no submission, with the reason.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];
}

/// <summary>Nothing can be graded as asked; the message says what to do.</summary>
public sealed class IntakeException(string message) : Exception(message);

/// <summary>
/// Finds submissions: a .cs file is one, a folder with .cs files in it or a repository is one, and any other folder holds a class, in one of
/// the layouts that platforms download (<see cref="Recognition"/>). A zip archive is what the folder would be that it was made of. Of several
/// paths each is one submission, unless a layout is named: a student who could make a class of an archive could hand in for others. What is read
/// of each, <see cref="SourceRules"/> says.
/// </summary>
/// <param name="givenFile">The name of the homework's own file; a student's copy of it is left aside.</param>
/// <param name="layout">How a class lies: auto, or what the staff say.</param>
public sealed class SubmissionReader(string givenFile, string layout = SubmissionReader.AutoLayout)
{
    public const string AutoLayout = "auto";

    /// <summary>Fewer files or folders are more likely one student's.</summary>
    internal const int SeveralStudents = 3;

    private readonly SourceRules _rules = new(givenFile);
    private readonly Recognition _recognition = new(layout);

    /// <summary>What a layout may be called, as a list for people.</summary>
    public static string LayoutNames => Recognition.Names;

    /// <exception cref="IntakeException">A path does not exist or holds nothing, or two submissions have one name or one student.</exception>
    public IntakeResult Read(IReadOnlyList<string> paths)
    {
        IntakeResult[] found = [.. paths.Select(path => Find(path, isOnlyOne: paths.Count == 1))];
        ImmutableArray<Submission> submissions = [.. found.SelectMany(intake => intake.Submissions).OrderBy(submission => submission.Name, StringComparer.Ordinal)];
        if (submissions.IsEmpty)
        {
            ImmutableArray<string> ignored = [.. found.SelectMany(intake => intake.Ignored)];
            string first = ignored.IsEmpty ? "" : $"{ignored[0]}{(ignored.Length > 1 ? $" and {ignored.Length - 1} more" : "")}";
            throw new IntakeException($"no submissions in {string.Join(", ", paths)}: {(ignored.IsEmpty
                ? "expected .cs files, a folder with one folder for each student, or what a platform downloads (--layout)"
                : paths.Count > 1 || found[0].Recognised.Length > 0 ? first
                : $"archives inside are not opened ({first}); give each by itself, as in FOLDER/*.zip, or unpack them")}");
        }

        if (submissions.GroupBy(submission => submission.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            string[] names = [.. twice.Select(submission => submission.Name).Distinct(StringComparer.Ordinal)];
            throw new IntakeException(
                $"two submissions are named {(names.Length == 1 ? $"'{names[0]}'" : $"'{names[0]}' and '{names[1]}', which is one name on some systems")}, so one's results would overwrite the other's: rename one of them, or give the folders that they are in");
        }

        OneStudentOneSubmission.Check(submissions);
        return new IntakeResult(submissions, found is [{ IsSingle: true }])
        {
            Recognised = [.. found.SelectMany(intake => intake.Recognised)],
            Ignored = [.. found.SelectMany(intake => intake.Ignored)],
        };
    }

    /// <summary>What stands in that folder is one submission, however it lies there.</summary>
    public Submission ReadOne(string folder) => _rules.Read(NameOf(folder), FolderTree.At(folder));

    private IntakeResult Find(string path, bool isOnlyOne)
    {
        if (Directory.Exists(path))
        {
            return OfFolder(path, isOnlyOne);
        }

        if (!File.Exists(path))
        {
            throw new IntakeException($"{path} does not exist");
        }

        string file = WithoutLinks(path);
        return !isOnlyOne && _rules.IsGiven(Path.GetFileName(path)) ? Aside(path, "the homework's own copy is used")
            : SourceRules.IsSource(path) ? Single(_rules.Read(NameOf(path), new TreeFolder("", () => [FolderTree.FileAt(file) with { Name = Path.GetFileName(path) }])))
            : SourceRules.IsArchive(path) ? OfArchive(path, file, isOnlyOne)
            : throw new IntakeException($"{path} is no C# source: expected a .cs file, or a folder or .zip archive with .cs files");
    }

    private IntakeResult OfFolder(string path, bool isOnlyOne)
    {
        try
        {
            TreeFolder folder = FolderTree.At(path);
            if (!isOnlyOne && ClassResults.Are(folder))
            {
                return Aside(path, "it holds results of grade");
            }

            bool isOne = _recognition.IsAuto
                && (!isOnlyOne || ((_rules.HasSources(folder) || ClonedRepositories.IsRepository(folder)) && Recognition.FindAmongSources(_rules.WithoutGiven(folder)) is null));
            return isOne ? Single(_rules.Read(folder.Name, folder)) with { Recognised = Doubts(folder, path) } : Class(folder, path);
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
            bool isClass = !_recognition.IsAuto || (isOnlyOne && Recognition.FindAmongSources(_rules.WithoutGiven(archive.Root)) is not null);
            TreeFolder? folder = isClass ? null : _rules.SubmissionIn(archive.Root) ?? (isOnlyOne ? null : archive.Root);
            return folder is not null ? Single(_rules.Read(NameOf(path), folder)) : Class(archive.Root, path);
        }
        catch (Exception exception) when (exception is ZipException or IOException or UnauthorizedAccessException)
        {
            string reason = exception is ZipException ? exception.Message : "it cannot be read";
            return isOnlyOne
                ? throw new IntakeException($"{path} is not graded, because {reason}")
                : Single(new Submission(SubmissionName.For(NameOf(path)), [], [$"{SubmissionName.Shown(Path.GetFileName(path))}: not graded, because {reason}"]));
        }
    }

    private static IntakeResult Aside(string path, string reason) => new([], IsSingle: false) { Ignored = [FoundClass.Aside(path, reason)] };

    private static IntakeResult Single(Submission submission) =>
        new([submission with { HandIn = new HandIn([new Student("", submission.Name)]) }], IsSingle: true);

    /// <summary>What lies as several students' work would and is taken as one's, so that the staff can say otherwise.</summary>
    private ImmutableArray<string> Doubts(TreeFolder folder, string path) => _rules.LooseSources(folder) is >= SeveralStudents and int sources
        ? [$"{path}: taken as one submission; if its {sources} files are as many students', say --layout files"]
        : !_rules.HasSources(folder) && SourceRules.FoldersOf(folder).Count(_rules.HasSources) is >= SeveralStudents and int folders
            ? [$"{path}: taken as one submission; if its {folders} folders are as many students', say --layout folders"]
            : [];

    private IntakeResult Class(TreeFolder folder, string path) => _recognition.Find(_rules.WithoutGiven(folder), path) is { } found
        ? new IntakeResult([.. found.Submissions.Select(Read)], IsSingle: false) { Recognised = [$"{path}: {found.Recognised}"], Ignored = found.Ignored }
        : new IntakeResult([], IsSingle: false) { Ignored = [.. folder.Entries().Where(entry => SourceRules.IsArchive(entry.Name)).Select(entry => SubmissionName.Shown(entry.Name)).Order(StringComparer.Ordinal)] };

    private Submission Read(FoundSubmission found) => _rules.Read(found.Name, found.Contents) with { HandIn = found.HandIn };

    /// <summary>Staff gave the path, so it may be a link.</summary>
    private static string WithoutLinks(string path) => Path.GetFullPath(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);

    /// <summary>Results go to a folder of this name, so it is never empty and never a way out of theirs.</summary>
    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path) is var name && name.Trim('.').Length > 0 ? name : Path.GetFileName(path);
}
