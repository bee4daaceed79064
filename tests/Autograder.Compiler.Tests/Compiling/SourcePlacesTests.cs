using System.Text;
using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Compiling;

/// <summary>Messages carry the student's own line and column, whatever the file looks like.</summary>
public sealed class SourcePlacesTests
{
    private const string Source = "static class Answers\n{\n\tinternal static double A(double x)\n\t{\n\t\treturn y;\n\t}\n\n\tinternal static double B(double x) => z;\n}\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Source) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Source)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Source)] },
        { "UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Source)] },
        { "Windows' line ends", Encoding.UTF8.GetBytes(Source.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "an old Mac's line ends", Encoding.UTF8.GetBytes(Source.Replace('\n', '\r')) },
        { "line separators", Encoding.UTF8.GetBytes(Source.Replace('\n', '\u2028')) },
        { "Latin-1 in a comment", [.. Encoding.UTF8.GetBytes(Source), .. Encoding.Latin1.GetBytes("// Übung")] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Lines_and_columns_are_those_of_the_file(string what, byte[] content)
    {
        // B's error shows in the same round as A's; C's only when A's body has been replaced.
        var submitted = Submitted.Of(new SourceFile($"{what}.cs", content));
        Assert.Equal([$"{what}.cs:5:10 CS0103", $"{what}.cs:8:40 CS0103"], submitted.Errors);
        Assert.Equal([(3, 25), (8, 25)], submitted.Response.Methods.Select(method => (method.Line, method.Column)));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void Lines_stay_true_after_a_body_was_left_out(string lineEnd)
    {
        string source = "static class Answers\n{\n    static double A(double x)\n    {\n        return x\n    }\n\n    static double B(double x)\n    {\n        return y;\n    }\n}\n"
            .Replace("\n", lineEnd, StringComparison.Ordinal);
        Assert.Equal(["Answers.cs:5:17 CS1002", "Answers.cs:10:16 CS0103"], Submitted.Of(source).Errors);
    }

    [Fact]
    public void A_line_directive_moves_nothing()
    {
        var submitted = Submitted.Of("static class Answers {\n#line 900 \"reference/Key.cs\"\n    static double A(double x) => y;\n#line hidden\n    static double B(double x) => z;\n}");
        Assert.Equal(["Answers.cs:3:34 CS0103", "Answers.cs:5:34 CS0103"], submitted.Errors);
        Assert.Equal(["Answers.cs", "Answers.cs"], submitted.Response.Methods.Select(method => method.File));
    }

    [Fact]
    public void A_message_that_quotes_the_source_quotes_it_as_it_stands()
    {
        var submitted = Submitted.Of("static class Answers {\n#error <b>Score: 100</b>\n}");
        Assert.Equal("#error: '<b>Score: 100</b>'", submitted.Response.Errors[0].Message);
    }
}
