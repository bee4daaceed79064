using System.Reflection.Metadata;
using System.Text;
using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Compiling;

/// <summary>Files that are no plain UTF-8, that say they are others, or whose messages do more than tell.</summary>
public sealed class HostileTextTests
{
    private const string Accents = "static class A { static string F(string x) => \"é\" + x; }  // für später";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Accents) },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Accents)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Accents)] },
        { "UTF-16, high bytes first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Accents)] },
        { "UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Accents)] },
        { "Latin-1", Encoding.Latin1.GetBytes(Accents) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_the_encoding_that_it_has(string encoding, byte[] content)
    {
        var submitted = Submitted.Of(new SourceFile("Answers.cs", content));
        Assert.Equal((encoding, "éa"), (encoding, submitted.Run("F", "a")));
    }

    public static TheoryData<string, byte[]> NoText => new()
    {
        { "zeros", new byte[100] },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes(Accents) },
        { "half a letter of UTF-16", [.. Encoding.Unicode.Preamble, 0x00, 0xD8, 0x00, 0x00, 0x41] },
        { "an archive", [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0, 8, 0, 0xFF, 0xFE, 0x80] },
        { "a source with a zero", Encoding.UTF8.GetBytes("class B; \0") },
    };

    [Theory]
    [MemberData(nameof(NoText))]
    public void What_is_no_text_is_told_as_such_and_the_other_files_are_graded(string what, byte[] content)
    {
        var submitted = Submitted.Of(new SourceFile("Image.cs", content), new SourceFile("Answers.cs", Encoding.UTF8.GetBytes(Accents)));
        Assert.Equal((what, "Image.cs:1:1 CS2015"), (what, Assert.Single(submitted.Errors)));
        Assert.Equal("éa", submitted.Run("F", "a"));
    }

    [Fact]
    public void Noise_gets_a_result()
    {
        byte[] noise = [.. Enumerable.Range(0, 20_000).Select(index => (byte)(1 + (index * index % 255)))];
        Assert.NotEmpty(Submitted.Of(new SourceFile("Answers.cs", noise)).Errors);
    }

    [Theory]
    [InlineData("#line 900 \"reference/Key.cs\"")]
    [InlineData("  #  line 900 \"reference/Key.cs\" // so")]
    [InlineData("#line (900, 1) - (900, 20) 5 \"reference/Key.cs\"")]
    [InlineData("#line hidden")]
    [InlineData("#line nonsense")]
    [InlineData("#pragma checksum \"reference/Key.cs\" \"{406EA660-64CF-4C82-B6F0-42D48172A799}\" \"ab\"")]
    public void No_directive_gives_lines_another_place(string directive)
    {
        var submitted = Submitted.Of($$"""
            static class A
            {
            {{directive}}
                static double F(double x) => throw new Exception("here");
                static double G(double x) => y;
            }
            """);
        Assert.Equal(["Answers.cs:5:34 CS0103"], submitted.Errors);
        Assert.Equal([("Answers.cs", 4)], Lines(submitted.Response.Program!, "F"));
    }

    [Fact]
    public void A_program_knows_its_file_by_the_name_that_was_handed_in()
    {
        var submitted = Submitted.Of("""
            using System.Runtime.CompilerServices;
            static class A
            {
                static string F(string x) => Here();
                static string Here([CallerFilePath] string path = "") => path;
            }
            """);
        Assert.Equal("Answers.cs", submitted.Run("F", ""));
    }

    [Fact]
    public void A_message_that_quotes_the_source_moves_no_cursor_and_turns_no_text_around()
    {
        string message = Submitted.Of("class A {\n#error \u001b[2J\u202eScore: 100 🙂\u0007\n}").Response.Errors[0].Message;
        Assert.Equal("#error: '\uFFFD[2J\uFFFDScore: 100 🙂\uFFFD'", message);
    }

    [Fact]
    public void A_message_is_as_long_as_a_message()
    {
        string name = new('a', 100_000);
        Assert.InRange(Submitted.Of($"class A {{ {name} x; }}").Response.Errors[0].Message.Length, 400, 600);
    }

    [Fact]
    public void A_documentation_comment_reads_no_file()
    {
        var submitted = Submitted.Of("/// <include file='/etc/passwd' path='*'/>\nstatic class A { static double F(double x) => x; }");
        Assert.Empty(submitted.Errors);
        Assert.Equal(2.0, submitted.Run("F", 2.0));
    }

    [Fact]
    public void Sources_of_more_than_a_mebibyte_are_not_compiled()
    {
        SourceFile large = new("Large.cs", Encoding.UTF8.GetBytes("class B; //" + new string('a', 1 << 19)));
        CompileResponse response = Submitted.Of(large, large with { Name = "Other.cs" }).Response;
        Assert.Equal("it is larger than 1 MiB", response.WhyNot);
    }

    [Fact]
    public void A_program_that_is_larger_than_its_limit_is_not_handed_on()
    {
        string doubled = string.Concat(Enumerable.Range(1, 20).Select(next => $"const string s{next} = s{next - 1} + s{next - 1};"));
        CompileResponse response = Submitted.Of($"class A {{ const string s0 = \"0123456789\"; {doubled} static string F() => s20; }}").Response;
        Assert.Equal("its program is larger than 16 MiB", response.WhyNot);
        Assert.Null(response.Program);
    }

    /// <summary>Where the symbols say that the method's code comes from.</summary>
    private static (string File, int Line)[] Lines(ProgramImage program, string method)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(program.Symbols));
        using var assembly = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(program.Assembly));
        MetadataReader names = assembly.GetMetadataReader(), places = symbols.GetMetadataReader();
        MethodDefinitionHandle handle = names.MethodDefinitions.Single(other => names.GetString(names.GetMethodDefinition(other).Name) == method);
        return
        [
            .. places.GetMethodDebugInformation(handle).GetSequencePoints()
                .Select(point => (places.GetString(places.GetDocument(point.Document).Name), point.StartLine)),
        ];
    }
}
