using Autograder.Reporting.Handouts;

namespace Autograder.Reporting.Tests.Handouts;

public sealed class HandoutHtmlTests
{
    [Fact]
    public void Formulas_are_kept_as_they_are_written_for_the_script_inside()
    {
        string page = HandoutHtml.Of("Title", "A $a_1 * b_1 < c$ and\n\n$$\\sum_{i} x_i$$\n\nmore.");

        Assert.Contains("<span class=\"math\">\\(a_1 * b_1 &lt; c\\)</span>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"math\">\\[\\sum_{i} x_i\\]</div>", page, StringComparison.Ordinal);
        Assert.Contains("temml.render(tex, place", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_no_second_file_and_no_network()
    {
        string page = HandoutHtml.Of("Title", "Text with $x$.");

        Assert.DoesNotContain("src=", page.Split("<script>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page.Split("<script>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_like_a_tag_is_text() =>
        Assert.Contains("Vector&lt;double&gt; &lt;script&gt;", HandoutHtml.Of("Title", "Vector<double> <script>"), StringComparison.Ordinal);
}
