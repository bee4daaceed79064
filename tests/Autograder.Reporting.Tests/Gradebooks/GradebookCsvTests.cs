using Autograder.Core.Reports;
using Autograder.Reporting.Gradebooks;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Gradebooks;

public sealed class GradebookCsvTests
{
    [Fact]
    public void A_gradebook_reads_well() =>
        Snapshot.Verify(GradebookCsv.Write(new Gradebook([SampleReports.Full, SampleReports.Full with { Submission = "bob, jr." }])), "gradebook");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+cmd")]
    [InlineData("-2")]
    public void A_name_cannot_become_a_formula(string name)
    {
        string row = GradebookCsv.Write(new Gradebook([SampleReports.Full with { Submission = name }])).Split('\n')[1];

        Assert.StartsWith($"'{name}", row.TrimStart('"'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x;=cmd|' /C calc'!A0", "\"x;'=cmd|' /C calc'!A0\",")]
    [InlineData("x; -1", "\"x; '-1\",")]
    [InlineData("x,@SUM(A1);\"+1", "\"x,'@SUM(A1);\"\"'+1\",")]
    [InlineData("Ada; Bob", "\"Ada; Bob\",")]
    [InlineData("Ada-Lee = +x", "Ada-Lee = +x,")]
    public void Nor_can_a_part_of_it_where_a_spreadsheet_splits_elsewhere(string name, string row) =>
        Assert.StartsWith(row, GradebookCsv.Write(new Gradebook([SampleReports.Full with { Submission = name }])).Split('\n')[1], StringComparison.Ordinal);

    [Fact]
    public void An_empty_class_has_a_header_and_nothing_else() =>
        Assert.Equal("Submission,Score,Max score,Not graded,Students,Ids,Emails,Sections,Late,Earlier tries\n", GradebookCsv.Write(new Gradebook([])));
}
