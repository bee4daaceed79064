using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Autograder.Compiler.Gate;

/// <summary>
/// Finds in a student's source what is not available, to say so at its place. A courtesy before the walls of the sandbox, which
/// is what strangers' code is held by: whoever gets past this has gained nothing.
/// </summary>
internal sealed class SourceGate
{
    private readonly SemanticModel _model;
    private readonly SymbolRules _rules;
    private readonly List<Diagnostic> _findings = [];

    /// <summary>What operations come to without naming it.</summary>
    private readonly List<Diagnostic> _implied = [];
    private readonly HashSet<(SyntaxNode? Member, string Name)> _told = [];

    private SourceGate(SemanticModel model)
    {
        _model = model;
        _rules = new SymbolRules(model.Compilation.Assembly);
    }

    /// <returns>In the order of the source.</returns>
    internal static ImmutableArray<Diagnostic> Check(CSharpCompilation compilation, SyntaxTree tree)
    {
        var gate = new SourceGate(compilation.GetSemanticModel(tree));

        foreach (SyntaxNode node in tree.GetRoot().DescendantNodesAndSelf(node => !IsOfNamespace(node)))
        {
            gate.CheckNode(node);
        }

        return [.. gate._findings.Concat(gate.Unnamed()).OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>A using directive of a namespace uses nothing by itself; one of a type leaves it in the program.</summary>
    private static bool IsOfNamespace(SyntaxNode node) => node is UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 };

    private void CheckNode(SyntaxNode node)
    {
        if (DeclarationRules.Refused(node) is { } refused)
        {
            _findings.Add(refused);
        }

        switch (node)
        {
            case SimpleNameSyntax name:
                CheckName(name);
                break;
            case CommonForEachStatementSyntax loop:
                ForEachStatementInfo each = _model.GetForEachStatementInfo(loop);
                CheckImplied(loop.Expression, each.GetEnumeratorMethod, each.MoveNextMethod, each.CurrentProperty, each.DisposeMethod);
                break;
            case AwaitExpressionSyntax awaiting:
                AwaitExpressionInfo info = _model.GetAwaitExpressionInfo(awaiting);
                CheckImplied(awaiting, info.GetAwaiterMethod, info.GetResultMethod, info.IsCompletedProperty);
                break;
            case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax
                or AttributeSyntax or PrimaryConstructorBaseTypeSyntax or CompilationUnitSyntax:
                if (_model.GetOperation(node) is { Parent: null } root)
                {
                    foreach (IOperation operation in root.DescendantsAndSelf())
                    {
                        CheckOperation(operation);
                    }
                }

                break;
        }
    }

    private void CheckName(SimpleNameSyntax name)
    {
        ISymbol? symbol = _model.GetSymbolInfo(name).Symbol;
        if (symbol is IDynamicTypeSymbol && IsFirst(name, "dynamic"))
        {
            _findings.Add(GateDiagnostics.OfFeature("dynamic", name.GetLocation(), ": write the type"));
        }
        else if (_rules.Refused(symbol) is string refused && IsFirst(name, refused))
        {
            _findings.Add(GateDiagnostics.OfApi(refused, name.GetLocation()));
        }
    }

    private void CheckOperation(IOperation operation) => CheckImplied(operation.Syntax, Symbol(operation), operation.Type);

    /// <summary>What an operation calls or refers to, also where nothing in the source names it.</summary>
    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMemberReferenceOperation reference => reference.Member,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
        IIncrementOrDecrementOperation increment => increment.OperatorMethod,
        ICollectionExpressionOperation collection => collection.ConstructMethod,
        IImplicitIndexerReferenceOperation indexer => indexer.IndexerSymbol,
        IRecursivePatternOperation pattern => pattern.DeconstructSymbol ?? pattern.MatchedType,
        ITypePatternOperation pattern => pattern.MatchedType,
        IDeclarationPatternOperation pattern => pattern.MatchedType,
        ITypeOfOperation typeOf => typeOf.TypeOperand,
        IIsTypeOperation isType => isType.TypeOperand,
        _ => null,
    };

    private void CheckImplied(SyntaxNode node, params ReadOnlySpan<ISymbol?> symbols)
    {
        foreach (ISymbol? symbol in symbols)
        {
            if (_rules.Refused(symbol) is string refused)
            {
                _implied.Add(GateDiagnostics.OfApi(refused, node.GetLocation()));
            }
        }
    }

    /// <summary>Of what is implied, the first thing in each member in which nothing is named: the rest would say the same again.</summary>
    private IEnumerable<Diagnostic> Unnamed()
    {
        HashSet<SyntaxNode?> members = [.. _findings.Select(Member)];
        return _implied.OrderBy(finding => finding.Location.SourceSpan.Start).Where(finding => members.Add(Member(finding)));
    }

    /// <summary>A member needs to be told of each thing once.</summary>
    private bool IsFirst(SyntaxNode node, string name) => _told.Add((Member(node), name));

    private static SyntaxNode? Member(Diagnostic finding) =>
        Member(finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan));

    private static SyntaxNode? Member(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(around => around is MemberDeclarationSyntax);
}
