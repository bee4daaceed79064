using Autograder.Core.Reports;
using Autograder.Engine.Intake;
using Autograder.Engine.Intake.Rosters;
using Autograder.Reporting;

namespace Autograder.Cli.Display;

/// <summary>What was found, before anything of it is graded. On standard error, because it is no result.</summary>
internal static class IntakeAccount
{
    private const int MostLines = 20;

    internal static void Show(IntakeResult intake, JoinedClass joined)
    {
        foreach (string line in Lines(intake, joined))
        {
            Consoles.Error.WriteLine(line);
        }
    }

    /// <summary>Of one submission that was pointed at, only what the staff may have meant otherwise.</summary>
    internal static IEnumerable<string> Lines(IntakeResult intake, JoinedClass joined) => intake.IsSingle ? intake.Recognised.Select(Clean) :
    [
        .. intake.Recognised.Select(Clean),
        Counts([.. joined.Submissions.Select(submission => submission.HandIn)]),
        .. Section("Nothing to grade", [.. joined.Submissions.Where(submission => submission.Files.IsEmpty).Select(submission => $"{submission.Name}: {string.Join("; ", submission.Notes)}")]),
        .. Section("Left aside", [.. intake.Ignored, .. LeftAside(joined.Submissions)]),
        .. Section("Not on the roster", [.. joined.Unlisted.Select(student => $"{student}")]),
        .. Section("On the roster, and handed in nothing", [.. joined.Absent.Select(student => $"{student}")]),
    ];

    /// <summary>What came with every one of a class's repositories is told once.</summary>
    private static IEnumerable<string> LeftAside(IEnumerable<Submission> submissions) => submissions
        .Where(submission => !submission.Files.IsEmpty)
        .SelectMany(submission => submission.Notes.Distinct(StringComparer.Ordinal).Select(note => (submission.Name, Note: note)))
        .GroupBy(left => left.Note, StringComparer.Ordinal)
        .Select(alike => alike.Take(2).ToArray() is [var only] ? $"{only.Name}: {only.Note}" : $"in {alike.Count()} submissions: {alike.Key}");

    private static string Counts(HandIn[] handIns)
    {
        int groups = handIns.Count(handIn => handIn.Students.Length > 1), late = handIns.Count(handIn => handIn.IsLate), again = handIns.Count(handIn => handIn.EarlierTries > 0);
        string[] beside =
        [
            .. groups > 0 ? [$"{groups} by groups"] : Array.Empty<string>(),
            .. late > 0 ? [$"{late} late"] : Array.Empty<string>(),
            .. again > 0 ? [$"{again} handed in more than once, of which the last counts"] : Array.Empty<string>(),
        ];
        return $"{Counted.Of(handIns.Length, "submission")} by {Counted.Of(handIns.Sum(handIn => handIn.People), "student")}{(beside.Length == 0 ? "" : $"; {string.Join(", ", beside)}")}.";
    }

    private static IEnumerable<string> Section(string title, string[] lines) => lines.Length == 0 ? [] :
    [
        $"{title}:",
        .. lines.Take(MostLines).Select(line => $"  {Clean(line)}"),
        .. lines.Length > MostLines ? [$"  … and {lines.Length - MostLines} more"] : Array.Empty<string>(),
    ];

    private static string Clean(string text) => StudentText.Clean(text).Replace('\n', ' ');
}
