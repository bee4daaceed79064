using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Scoring;
using Autograder.Core.Tests.Support;

namespace Autograder.Core.Tests.Reports;

public sealed class GradeReportTests
{
    private static readonly Question Numeric = Examples.LeastSquares;
    private static readonly Question Prose = Examples.LeastSquares with { Id = "proof", Points = 3, Definition = new TextDefinition() };

    [Theory]
    [InlineData(Verdict.Manual)]
    [InlineData(Verdict.Missing)]
    [InlineData(Verdict.CompilationError)]
    [InlineData(Verdict.Fault)]
    [InlineData(Verdict.InternalError)]
    public void What_people_judge_is_never_among_the_points_of_the_grader(Verdict verdict)
    {
        GradeReport report = Report(
            QuestionScorer.WithoutObservation(Numeric, Verdict.Correct), QuestionScorer.WithoutObservation(Prose, verdict));
        Assert.Equal((4.0, 4.0), (report.Score, report.MaxScore));
    }

    [Fact]
    public void A_report_can_give_what_its_assignment_can_give()
    {
        var assignment = new Assignment("a", "A", [Numeric, Prose, Numeric with { Points = null }], Limits.Default, "");
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            GradeReport report = Report([.. assignment.Questions.Select(question => QuestionScorer.WithoutObservation(question, verdict))]);
            Assert.Equal(4.0, report.MaxScore);
        }
    }

    [Fact]
    public void Ungraded_questions_are_listed_and_earn_and_lose_nothing()
    {
        GradeReport report = Report(
            QuestionScorer.WithoutObservation(Numeric with { Id = "1" }, Verdict.Inconclusive),
            QuestionScorer.WithoutObservation(Numeric with { Id = "2" }, Verdict.InternalError),
            QuestionScorer.WithoutObservation(Numeric with { Id = "3" }, Verdict.Correct),
            QuestionScorer.WithoutObservation(Prose, Verdict.Manual));
        Assert.Equal(["1", "2"], report.Ungraded.Select(question => question.Id));
        Assert.Equal(4, report.Score);
    }

    private static GradeReport Report(params ReadOnlySpan<QuestionGrade> grades) =>
        new("a", "A", "student", [.. grades], Notes: [], new Provenance("seed", "", "", "", "", new SandboxStamp("none", [], IsBelowRequired: false)));
}
