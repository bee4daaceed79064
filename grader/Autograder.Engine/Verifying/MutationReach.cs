using System.Collections.Immutable;
using Autograder.Engine.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Verifying;

/// <summary>Which answers a method of the reference takes part in: by what is named in the code, private helpers included.</summary>
internal sealed class MutationReach
{
    private readonly SemanticModel _model;
    private readonly Dictionary<MethodDeclarationSyntax, ImmutableSortedSet<int>> _answers = [];

    /// <param name="answers">The methods that answer questions.</param>
    internal MutationReach(KeyProgram program, ImmutableArray<KeyFunction> answers)
    {
        _model = program.Compilation.GetSemanticModel(program.ReferenceTree);
        for (int index = 0; index < answers.Length; index++)
        {
            Follow(program.Symbol(answers[index]), index);
        }
    }

    /// <summary>In the order of the source.</summary>
    internal IEnumerable<MethodDeclarationSyntax> Methods => _answers.Keys.OrderBy(method => method.SpanStart);

    /// <summary>The places of the answers that a method is part of, in order.</summary>
    internal ImmutableSortedSet<int> AnswersOf(MethodDeclarationSyntax method) => _answers[method];

    private void Follow(IMethodSymbol symbol, int answer)
    {
        IEnumerable<MethodDeclarationSyntax> declared = (symbol.PartialImplementationPart ?? symbol).DeclaringSyntaxReferences
            .Where(declaration => declaration.SyntaxTree == _model.SyntaxTree).Select(declaration => declaration.GetSyntax()).OfType<MethodDeclarationSyntax>();
        foreach (MethodDeclarationSyntax method in declared)
        {
            ImmutableSortedSet<int> known = _answers.GetValueOrDefault(method, []);
            if (!known.Contains(answer))
            {
                _answers[method] = known.Add(answer);
                foreach (IMethodSymbol named in Named(method))
                {
                    Follow(named, answer);
                }
            }
        }
    }

    private IEnumerable<IMethodSymbol> Named(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<SimpleNameSyntax>()
        .Select(name => _model.GetSymbolInfo(name).Symbol?.OriginalDefinition).OfType<IMethodSymbol>();
}
