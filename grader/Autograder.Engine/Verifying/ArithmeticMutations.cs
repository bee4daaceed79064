using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>Signs, terms, factors and constants.</summary>
internal static class ArithmeticMutations
{
    internal static IEnumerable<string> Of(ExpressionSyntax node, SemanticModel model)
    {
        TypeInfo type = model.GetTypeInfo(node);
        IEnumerable<string> changed = node switch
        {
            BinaryExpressionSyntax binary => Binary(binary, model),
            AssignmentExpressionSyntax assignment => Assignment(assignment),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [$"{minus.Operand}"],
            LiteralExpressionSyntax { Token.Value: int or double } literal => Constant(literal, type.ConvertedType),
            _ => [],
        };
        return IsResult(node) && KeyTypes.IsReal(type.Type) ? [.. changed, $"-{MutationOperators.Operand(node)}"] : changed;
    }

    private static IEnumerable<string> Binary(BinaryExpressionSyntax node, SemanticModel model)
    {
        (string left, string right) = ($"{node.Left}", $"{node.Right}");
        return node.Kind() switch
        {
            SyntaxKind.AddExpression => [$"{left} - {right}", left, right],
            SyntaxKind.SubtractExpression => [$"{left} + {right}", left, $"-{right}"],
            SyntaxKind.MultiplyExpression => [$"{left} / {right}", left, right],
            SyntaxKind.DivideExpression => [$"{left} * {right}", left, $"{One(node, model)} / {right}", .. WholeDivision(node, model)],
            SyntaxKind.ModuloExpression => [$"{left} / {right}", left],
            _ => [],
        };
    }

    /// <summary>A dropped numerator leaves a reciprocal.</summary>
    private static string One(BinaryExpressionSyntax node, SemanticModel model) =>
        model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Int32 ? "1" : "1.0";

    /// <summary>1 / N where 1.0 / N is meant.</summary>
    private static IEnumerable<string> WholeDivision(BinaryExpressionSyntax node, SemanticModel model) =>
        node.Left is LiteralExpressionSyntax { Token.Value: double value } && double.IsInteger(value) && model.GetTypeInfo(node.Right).Type?.SpecialType == SpecialType.System_Int32
            ? [$"{value.ToString(CultureInfo.InvariantCulture)} / {node.Right}"]
            : [];

    private static IEnumerable<string> Assignment(AssignmentExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.AddAssignmentExpression => [$"{node.Left} -= {node.Right}"],
        SyntaxKind.SubtractAssignmentExpression => [$"{node.Left} += {node.Right}"],
        SyntaxKind.MultiplyAssignmentExpression => [$"{node.Left} /= {node.Right}"],
        SyntaxKind.DivideAssignmentExpression => [$"{node.Left} *= {node.Right}"],
        _ => [],
    };

    /// <summary>One more, the negative and the double of a factor; one more or less of an exponent, an index or a number of entries.</summary>
    private static IEnumerable<string> Constant(LiteralExpressionSyntax literal, ITypeSymbol? type)
    {
        double value = Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture);
        bool isCount = type?.SpecialType == SpecialType.System_Int32 || IsExponent(literal);
        double[] others = isCount ? [value + 1, value - 1] : [value + 1, value == 1 ? 0 : -value, 2 * value];
        return others.Where(other => other != value).Distinct().Select(other => literal.Parent is PrefixUnaryExpressionSyntax && other < 0 ? $"({Literal(other)})" : Literal(other));

        // 13.0 stays a double, or the division by what follows would change, too.
        string Literal(double other) =>
            other.ToString(CultureInfo.InvariantCulture) + (literal.Token.Value is double && double.IsInteger(other) ? ".0" : "");
    }

    private static bool IsExponent(LiteralExpressionSyntax literal) =>
        literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Pow" or "PointwisePower" } } } };

    /// <summary>What a method returns, or a member of a tuple that it returns.</summary>
    private static bool IsResult(SyntaxNode node) => node.Parent switch
    {
        ReturnStatementSyntax or ArrowExpressionClauseSyntax => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsResult(tuple),
        _ => false,
    };
}
