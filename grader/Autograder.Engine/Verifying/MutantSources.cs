using System.Collections.Immutable;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Verifying;

/// <param name="Text">The whole reference, changed.</param>
/// <param name="ReachedBy">The places of the answers that the changed member is part of.</param>
internal sealed record MutantSource(Mutant Mutant, SourceText Text, ImmutableSortedSet<int> ReachedBy);

/// <summary>All mutants of a reference, in the order of their places.</summary>
internal static class MutantSources
{
    internal static IEnumerable<MutantSource> Of(KeyProgram program, MutationReach reach)
    {
        SyntaxTree tree = program.ReferenceTree;
        SemanticModel model = program.Compilation.GetSemanticModel(tree);
        SourceText text = tree.GetText();
        return reach.Members.SelectMany(member => Edits(member, model)
            .DistinctBy(edit => edit.Minimal)
            .OrderBy(edit => edit.Minimal.Start)
            .Select(edit => new MutantSource(
                new Mutant(NameOf(member, model), PlaceOf(tree, text, edit.Minimal.Start), MutantText.Of(edit.Node, edit.Replacement)),
                text.WithChanges(new TextChange(edit.Node.Span, edit.Replacement)),
                reach.AnswersOf(member))));
    }

    private sealed record Edit(ExpressionSyntax Node, string Replacement)
    {
        /// <summary>What two edits have in common that make the same mutant: where it differs, and the old and the new text there.</summary>
        internal (int Start, string Old, string New) Minimal
        {
            get
            {
                string old = Node.ToString();
                int most = Math.Min(old.Length, Replacement.Length), before = 0, after = 0;
                while (before < most && old[before] == Replacement[before])
                {
                    before++;
                }

                while (after < most - before && old[^(after + 1)] == Replacement[^(after + 1)])
                {
                    after++;
                }

                return (Node.SpanStart + before, old[before..^after], Replacement[before..^after]);
            }
        }
    }

    private static IEnumerable<Edit> Edits(SyntaxNode member, SemanticModel model) =>
        member.DescendantNodes(node => node is not AttributeListSyntax).OfType<ExpressionSyntax>()
            .Where(node => !model.GetConstantValue(node).HasValue || node is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax or BinaryExpressionSyntax)
            .SelectMany(node => MutationOperators.Of(node, model).Where(replacement => replacement != node.ToString()).Select(replacement => new Edit(node, replacement)));

    private static string NameOf(SyntaxNode member, SemanticModel model) => model.GetDeclaredSymbol(member)!.Name;

    private static SpecPlace PlaceOf(SyntaxTree tree, SourceText text, int position)
    {
        while (char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        LinePosition place = text.Lines.GetLinePosition(position);
        return new SpecPlace(tree.FilePath, place.Line + 1, place.Character + 1);
    }
}
