using System.Collections.Immutable;
using System.Text;
using Autograder.Engine.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Verifying;

/// <summary>
/// Compiles all mutants of a key into one program, because to compile it anew for each would take minutes: a method that is mutated
/// hands its arguments to the copy of itself that is chosen at the time. What a key keeps in static fields is common to all mutants.
/// </summary>
internal static class MutantCompiler
{
    /// <summary>Between a method's name and the number of the mutation, in the name of a copy.</summary>
    private const string Separator = "__";

    /// <param name="mutations">Counted from 1; 0 is the key as it is.</param>
    /// <returns>The program, and the numbers of the mutations that do not compile, which it does not have.</returns>
    internal static (MutantProgram Program, ImmutableHashSet<int> Stillborn) Compile(KeyProgram program, ImmutableArray<Mutation> mutations)
    {
        CSharpCompilation compilation = program.Compilation
            .ReplaceSyntaxTree(program.GivenTree, StepLimit.Within(program.GivenTree))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(StepLimit.Source), CSharpSyntaxTree.ParseText(MutantProgram.Source));
        ImmutableHashSet<int> stillborn = [];
        while (true)
        {
            SyntaxTree mutants = StepLimit.Within(program.ReferenceTree.WithChangedText(Text(program.ReferenceTree, mutations, stillborn)));
            using var image = new MemoryStream();
            EmitResult emitted = compilation.ReplaceSyntaxTree(program.ReferenceTree, mutants).Emit(image);
            if (emitted.Success)
            {
                image.Position = 0;
                return (new MutantProgram(image), stillborn);
            }

            // What flow analysis finds is reported only when there is nothing else, so there can be several rounds.
            stillborn = stillborn.Union(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(NumberOf));
        }
    }

    private static SourceText Text(SyntaxTree reference, ImmutableArray<Mutation> mutations, ImmutableHashSet<int> stillborn)
    {
        var numbered = mutations.Select((mutation, index) => (Number: index + 1, Mutation: mutation)).Where(pair => !stillborn.Contains(pair.Number));
        return reference.GetText().WithChanges(numbered.GroupBy(pair => pair.Mutation.Method).Select(group =>
        {
            MethodDeclarationSyntax method = group.Key;
            var text = new StringBuilder(Dispatcher(method, group.Select(pair => pair.Number)));
            text.Append(Copy(method, 0));
            foreach ((int number, Mutation mutation) in group)
            {
                text.Append(Copy(method, number, mutation.Edit));
            }

            return new TextChange(method.Span, text.ToString());
        }));
    }

    private static string Dispatcher(MethodDeclarationSyntax method, IEnumerable<int> numbers)
    {
        bool isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        string Call(int number)
        {
            string call = $"{NameOf(method, number)}{TypeArguments(method)}({string.Join(", ", method.ParameterList.Parameters.Select(Argument))});";
            return isVoid ? $"{call} return;" : $"return {call}";
        }

        string head = method.ToString()[..(((SyntaxNode?)method.Body ?? method.ExpressionBody!).SpanStart - method.SpanStart)];
        return $"{head}{{ switch (global::{MutantProgram.TypeName}.{MutantProgram.FieldName}) {{ {string.Concat(numbers.Select(number => $"case {number}: {Call(number)} "))}default: {Call(0)} }} }}";
    }

    private static string TypeArguments(MethodDeclarationSyntax method) => method.TypeParameterList is { } list
        ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier))}>"
        : "";

    private static string Argument(ParameterSyntax parameter)
    {
        SyntaxToken passed = parameter.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
        return $"{passed.Text} {parameter.Identifier}".Trim();
    }

    private static string Copy(MethodDeclarationSyntax method, int number, params TextChange[] edits)
    {
        IEnumerable<TextChange> changes =
        [
            .. method.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.PartialKeyword)).Select(modifier => new TextChange(modifier.Span, "")),
            new TextChange(method.Identifier.Span, NameOf(method, number)),
            .. edits,
        ];
        int start = method.SpanStart;
        return "\n" + SourceText.From(method.ToString()).WithChanges(changes.Select(change => new TextChange(new TextSpan(change.Span.Start - start, change.Span.Length), change.NewText!)));
    }

    private static string NameOf(MethodDeclarationSyntax method, int number) => $"{method.Identifier.ValueText}{Separator}{number}";

    /// <summary>Of the mutant in which an error is.</summary>
    private static int NumberOf(Diagnostic error)
    {
        SyntaxNode? place = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan);
        string name = place?.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText ?? "";
        return name.LastIndexOf(Separator, StringComparison.Ordinal) is >= 0 and int at && int.TryParse(name.AsSpan(at + Separator.Length), out int number) && number > 0
            ? number
            : throw new InvalidOperationException($"The mutants do not compile: {error}");
    }
}
