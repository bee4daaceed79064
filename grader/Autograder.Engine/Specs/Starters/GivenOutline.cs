using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Specs.Starters;

/// <param name="FirstSentence">Of its docstring; empty when it has none.</param>
/// <param name="Returns">What its docstring says of the result; empty when it says nothing.</param>
internal sealed record GivenMethod(string Name, string Signature, string FirstSentence, string Returns);

/// <summary>What students may call of the given code, from its text alone.</summary>
/// <param name="Types">The classes that are imported, with their namespaces.</param>
internal sealed partial record GivenOutline(ImmutableArray<string> Types, ImmutableArray<GivenMethod> Methods)
{
    internal static GivenOutline Read(SourceFile given)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(given.Content))).GetRoot();
        MethodDeclarationSyntax[] methods = [.. root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsForStudents)];
        return new GivenOutline(
            [.. methods.Select(method => FullName((TypeDeclarationSyntax)method.Parent!)).Distinct()],
            [.. methods.Select(Describe)]);
    }

    /// <summary>Static, of a class that is not inside another; everything else is not called by its name alone.</summary>
    private static bool IsForStudents(MethodDeclarationSyntax method) =>
        IsPublic(method) && method.Modifiers.Any(SyntaxKind.StaticKeyword)
        && method.Parent is TypeDeclarationSyntax { Parent: not TypeDeclarationSyntax } type && IsPublic(type);

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static string FullName(TypeDeclarationSyntax type) => string.Join(
        '.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString()).Append(type.Identifier.Text));

    private static GivenMethod Describe(MethodDeclarationSyntax method) => new(
        method.Identifier.ValueText,
        TextLines.Unwrap($"{method.ReturnType} {method.Identifier}({string.Join(", ", method.ParameterList.Parameters)})"),
        SentenceEnd().Split(Documented(method, "summary"), 2)[0],
        Documented(method, "returns"));

    private static string Documented(MethodDeclarationSyntax method, string tag)
    {
        var text = new StringBuilder();
        IEnumerable<XmlElementSyntax> elements = method.GetLeadingTrivia().Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>().SelectMany(comment => comment.Content).OfType<XmlElementSyntax>();
        foreach (XmlNodeSyntax node in elements.FirstOrDefault(element => element.StartTag.Name.ToString() == tag)?.Content ?? [])
        {
            Append(node, text);
        }

        return TextLines.Unwrap(text.ToString());
    }

    /// <summary>The words alone; a reference to something is its name.</summary>
    private static void Append(XmlNodeSyntax node, StringBuilder text)
    {
        switch (node)
        {
            case XmlTextSyntax words:
                text.AppendJoin("", words.TextTokens.Select(token => token.ValueText));
                break;
            case XmlElementSyntax element:
                element.Content.ToList().ForEach(inner => Append(inner, text));
                break;
            case XmlEmptyElementSyntax { Attributes: [XmlCrefAttributeSyntax reference, ..] }:
                text.Append(reference.Cref);
                break;
            case XmlEmptyElementSyntax { Attributes: [XmlNameAttributeSyntax name, ..] }:
                text.Append(name.Identifier);
                break;
            case XmlEmptyElementSyntax { Attributes: [XmlTextAttributeSyntax word, ..] }:
                text.Append(word.TextTokens.ToString());
                break;
        }
    }

    [GeneratedRegex(@"(?<=\.)\s+(?=\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
