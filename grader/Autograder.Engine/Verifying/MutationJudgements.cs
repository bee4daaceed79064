using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Verifying;

/// <summary>
/// Staff's judgements of survivors that are no mistakes, beside the code that they are about: comments of the form
/// <c>// equivalent: t.Maximum() → t.Minimum(), because any shift cancels</c>, with the change as it is listed. One stands at the
/// end of the changed line or among the comments directly above it; a reason may go on in the next comment.
/// </summary>
internal sealed partial class MutationJudgements
{
    private readonly List<Judgement> _judgements = [];

    /// <param name="Line">The one that it is about.</param>
    private sealed record Judgement(SpecPlace Place, int Line, string Change, string Reason)
    {
        internal bool IsUsed { get; set; }
    }

    internal MutationJudgements(SyntaxTree reference)
    {
        SourceText text = reference.GetText();
        SyntaxTrivia[] comments = [.. reference.GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))];
        Dictionary<int, string> alone = comments.Where(comment => IsAlone(text, comment)).ToDictionary(comment => LineOf(text, comment), comment => Said(comment));
        foreach (SyntaxTrivia comment in comments)
        {
            int line = LineOf(text, comment), about = line, after = line + 1;
            string said = Said(comment);
            while (IsAlone(text, comment) && alone.ContainsKey(about))
            {
                about++;
            }

            for (; alone.TryGetValue(after, out string? more) && !Form().IsMatch(more); after++)
            {
                said += $" {more}";
            }

            if (Form().Match(said) is { Success: true } match)
            {
                var place = new SpecPlace(reference.FilePath, line + 1, text.Lines.GetLinePosition(comment.SpanStart).Character + 1);
                _judgements.Add(new Judgement(place, about + 1, match.Groups["change"].Value, match.Groups["reason"].Value));
            }
        }
    }

    /// <summary>Those that were never found, in order.</summary>
    internal ImmutableArray<StaleJudgement> Unused =>
        [.. _judgements.Where(judgement => !judgement.IsUsed).Select(judgement => new StaleJudgement(judgement.Place, judgement.Change))];

    /// <returns>Why the survivor is no mistake; null where nobody has said so.</returns>
    internal string? Find(Mutant survivor)
    {
        string? reason = null;
        foreach (Judgement judgement in _judgements.Where(judgement => judgement.Line == survivor.Place.Line && judgement.Change == survivor.Change))
        {
            judgement.IsUsed = true;
            reason ??= judgement.Reason;
        }

        return reason;
    }

    private static int LineOf(SourceText text, SyntaxTrivia comment) => text.Lines.GetLinePosition(comment.SpanStart).Line;

    private static string Said(SyntaxTrivia comment) => comment.ToString().TrimStart('/').Trim();

    private static bool IsAlone(SourceText text, SyntaxTrivia comment) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(comment.SpanStart).Start, comment.SpanStart)));

    [GeneratedRegex("^equivalent: (?<change>.+ → .+?), because (?<reason>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
