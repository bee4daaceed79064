using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Compiler.Compiling;

/// <summary>Parses sources, all in the same way.</summary>
internal static class Sources
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular);

    internal static SyntaxTree Parse(SourceFile file, string path) => Parse(SourceText.From(new MemoryStream(file.Content)), path);

    internal static SyntaxTree Parse(string source, string path) => Parse(SourceText.From(source), path);

    internal static SyntaxTree Parse(SourceText source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);
}
