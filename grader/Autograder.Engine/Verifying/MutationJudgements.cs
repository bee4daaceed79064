using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Verifying;

/// <summary>
/// Staff's judgements of survivors that are no mistakes, beside the code that they are about: comments of the form
/// <c>// equivalent: hessian * w → hessian.Transpose() * w, because a Hessian is symmetric</c>, with the change as it is listed.
/// Where whatever is done to an expression is right, it is <c>… → anything</c>. A judgement stands among the comments directly
/// above the changed line, and may go on in the comment below.
/// </summary>
internal sealed partial class MutationJudgements
{
    private const string Start = "equivalent:";
    private const string Anything = " → anything";

    private readonly ImmutableArray<Judgement> _judgements;
    private readonly HashSet<Judgement> _used = [];

    internal MutationJudgements(SyntaxTree reference)
    {
        SourceText text = reference.GetText();
        Dictionary<int, SyntaxTrivia> comments = reference.GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .ToDictionary(comment => text.Lines.GetLinePosition(comment.SpanStart).Line);
        _judgements = [.. comments.Keys.Order().Where(line => Said(comments[line]).StartsWith(Start, StringComparison.Ordinal)).Select(line =>
        {
            LinePosition place = text.Lines.GetLinePosition(comments[line].SpanStart);
            return Judgement.Read(new SpecPlace(reference.FilePath, place.Line + 1, place.Character + 1), FirstLineBelow(comments, line) + 1, Whole(comments, line));
        })];
    }

    /// <summary>Those that were about no survivor, in order.</summary>
    internal ImmutableArray<StaleJudgement> Unused =>
        [.. _judgements.Except(_used).Select(judgement => new StaleJudgement(judgement.Place, judgement.Change))];

    /// <returns>Why the survivor is no mistake; null where nobody has said so.</returns>
    internal string? Find(Mutant survivor)
    {
        Judgement? judgement = _judgements.FirstOrDefault(judgement => judgement.IsAbout(survivor));
        if (judgement is not null)
        {
            _used.Add(judgement);
        }

        return judgement?.Reason;
    }

    private static string Said(SyntaxTrivia comment) => comment.ToString().TrimStart('/').Trim();

    /// <summary>Up to the next judgement or the end of the comments.</summary>
    private static string Whole(Dictionary<int, SyntaxTrivia> comments, int line)
    {
        string said = Said(comments[line]);
        for (int next = line + 1; comments.TryGetValue(next, out SyntaxTrivia more) && !Said(more).StartsWith(Start, StringComparison.Ordinal); next++)
        {
            said += $" {Said(more)}";
        }

        return said;
    }

    private static int FirstLineBelow(Dictionary<int, SyntaxTrivia> comments, int line)
    {
        while (comments.ContainsKey(line))
        {
            line++;
        }

        return line;
    }

    /// <param name="Line">The one that it is about.</param>
    /// <param name="Change">All that is said when it is not of the form; that is about no survivor.</param>
    private sealed partial record Judgement(SpecPlace Place, int Line, string Change, string Reason)
    {
        internal static Judgement Read(SpecPlace place, int line, string said)
        {
            Match match = Form().Match(said);
            return new Judgement(place, line, match.Success ? match.Groups["change"].Value : said, match.Groups["reason"].Value);
        }

        internal bool IsAbout(Mutant survivor) => survivor.Place.Line == Line && (survivor.Change == Change
            || (Change.EndsWith(Anything, StringComparison.Ordinal) && survivor.Change.StartsWith($"{Change[..^Anything.Length]} → ", StringComparison.Ordinal)));

        [GeneratedRegex("^equivalent: (?<change>.+ → .+), because (?<reason>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Form();
    }
}
