using System.Collections.Immutable;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Compiler.Compiling;

/// <summary>Lists the methods of a submission, in the order of its sources.</summary>
internal static class MethodCatalogue
{
    private static readonly SymbolDisplayFormat FullNames = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    internal static MethodDescription[] Of(
        CSharpCompilation compilation,
        ImmutableArray<SyntaxTree> trees,
        Dictionary<(string File, int Line, int Column), List<SourceError>> leftOut) =>
        [.. trees.SelectMany(tree =>
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            return OutsideOfClasses(tree).Concat(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Select(declaration => (Declaration: declaration, Method: model.GetDeclaredSymbol(declaration)!))
                .Where(pair => !pair.Method.IsPartialDefinition)
                .Select(pair => Describe(pair.Method, pair.Declaration, leftOut)));
        })];

    /// <summary>A method that is no longer in the program, not even without its body; its types are as it writes them.</summary>
    internal static MethodDescription OfRemoved(MethodDeclarationSyntax declaration, IEnumerable<SourceError> errors) =>
        AsWritten(declaration.Identifier, declaration.ReturnType, declaration.ParameterList) with { Errors = [.. errors] };

    private static IEnumerable<MethodDescription> OutsideOfClasses(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<GlobalStatementSyntax>()
            .Select(member => member.Statement).OfType<LocalFunctionStatementSyntax>()
            .Select(function => AsWritten(function.Identifier, function.ReturnType, function.ParameterList) with
            {
                WhyNotCallable = "it stands outside of any class",
            });

    private static MethodDescription AsWritten(SyntaxToken name, TypeSyntax result, ParameterListSyntax parameters)
    {
        (string file, int line, int column) = Place(name);
        return new MethodDescription(
            new MethodPlace("", name.ValueText, 0),
            result.ToString(),
            [.. parameters.Parameters.Select(parameter => parameter.Type?.ToString() ?? "")],
            WhyNotCallable: "",
            file,
            line,
            column,
            Errors: []);
    }

    /// <summary>Where a member begins; stays the same when bodies before it are left out.</summary>
    internal static (string File, int Line, int Column) Place(BaseMethodDeclarationSyntax member) =>
        Place(member is MethodDeclarationSyntax method ? method.Identifier : member.GetFirstToken());

    private static (string File, int Line, int Column) Place(SyntaxToken name)
    {
        FileLinePositionSpan span = name.GetLocation().GetLineSpan();
        return (span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    private static MethodDescription Describe(
        IMethodSymbol method,
        MethodDeclarationSyntax declaration,
        Dictionary<(string File, int Line, int Column), List<SourceError>> leftOut)
    {
        (string file, int line, int column) = Place(declaration);

        // A type lists a partial method by the declaration without a body, and one without any other is not in the program.
        int overload = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(other => !other.IsPartialDefinition || other.PartialImplementationPart is not null)
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method.PartialDefinitionPart ?? method)).Count();
        return new MethodDescription(
            new MethodPlace(ReflectionName(method.ContainingType), method.Name, overload),
            method.ReturnType.ToDisplayString(FullNames),
            [.. method.Parameters.Select(parameter =>
                (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(FullNames))],
            WhyNotCallable(method),
            file,
            line,
            column,
            leftOut.TryGetValue((file, line, column), out List<SourceError>? errors) ? [.. errors] : []);
    }

    private static string WhyNotCallable(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (method.IsGenericMethod || type.IsGenericType)
        {
            return "it is generic";
        }

        if (type.IsExtension)
        {
            return "it is an extension";
        }

        if (method.IsStatic)
        {
            return method.IsAbstract ? "it has no body" : "";
        }

        return type.IsAbstract || type.IsRefLikeType || type.TypeKind is TypeKind.Interface ? $"{type.Name} cannot be created"
            : type.TypeKind == TypeKind.Struct || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty) ? ""
            : $"{type.Name} has no constructor without parameters";
    }

    private static string ReflectionName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{ReflectionName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
