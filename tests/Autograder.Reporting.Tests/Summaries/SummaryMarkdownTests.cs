using Autograder.Core.Reports;
using Autograder.Reporting.Summaries;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Summaries;

public sealed class SummaryMarkdownTests
{
    [Fact]
    public void The_summary_of_a_class_reads_well() => Snapshot.Verify(SummaryMarkdown.Write(SampleClass.Gradebook), "summary");

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
}
