using System.Net;
using System.Reflection;
using Markdig;
using Markdig.Renderers;

namespace Autograder.Reporting.Handouts;

/// <summary>
/// Markdown with LaTeX as one page that needs nothing else: no network, no fonts, no second file. The browser turns each formula
/// into MathML by the script inside; without scripts the LaTeX stays readable as it was written.
/// </summary>
public static class HandoutHtml
{
    private const string Render = """
        for (const place of document.querySelectorAll(".math")) {
          const tex = place.textContent.replace(/^\\\[|^\\\(|\\\]$|\\\)$/g, "");
          temml.render(tex, place, { displayMode: place.tagName === "DIV", throwOnError: false });
        }
        """;

    /// <summary>HTML in a statement is text: what looks like a tag is a comparison.</summary>
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().DisableHtml().Build();

    public static string Of(string title, string markdown)
    {
        using var body = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(body);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new FormulaRenderer());
        renderer.Render(Markdown.Parse(markdown, Pipeline));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <style>
            {Resource("handout.css")}</style>
            </head>
            <body>
            {body}
            <!-- Temml, which renders the formulas:
            {Resource("temml.LICENSE.txt")}-->
            <script>
            {Resource("temml.min.js")}
            {Render}
            </script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
