using Autograder.Core.Reports;

namespace Autograder.Reporting.Tests;

/// <summary>A class made by hand: a group, two students of one name, a late one, one who is not graded to the end, one who handed in nothing.</summary>
internal static class SampleClass
{
    internal static Gradebook Gradebook { get; } = new(
    [
        Of("ada_1", new HandIn([new Student("Ada Lovelace", "100", "ada@example.edu", "Mon")], Platform.Canvas, "1"), Right, Right),
        Of("jane_2", new HandIn([new Student("Jane Doe", "101", "jane@example.edu")], Platform.Moodle, "2", IsLate: true), Lost, Right),
        Of("jane_3", new HandIn([new Student("Jane Doe", "102")], Platform.Gradescope, "3", EarlierTries: 2), Lost, Crash),
        Of("pair_4", new HandIn([new Student("=Pair|<One>", "103"), new Student("Pär Två", "104")]), Lost, Lost),
        Of("zoe_5", HandIn.Unknown, Right, Open),
    ])
    {
        Absent = [new Student("Nobody", "105", "", "Tue")],
    };

    private static QuestionGrade Right => Question(Verdict.Correct, 1, new Feedback("agreement", "Agreed."));

    private static QuestionGrade Lost => Question(Verdict.Wrong, 0, new Feedback("agreement", "Agreed at 0 of 12."), new Feedback("factor/N", "Off by a factor that goes with N."), new Feedback("factor/N/evidence", "N", Audience: Audience.Staff));

    private static QuestionGrade Crash => Question(Verdict.Fault, 0, new Feedback("fault/crash", "The program ended."));

    private static QuestionGrade Open => Question(Verdict.Inconclusive, null, new Feedback("inconclusive", "Not graded: the staff must look."));

    private static QuestionGrade Question(Verdict verdict, double? score, params Feedback[] feedback) => SampleReports.Question("", verdict, 2, score, [.. feedback]);

    private static GradeReport Of(string name, HandIn handIn, QuestionGrade first, QuestionGrade second) =>
        SampleReports.Report(name, first with { Id = "1.1", Title = "First" }, second with { Id = "1.2", Title = "Second | *bold*" }) with { HandIn = handIn };
}
