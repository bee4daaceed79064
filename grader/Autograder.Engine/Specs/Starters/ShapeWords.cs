using System.Collections.Immutable;
using Autograder.Core.Assignments;

namespace Autograder.Engine.Specs.Starters;

/// <summary>Says a shape in the words of homeworks: "vector of D", "N x D matrix".</summary>
internal static class ShapeWords
{
    /// <param name="extents">As they are named or written; empty when they are not known.</param>
    internal static string Of(AnswerType type, ImmutableArray<string> extents) => type switch
    {
        ScalarType { Kind: ScalarKind.Real } => "number",
        ScalarType { Kind: ScalarKind.Integer } => "whole number",
        ScalarType => "true or false",
        TensorType { Rank: 1 } => extents is [var length] ? $"vector of {length}" : "vector",
        TensorType tensor => $"{string.Join(" x ", extents)} {Name(tensor.Rank)}".TrimStart(),
        TextType => "short text",
        TextListType => "several short texts",
        FunctionType function => $"function of {string.Join(" and ", function.Parameters.Select(WithArticle))} to {WithArticle(function.Result)}",
        GroupType group => $"tuple of {string.Join(", ", group.Members.Select(member => Of(member.Type, [])))}",
        _ => throw new InvalidOperationException("a type without words"),
    };

    private static string Name(int rank) => rank == 2 ? "matrix" : $"array with {rank} indices";

    private static string WithArticle(AnswerType type) => type is ScalarType { Kind: ScalarKind.Truth } or TextListType ? Of(type, []) : $"a {Of(type, [])}";
}
