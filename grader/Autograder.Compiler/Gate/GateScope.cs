using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Compiler.Gate;

/// <summary>Tells how much of a submission something refused costs.</summary>
internal static class GateScope
{
    /// <summary>
    /// Whether it costs only the member in which it stands. What runs by itself (field initialisers, static constructors) or
    /// says what others are (attributes, base types, namespaces) cannot be left out without changing what is graded.
    /// </summary>
    internal static bool IsOneMember(Diagnostic finding)
    {
        if (finding.Location.SourceTree?.GetRoot().FindNode(finding.Location.SourceSpan) is not { } node)
        {
            return false;
        }

        foreach (SyntaxNode around in node.AncestorsAndSelf())
        {
            switch (around)
            {
                case AttributeListSyntax or DestructorDeclarationSyntax or BaseFieldDeclarationSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return !constructor.Modifiers.Any(SyntaxKind.StaticKeyword);
                case BaseMethodDeclarationSyntax method:
                    return !method.Modifiers.Any(SyntaxKind.ExternKeyword);
                case PropertyDeclarationSyntax property:
                    return property.Initializer?.Span.Contains(finding.Location.SourceSpan) != true;
                case BasePropertyDeclarationSyntax or GlobalStatementSyntax or UsingDirectiveSyntax:
                    return true;
            }
        }

        return false;
    }
}
