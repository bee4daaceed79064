using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>A change on one line, for people.</summary>
internal static class MutantText
{
    /// <summary>In characters; a longer expression is shortened.</summary>
    private const int Longest = 80;

    /// <summary>How many characters of a long expression are shown before and after what changes.</summary>
    private const int Around = 20;

    /// <param name="node">The expression that is replaced. The text shows the largest one around it that is short.</param>
    internal static string Of(ExpressionSyntax node, string replacement)
    {
        SyntaxNode whole = node;
        for (SyntaxNode around = node; around.Parent is ExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax or CollectionElementSyntax or ArrayRankSpecifierSyntax;)
        {
            around = around.Parent;
            whole = around is ExpressionSyntax or ArgumentSyntax && OneLine(around.DescendantTokens()).Length <= Longest ? around : whole;
        }

        SyntaxToken[] tokens = [.. whole.DescendantTokens()];
        SyntaxToken[] changed =
        [
            .. tokens.TakeWhile(token => token.SpanStart < node.SpanStart),
            .. SyntaxFactory.ParseTokens($"{node.GetLeadingTrivia()}{replacement}{node.GetTrailingTrivia()}").SkipLast(1),
            .. tokens.SkipWhile(token => token.SpanStart < node.Span.End),
        ];
        return Shortened(OneLine(tokens), OneLine(changed));
    }

    /// <summary>How many characters two texts have in common at their beginnings, and at their ends beyond that.</summary>
    internal static (int Before, int After) Common(string old, string changed)
    {
        int before = old.AsSpan().CommonPrefixLength(changed), most = Math.Min(old.Length, changed.Length) - before, after = 0;
        while (after < most && old[^(after + 1)] == changed[^(after + 1)])
        {
            after++;
        }

        return (before, after);
    }

    private static string Shortened(string old, string changed)
    {
        if (old.Length <= Longest)
        {
            return $"{old} → {changed}";
        }

        (int before, int after) = Common(old, changed);
        return $"{Cut(old, before, after)} → {Cut(changed, before, after)}";
    }

    private static string Cut(string text, int before, int after)
    {
        int start = Math.Max(0, before - Around), end = Math.Min(text.Length, text.Length - after + Around);
        start = text.LastIndexOf(' ', start) + 1;
        end = text.IndexOf(' ', end) is >= 0 and int space ? space : text.Length;
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }

    /// <summary>Without comments and breaks of lines.</summary>
    private static string OneLine(IEnumerable<SyntaxToken> tokens)
    {
        var line = new StringBuilder();
        SyntaxToken previous = default;
        foreach (SyntaxToken token in tokens)
        {
            bool isApart = previous.HasTrailingTrivia || token.HasLeadingTrivia;
            line.Append(isApart && line.Length > 0 && line[^1] != '(' ? " " : "").Append(token.Text);
            previous = token;
        }

        return line.ToString();
    }
}
