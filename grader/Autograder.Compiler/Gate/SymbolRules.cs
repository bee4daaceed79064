using Microsoft.CodeAnalysis;

namespace Autograder.Compiler.Gate;

/// <summary>Applies <see cref="ApiRules"/> to what a compilation refers to.</summary>
/// <param name="own">The submission's own assembly: what is declared there is judged where it is declared.</param>
internal sealed class SymbolRules(IAssemblySymbol own)
{
    /// <returns>The name of what is refused; null when all is allowed.</returns>
    internal string? Refused(ISymbol? symbol) => symbol switch
    {
        null or INamespaceSymbol or ILabelSymbol or IRangeVariableSymbol or IDiscardSymbol or IPreprocessingSymbol => null,
        ITypeSymbol type => RefusedType(type),
        ILocalSymbol local => RefusedType(local.Type),
        IParameterSymbol parameter => RefusedType(parameter.Type),
        IMethodSymbol method => RefusedMember(method)
            ?? method.TypeArguments.Select(RefusedType).FirstOrDefault(name => name is not null)
            ?? RefusedType(method.ReturnType),
        IFieldSymbol or IPropertySymbol or IEventSymbol => RefusedMember(symbol),
        _ => null,
    };

    private string? RefusedType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => RefusedType(array.ElementType),
        IPointerTypeSymbol pointer => RefusedType(pointer.PointedAtType),
        INamedTypeSymbol { IsAnonymousType: true } => null,
        INamedTypeSymbol named => RefusedDefinition(named)
            ?? named.TypeArguments.Select(RefusedType).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private string? RefusedDefinition(INamedTypeSymbol type)
    {
        INamedTypeSymbol outermost = Outermost(type);
        return outermost.TypeKind == TypeKind.Error
            || SymbolEqualityComparer.Default.Equals(outermost.ContainingAssembly, own)
            || ApiRules.IsAllowed(NamespaceOf(outermost), outermost.Name)
                ? null
                : NameOf(outermost);
    }

    private string? RefusedMember(ISymbol member)
    {
        if (member.ContainingType is not { } type)
        {
            return null;
        }

        // An extension is called on its receiver, yet it is the static class that must be allowed.
        ISymbol definition = (member as IMethodSymbol)?.ReducedFrom ?? member;
        return RefusedType(definition.ContainingType)
            ?? (SymbolEqualityComparer.Default.Equals(Outermost(type).ContainingAssembly, own)
                || type.IsAnonymousType
                || ApiRules.IsMemberAllowed(NameOf(Outermost(type)), definition.MetadataName)
                    ? null
                    : $"{NameOf(type)}.{definition.Name}");
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } outer ? Outermost(outer) : type;

    private static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } inside ? inside.ToDisplayString() : "";

    private static string NameOf(INamedTypeSymbol type) => NamespaceOf(type) is { Length: > 0 } inside ? $"{inside}.{type.Name}" : type.Name;
}
