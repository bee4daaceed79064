using Microsoft.CodeAnalysis;

namespace Autograder.Engine.Verifying;

/// <summary>The types of the mathematics, as the compiler knows them.</summary>
internal static class KeyTypes
{
    internal static bool IsMatrix(ITypeSymbol? type) => type is { Name: "Matrix", ContainingNamespace.Name: "LinearAlgebra" };

    /// <summary>A number, vector or matrix, of which there is a negative.</summary>
    internal static bool IsReal(ITypeSymbol? type) =>
        type?.SpecialType == SpecialType.System_Double || IsMatrix(type) || type is { Name: "Vector", ContainingNamespace.Name: "LinearAlgebra" };
}
