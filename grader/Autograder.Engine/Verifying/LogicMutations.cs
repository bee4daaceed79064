using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>Comparisons the other way and with the other boundary, and one branch always.</summary>
internal static class LogicMutations
{
    private static readonly Dictionary<SyntaxKind, string[]> Others = new()
    {
        [SyntaxKind.GreaterThanExpression] = ["<", ">="],
        [SyntaxKind.LessThanExpression] = [">", "<="],
        [SyntaxKind.GreaterThanOrEqualExpression] = ["<=", ">"],
        [SyntaxKind.LessThanOrEqualExpression] = [">=", "<"],
        [SyntaxKind.EqualsExpression] = ["!="],
        [SyntaxKind.NotEqualsExpression] = ["=="],
        [SyntaxKind.LogicalAndExpression] = ["||"],
        [SyntaxKind.LogicalOrExpression] = ["&&"],
    };

    internal static IEnumerable<string> Of(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax binary => Others.GetValueOrDefault(binary.Kind(), []).Select(other => $"{binary.Left} {other} {binary.Right}"),
        ConditionalExpressionSyntax conditional => [$"{conditional.WhenTrue}", $"{conditional.WhenFalse}"],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [$"{not.Operand}"],
        _ => [],
    };
}
