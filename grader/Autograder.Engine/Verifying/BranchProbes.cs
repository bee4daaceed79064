using System.Collections.Immutable;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>One way that the code can go on from a decision.</summary>
/// <param name="Decision">The same number for all ways from one place.</param>
/// <param name="Text">Such as <c>h &gt; 0 is false</c>.</param>
/// <param name="IsGuard">It only throws, so that points need not take it.</param>
internal sealed record Branch(int Decision, SpecPlace Place, string Text, bool IsGuard);

/// <summary>
/// Makes a program count which branches of its conditionals and switches it takes. A condition that declares a variable is left
/// as it is, because a call around it would hide whether the variable has a value.
/// </summary>
internal sealed class BranchProbes : CSharpSyntaxRewriter
{
    internal const string TypeName = "__Branches";
    internal const string FieldName = "Taken";

    private readonly ImmutableArray<Branch>.Builder _branches = ImmutableArray.CreateBuilder<Branch>();
    private int _decisions;

    internal ImmutableArray<Branch> Branches => _branches.ToImmutable();

    internal string Source => $$"""
        internal static class {{TypeName}}
        {
            internal static readonly int[] {{FieldName}} = new int[{{_branches.Count}}];

            internal static bool Either(int branch, bool condition)
            {
                {{FieldName}}[condition ? branch : branch + 1]++;
                return condition;
            }

            internal static bool When(int branch, bool condition)
            {
                {{FieldName}}[branch] += condition ? 1 : 0;
                return condition;
            }
        }
        """;

    internal SyntaxTree Within(SyntaxTree tree) => tree.WithRootAndOptions(Visit(tree.GetRoot()), tree.Options);

    public override SyntaxNode VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        if (DeclaresVariable(node.Condition))
        {
            return base.VisitConditionalExpression(node)!;
        }

        int branch = Add(node.Condition, node.WhenTrue is ThrowExpressionSyntax, node.WhenFalse is ThrowExpressionSyntax);
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return visited.WithCondition(Probe("Either", branch, visited.Condition));
    }

    public override SyntaxNode VisitIfStatement(IfStatementSyntax node)
    {
        if (DeclaresVariable(node.Condition))
        {
            return base.VisitIfStatement(node)!;
        }

        int branch = Add(node.Condition, OnlyThrows(node.Statement), node.Else is { } other && OnlyThrows(other.Statement));
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithCondition(Probe("Either", branch, visited.Condition));
    }

    public override SyntaxNode VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        int decision = _decisions++;
        int[] branches = [.. node.Arms.Select(arm => Add(decision, arm, $"{arm.Pattern}{arm.WhenClause}", arm.Expression is ThrowExpressionSyntax))];
        var visited = (SwitchExpressionSyntax)base.VisitSwitchExpression(node)!;
        return visited.WithArms(SyntaxFactory.SeparatedList(visited.Arms.Select((arm, index) =>
            arm.WithWhenClause(SyntaxFactory.WhenClause(Probe("When", branches[index], arm.WhenClause?.Condition ?? SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)))
                .NormalizeWhitespace().WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space))), visited.Arms.GetSeparators()));
    }

    public override SyntaxNode VisitSwitchStatement(SwitchStatementSyntax node)
    {
        int decision = _decisions++;
        int[] branches = [.. node.Sections.Select(section => Add(decision, section, $"{section.Labels[0]}", section.Statements.All(OnlyThrows)))];
        var visited = (SwitchStatementSyntax)base.VisitSwitchStatement(node)!;
        return visited.WithSections(SyntaxFactory.List(visited.Sections.Select((section, index) =>
            section.WithStatements(section.Statements.Insert(0, SyntaxFactory.ParseStatement($"global::{TypeName}.When({branches[index]}, true);\n"))))));
    }

    private static ExpressionSyntax Probe(string method, int branch, ExpressionSyntax condition) =>
        SyntaxFactory.ParseExpression($"global::{TypeName}.{method}({branch}, {condition.ToFullString()})").WithTriviaFrom(condition);

    private static bool DeclaresVariable(ExpressionSyntax condition) => condition.DescendantNodes().Any(node => node is VariableDesignationSyntax and not DiscardDesignationSyntax);

    private static bool OnlyThrows(StatementSyntax statement) =>
        statement is ThrowStatementSyntax || (statement is BlockSyntax block && block.Statements.Count > 0 && block.Statements.All(OnlyThrows));

    private int Add(ExpressionSyntax condition, bool isTrueGuard, bool isFalseGuard)
    {
        int decision = _decisions++, first = Add(decision, condition, $"{condition} is true", isTrueGuard);
        Add(decision, condition, $"{condition} is false", isFalseGuard);
        return first;
    }

    private int Add(int decision, SyntaxNode at, string text, bool isGuard)
    {
        FileLinePositionSpan place = at.GetLocation().GetLineSpan();
        _branches.Add(new Branch(decision, new SpecPlace(place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1), text, isGuard));
        return _branches.Count - 1;
    }
}
