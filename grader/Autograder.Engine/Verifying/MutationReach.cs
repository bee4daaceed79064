using System.Collections.Immutable;
using Autograder.Engine.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>Which answers a member of the reference takes part in: by what is named in the code, private helpers included.</summary>
internal sealed class MutationReach
{
    private readonly SemanticModel _model;
    private readonly Dictionary<SyntaxNode, ImmutableSortedSet<int>> _answers = [];

    /// <param name="answers">The methods that answer questions.</param>
    internal MutationReach(KeyProgram program, ImmutableArray<KeyFunction> answers)
    {
        _model = program.Compilation.GetSemanticModel(program.ReferenceTree);
        for (int index = 0; index < answers.Length; index++)
        {
            Follow(program.Symbol(answers[index]), index);
        }
    }

    /// <summary>Methods, properties and fields, in the order of the source.</summary>
    internal IEnumerable<SyntaxNode> Members => _answers.Keys.OrderBy(member => member.SpanStart);

    /// <summary>The places of the answers that a member is part of, in order.</summary>
    internal ImmutableSortedSet<int> AnswersOf(SyntaxNode member) => _answers[member];

    private void Follow(ISymbol symbol, int answer)
    {
        IEnumerable<SyntaxReference> declarations = (symbol as IMethodSymbol)?.PartialImplementationPart?.DeclaringSyntaxReferences ?? symbol.DeclaringSyntaxReferences;
        foreach (SyntaxNode member in declarations.Where(declaration => declaration.SyntaxTree == _model.SyntaxTree).Select(declaration => declaration.GetSyntax()))
        {
            ImmutableSortedSet<int> known = _answers.GetValueOrDefault(member, []);
            if (!known.Contains(answer))
            {
                _answers[member] = known.Add(answer);
                foreach (ISymbol named in Named(member))
                {
                    Follow(named, answer);
                }
            }
        }
    }

    private IEnumerable<ISymbol> Named(SyntaxNode member) => member.DescendantNodes().OfType<SimpleNameSyntax>()
        .Select(name => _model.GetSymbolInfo(name).Symbol?.OriginalDefinition)
        .Where(symbol => symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IFieldSymbol)
        .OfType<ISymbol>();
}
