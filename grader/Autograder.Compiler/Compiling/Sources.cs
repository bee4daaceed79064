using System.Text;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Compiler.Compiling;

/// <summary>Turns files into syntax trees, all in the same way.</summary>
internal static class Sources
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">The only name of the file that the program will know.</param>
    internal static SyntaxTree Parse(SourceFile file, string path) => WithoutOtherPlaces(Parse(SourceText.From(Decode(file.Content), Encoding.UTF8), path));

    internal static SyntaxTree Parse(SourceText source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);

    /// <summary>No source, whatever its name says: an archive, an image, UTF-16 without its mark.</summary>
    internal static bool IsBinary(SourceFile file) => Decode(file.Content).Contains('\0', StringComparison.Ordinal);

    /// <summary>
    /// By its mark, else as UTF-8, else as Latin-1: older editors write ä and é as one byte, mostly in comments, and that must
    /// cost nobody anything.
    /// </summary>
    private static string Decode(byte[] content)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(content), StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    /// <summary>Blanks what gives lines other places than their own, for messages as for exceptions.</summary>
    private static SyntaxTree WithoutOtherPlaces(SyntaxTree tree)
    {
        TextChange[] changes =
        [
            .. tree.GetRoot().DescendantTrivia(descendIntoTrivia: false)
                .Where(trivia => trivia.GetStructure() is LineOrSpanDirectiveTriviaSyntax or PragmaChecksumDirectiveTriviaSyntax)
                .Select(trivia => tree.GetText().Lines.GetLineFromPosition(trivia.SpanStart).Span)
                .Select(line => new TextChange(line, new string(' ', line.Length))),
        ];
        return changes.Length == 0 ? tree : Parse(tree.GetText().WithChanges(changes), tree.FilePath);
    }
}
