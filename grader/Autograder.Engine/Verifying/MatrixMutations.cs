using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>Transposes, indices and sizes.</summary>
internal static class MatrixMutations
{
    private static readonly HashSet<string> Sizes = ["RowCount", "ColumnCount", "Count", "Length"];

    internal static IEnumerable<string> Of(ExpressionSyntax node, SemanticModel model)
    {
        if (node is MemberAccessExpressionSyntax size && Sizes.Contains(size.Name.Identifier.Text) && model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Int32)
        {
            return [$"({node} - 1)"];
        }

        return KeyTypes.IsMatrix(model.GetTypeInfo(node).Type) && MutationOperators.IsPrimary(node) && IsUsedWhole(node) && !IsDiagonal(node) ? [$"{node}.Transpose()"] : [];
    }

    /// <summary>Made as one, so that its transpose is itself.</summary>
    private static bool IsDiagonal(ExpressionSyntax node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } }
        && (name.Contains("Diagonal", StringComparison.Ordinal) || name.Contains("Identity", StringComparison.Ordinal));

    /// <summary>Neither one name of several, nor asked for its sizes or its transpose, which other operators change.</summary>
    private static bool IsUsedWhole(ExpressionSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node && !Sizes.Contains(access.Name.Identifier.Text) && access.Name.Identifier.Text is not "Transpose",
        ParenthesizedExpressionSyntax => false,
        _ => true,
    };
}
