using Autograder.Core.Reports;
using Autograder.Reporting.Changes;
using Autograder.Reporting.Reports;

namespace Autograder.Reporting.Tests.Changes;

public sealed class ScoreChangeTests
{
    private static readonly GradeReport Before = SampleReports.Report(
        "ada",
        SampleReports.Question("1.1", Verdict.Correct, 2, 1, new Feedback("agreement", "Agreed.")),
        SampleReports.Question("1.2", Verdict.Wrong, 4, 0.25, new Feedback("agreement", "Agreed at 0."), new Feedback("factor/2", "Off by a factor."), new Feedback("factor/2/evidence", "2", Audience: Audience.Staff)),
        SampleReports.Question("1.3", Verdict.Correct, 1, 1));

    [Fact]
    public void The_same_score_is_no_change() => Assert.Null(Between(Before with { Provenance = Before.Provenance with { AssignmentFingerprint = "other" } }));

    [Fact]
    public void A_change_says_by_how_much_in_which_questions_and_why()
    {
        GradeReport after = Before with
        {
            Questions =
            [
                SampleReports.Question("1.1", Verdict.Fault, 2, 0, new Feedback("fault/crash", "The program ended.")),
                SampleReports.Question("1.2", Verdict.Correct, 4, 1, new Feedback("agreement", "Agreed.")),
                SampleReports.Question("1.4", Verdict.Correct, 0.5, 1, new Feedback("agreement", "Agreed.")),
            ],
            Provenance = Before.Provenance with { AssignmentFingerprint = "other", SubmissionFingerprint = "other", GraderVersion = "1.2.4" },
        };

        ScoreChange change = Between(after)!;

        Assert.Equal((4, 4.5), (change.Before, change.After));
        Assert.Equal(
            ["1.1 -2: Correct → Fault (fault/crash)", "1.2 +3: Wrong (factor/2) → Correct", "1.4 +0.5: new → Correct", "1.3 -1: no longer asked"],
            change.Questions.ToArray());
        Assert.Equal(
            ["something else was handed in", "spec, given functions or key have changed", "the grader has changed (1.2.3 → 1.2.4)"],
            change.Reasons.ToArray());
    }

    [Theory]
    [InlineData(Verdict.Correct, 1, "1.3 +1: Correct, of 1 → 2 points")]
    [InlineData(Verdict.Imprecise, 0.75, "1.3 +0.5: Correct → Imprecise, of 1 → 2 points")]
    public void Other_points_for_a_question_are_told_as_such(Verdict verdict, double score, string told) =>
        Assert.Equal([told], Between(Before with { Questions = Before.Questions.SetItem(2, SampleReports.Question("1.3", verdict, 2, score)) })!.Questions.ToArray());

    [Fact]
    public void A_change_out_of_nothing_is_called_so() => Assert.Contains(
        "depend on time or chance", Assert.Single(Between(Before with { Questions = Before.Questions.RemoveAt(0) })!.Reasons), StringComparison.Ordinal);

    private static ScoreChange? Between(GradeReport after) => ScoreChange.Between(ReportJson.Read(ReportJson.Write(Before)), after);
}
