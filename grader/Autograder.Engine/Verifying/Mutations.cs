using Autograder.Engine.Keys;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Verifying;

/// <summary>All mutations of a reference, in the order of their places.</summary>
internal static class Mutations
{
    internal static IEnumerable<Mutation> Of(KeyProgram program, MutationReach reach)
    {
        SyntaxTree tree = program.ReferenceTree;
        SemanticModel model = program.Compilation.GetSemanticModel(tree);
        SourceText text = tree.GetText();
        return reach.Methods.SelectMany(method => Edits(method, model)
            .DistinctBy(edit => edit.Minimal)
            .OrderBy(edit => edit.Minimal.Start)
            .Select(edit => new Mutation(
                new Mutant(method.Identifier.Text, PlaceOf(tree, text, edit.Minimal.Start), MutantText.Of(edit.Node, edit.Replacement)),
                method,
                new TextChange(edit.Node.Span, edit.Replacement),
                reach.AnswersOf(method))));
    }

    private sealed record Edit(ExpressionSyntax Node, string Replacement)
    {
        /// <summary>Where it makes a difference, and the old and the new text there: equal for edits that make the same mutant.</summary>
        internal (int Start, string Old, string New) Minimal
        {
            get
            {
                string old = Node.ToString();
                (int before, int after) = MutantText.Common(old, Replacement);
                return (Node.SpanStart + before, old[before..^after], Replacement[before..^after]);
            }
        }
    }

    private static IEnumerable<Edit> Edits(MethodDeclarationSyntax method, SemanticModel model) =>
        ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.DescendantNodes().OfType<ExpressionSyntax>()
            .SelectMany(node => MutationOperators.Of(node, model).Where(replacement => replacement != node.ToString()).Select(replacement => new Edit(node, replacement)))
        ?? [];

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
