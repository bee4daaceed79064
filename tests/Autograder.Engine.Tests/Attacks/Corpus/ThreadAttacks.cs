using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>What the method's own thread may not do, tried from another, older one.</summary>
internal static class ThreadAttacks
{
    private const string Reading = """
        static readonly ManualResetEventSlim Done = new();
        static volatile string? read;

        static void Read()
        {
            try
            {
                read = File.ReadAllText(Secret);
            }
            catch (Exception)
            {
            }

            Done.Set();
        }

        static double Report(double x) => Done.Wait(TimeSpan.FromSeconds(20)) && read is not null ? Through(read) : x * x;
        """;

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(17, "finalizer_reads_secret", Outcome.Right, """
            Abandon();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return Report(x);
            """, Reading + """

            [MethodImpl(MethodImplOptions.NoInlining)] static void Abandon() => GC.KeepAlive(new Reader());
            class Reader { ~Reader() => Read(); }
            """),
        new(18, "threadpool_reads_secret", Outcome.Right, "ThreadPool.QueueUserWorkItem(_ => Read()); return Report(x);", Reading),
        new(19, "timer_reads_secret", Outcome.Right, "using var timer = new Timer(_ => Read(), null, 1, -1); return Report(x);", Reading),

        // The runtime's thread for signals is started for it, and stays.
        new(20, "posix_signal_handler_reads_secret", Outcome.Right | Outcome.Exception | Outcome.ThreadLeftRunning, """
            using var handler = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Read());
            Call(62, 129, Environment.ProcessId, 28);
            return Report(x);
            """, Reading),
    ];
}
