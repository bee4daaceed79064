using System.Collections.Immutable;
using Autograder.Compiler.Compiling;
using Autograder.Core.Assignments;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Engine.Execution;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Autograder.Engine.Sandboxing;

/// <param name="What">Such as "read a file".</param>
public sealed record Attempt(string What, bool IsStopped);

/// <summary>Runs the canary in a worker, as a student's program would run, and sees what gets through.</summary>
internal sealed class SelfTest : IDisposable
{
    /// <summary>Anyone may, and the runtime has no need to.</summary>
    private const string Readable = "/etc/passwd";

    private static readonly Limits Limits = new() { CallTime = TimeSpan.FromSeconds(60), CallCpuTime = TimeSpan.FromSeconds(30) };
    private readonly string _worker;

    /// <summary>Nothing is made before the canary makes it, so that a grader which is ended meanwhile leaves nothing behind.</summary>
    private readonly string _target = Path.Combine(Path.GetTempPath(), $"autograder-canary-{Path.GetRandomFileName()}");

    private readonly ProgramImage _program;

    internal SelfTest(string worker)
    {
        _worker = worker;
        _program = Compile(Canary.Source(Readable, _target));
    }

    /// <exception cref="SandboxException">A layer cannot be applied.</exception>
    internal ImmutableArray<Attempt> Run(Layers layers)
    {
        var attempts = ImmutableArray.CreateBuilder<Attempt>();
        WorkerSession? session = null;
        try
        {
            foreach ((string method, string what) in Canary.Attempts)
            {
                session ??= Start(layers);
                attempts.Add(new Attempt(what, IsStopped(session, method)));
                if (!session.IsUsable)
                {
                    session.Dispose();
                    session = null;
                }
            }
        }
        finally
        {
            session?.Dispose();
        }

        return attempts.ToImmutable();
    }

    /// <summary>Whether a worker starts with these and, seen from outside, has them.</summary>
    /// <exception cref="SandboxException">It does not.</exception>
    internal void Try(Layers layers) => Start(layers).Dispose();

    public void Dispose() => File.Delete(_target);

    private WorkerSession Start(Layers layers) => WorkerSession.StartWith(_program, _worker, Limits, layers);

    /// <summary>It says so itself, or has been ended for it. Whatever else happens is no proof.</summary>
    private static bool IsStopped(WorkerSession session, string method)
    {
        var real = new ScalarType(ScalarKind.Real);
        var question = new Question(
            method,
            method,
            Points: null,
            Statement: "",
            new AnswerSignature(method, [], real, "double"),
            new ValueDefinition(),
            ImmutableSortedDictionary<string, SizeRange>.Empty,
            Inputs: [],
            Constraints: [],
            SpecialPoints: [],
            Tolerance.Default,
            Limits);
        var calls = new QuestionCalls(new MethodPlace("Canary", method, 0), [], [[]], AreRepeated: false, Limits.OutputCharacters);
        QuestionObservations seen = session.Ask(calls, question, new Budget(Limits));
        return seen.First is [ReturnedValue { Value: NumericValue value }] && value.Tensor.Entries[0] == 0
            || seen.First is [FaultObservation { Fault.Kind: FaultKind.Security }];
    }

    private static ProgramImage Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Canary",
            [CSharpSyntaxTree.ParseText(source)],
            ReferenceSet.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? new ProgramImage(assembly.ToArray(), symbols.ToArray())
            : throw new InvalidOperationException($"the canary does not compile: {string.Join(' ', result.Diagnostics)}");
    }
}
