using System.Diagnostics;
using Autograder.Engine.Intake;
using Autograder.Engine.Sandboxing;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Sandbox.Processes;

namespace Autograder.Engine.Compiling;

/// <summary>
/// Compiles submissions in the compiler process, which lives on from one to the next. A submission on which it crashes or
/// hangs costs that submission only: the process is killed and started anew. Thread-safe; one compiles at a time.
/// </summary>
/// <param name="patience">Processor time for one submission; 10 seconds unless given.</param>
/// <param name="isGated">Whether what programs may not use is refused; only tests of the walls behind the gate go without.</param>
public sealed class CompilerClient(ProcessPaths paths, TimeSpan? patience = null, bool isGated = true) : IDisposable
{
    private const int MaxErrorCharacters = 1 << 20;
    private const long HeapBytes = 1L << 30, LittleHeapBytes = 160L << 20;
    private const int MostCpuSeconds = 24 * 60 * 60;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>A compiler that does nothing at all is given up after so many times its patience.</summary>
    private const int StalledFactor = 6;

    private static readonly TimeSpan EndPatience = TimeSpan.FromMilliseconds(100);
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private ChildProcess? _process;

    /// <summary>Starts the process ahead of the first submission, while the caller does something else.</summary>
    public Task WarmUpAsync() => Task.Run(() =>
    {
        lock (_lock)
        {
            _process ??= Start();
        }
    });

    /// <param name="given">The homework's own code, compiled in.</param>
    /// <exception cref="SandboxException">The compiler cannot be started: a failure of ours.</exception>
    /// <exception cref="InvalidOperationException">The homework's own code uses what programs may not use: a failure of the staff's.</exception>
    public CompiledSubmission Compile(SourceFile given, Submission submission)
    {
        lock (_lock)
        {
            _process ??= Start();
            byte[] request = new CompileRequest([given], [.. submission.Files], isGated).ToFrame();
            byte[]? response = _process.TrySend(request, StartPatience) ? Receive(_process) : null;
            if (response is not null && Read(response) is { } compiled)
            {
                if (paths.HaveLittleMemory)
                {
                    _process.Dispose();
                    _process = null;
                }

                return compiled.Errors.FirstOrDefault(error => error.IsForbidden && error.File == given.Name) is { } ours
                    ? throw new InvalidOperationException($"The homework's own code cannot be run. {ours}")
                    : compiled;
            }

            string why = WhyItEnded(_process);
            _process.Dispose();
            _process = null;
            return NotHandled(why);
        }
    }

    /// <summary>By processor time: on a busy machine a student's source is not to blame for waiting.</summary>
    private byte[]? Receive(ChildProcess process)
    {
        TimeSpan before = process.CpuTime;
        var clock = Stopwatch.StartNew();
        while (!process.HasEnded && clock.Elapsed < StalledFactor * _patience && process.CpuTime - before < _patience)
        {
            if (process.Receive(Tick) is { } frame)
            {
                return frame;
            }
        }

        return process.Receive(TimeSpan.Zero);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _process?.Dispose();
        }
    }

    private ChildProcess Start()
    {
        var process = ChildProcess.StartConfined(paths.Compiler, new ResourceLimits(MostCpuSeconds, paths.HaveLittleMemory ? LittleHeapBytes : HeapBytes), paths.Sandbox.Layers, MaxErrorCharacters);
        try
        {
            Attestation.Check(process.Id, paths.Sandbox.Layers);
            return process;
        }
        catch (SandboxException)
        {
            process.Dispose();
            throw;
        }
    }

    private static CompiledSubmission NotHandled(string why) => new(null, [], [], $"the compiler could not handle this source: {why}");

    /// <summary>The compiler's recursion follows the source's; what it cannot come back from, it can only end by.</summary>
    private static string WhyItEnded(ChildProcess process)
    {
        bool hasCrashed = process.HasExited(EndPatience);
        process.Kill();
        string errors = process.WaitForEnd().Errors;
        return errors.Contains("Stack overflow", StringComparison.Ordinal) ? "nesting too deep"
            : errors.Contains("OutOfMemory", StringComparison.Ordinal) || errors.Contains("Out of memory", StringComparison.Ordinal) ? "too much memory for it"
            : hasCrashed ? "it crashed"
            : "it was not done in time";
    }

    private static CompiledSubmission? Read(byte[] frame)
    {
        try
        {
            CompileResponse response = CompileResponse.From(new FrameReader(frame));
            return response.WhyNot.Length > 0
                ? NotHandled(response.WhyNot)
                : new CompiledSubmission(response.Program, [.. response.Errors], [.. response.Methods]);
        }
        catch (FrameException)
        {
            return null;
        }
    }
}

/// <summary>Where the programs of the other two processes stand, and how they are held.</summary>
public sealed record ProcessPaths(string Compiler, string Worker)
{
    public ChosenSandbox Sandbox { get; init; } = ChosenSandbox.Expected;

    /// <summary>
    /// The processes have 768 MB together, which is what Gradescope gives: the compiler's heap is small, and it ends with each
    /// submission before that submission's program may grow.
    /// </summary>
    public bool HaveLittleMemory { get; init; }

    /// <summary>Beside this program, each in a folder of its own.</summary>
    public static ProcessPaths Installed { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "compiler", "Autograder.Compiler.dll"),
        Path.Combine(AppContext.BaseDirectory, "worker", "Autograder.Worker.dll"));
}
