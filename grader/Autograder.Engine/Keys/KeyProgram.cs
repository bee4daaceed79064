using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Autograder.Compiler.Compiling;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Keys;

/// <param name="Path">As messages show it.</param>
internal sealed record KeySource(string Path, byte[] Content);

/// <summary>A public static method of the staff's.</summary>
internal sealed record KeyFunction(MethodInfo Method, ImmutableArray<KeyParameter> Parameters, string ResultType)
{
    internal string FullName => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    internal bool Fits(AnswerSignature signature) =>
        Parameters.Length == signature.Parameters.Length
        && Parameters.Zip(signature.Parameters).All(pair => CSharpTypes.IsParameterFor(pair.Second.Type, pair.First.Type))
        && CSharpTypes.IsResultFor(signature.Result, ResultType);

    public override string ToString() =>
        $"{ResultType} {Method.Name}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})";
}

/// <param name="Type">As written in C#.</param>
internal sealed record KeyParameter(string Type, string Name);

/// <summary>The given functions and the answers of a homework, compiled together and loaded into the grader.</summary>
internal sealed class KeyProgram
{
    private KeyProgram(Assembly assembly, byte[] image, IEnumerable<KeyFunction> given, IEnumerable<KeyFunction> reference, ImmutableArray<string> types)
    {
        Assembly = assembly;
        Image = image;
        Given = given.ToLookup(function => function.Method.Name);
        Reference = reference.ToLookup(function => function.Method.Name);
        Types = types;
    }

    internal Assembly Assembly { get; }

    internal byte[] Image { get; }

    internal ILookup<string, KeyFunction> Given { get; }

    internal ILookup<string, KeyFunction> Reference { get; }

    /// <summary>Full names of the static classes, for expressions to import.</summary>
    internal ImmutableArray<string> Types { get; }

    /// <summary>Whether the reference is there as well; without it, the given code can still be looked at for mistakes.</summary>
    internal bool IsComplete { get; private init; }

    /// <summary>Whether the question can be judged: the reference has a method that fits, or a person judges.</summary>
    internal bool Answers(Question question) =>
        question.Definition is TextDefinition || Reference[question.Answer.Name].Any(function => function.Fits(question.Answer));

    /// <returns>
    /// With the compiler's own messages added when something does not compile: the given code alone when it does, else null.
    /// </returns>
    internal static KeyProgram? Compile(KeySource given, KeySource reference, SpecProblems problems) =>
        CompileSources(given, reference, problems) ?? CompileSources(given, reference: null, new SpecProblems());

    private static KeyProgram? CompileSources(KeySource given, KeySource? reference, SpecProblems problems)
    {
        SyntaxTree givenTree = Parse(given);
        SyntaxTree? referenceTree = reference is null ? null : Parse(reference);
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Key.{Path.GetFileNameWithoutExtension((reference ?? given).Path)}",
            [CSharpSyntaxTree.ParseText(ImplicitUsings.Source), givenTree, .. referenceTree is null ? (SyntaxTree[])[] : [referenceTree]],
            ReferenceSet.Load(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Annotations));
        using var image = new MemoryStream();
        foreach (Diagnostic error in compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            FileLinePositionSpan place = error.Location.GetLineSpan();
            problems.Add(
                new SpecPlace(place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1),
                $"does not compile: {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        if (image.Length == 0)
        {
            return null;
        }

        Assembly assembly = new AssemblyLoadContext(given.Path).LoadFromStream(new MemoryStream(image.ToArray()));
        List<(IMethodSymbol Symbol, KeyFunction Function)> givenFunctions = Functions(compilation, givenTree, assembly);
        List<(IMethodSymbol Symbol, KeyFunction Function)> referenceFunctions =
            referenceTree is null ? [] : Functions(compilation, referenceTree, assembly);
        return new KeyProgram(
            assembly,
            image.ToArray(),
            givenFunctions.Select(pair => pair.Function),
            referenceFunctions.Select(pair => pair.Function),
            [.. givenFunctions.Concat(referenceFunctions).Select(pair => pair.Symbol.ContainingType.ToDisplayString()).Distinct()])
        {
            IsComplete = reference is not null,
        };
    }

    private static SyntaxTree Parse(KeySource source) =>
        CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(source.Content)), path: source.Path);

    private static List<(IMethodSymbol Symbol, KeyFunction Function)> Functions(
        CSharpCompilation compilation, SyntaxTree tree, Assembly assembly)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(declaration => model.GetDeclaredSymbol(declaration)!)
            .Where(symbol => symbol is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public } && symbol.ContainingType.ContainingType is null)
            .Select(symbol => (symbol, Describe(symbol, assembly)))];
    }

    private static KeyFunction Describe(IMethodSymbol symbol, Assembly assembly)
    {
        Type type = assembly.GetType(symbol.ContainingType.ToDisplayString(), throwOnError: true)!;
        int overload = symbol.ContainingType.GetMembers(symbol.Name).OfType<IMethodSymbol>()
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, symbol)).Count();
        MethodInfo method = type.GetMethods().Where(candidate => candidate.Name == symbol.Name)
            .OrderBy(candidate => candidate.MetadataToken).ElementAt(overload);
        return new KeyFunction(
            method,
            [.. symbol.Parameters.Select(parameter => new KeyParameter(parameter.Type.ToDisplayString(), parameter.Name))],
            symbol.ReturnType.ToDisplayString());
    }
}
