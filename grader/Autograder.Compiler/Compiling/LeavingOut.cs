using System.Collections.Immutable;
using Autograder.Compiler.Gate;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Compiler.Compiling;

/// <summary>Takes out of sources the members in which something failed, and keeps why; the places of everything else stay true.</summary>
internal sealed class LeavingOut
{
    private const string ThrowStart = "{throw new global::System.NotImplementedException(\"this method ";

    /// <summary>By the place of a method whose body was left out, or which was removed.</summary>
    internal Dictionary<(string File, int Line, int Column), List<SourceError>> Errors { get; } = [];

    /// <summary>Methods that are no longer in the sources.</summary>
    internal List<MethodDescription> Removed { get; } = [];

    /// <returns>The trees without the bodies in which something failed, or, where that is not enough, without the whole members.</returns>
    internal ImmutableArray<SyntaxTree> From(ImmutableArray<SyntaxTree> trees, ImmutableArray<Diagnostic> failures) =>
        [.. trees.Select(tree => From(tree, [.. failures.Where(failure => failure.Location.SourceTree == tree)]))];

    private SyntaxTree From(SyntaxTree tree, ImmutableArray<Diagnostic> failures)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var parts = failures.GroupBy(failure => Removable(root.FindNode(failure.Location.SourceSpan), GateDiagnostics.IsOne(failure))).ToList();
        var changes = new List<TextChange>();
        foreach (IGrouping<SyntaxNode?, Diagnostic> part in parts)
        {
            changes.AddRange(Change(root, part.Key, part));
        }

        // Members may be nested (a method of a local type); the outermost change is enough.
        TextChange[] outermost = [.. changes.Where(change => !changes.Exists(other => other.Span != change.Span && other.Span.Contains(change.Span)))];
        return outermost.Length == 0 ? tree : Sources.Parse(tree.GetText().WithChanges(outermost.DistinctBy(change => change.Span)), tree.FilePath);
    }

    private IEnumerable<TextChange> Change(CompilationUnitSyntax root, SyntaxNode? part, IEnumerable<Diagnostic> failures)
    {
        if (part is BaseMethodDeclarationSyntax member)
        {
            Note(member, failures);
            if (Body(member) is { } body)
            {
                string why = failures.Any(GateDiagnostics.IsOne) ? "uses what is not available here" : "does not compile";
                return [new TextChange(body, BlankBody(root.GetText(), body, why))];
            }
        }

        switch (part)
        {
            case null:
                return [];
            case GlobalStatementSyntax:
                return Statements(root);
            case MethodDeclarationSyntax method:
                Removed.Add(MethodCatalogue.OfRemoved(method, Errors[MethodCatalogue.Place(method)]));
                break;
        }

        return [new TextChange(part.Span, Blank(part.ToString()))];
    }

    /// <summary>All statements outside of classes, of which nothing is graded; an empty one keeps the file what it is.</summary>
    private static IEnumerable<TextChange> Statements(CompilationUnitSyntax root) => root.Members.OfType<GlobalStatementSyntax>()
        .Select((statement, index) => new TextChange(statement.Span, index == 0 ? "{}" + Blank(statement.ToString())[Math.Min(2, statement.Span.Length)..] : Blank(statement.ToString())));

    /// <summary>The part of the program that may be left out for an error there: a member that holds no others, or a using directive.</summary>
    /// <param name="isForbidden">Then also a statement outside of classes, because what the statements were for is run nowhere.</param>
    private static SyntaxNode? Removable(SyntaxNode failed, bool isForbidden) => failed.AncestorsAndSelf().FirstOrDefault(node =>
        node is BaseMethodDeclarationSyntax or BaseFieldDeclarationSyntax or BasePropertyDeclarationSyntax or UsingDirectiveSyntax
        || (isForbidden && node is GlobalStatementSyntax));

    /// <summary>White space on as many lines and columns.</summary>
    private static string Blank(string text) => string.Concat(text.Select(letter => letter is '\n' or '\r' ? letter : ' '));

    private void Note(BaseMethodDeclarationSyntax member, IEnumerable<Diagnostic> failures)
    {
        (string, int, int) place = MethodCatalogue.Place(member);
        if (!Errors.TryGetValue(place, out List<SourceError>? errors))
        {
            errors = [];
        }

        Errors[place] = [.. SourceErrors.InOrder(errors.Union(failures.Select(SourceErrors.Of)))];
    }

    /// <summary>The span to replace; null when the body is left out already, so that the error lies elsewhere.</summary>
    private static TextSpan? Body(BaseMethodDeclarationSyntax member)
    {
        if (member.Body is { } block)
        {
            return block.ToString().Contains(ThrowStart, StringComparison.Ordinal) ? null : block.Span;
        }

        return member.ExpressionBody is { } arrow ? TextSpan.FromBounds(arrow.SpanStart, member.Span.End) : null;
    }

    /// <summary>
    /// A body that throws and ends on the line and in the column of the other: the places of everything after it stay true.
    /// (Not in the rest of its line, if all of it was shorter than what takes its place.)
    /// </summary>
    private static string BlankBody(SourceText text, TextSpan body, string why)
    {
        string thrown = $"{ThrowStart}{why}\");}}";
        LinePosition start = text.Lines.GetLinePosition(body.Start), end = text.Lines.GetLinePosition(body.End);
        int lines = end.Line - start.Line;
        int spaces = lines > 0 ? end.Character : Math.Max(0, body.Length - thrown.Length);
        return thrown + new string('\n', lines) + new string(' ', spaces);
    }
}
