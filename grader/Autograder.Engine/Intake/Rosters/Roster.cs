using System.Collections.Immutable;
using Autograder.Core.Reports;

namespace Autograder.Engine.Intake.Rosters;

/// <summary>A class and the staff's list of it, joined.</summary>
/// <param name="Unlisted">Those who handed in and are not on the list.</param>
/// <param name="Absent">Those on the list who handed in nothing.</param>
public sealed record JoinedClass(ImmutableArray<Submission> Submissions, ImmutableArray<Student> Unlisted, ImmutableArray<Student> Absent);

/// <summary>The staff's list of students. Says who those are whom a download knows by a number, a login or half a name.</summary>
public sealed class Roster
{
    /// <param name="IsByName">Which says less than an id or an address.</param>
    private sealed record Match(RosterEntry Entry, bool IsByName);

    private readonly string _path;
    private readonly ImmutableArray<RosterEntry> _entries;
    private readonly ILookup<string, RosterEntry> _byId, _byEmail, _byName, _byReducedName, _byShape;

    private Roster(string path, ImmutableArray<RosterEntry> entries)
    {
        _path = path;
        _entries = entries;
        _byId = Lookup(entry => entry.Ids);
        _byEmail = Lookup(entry => entry.Student.Email.Length == 0 ? [] : [entry.Student.Email]);
        _byName = Lookup(entry => entry.Names);
        _byReducedName = Lookup(entry => entry.Names.Where(NameForms.SaysEnoughReduced).Select(NameForms.Reduced));
        _byShape = Lookup(entry => entry.Names.Select(NameForms.Shape));
    }

    /// <exception cref="IntakeException">It cannot be read, names no students, or has two with one id.</exception>
    public static Roster Read(string path) => new(path, RosterFile.Read(path));

    /// <exception cref="IntakeException">It is the list of another class, or one student would get two marks.</exception>
    public JoinedClass Join(IReadOnlyCollection<Submission> submissions)
    {
        var found = submissions.Select(submission => (Submission: submission, Found: submission.HandIn.Students.Select(student => Find(student, submission.HandIn)).ToArray())).ToArray();
        ILookup<RosterEntry, Match> claims = found.SelectMany(pair => pair.Found).OfType<Match>().ToLookup(match => match.Entry);
        var joined = found.Select(pair => (pair.Submission, Found: pair.Found.Select(match => match is null || (match.IsByName && claims[match.Entry].Count() > 1) ? null : match.Entry).ToArray())).ToArray();
        RosterEntry[] present = [.. joined.SelectMany(pair => pair.Found).OfType<RosterEntry>()];
        if (present.Length == 0)
        {
            throw new IntakeException(
                $"the roster {_path} does not match: none of its {_entries.Length} students handed in. It has students such as {_entries[0].Student}; handed in was by {Example(submissions)}{Contradiction(submissions)}");
        }

        ImmutableArray<Submission> known = [.. joined.Select(pair => pair.Submission with { HandIn = pair.Submission.HandIn with
        {
            Students = [.. pair.Submission.HandIn.Students.Zip(pair.Found, (student, entry) => entry is null ? student : Merged(student, entry.Student))],
        } })];
        OneStudentOneSubmission.Check(known);
        return new JoinedClass(
            known,
            [.. joined.SelectMany(pair => pair.Submission.HandIn.Students.Where((_, index) => pair.Found[index] is null))],
            [.. _entries.Except(present).Select(entry => entry.Student)]);
    }

    /// <summary>By id, else by address, else by a name that only one student has, and that only one submission has.</summary>
    private Match? Find(Student student, HandIn handIn) =>
        (ById(student, handIn) ?? Only(_byEmail, student.Email) ?? Only(_byEmail, student.Id)) is { } sure ? new Match(sure, IsByName: false)
        : ByName(student, handIn) is { } named ? new Match(named, IsByName: true)
        : null;

    /// <summary>A platform's own id may be the list's of somebody else, so the name must fit it.</summary>
    private RosterEntry? ById(Student student, HandIn handIn) =>
        Only(_byId, student.Id) is { } entry && (student.Id != handIn.PlatformId || Fits(student.Name, entry)) ? entry : null;

    private static bool Fits(string name, RosterEntry entry) => name.Length == 0 || entry.Names.IsEmpty
        || entry.Names.Concat(entry.Names.Select(NameForms.Reduced)).Contains(NameForms.Bare(name), StringComparer.Ordinal);

    /// <summary>Where a place knows nothing but what something is called, that may be a name.</summary>
    private RosterEntry? ByName(Student student, HandIn handIn) =>
        student.Name.Length == 0 ? Named(student.Id, handIn)
        : Named(student.Name, handIn) is { } named && !IsOther(named, student, handIn) ? named
        : null;

    private RosterEntry? Named(string name, HandIn handIn) => Only(_byName, NameForms.Bare(name))
        ?? (handIn.Platform == Platform.Canvas ? Only(_byReducedName, NameForms.Bare(name)) : null)
        ?? (NameForms.IsDecomposed(name) ? Only(_byShape, NameForms.Shape(name)) : null);

    /// <summary>Whether id or address say that it is somebody else of that name. A platform's own id says nothing: the list may have another.</summary>
    private static bool IsOther(RosterEntry named, Student student, HandIn handIn) =>
        (student.Id.Length > 0 && student.Id != handIn.PlatformId && named.Ids.Length > 0)
        || (student.Email.Length > 0 && named.Student.Email.Length > 0);

    private static RosterEntry? Only(ILookup<string, RosterEntry> entries, string key) => key.Length > 0 && entries[key].Take(2).ToArray() is [var only] ? only : null;

    /// <summary>The list is the staff's; a download's id stays where the list has none.</summary>
    private static Student Merged(Student student, Student listed) => new(
        listed.Name.Length > 0 ? listed.Name : student.Name,
        listed.Id.Length > 0 ? listed.Id : student.Id,
        listed.Email.Length > 0 ? listed.Email : student.Email,
        listed.Section);

    /// <summary>What keeps names that fit from being enough, by an example.</summary>
    private string Contradiction(IEnumerable<Submission> submissions) => submissions
        .SelectMany(submission => submission.HandIn.Students.Select(student => (Student: student, Named: Named(student.Name, submission.HandIn), submission.HandIn)))
        .Where(pair => pair.Named is { } named && IsOther(named, pair.Student, pair.HandIn))
        .Select(pair => $"; {SubmissionName.Shown(pair.Student.Name)} has another id or address there ({Key(pair.Student)}) than on the roster ({Key(pair.Named!.Student)})")
        .FirstOrDefault("");

    private static string Key(Student student) => SubmissionName.Shown($"{student.Id} {student.Email}".Trim());

    private static string Example(IEnumerable<Submission> submissions) => submissions.SelectMany(submission => submission.HandIn.Students)
        .Select(student => SubmissionName.Shown(student.ToString())).FirstOrDefault("nobody who is named");

    private ILookup<string, RosterEntry> Lookup(Func<RosterEntry, IEnumerable<string>> keys) =>
        _entries.SelectMany(entry => keys(entry).Distinct(StringComparer.OrdinalIgnoreCase).Select(key => (Key: key, Entry: entry)))
            .ToLookup(pair => pair.Key, pair => pair.Entry, StringComparer.OrdinalIgnoreCase);
}
