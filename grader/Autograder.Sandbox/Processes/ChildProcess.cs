using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Processes;

/// <summary>
/// The grader's side of a child process: frames in and out, limits on what it may say, and its certain end. The child
/// starts with an empty environment and inherits three pipes and nothing else. Not thread-safe.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private const int KeptErrorCharacters = 64 << 10;
    private const int WaitingFrames = 256;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);
    private readonly Process _process;
    private readonly BlockingCollection<byte[]> _frames = new(WaitingFrames);
    private readonly StringBuilder _errors = new();
    private readonly int _maxErrorCharacters;
    private readonly Thread _frameReader;
    private readonly Thread _errorReader;
    private volatile bool _brokeProtocol;
    private volatile bool _isFlooding;
    private TimeSpan _cpuTime;
    private bool _isDisposed;

    private ChildProcess(Process process, int maxErrorCharacters)
    {
        _process = process;
        _maxErrorCharacters = maxErrorCharacters;
        _frameReader = new Thread(ReadFrames) { IsBackground = true, Name = "frames" };
        _errorReader = new Thread(ReadErrors) { IsBackground = true, Name = "errors" };
        _frameReader.Start();
        _errorReader.Start();
    }

    public int Id => _process.Id;

    /// <summary>Processor time used so far. A process that has ended tells nothing more: then what was seen last, here or by <see cref="Kill"/>.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            try
            {
                _process.Refresh();
                TimeSpan seen = _process.TotalProcessorTime;
                _cpuTime = seen > _cpuTime ? seen : _cpuTime;
            }
            catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It has ended.
            }

            return _cpuTime;
        }
    }

    /// <summary>Whether it sent something that is no frame.</summary>
    public bool BrokeProtocol => _brokeProtocol;

    /// <summary>Whether it printed more than allowed, and was ended for it.</summary>
    public bool IsFlooding => _isFlooding;

    /// <summary>Starts a child, has it confine itself and waits until it says that it has.</summary>
    /// <param name="maxErrorCharacters">How much it may print past the protocol before it is ended.</param>
    /// <exception cref="SandboxException">It did not start, or a layer failed: a failure of ours.</exception>
    public static ChildProcess StartConfined(string program, ResourceLimits limits, Layers layers, int maxErrorCharacters)
    {
        ChildProcess child = Start(program, limits.MemoryBytes, maxErrorCharacters, Walls.Argument(layers));
        var request = new ConfinementRequest(limits, layers, Environment.ProcessId);
        if (child.TrySend(request.ToFrame(), StartPatience) && child.Receive(StartPatience) is [ConfinementRequest.Ready, ..])
        {
            return child;
        }

        ProcessEnd end = child.WaitForEnd();
        child.Dispose();
        throw new SandboxException($"{Path.GetFileNameWithoutExtension(program)} did not start (exit code {end.ExitCode}). {end.Errors}");
    }

    /// <param name="program">The .dll of the child, beside its own runtimeconfig.json.</param>
    /// <param name="memoryBytes">Limit of the managed heap.</param>
    /// <param name="maxErrorCharacters">How much it may print past the protocol before it is ended.</param>
    public static ChildProcess Start(string program, long memoryBytes, int maxErrorCharacters, string? argument = null)
    {
        ProcessStartInfo start = DotnetHost.Command(program);
        if (argument is not null)
        {
            start.ArgumentList.Add(argument);
        }

        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardErrorEncoding = Encoding.UTF8;
        start.WorkingDirectory = Path.GetPathRoot(Path.GetFullPath(program))!;
        start.Environment.Clear();
        foreach ((string name, string value) in RuntimeSettings(memoryBytes))
        {
            start.Environment[name] = value;
        }

        // What this process has inherited or opened without the close-on-exec flag must not reach a stranger's program.
        if (OperatingSystem.IsLinux())
        {
            _ = LinuxCalls.CloseRange(3, uint.MaxValue, LinuxCalls.CloseRangeCloseOnExec);
        }

        Process process = StartingThread.Start(start)
            ?? throw new InvalidOperationException($"{program} could not be started");
        return new ChildProcess(process, maxErrorCharacters);
    }

    /// <returns>False when the child did not take it in time, or is gone.</returns>
    public bool TrySend(byte[] payload, TimeSpan patience)
    {
        try
        {
            // On a thread of its own: while a class is graded, the pool may have none to spare, and waiting counts.
            return Task.Factory.StartNew(
                () => FrameStream.Write(_process.StandardInput.BaseStream, payload),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Wait(patience);
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Waits for the next frame.</summary>
    /// <returns>Null when none came in that time; then see <see cref="HasEnded"/>.</returns>
    public byte[]? Receive(TimeSpan patience) =>
        _frames.TryTake(out byte[]? frame, (int)Math.Max(0, patience.TotalMilliseconds)) ? frame : null;

    /// <summary>No frame will come any more.</summary>
    public bool HasEnded => _frames.IsCompleted;

    /// <summary>Whether the process is gone, or is in that time; frames that it sent may still be waiting.</summary>
    public bool HasExited(TimeSpan patience) => _process.WaitForExit(patience);

    /// <summary>How it ended; waits for that.</summary>
    public ProcessEnd WaitForEnd()
    {
        if (!_process.WaitForExit(EndPatience))
        {
            Kill();
            _process.WaitForExit(EndPatience);
        }

        // Processes that it has left behind would keep standard error open.
        Kill();
        _errorReader.Join(EndPatience);
        lock (_errors)
        {
            return new ProcessEnd(_process.HasExited ? _process.ExitCode : -1, _errors.ToString());
        }
    }

    /// <summary>Ends the child and every process of its session.</summary>
    public void Kill()
    {
        _ = CpuTime;
        if (OperatingSystem.IsLinux() && LinuxCalls.Kill(-_process.Id, LinuxCalls.SignalKill) == 0)
        {
            return;
        }

        // It has not reached a session of its own yet, or this is not Linux.
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is gone already, which is what was wanted.
        }
    }

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        Kill();
        _process.WaitForExit(EndPatience);
        _frames.CompleteAdding();
        while (_frames.TryTake(out _))
        {
            // Room for the reader, should it be waiting for some.
        }

        _frameReader.Join(EndPatience);
        _errorReader.Join(EndPatience);

        // Process leaves them to the garbage collector, which is too late for a class of hundreds.
        _process.StandardInput.BaseStream.Dispose();
        _process.StandardOutput.BaseStream.Dispose();
        _process.StandardError.BaseStream.Dispose();
        _process.Dispose();
    }

    /// <summary>
    /// Nothing of the grader's environment, only settings of the runtime: no diagnostics port, no profile-guided
    /// recompilation in so short a life, a thread for recompilation that stays (a later one would look like a student's), 1.5 MiB for the stack of a thread (8 MiB would use up the memory limit on a machine of
    /// many cores), a heap limit, and a small first generation (less memory to touch).
    /// </summary>
    private static IEnumerable<(string Name, string Value)> RuntimeSettings(long memoryBytes) =>
    [
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_TC_BackgroundWorkerTimeoutMs", "7FFFFFFF"),
        ("DOTNET_LTTng", "0"),
        ("DOTNET_Thread_DefaultStackSize", "180000"),
        ("DOTNET_GCHeapHardLimit", memoryBytes.ToString("x", CultureInfo.InvariantCulture)),
        ("DOTNET_GCgen0size", "400000"),
    ];

    private void ReadFrames()
    {
        try
        {
            while (FrameStream.Read(_process.StandardOutput.BaseStream) is { } frame)
            {
                _frames.Add(frame);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The pipe or the collection was closed under us: the child's end.
        }
        catch (FrameException)
        {
            _brokeProtocol = true;
            Kill();
        }

        _frames.CompleteAdding();
    }

    private void ReadErrors()
    {
        try
        {
            char[] buffer = new char[4096];
            long total = 0;
            while (_process.StandardError.Read(buffer) is > 0 and int count)
            {
                total += count;
                lock (_errors)
                {
                    _errors.Append(buffer, 0, Math.Min(count, KeptErrorCharacters - _errors.Length));
                }

                if (total > _maxErrorCharacters)
                {
                    _isFlooding = true;
                    Kill();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The pipe was closed under us: the child's end.
        }
    }
}

/// <param name="ExitCode">128 + the signal when one ended it.</param>
/// <param name="Errors">The head of what it wrote to standard error.</param>
public sealed record ProcessEnd(int ExitCode, string Errors);

/// <summary>How a .dll is run by the same runtime that runs this program.</summary>
internal static class DotnetHost
{
    internal static ProcessStartInfo Command(string program)
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string dotnet = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        if (File.Exists(dotnet))
        {
            var start = new ProcessStartInfo(dotnet);
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(program);
            return start;
        }

        // A self-contained installation has no dotnet: the child has an executable of its own.
        return new ProcessStartInfo(Path.ChangeExtension(program, OperatingSystem.IsWindows() ? ".exe" : null));
    }
}
