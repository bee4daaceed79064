using System.Collections.Immutable;
using Autograder.Compiler.Gate;
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

    /// <summary>All files together; intake looks at each by itself.</summary>
    private const int MaxSourceBytes = 1 << 20;

    private const int MaxProgramBytes = 16 << 20;

    /// <summary>A file of noise has an error every few letters.</summary>
    private const int MaxFailures = 1000;

    private static readonly SyntaxTree Usings = Sources.Parse(SourceText.From(ImplicitUsings.Source), path: "");

    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Submission",
        [Usings],
        ReferenceSet.All,
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
        if (request.Student.Sum(file => (long)file.Content.Length) > MaxSourceBytes)
        {
            return CompileResponse.Refused($"it is larger than {MaxSourceBytes >> 20} MiB");
        }

        try
        {
            return CompileInRounds(request);
        }
        catch (InsufficientExecutionStackException)
        {
            return CompileResponse.Refused("nesting too deep");
        }
    }

    private CompileResponse CompileInRounds(CompileRequest request)
    {
        // Without a path: the homework's own lines are no places in a student's file, also when something throws there.
        ImmutableArray<SyntaxTree> given = [.. request.Given.Select(file => Sources.Parse(file, path: ""))];
        ImmutableArray<SyntaxTree> student =
            [.. request.Student.Where(file => !Sources.IsBinary(file)).Select(file => Sources.Parse(file, file.Name))];
        List<SourceError> errors = [.. request.Student.Where(Sources.IsBinary).Select(SourceErrors.OfBinary)];
        var leavingOut = new LeavingOut();
        CSharpCompilationOptions options = student.Any(HasStatementsOutsideOfClasses)
            ? _empty.Options.WithOutputKind(OutputKind.ConsoleApplication)
            : _empty.Options;
        for (int round = 0; round < MaxRounds; round++)
        {
            CSharpCompilation compilation = _empty.WithOptions(options).AddSyntaxTrees(given).AddSyntaxTrees(student);
            (ProgramImage? program, ImmutableArray<Diagnostic> failures) = Emit(compilation);
            if (program?.Assembly.Length + program?.Symbols.Length > MaxProgramBytes)
            {
                return CompileResponse.Refused($"its program is larger than {MaxProgramBytes >> 20} MiB");
            }

            if (program is not null && request.IsGated)
            {
                failures = SubmissionGate.Check(compilation, given, student, program);
                program = failures.IsEmpty ? program : null;
            }

            Report(failures, student, errors, tree => given.IndexOf(tree) is >= 0 and int index ? request.Given[index].Name : "(implicit usings)");
            if (program is not null)
            {
                return new CompileResponse(program, [.. SourceErrors.InOrder(errors)], [.. MethodCatalogue.Of(compilation, student, leavingOut.Errors), .. leavingOut.Removed]);
            }

            ImmutableArray<SyntaxTree> reduced = SubmissionGate.AreOfMembers(failures) ? leavingOut.From(student, failures) : student;
            if (reduced.SequenceEqual(student))
            {
                break;
            }

            student = reduced;
        }

        return new CompileResponse(Program: null, [.. SourceErrors.InOrder(errors)], Methods: []);
    }

    /// <summary>As in the Program.cs that a new console project has; answers stand in other files or in classes below.</summary>
    private static bool HasStatementsOutsideOfClasses(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(member => member is GlobalStatementSyntax);

    private static (ProgramImage? Program, ImmutableArray<Diagnostic> Failures) Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(assembly, symbols, options: EmitOptions);
        ImmutableArray<Diagnostic> failures =
            [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(MaxFailures)];

        // Where the text does not even parse, whatever else is said of it is noise.
        ImmutableArray<Diagnostic> syntax =
        [
            .. compilation.SyntaxTrees.SelectMany(tree => tree.GetDiagnostics())
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(MaxFailures),
        ];
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
            ? byOwner[true].Select(SourceErrors.Of)
            : byOwner[false].Select(failure => SourceErrors.Of(failure) with { File = nameOfOther(failure.Location.SourceTree!) });
        errors.AddRange(told.Where(error => !errors.Contains(error)));
    }
}
