using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>A change on one line, for people.</summary>
internal static class MutantText
{
    /// <summary>In characters; a longer expression is shortened.</summary>
    private const int Longest = 60;

    /// <summary>How many characters of a long expression are shown before and after what changes.</summary>
    private const int Around = 20;

    /// <param name="node">The expression that is replaced; the text shows the whole one that it stands in.</param>
    internal static string Of(ExpressionSyntax node, string replacement)
    {
        SyntaxNode whole = node;
        while (whole.Parent is ExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax or CollectionElementSyntax or ArrayRankSpecifierSyntax)
        {
            whole = whole.Parent;
        }

        SyntaxNode changed = whole.ReplaceNode(node, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(node));
        return Shortened(OneLine(whole), OneLine(changed));
    }

    private static string Shortened(string old, string changed)
    {
        if (old.Length <= Longest)
        {
            return $"{old} → {changed}";
        }

        int most = Math.Min(old.Length, changed.Length), before = 0, after = 0;
        while (before < most && old[before] == changed[before])
        {
            before++;
        }

        while (after < most - before && old[^(after + 1)] == changed[^(after + 1)])
        {
            after++;
        }

        return $"{Cut(old, before, after)} → {Cut(changed, before, after)}";
    }

    private static string Cut(string text, int before, int after)
    {
        int start = before <= Around ? 0 : before - Around, end = after <= Around ? text.Length : text.Length - after + Around;
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }

    /// <summary>Without comments and breaks of lines.</summary>
    private static string OneLine(SyntaxNode node)
    {
        var line = new StringBuilder();
        SyntaxToken previous = default;
        foreach (SyntaxToken token in node.DescendantTokens())
        {
            bool isApart = previous.HasTrailingTrivia || token.HasLeadingTrivia;
            line.Append(isApart && line.Length > 0 && line[^1] != '(' ? " " : "").Append(token.Text);
            previous = token;
        }

        return line.ToString();
    }
}
