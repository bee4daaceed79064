using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>Another function, no function, and arguments, entries or variables in each other's place.</summary>
internal static class CallMutations
{
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["Exp"] = ["Log"],
        ["Log"] = ["Exp"],
        ["Sin"] = ["Cos"],
        ["Cos"] = ["Sin"],
        ["Sinh"] = ["Cosh"],
        ["Cosh"] = ["Sinh"],
        ["Max"] = ["Min"],
        ["Min"] = ["Max"],
        ["Sum"] = ["Average"],
        ["Average"] = ["Sum"],
        ["Maximum"] = ["Minimum"],
        ["Minimum"] = ["Maximum"],
        ["AbsoluteMaximum"] = ["AbsoluteMinimum"],
        ["AbsoluteMinimum"] = ["AbsoluteMaximum"],
        ["PointwiseExp"] = ["PointwiseLog"],
        ["PointwiseLog"] = ["PointwiseExp"],
        ["PointwiseSin"] = ["PointwiseCos"],
        ["PointwiseCos"] = ["PointwiseSin"],
        ["PointwiseMaximum"] = ["PointwiseMinimum"],
        ["PointwiseMinimum"] = ["PointwiseMaximum"],
        ["PointwiseMultiply"] = ["PointwiseDivide"],
        ["PointwiseDivide"] = ["PointwiseMultiply"],
        ["L1Norm"] = ["L2Norm"],
        ["L2Norm"] = ["L1Norm"],
        ["FrobeniusNorm"] = ["L2Norm"],
        ["Row"] = ["Column"],
        ["Column"] = ["Row"],
        ["RowCount"] = ["ColumnCount"],
        ["ColumnCount"] = ["RowCount"],
        ["RowSums"] = ["ColumnSums"],
        ["ColumnSums"] = ["RowSums"],
        ["Multiply"] = ["TransposeThisAndMultiply", "TransposeAndMultiply"],
        ["TransposeThisAndMultiply"] = ["Multiply", "TransposeAndMultiply"],
        ["TransposeAndMultiply"] = ["Multiply", "TransposeThisAndMultiply"],
    };

    internal static IEnumerable<string> Of(ExpressionSyntax node, SemanticModel model) =>
    [
        .. node switch
        {
            IdentifierNameSyntax name => OtherVariable(name, model),
            MemberAccessExpressionSyntax access => Others.GetValueOrDefault(access.Name.Identifier.Text, []).Select(other => $"{access.Expression}.{other}"),
            InvocationExpressionSyntax call => Operands(call, model),
            _ => [],
        },
        .. Neighbours(node, model),
    ];

    /// <summary>The next parameter of the same type, as where two letters are mixed up.</summary>
    private static IEnumerable<string> OtherVariable(IdentifierNameSyntax name, SemanticModel model)
    {
        if (model.GetSymbolInfo(name).Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
        {
            return [];
        }

        IParameterSymbol[] alike = [.. method.Parameters.Where(other => SymbolEqualityComparer.Default.Equals(other.Type, parameter.Type))];
        return [alike[(Array.FindIndex(alike, other => other.Ordinal == parameter.Ordinal) + 1) % alike.Length].Name];
    }

    /// <summary>A call of one or two operands becomes each of them that has its type: no transpose, no square root, no factor.</summary>
    private static IEnumerable<string> Operands(InvocationExpressionSyntax call, SemanticModel model)
    {
        ExpressionSyntax? receiver = call.Expression is MemberAccessExpressionSyntax access && model.GetSymbolInfo(access.Expression).Symbol is not ITypeSymbol ? access.Expression : null;
        ExpressionSyntax[] operands = [.. receiver is null ? (ExpressionSyntax[])[] : [receiver], .. call.ArgumentList.Arguments.Select(argument => argument.Expression)];
        return operands.Length > 2 ? [] : operands
            .Where(operand => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(operand).Type, model.GetTypeInfo(call).Type))
            .Select(MutationOperators.Operand);
    }

    /// <summary>Two neighbours of one type change places: indices, arguments, entries of a list and members of a tuple.</summary>
    private static IEnumerable<string> Neighbours(ExpressionSyntax node, SemanticModel model)
    {
        SyntaxNode[] listed = node switch
        {
            InvocationExpressionSyntax { Expression: var called } when called.ToString() is "Math.Max" or "Math.Min" => [],
            InvocationExpressionSyntax call => [.. call.ArgumentList.Arguments.Select(argument => argument.Expression)],
            ElementAccessExpressionSyntax access => [.. access.ArgumentList.Arguments.Select(argument => argument.Expression)],
            ArrayCreationExpressionSyntax array => [.. array.Type.RankSpecifiers[0].Sizes],
            InitializerExpressionSyntax initializer => [.. initializer.Expressions],
            CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
            TupleExpressionSyntax tuple => [.. tuple.Arguments.Select(argument => argument.Expression)],
            _ => [],
        };
        return listed.Zip(listed.Skip(1)).Where(pair => AreAlike(pair.First, pair.Second, model)).Select(pair =>
        {
            string text = node.ToString();
            int start = node.SpanStart;
            return text[..(pair.First.SpanStart - start)] + pair.Second + text[(pair.First.Span.End - start)..(pair.Second.SpanStart - start)]
                + pair.First + text[(pair.Second.Span.End - start)..];
        });
    }

    /// <summary>The order of texts never matters: they are the keys of options.</summary>
    private static bool AreAlike(SyntaxNode first, SyntaxNode second, SemanticModel model) =>
        model.GetTypeInfo(first).ConvertedType is { SpecialType: not SpecialType.System_String } type && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(second).ConvertedType);
}
