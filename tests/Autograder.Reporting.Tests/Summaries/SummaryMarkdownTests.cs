using Autograder.Core.Reports;
using Autograder.Reporting.Summaries;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Summaries;

public sealed class SummaryMarkdownTests
{
    [Fact]
    public void The_summary_of_a_class_reads_well() => Snapshot.Verify(SummaryMarkdown.Write(SampleClass.Gradebook), "summary");

    [Fact]
    public void What_was_said_to_one_student_is_not_told_of_others()
    {
        string summary = SummaryMarkdown.Write(new Gradebook(
        [
            Of("ada", SampleReports.Question("1.1", Verdict.ForbiddenApi, 2, 0, [new Feedback("forbidden-api", "Line 4 of Ada's.")])),
            Of("bob", SampleReports.Question("1.1", Verdict.ForbiddenApi, 2, 0, [new Feedback("forbidden-api", "Line 9 of Bob's.")])),
        ]));
        Assert.Contains("| 2 | 1.1 | `forbidden-api` | \\(other words for each\\) |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_read_has_no_share_that_is_correct() => Assert.Contains(
        "| 1.1 | Question 1.1 | – | – | 1 Missing, 1 Manual |",
        SummaryMarkdown.Write(new Gradebook(
        [
            Of("ada", SampleReports.Question("1.1", Verdict.Missing, 2, 0, []) with { IsForPeople = true }),
            Of("bob", SampleReports.Question("1.1", Verdict.Manual, 2, null, []) with { IsForPeople = true }),
        ])),
        StringComparison.Ordinal);

    [Fact]
    public void An_empty_class_has_none() => Assert.Equal("No submissions.\n", SummaryMarkdown.Write(new Gradebook([])));

    [Theory]
    [InlineData(new[] { 0.0, 1, 2, 3 }, 0.25, 0.75)]
    [InlineData(new[] { 5.0, 1, 3 }, 0.5, 3)]
    [InlineData(new[] { 7.0 }, 0.75, 7)]
    public void Quantiles_lie_between_the_nearest(double[] scores, double share, double expected) =>
        Assert.Equal(expected, ScoreDistribution.Of(scores).Quantile(share), 12);

    [Fact]
    public void A_score_on_a_boundary_belongs_above_it_and_a_bonus_to_the_last_tenth() =>
        Assert.Equal([1, 1, 0, 1, 0, 0, 0, 0, 0, 2], ScoreDistribution.Of([0, 0.1, 0.1 + 0.2, 1, 1.2]).Counts(1).ToArray());

    private static GradeReport Of(string name, QuestionGrade question) => SampleReports.Report(name, question);
}
