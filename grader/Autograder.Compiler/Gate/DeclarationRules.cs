using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Compiler.Gate;

/// <summary>What a student's source may not declare, whatever it refers to.</summary>
internal static class DeclarationRules
{
    /// <summary>The runtime knows some types by their names alone, and takes them from any assembly.</summary>
    private static readonly string[] OthersNamespaces = ["System", "Microsoft", "MathNet"];

    /// <summary>All of a file, in its order.</summary>
    internal static IEnumerable<Diagnostic> Check(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Select(Refused).OfType<Diagnostic>();

    /// <returns>Null when there is nothing against it.</returns>
    internal static Diagnostic? Refused(SyntaxNode node) => node switch
    {
        DestructorDeclarationSyntax finalizer =>
            GateDiagnostics.OfFeature("a finalizer", finalizer.Identifier.GetLocation()),
        MemberDeclarationSyntax member when Extern(member.Modifiers) is { } modifier => GateDiagnostics.OfFeature("extern", modifier),
        LocalFunctionStatementSyntax function when Extern(function.Modifiers) is { } modifier => GateDiagnostics.OfFeature("extern", modifier),

        // Some of them leave no trace but the name of the assembly, by which the runtime may refuse to load it.
        AttributeListSyntax { Target.Identifier.ValueText: "assembly" or "module" } attributes =>
            GateDiagnostics.OfFeature("an attribute of the whole program", attributes.GetLocation()),
        ExternAliasDirectiveSyntax alias => GateDiagnostics.OfFeature("extern alias", alias.GetLocation()),
        BaseNamespaceDeclarationSyntax @namespace when IsOthers(@namespace.Name) =>
            GateDiagnostics.OfFeature($"the namespace {@namespace.Name}", @namespace.Name.GetLocation(), ": declare types in one of your own"),
        _ => null,
    };

    private static Location? Extern(SyntaxTokenList modifiers) =>
        modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.ExternKeyword)) is { RawKind: not 0 } found ? found.GetLocation() : null;

    private static bool IsOthers(NameSyntax name)
    {
        // By values, so that an escaped letter in the source changes nothing. One within another begins with the outer's name.
        bool isOutermost = !name.Ancestors().Skip(1).OfType<BaseNamespaceDeclarationSyntax>().Any();
        return isOutermost && OthersNamespaces.Contains(name.DescendantTokens().First().ValueText, StringComparer.Ordinal);
    }
}
