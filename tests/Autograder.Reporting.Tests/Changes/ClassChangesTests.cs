using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Reporting.Changes;
using Autograder.Reporting.Reports;

namespace Autograder.Reporting.Tests.Changes;

public sealed class ClassChangesTests
{
    private static readonly Student Ada = new("Ada", "100", "ada@example.edu"), Bob = new("Bob", "101", "bob@example.edu");

    [Fact]
    public void A_submission_is_the_earlier_one_of_its_name() =>
        Assert.Equal(["ada: 0 → 3"], Scores(Between([Before("ada", 0)], [After("ada", 3)])));

    [Fact]
    public void Handed_in_again_under_another_number_it_is_the_earlier_one_of_the_student()
    {
        ClassChanges changes = Between([Before("Ada_1", 0, Ada), Before("Bob_2", 2, Bob)], [After("Ada_9", 3, Ada), After("Bob_2", 2, Bob)]);

        Assert.Equal(["Ada_9: 0 → 3"], Scores(changes));
        Assert.Empty(changes.New);
        Assert.Empty(changes.Gone);
    }

    [Fact]
    public void Where_an_id_is_missing_the_address_tells() => Assert.Equal(
        ["Ada_9: 0 → 3"],
        Scores(Between([Before("Ada_1", 0, Ada with { Id = "" })], [After("Ada_9", 3, Ada with { Email = "Ada@Example.edu" })])));

    [Fact]
    public void A_group_is_found_by_all_of_its_students()
    {
        Assert.Equal(["Bob, Ada_9: 0 → 3"], Scores(Between([Before("Ada, Bob_1", 0, Ada, Bob)], [After("Bob, Ada_9", 3, Bob, Ada)])));

        ClassChanges parted = Between([Before("Ada, Bob_1", 0, Ada, Bob)], [After("Ada_9", 3, Ada)]);
        Assert.Empty(parted.Scores);
        Assert.Equal(["Ada_9"], parted.New.ToArray());
        Assert.Equal(["Ada, Bob_1"], parted.Gone.ToArray());
    }

    [Fact]
    public void Whom_nothing_tells_apart_is_new_or_gone()
    {
        ClassChanges changes = Between([Before("a_1", 0), Before("b_1", 1, new Student("Cleo"))], [After("a_2", 0), After("b_2", 3, new Student("Cleo"))]);

        Assert.Empty(changes.Scores);
        Assert.Equal(["a_2", "b_2"], changes.New.ToArray());
        Assert.Equal(["a_1", "b_1"], changes.Gone.ToArray());
    }

    private static ClassChanges Between(EarlierSubmission[] before, GradeReport[] after) => ClassChanges.Between(before, new Gradebook([.. after]));

    private static IEnumerable<string> Scores(ClassChanges changes) => changes.Scores.Select(change => $"{change.Submission}: {change.Before} → {change.After}");

    private static EarlierSubmission Before(string name, double score, params ImmutableArray<Student> students) =>
        new(ReportJson.Read(ReportJson.Write(After(name, score))), students);

    private static GradeReport After(string name, double score, params ImmutableArray<Student> students) =>
        SampleReports.Report(name, SampleReports.Question("1", Verdict.Correct, 3, score / 3)) with { HandIn = new HandIn(students) };
}
