using Autograder.Cli.Display;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Cli.Tests.Display;

public sealed class VerdictTextTests
{
    [Fact]
    public void Every_verdict_and_every_fault_has_a_word_that_fits_a_cell()
    {
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            foreach (FaultKind kind in Enum.GetValues<FaultKind>())
            {
                Assert.InRange(VerdictText.Short(Grade(verdict, kind)).Length, verdict == Verdict.Correct ? 0 : 1, 14);
            }
        }
    }

    [Theory]
    [InlineData(2, "2")]
    [InlineData(1.5, "1.5")]
    [InlineData(1.0 / 3, "0.33")]
    public void Points_are_shown_to_two_digits(double points, string shown) => Assert.Equal(shown, VerdictText.Points(points));

    private static QuestionGrade Grade(Verdict verdict, FaultKind kind) => new(
        "1", "One", 1, verdict, 0, [], [new PointComparison(null, Agreement.Off, [], new Fault(kind, "it failed"))]);
}
