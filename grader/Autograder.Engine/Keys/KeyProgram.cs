using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Autograder.Compiler.Compiling;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs;
using Autograder.Worker.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Keys;

/// <param name="Path">As messages show it.</param>
internal sealed record KeySource(string Path, byte[] Content);

/// <summary>A public static method of the staff's.</summary>
/// <param name="Type">The name of its class, as reflection has it.</param>
/// <param name="Overload">Its place among the methods of that name in that class.</param>
internal sealed record KeyFunction(string Type, string Name, int Overload, ImmutableArray<KeyParameter> Parameters, string ResultType)
{
    internal string FullName => $"{Type}.{Name}";

    internal bool Fits(AnswerSignature signature) =>
        Parameters.Length == signature.Parameters.Length
        && Parameters.Zip(signature.Parameters).All(pair => CSharpTypes.IsParameterFor(pair.Second.Type, pair.First.Type))
        && CSharpTypes.IsResultFor(signature.Result, ResultType);

    public override string ToString() =>
        $"{CSharpTypes.Short(ResultType)} {Name}({string.Join(", ", Parameters.Select(parameter => $"{CSharpTypes.Short(parameter.Type)} {parameter.Name}"))})";
}

/// <param name="Type">As written in C#.</param>
internal sealed record KeyParameter(string Type, string Name);

/// <summary>
/// The given functions and the answers of a homework, compiled together and loaded into the grader. One that does not compile
/// is known by its declarations, so that a spec can be held against them all the same.
/// </summary>
internal sealed class KeyProgram
{
    /// <summary>Types as they are written in C#: double[,], where the compiler's messages have double[*,*].</summary>
    private static readonly SymbolDisplayFormat FullNames = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>Names as metadata has them: without the @ before words of the language.</summary>
    private static readonly SymbolDisplayFormat Unescaped =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private readonly Assembly? _assembly;

    private KeyProgram(CSharpCompilation compilation, Assembly? assembly, SyntaxTree given, SyntaxTree reference, bool hasReference)
    {
        HasReference = hasReference;
        Compilation = compilation;
        GivenTree = given;
        ReferenceTree = reference;
        _assembly = assembly;
        ImmutableArray<IMethodSymbol> givenMethods = Methods(compilation, given), referenceMethods = Methods(compilation, reference);
        Given = givenMethods.Select(Describe).ToLookup(function => function.Name);
        Reference = referenceMethods.Select(Describe).ToLookup(function => function.Name);
        IsGivenWhole = !HasErrors(given);
        IsReferenceWhole = !HasErrors(reference);
        Types =
        [
            .. givenMethods.Concat(referenceMethods).Select(method => method.ContainingType)
                .Where(type => type.DeclaredAccessibility == Accessibility.Public)
                .Select(type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).Distinct(),
        ];
    }

    /// <exception cref="InvalidOperationException">It does not compile, which has been reported.</exception>
    internal Assembly Assembly => _assembly ?? throw new InvalidOperationException("The key does not compile.");

    /// <summary>Null when it does not compile.</summary>
    internal Assembly? LoadedAssembly => _assembly;

    /// <summary>For expressions to be compiled against, whether or not it compiles itself.</summary>
    internal MetadataReference Declarations => Compilation.ToMetadataReference();

    internal CSharpCompilation Compilation { get; }

    internal SyntaxTree GivenTree { get; }

    /// <summary>Empty without a reference.</summary>
    internal SyntaxTree ReferenceTree { get; }

    /// <summary>False for what students have.</summary>
    internal bool HasReference { get; }

    internal ILookup<string, KeyFunction> Given { get; }

    internal ILookup<string, KeyFunction> Reference { get; }

    /// <summary>False when the file does not parse, so that a function may only seem to be missing.</summary>
    internal bool IsGivenWhole { get; }

    /// <inheritdoc cref="IsGivenWhole"/>
    internal bool IsReferenceWhole { get; }

    /// <summary>Full names of the public classes, for expressions to import.</summary>
    internal ImmutableArray<string> Types { get; }

    /// <summary>Of several given functions of a name the one with the most parameters, all among these; null when none is.</summary>
    internal KeyFunction? GivenFor(string name, IReadOnlyCollection<string> parameters) =>
        Given[name].Where(function => function.Parameters.All(parameter => parameters.Contains(parameter.Name)))
            .MaxBy(function => function.Parameters.Length);

    /// <summary>Null when the reference has no such method.</summary>
    internal KeyFunction? AnswerTo(AnswerSignature answer) => Reference[answer.Name].FirstOrDefault(function => function.Fits(answer));

    internal IMethodSymbol Symbol(KeyFunction function) =>
        Compilation.GetTypeByMetadataName(function.Type)!.GetMembers(function.Name).OfType<IMethodSymbol>().ElementAt(function.Overload);

    /// <summary>Where its name stands in the file.</summary>
    internal SpecPlace PlaceOf(KeyFunction function)
    {
        FileLinePositionSpan place = Symbol(function).Locations[0].GetLineSpan();
        return new SpecPlace(place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
    }

    /// <summary>With the compiler's own messages added when it does not compile.</summary>
    /// <param name="reference">Null where only the given functions are at hand.</param>
    internal static KeyProgram Compile(KeySource given, KeySource? reference, SpecProblems problems)
    {
        string path = (reference ?? given).Path;
        SyntaxTree givenTree = Parse(given), referenceTree = reference is null ? CSharpSyntaxTree.ParseText("") : Parse(reference);
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Key.{Path.GetFileNameWithoutExtension(path)}",
            [CSharpSyntaxTree.ParseText(ImplicitUsings.Source), givenTree, referenceTree],
            ReferenceSet.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Annotations));
        using var image = new MemoryStream();
        EmitResult emitted = compilation.Emit(image);
        foreach (Diagnostic error in emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            FileLinePositionSpan place = error.Location.GetLineSpan();
            problems.Add(
                new SpecPlace(place.Path is { Length: > 0 } file ? file : path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1),
                $"does not compile: {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        Assembly? assembly = emitted.Success ? new AssemblyLoadContext(path).LoadFromStream(new MemoryStream(image.ToArray())) : null;
        return new KeyProgram(compilation, assembly, givenTree, referenceTree, reference is not null);
    }

    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    internal MethodInfo Method(KeyFunction function) =>
        Overloads.Find(Assembly.GetType(function.Type, throwOnError: true)!, function.Name, function.Overload);

    private static SyntaxTree Parse(KeySource source) =>
        CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(source.Content)), path: source.Path);

    private static bool HasErrors(SyntaxTree tree) =>
        tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static ImmutableArray<IMethodSymbol> Methods(CSharpCompilation compilation, SyntaxTree tree)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(declaration => model.GetDeclaredSymbol(declaration))
            .OfType<IMethodSymbol>()
            .Where(symbol => symbol is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, ContainingType: { ContainingType: null, IsGenericType: false } })];
    }

    private static KeyFunction Describe(IMethodSymbol symbol)
    {
        INamespaceSymbol space = symbol.ContainingNamespace;
        string prefix = space.IsGlobalNamespace ? "" : $"{space.ToDisplayString(Unescaped)}.";
        return new KeyFunction(
            prefix + symbol.ContainingType.MetadataName,
            symbol.Name,
            symbol.ContainingType.GetMembers(symbol.Name).OfType<IMethodSymbol>()
                .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, symbol)).Count(),
            [.. symbol.Parameters.Select(parameter => new KeyParameter(parameter.Type.ToDisplayString(FullNames), parameter.Name))],
            symbol.ReturnType.ToDisplayString(FullNames));
    }
}
