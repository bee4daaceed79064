using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Specs;

/// <summary>Which mathematical type a C# type stands for, from its name alone: no stranger's type is ever loaded.</summary>
internal static class CSharpTypes
{
    private static readonly Dictionary<string, AnswerType> Known = new(StringComparer.Ordinal)
    {
        ["double"] = new ScalarType(ScalarKind.Real),
        ["int"] = new ScalarType(ScalarKind.Integer),
        ["long"] = new ScalarType(ScalarKind.Integer),
        ["bool"] = new ScalarType(ScalarKind.Truth),
        ["string"] = new TextType(),
        ["string[]"] = new TextListType(),
        ["double[]"] = new TensorType(1),
        ["double[,]"] = new TensorType(2),
        ["double[][]"] = new TensorType(2),
        ["double[,,]"] = new TensorType(3),
        ["double[,,,]"] = new TensorType(4),
        ["Vector<double>"] = new TensorType(1),
        ["Matrix<double>"] = new TensorType(2),
        ["MathNet.Numerics.LinearAlgebra.Vector<double>"] = new TensorType(1),
        ["MathNet.Numerics.LinearAlgebra.Matrix<double>"] = new TensorType(2),
        ["MathNet.Numerics.LinearAlgebra.Double.DenseVector"] = new TensorType(1),
        ["MathNet.Numerics.LinearAlgebra.Double.DenseMatrix"] = new TensorType(2),
        ["System.Collections.Generic.IEnumerable<double[]>"] = new TensorType(2),
    };

    private const int LongestType = 2000;
    private const int DeepestType = 16;

    private static readonly string[] Sequences = ["List", "IList", "IReadOnlyList", "ICollection", "IReadOnlyCollection", "IEnumerable"];

    /// <summary>As people write it: without the namespaces that every homework uses.</summary>
    internal static string Short(string type) => type
        .Replace("MathNet.Numerics.LinearAlgebra.", "", StringComparison.Ordinal)
        .Replace("System.Collections.Generic.", "", StringComparison.Ordinal)
        .Replace("System.Func<", "Func<", StringComparison.Ordinal);

    /// <returns>Null when it stands for none.</returns>
    internal static AnswerType? Read(string type) => IsPlain(type) ? Read(SyntaxFactory.ParseTypeName(type)) : null;

    /// <inheritdoc cref="Read(string)"/>
    internal static AnswerType? Read(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => Read(nullable.ElementType),
        TupleTypeSyntax tuple => ReadTuple(tuple),
        _ when Function(type) is { } function => ReadFunction(function),
        _ when Known.TryGetValue(Compact(type), out AnswerType? known) => known,
        _ => ReadSequence(Compact(type)),
    };

    /// <summary>
    /// Whether a method with that result may answer where the other is declared: the same mathematical type, or a number
    /// that C# itself would convert.
    /// </summary>
    internal static bool IsResultFor(AnswerType declared, string written) =>
        (written == "float" ? new ScalarType(ScalarKind.Real) : Read(written)) is { } found
        && (IsSame(declared, found)
            || (declared is ScalarType { Kind: ScalarKind.Real } && found is ScalarType { Kind: ScalarKind.Integer }));

    internal static bool IsParameterFor(AnswerType declared, string written) => Read(written) is { } found && IsSame(declared, found);

    /// <summary>The same mathematical type; members of a group, in a delegate as well, must have the same names, or none.</summary>
    private static bool IsSame(AnswerType declared, AnswerType found) => (declared, found) switch
    {
        (GroupType expected, GroupType group) =>
            expected.Members.Length == group.Members.Length
            && expected.Members.Zip(group.Members).All(pair =>
                IsSame(pair.First.Type, pair.Second.Type)
                && (pair.First.Name.Length == 0 || pair.Second.Name.Length == 0 || pair.Second.Name.Equals(pair.First.Name, StringComparison.OrdinalIgnoreCase))),
        (FunctionType expected, FunctionType function) =>
            expected.Parameters.Length == function.Parameters.Length
            && expected.Parameters.Zip(function.Parameters).All(pair => IsSame(pair.First, pair.Second))
            && IsSame(expected.Result, function.Result),
        _ => declared == found,
    };

    /// <summary>A student may write a type that is nested so deeply that reading it would end the grader.</summary>
    private static bool IsPlain(string type)
    {
        int depth = 0;
        return type.Length <= LongestType && type.All(letter => (depth += letter is '(' or '<' or '[' ? 1 : letter is ')' or '>' or ']' ? -1 : 0) <= DeepestType);
    }

    private static string Compact(TypeSyntax type) => string.Concat(type.ToString().Where(letter => !char.IsWhiteSpace(letter)));

    private static AnswerType? ReadSequence(string type)
    {
        int bracket = type.IndexOf('<', StringComparison.Ordinal);
        string name = bracket < 0 ? type : type[..bracket];
        name = name.StartsWith("System.Collections.Generic.", StringComparison.Ordinal) ? name["System.Collections.Generic.".Length..] : name;
        return bracket < 0 || !Sequences.Contains(name) ? null : type[bracket..] switch
        {
            "<double>" => new TensorType(1),
            "<string>" => new TextListType(),
            _ => null,
        };
    }

    private static GroupType? ReadTuple(TupleTypeSyntax tuple)
    {
        var members = tuple.Elements.Select(element => (Name: element.Identifier.ValueText, Type: Read(element.Type))).ToList();
        return members.Exists(member => member.Type is null)
            ? null
            : new GroupType([.. members.Select(member => (member.Name, member.Type!))]);
    }

    private static GenericNameSyntax? Function(TypeSyntax type) => type switch
    {
        GenericNameSyntax { Identifier.ValueText: "Func" } function => function,
        QualifiedNameSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "System" }, Right: GenericNameSyntax { Identifier.ValueText: "Func" } function } => function,
        _ => null,
    };

    private static FunctionType? ReadFunction(GenericNameSyntax function)
    {
        ImmutableArray<AnswerType?> types = [.. function.TypeArgumentList.Arguments.Select(Read)];
        return types.Contains(null) ? null : new FunctionType([.. types[..^1].Select(type => type!)], types[^1]!);
    }
}
