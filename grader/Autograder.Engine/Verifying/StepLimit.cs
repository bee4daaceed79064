using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>
/// Makes a program count its steps, which are calls of its own methods and turns of its loops, and throw when it has taken too
/// many or is too deep in calls. A mutant that never ends is so ended without a clock and without a thread that could not be.
/// </summary>
internal sealed class StepLimit : CSharpSyntaxRewriter
{
    internal const string TypeName = "__Steps";
    internal const string FieldName = "Left";

    internal const string Source = $$"""
        internal static class {{TypeName}}
        {
            internal static long {{FieldName}};

            internal static void Take()
            {
                System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                if (--{{FieldName}} < 0)
                {
                    throw new System.InvalidOperationException("It does not end.");
                }
            }
        }
        """;

    private static readonly StatementSyntax Step = SyntaxFactory.ParseStatement($"global::{TypeName}.Take();\n");

    internal static SyntaxTree Within(SyntaxTree tree) => tree.WithRootAndOptions(new StepLimit().Visit(tree.GetRoot()), tree.Options);

    public override SyntaxNode VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return visited.ExpressionBody is { } arrow
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow.Expression, visited.ReturnType))
            : visited.WithBody(Stepping(visited.Body));
    }

    public override SyntaxNode VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return visited.ExpressionBody is { } arrow
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow.Expression, visited.ReturnType))
            : visited.WithBody(Stepping(visited.Body));
    }

    public override SyntaxNode VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(Stepping(visited.Statement));
    }

    public override SyntaxNode VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(Stepping(visited.Statement));
    }

    public override SyntaxNode VisitDoStatement(DoStatementSyntax node)
    {
        var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return visited.WithStatement(Stepping(visited.Statement));
    }

    public override SyntaxNode VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return visited.WithStatement(Stepping(visited.Statement));
    }

    private static BlockSyntax Block(ExpressionSyntax expression, TypeSyntax returned)
    {
        StatementSyntax last = expression is ThrowExpressionSyntax thrown ? SyntaxFactory.ThrowStatement(Spaced(thrown.Expression))
            : returned is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } ? SyntaxFactory.ExpressionStatement(expression)
            : SyntaxFactory.ReturnStatement(Spaced(expression));
        return SyntaxFactory.Block(Step, last);
    }

    private static ExpressionSyntax Spaced(ExpressionSyntax expression) => expression.WithLeadingTrivia(SyntaxFactory.Space);

    private static BlockSyntax? Stepping(BlockSyntax? body) => body?.WithStatements(body.Statements.Insert(0, Step));

    private static StatementSyntax Stepping(StatementSyntax body) =>
        body is BlockSyntax block ? Stepping(block)! : SyntaxFactory.Block(Step, body);
}
