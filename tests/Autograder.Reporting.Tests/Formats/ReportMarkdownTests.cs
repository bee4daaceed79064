using Autograder.Core.Reports;
using Autograder.Reporting.Formats;
using Autograder.Tests.Shared;
using Markdig;

namespace Autograder.Reporting.Tests.Formats;

public sealed class ReportMarkdownTests
{
    [Fact]
    public void A_report_with_everything_reads_well() => Snapshot.Verify(ReportMarkdown.Write([Rendered.Placed]), "markdown");

    [Fact]
    public void Names_and_messages_are_shown_as_they_are()
    {
        QuestionGrade question = SampleReports.Question("1", Verdict.Wrong, 1, 0, new Feedback("misnamed", "Is <b>x</b> | [a](b) meant?\n# no heading"));

        string html = Markdown.ToHtml(ReportMarkdown.Write([Rendered.Of(SampleReports.Report("![x](y) <script>", question))]), new MarkdownPipelineBuilder().UsePipeTables().Build());

        Assert.Contains("![x](y) &lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("Is &lt;b&gt;x&lt;/b&gt; | [a](b) meant?<br />\n# no heading", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }
}
