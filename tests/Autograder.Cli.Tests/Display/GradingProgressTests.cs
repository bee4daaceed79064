using Autograder.Cli.Display;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Cli.Tests.Display;

public sealed class GradingProgressTests
{
    [Fact]
    public void It_says_how_many_of_how_many_and_which_faults()
    {
        var progress = new GradingProgress(5, () => 0, TimeProvider.System);
        Assert.Equal(("Grading 0 of 5", ""), (progress.Description, progress.Faults(room: 80)));

        progress.Count(Faulted(FaultKind.TimeLimit));
        Assert.Equal("1 fault", progress.Faults(room: 10));

        progress.Count(Faulted(FaultKind.Crash, FaultKind.TimeLimit));
        Assert.Equal(("Grading 2 of 5", "faults: 1 crash, 2 time"), (progress.Description, progress.Faults(room: 23)));
        Assert.Equal("3 faults", progress.Faults(room: 22));
    }

    private static GradeReport Faulted(params FaultKind[] kinds) => new(
        "homework",
        "A homework",
        "ada",
        [.. kinds.Select(kind => new QuestionGrade("1", "One", 1, Verdict.Fault, 0, [], [new PointComparison(null, Agreement.Off, [], new Fault(kind, "it failed"))]))],
        [],
        new Provenance("seed", "spec", "files", "1", ".NET", new SandboxStamp("confined", [], IsBelowRequired: false)));
}
