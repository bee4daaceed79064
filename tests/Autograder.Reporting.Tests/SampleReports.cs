using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Reporting.Tests;

/// <summary>Reports made by hand, with everything that a real one can hold.</summary>
internal static class SampleReports
{
    internal static readonly Provenance Provenance = new("seed", "spec-hash", "files-hash", "1.2.3", ".NET 10", new SandboxStamp("confined", ["limits", "system-calls"], IsBelowRequired: false));

    internal static GradeReport Full { get; } = Report(
        "ada",
        Question("1.1", Verdict.Correct, 2, 1, new Feedback("agreement", "Agreed with the reference at 12 of 12 random inputs.")),
        Question("1.2", Verdict.Imprecise, 3, 0.5, new Feedback("imprecise", "Only about 6 digits agree.", "Look for float.") { FurtherHints = ["Look for 1f."] }),
        Question("2.1", Verdict.Fault, 5, 0, new Feedback("fault/exception", "At input 1: DivideByZeroException (Answers.cs:7).")) with
        {
            Points = [new PointComparison(null, Agreement.Off, [], new Fault(FaultKind.Exception, "DivideByZeroException", new SourceLine("Answers.cs", 7)))],
            Console = "hello",
        },
        Question(
            "2.2",
            Verdict.Wrong,
            1,
            0,
            new Feedback("agreement", "Agreed with the reference at 3 of 12 random inputs."),
            new Feedback("factor/1-over-2", "Every entry is off by the same constant factor.", "Look for a square."),
            new Feedback("factor/1-over-2/evidence", "Fits at 12 random points.", Audience: Audience.Staff)) with
        {
            Points = [new PointComparison("N = 1", Agreement.Off, [new PartComparison("dW", Agreement.Off, double.PositiveInfinity), new PartComparison("db", Agreement.Agree, 1.23456e-15)])],
        },
        Question("3.1", Verdict.Manual, 4, null, new Feedback("manual", "Kept for the staff to read.")) with { Text = "Because it is so.", IsForPeople = true },
        Question("3.2", Verdict.Inconclusive, 2, null, new Feedback("inconclusive", "Not graded: the staff must look."), new Feedback("detail", "for staff's eyes", Audience: Audience.Staff)));

    /// <summary>Parts with points of their own, conditions, and a bonus.</summary>
    internal static GradeReport Kinds { get; } = Report(
        "ada",
        Question("4.1", Verdict.Partial, 4, 0.75, new Feedback("parts", "dW: agreed with the reference at 12 of 12 random inputs (3 of 3 points).\ndb: agreed with the reference at 0 of 12 random inputs (0 of 1 points).")) with
        {
            Parts = [new PartGrade("dW", 3, Verdict.Correct, 1), new PartGrade("db", 1, Verdict.Wrong, 0)],
        },
        Question("4.2", Verdict.Inconclusive, 4, null, new Feedback("inconclusive", "Not graded: the staff must look.")) with
        {
            Parts = [new PartGrade("w", 3, Verdict.Correct, 1), new PartGrade("b", 1, Verdict.Inconclusive, null)],
        },
        Question("5.1", Verdict.Wrong, 2, 0, new Feedback("agreement", "Met all conditions at 0 of 1 random input."), new Feedback("condition", "Your vector is too short.")) with
        {
            Points = [new PointComparison(null, Agreement.Off, [new PartComparison("", Agreement.Agree, 0)]) { Unmet = "Your vector is too short." }],
        },
        Question("6.1", Verdict.Correct, 3, 1, new Feedback("trained", "The trained weights reach what is asked for.")) with { IsBonus = true },
        Question("6.2", Verdict.Wrong, 2, 0, new Feedback("agreement", "Agreed with the reference at 0 of 12 random inputs.")) with { IsBonus = true });

    /// <summary>What does not compile, what may not be used, and wrong answers, each at its place, by a student whose files have strange names.</summary>
    internal static GradeReport Placed { get; } = Full with
    {
        Submission = "ada <script>",
        Questions =
        [
            .. Full.Questions.Select((question, index) => question with { Method = new SourceLine("Answers.cs", 10 + index, 5) }),
            Question("4.1", Verdict.CompilationError, 2, 0, new Feedback("does-not-compile", "Loss does not compile: a, b%c: 1.cs:3:9: CS0103: The name 'y' does not exist")) with { Method = new SourceLine("a, b%c: 1.cs", 2, 5) },
            Question("4.2", Verdict.CompilationError, 2, 0, new Feedback("wrong-signature", "Step has another signature.", "Look.")) with { Method = new SourceLine("a, b%c: 1.cs", 8, 5) },
            Question("4.3", Verdict.Missing, 2, 0, new Feedback("missing", "There is no method Third.")),
            Question("4.4", Verdict.Pending, 2, null, new Feedback("pending", "Compiles, runs, right shape: judged after submission.")),
        ],
        CompilerMessages =
        [
            new CompilerMessage(new SourceLine("a, b%c: 1.cs", 3, 9), "CS0103", "The name 'y' does not exist"),
            new CompilerMessage(null, "AG0002", "Too many\n::error::forged"),
        ],
    };

    internal static Feedback ThreeHints { get; } = new("misconception/sign", "A known mistake.", "Look.") { FurtherHints = ["Look at the sign.", "Which way is up?"] };

    internal static GradeReport Report(string submission, params ImmutableArray<QuestionGrade> questions) =>
        new("homework", "A homework", submission, questions, ["notes.txt: not graded, because it is no C# source"], Provenance);

    internal static QuestionGrade Question(string id, Verdict verdict, double? points, double? score, params ImmutableArray<Feedback> feedback) =>
        new(id, $"Question {id}", points, verdict, score, feedback, Points: []);
}
