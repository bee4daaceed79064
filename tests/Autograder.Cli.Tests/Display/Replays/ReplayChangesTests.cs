using Autograder.Cli.Display.Replays;
using Autograder.Core.Comparing;
using Autograder.Core.Submissions;
using Autograder.Reporting.Reports;

namespace Autograder.Cli.Tests.Display.Replays;

public sealed class ReplayChangesTests
{
    private static readonly PointComparison Off = new(null, Agreement.Off, [new PartComparison("u", Agreement.Off, 0.123), new PartComparison("v", Agreement.Off, double.PositiveInfinity)]);

    [Fact]
    public void The_same_again_is_no_change() => Assert.Empty(ReplayChanges.Between(PointDocument.Of(Off), Off));

    [Fact]
    public void Digits_that_no_report_has_are_no_change() =>
        Assert.Empty(ReplayChanges.Between(PointDocument.Of(Off), Off with { Parts = Off.Parts.SetItem(0, Off.Parts[0] with { LargestDifference = 0.1234 }) }));

    [Fact]
    public void Other_numbers_and_agreements_are_told_now_and_then() => Assert.Equal(
        ["agreement: Agree now, Off in the report", "largest difference of u: 0.0e0 now, 1.2e-1 in the report", "largest difference of v: 0.0e0 now, infinite in the report"],
        ReplayChanges.Between(PointDocument.Of(Off), new PointComparison(null, Agreement.Agree, [new PartComparison("u", Agreement.Agree, 0), new PartComparison("v", Agreement.Agree, 0)])));

    [Fact]
    public void A_fault_that_came_or_went_is_told()
    {
        PointComparison failed = Off with { Parts = [], Fault = new Fault(FaultKind.Exception, "no") };
        Assert.Contains("fault: Exception, no now, none in the report", ReplayChanges.Between(PointDocument.Of(Off), failed));
        Assert.Contains("fault: none now, Exception, no in the report", ReplayChanges.Between(PointDocument.Of(failed), Off));
    }

    [Fact]
    public void A_comparison_that_is_not_there_any_more_is_told() =>
        Assert.Equal(["the report has a comparison, and now there is none"], ReplayChanges.Between(PointDocument.Of(Off), null));
}
