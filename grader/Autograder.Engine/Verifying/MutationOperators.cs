using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>What a slip makes of an expression: the mistakes that students give, and some that only show whether points see at all.</summary>
internal static class MutationOperators
{
    /// <returns>C# for the place of the expression, right in any place where the expression may stand. It may not compile, or be what stands there already.</returns>
    internal static IEnumerable<string> Of(ExpressionSyntax node, SemanticModel model)
    {
        bool isTarget = node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node;
        return isTarget || node.Parent is NameColonSyntax or NameEqualsSyntax
            ? []
            : [.. ArithmeticMutations.Of(node, model), .. LogicMutations.Of(node), .. MatrixMutations.Of(node, model), .. CallMutations.Of(node, model)];
    }

    /// <summary>In parentheses where it needs them beside an operator or a dot.</summary>
    internal static string Operand(ExpressionSyntax node) => IsPrimary(node) ? $"{node}" : $"({node})";

    internal static bool IsPrimary(ExpressionSyntax node) =>
        node is IdentifierNameSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax;
}
