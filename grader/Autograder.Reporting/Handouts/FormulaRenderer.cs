using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Autograder.Reporting.Handouts;

/// <summary>A formula inside of a line; one between double dollars stands alone, also where a paragraph goes on after it.</summary>
internal sealed class FormulaRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        bool isAlone = obj.DelimiterCount == 2;
        renderer.Write(isAlone ? "</p><div class=\"math\">\\[" : "<span class=\"math\">\\(");
        renderer.WriteEscape(ref obj.Content);
        renderer.Write(isAlone ? "\\]</div><p>" : "\\)</span>");
    }
}
