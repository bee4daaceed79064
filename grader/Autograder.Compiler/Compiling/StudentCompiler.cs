using System.Collections.Immutable;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Compiler.Compiling;

/// <summary>
/// Compiles a submission together with the homework's given code. A method whose body has errors is left out, and so is any
/// other member or using directive with errors, so that one does not cost the others; its errors are kept.
/// </summary>
internal sealed class StudentCompiler
{
    /// <summary>Leaving a body out can bring other errors to light; after so many rounds the sources are given up.</summary>
    private const int MaxRounds = 12;

    private static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(ImplicitUsings.Source, ParseOptions);

    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Submission",
        [Usings],
        ReferenceSet.Load(),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: false,
            concurrentBuild: false,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Annotations,
            metadataImportOptions: MetadataImportOptions.Public));

    /// <summary>Compiles a small program, so that the first submission does not pay for the compiler's own start.</summary>
    internal void WarmUp()
    {
        const string Program = """
            using MathNet.Numerics.LinearAlgebra;
            public static class Warm { public static double Up(Vector<double> x) => x.Select(y => y * x[0]).Sum(); }
            """;
        Compile(new CompileRequest([], [new SourceFile("Warm.cs", System.Text.Encoding.UTF8.GetBytes(Program))]));
    }

    internal CompileResponse Compile(CompileRequest request)
    {
        // Without a path: the homework's own lines are no places in a student's file, also when something throws there.
        ImmutableArray<SyntaxTree> given = [.. request.Given.Select(file => Parse(file, path: ""))];
        ImmutableArray<SyntaxTree> student = [.. request.Student.Select(file => Parse(file, file.Name))];
        var errors = new List<SourceError>();
        var leftOut = new Dictionary<(string File, int Line, int Column), List<SourceError>>();
        var removed = new List<MethodDescription>();
        CSharpCompilationOptions options = student.Any(HasStatementsOutsideOfClasses)
            ? _empty.Options.WithOutputKind(OutputKind.ConsoleApplication)
            : _empty.Options;
        for (int round = 0; round < MaxRounds; round++)
        {
            CSharpCompilation compilation = _empty.WithOptions(options).AddSyntaxTrees(given).AddSyntaxTrees(student);
            (ProgramImage? program, ImmutableArray<Diagnostic> failures) = Emit(compilation);
            Report(failures, student, errors, tree => given.IndexOf(tree) is >= 0 and int index ? request.Given[index].Name : "(implicit usings)");
            if (program is not null)
            {
                return new CompileResponse(program, [.. InOrder(errors)], [.. MethodCatalogue.Of(compilation, student, leftOut), .. removed]);
            }

            ImmutableArray<SyntaxTree> reduced = LeaveOut(student, failures, leftOut, removed);
            if (reduced.SequenceEqual(student))
            {
                break;
            }

            student = reduced;
        }

        return new CompileResponse(Program: null, [.. InOrder(errors)], Methods: []);
    }

    /// <summary>As in the Program.cs that a new console project has; answers stand in other files or in classes below.</summary>
    private static bool HasStatementsOutsideOfClasses(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(member => member is GlobalStatementSyntax);

    private static SyntaxTree Parse(SourceFile file, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(file.Content)), ParseOptions, path);

    private static (ProgramImage? Program, ImmutableArray<Diagnostic> Failures) Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(assembly, symbols, options: EmitOptions);
        ImmutableArray<Diagnostic> failures =
            [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

        // Where the text does not even parse, whatever else is said of it is noise.
        ImmutableArray<Diagnostic> syntax =
            [.. compilation.SyntaxTrees.SelectMany(tree => tree.GetDiagnostics()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        failures = syntax.IsEmpty ? failures : syntax;
        return (result.Success ? new ProgramImage(assembly.ToArray(), symbols.ToArray()) : null, failures);
    }

    /// <summary>Errors outside of the student's files are told when nothing else is wrong: then a type of theirs hides one that is used there.</summary>
    private static void Report(
        ImmutableArray<Diagnostic> failures, ImmutableArray<SyntaxTree> student, List<SourceError> errors, Func<SyntaxTree, string> nameOfOther)
    {
        ILookup<bool, Diagnostic> byOwner = failures.ToLookup(
            failure => failure.Location.SourceTree is null || student.Contains(failure.Location.SourceTree));
        IEnumerable<SourceError> told = byOwner.Contains(true)
            ? byOwner[true].Select(Describe)
            : byOwner[false].Select(failure => Describe(failure) with { File = nameOfOther(failure.Location.SourceTree!) });
        errors.AddRange(told.Where(error => !errors.Contains(error)));
    }

    /// <summary>Of place, whichever attempt to compile has met them.</summary>
    private static IEnumerable<SourceError> InOrder(IEnumerable<SourceError> errors) =>
        errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => (error.Line, error.Column)).ThenBy(error => error.Code, StringComparer.Ordinal);

    /// <summary>The place in the file as it was handed in; #line is not followed.</summary>
    private static SourceError Describe(Diagnostic failure)
    {
        FileLinePositionSpan place = failure.Location.GetLineSpan();
        return new SourceError(
            place.Path ?? "",
            place.StartLinePosition.Line + 1,
            place.StartLinePosition.Character + 1,
            failure.Id,
            failure.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The trees without the bodies in which something failed, or, where that is not enough, without the whole members.</summary>
    private static ImmutableArray<SyntaxTree> LeaveOut(
        ImmutableArray<SyntaxTree> trees,
        ImmutableArray<Diagnostic> failures,
        Dictionary<(string File, int Line, int Column), List<SourceError>> leftOut,
        List<MethodDescription> removed)
    {
        return [.. trees.Select(tree =>
        {
            SyntaxNode root = tree.GetRoot();
            var parts = failures
                .Where(failure => failure.Location.SourceTree == tree)
                .GroupBy(failure => Removable(root.FindNode(failure.Location.SourceSpan)))
                .ToList();
            var changes = new List<TextChange>();
            foreach (IGrouping<SyntaxNode?, Diagnostic> group in parts)
            {
                if (group.Key is BaseMethodDeclarationSyntax member)
                {
                    Note(leftOut, member, group);
                }

                if (group.Key is BaseMethodDeclarationSyntax whole && Body(whole) is { } body)
                {
                    changes.Add(new TextChange(body, BlankBody(tree.GetText(), body)));
                }
                else if (group.Key is { } part)
                {
                    changes.Add(new TextChange(part.Span, Blank(part.ToString())));
                    if (part is MethodDeclarationSyntax method)
                    {
                        removed.Add(MethodCatalogue.OfRemoved(method, leftOut[MethodCatalogue.Place(method)]));
                    }
                }
            }

            // Members may be nested (a method of a local type); the outermost change is enough.
            TextChange[] outermost = [.. changes.Where(change => !changes.Exists(other => other.Span != change.Span && other.Span.Contains(change.Span)))];
            return outermost.Length == 0
                ? tree
                : CSharpSyntaxTree.ParseText(tree.GetText().WithChanges(outermost), ParseOptions, tree.FilePath);
        })];
    }

    /// <summary>The part of the program that may be left out for an error there: a member that holds no others, or a using directive.</summary>
    private static SyntaxNode? Removable(SyntaxNode failed) => failed.AncestorsAndSelf().FirstOrDefault(node =>
        node is BaseMethodDeclarationSyntax or BaseFieldDeclarationSyntax or BasePropertyDeclarationSyntax or UsingDirectiveSyntax);

    /// <summary>White space on as many lines and columns.</summary>
    private static string Blank(string text) => string.Concat(text.Select(letter => letter is '\n' or '\r' ? letter : ' '));

    private static void Note(
        Dictionary<(string File, int Line, int Column), List<SourceError>> leftOut,
        BaseMethodDeclarationSyntax member,
        IEnumerable<Diagnostic> failures)
    {
        (string, int, int) place = MethodCatalogue.Place(member);
        if (!leftOut.TryGetValue(place, out List<SourceError>? errors))
        {
            errors = [];
        }

        leftOut[place] = [.. InOrder(errors.Union(failures.Select(Describe)))];
    }

    /// <summary>The span to replace; null when the body is left out already, so that the error lies elsewhere.</summary>
    private static TextSpan? Body(BaseMethodDeclarationSyntax member)
    {
        if (member.Body is { } block)
        {
            return block.ToString().Contains(LeftOut, StringComparison.Ordinal) ? null : block.Span;
        }

        return member.ExpressionBody is { } arrow ? TextSpan.FromBounds(arrow.SpanStart, member.Span.End) : null;
    }

    private const string LeftOut = "{throw new global::System.NotImplementedException(\"this method does not compile\");}";

    /// <summary>
    /// A body that throws and ends on the line and in the column of the other: the places of everything after it stay true.
    /// (Not in the rest of its line, if all of it was shorter than what takes its place.)
    /// </summary>
    private static string BlankBody(SourceText text, TextSpan body)
    {
        LinePosition start = text.Lines.GetLinePosition(body.Start), end = text.Lines.GetLinePosition(body.End);
        int lines = end.Line - start.Line;
        int spaces = lines > 0 ? end.Character : Math.Max(0, body.Length - LeftOut.Length);
        return LeftOut + new string('\n', lines) + new string(' ', spaces);
    }
}
