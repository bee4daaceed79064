using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Never getting done, in every way.</summary>
internal static class HangAttacks
{
    private const Outcome Late = Outcome.TimeLimit;

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(63, "infinite_loop", Late, "while (true) { }") { Says = "did not finish" },
        new(64, "loop_without_safepoint", Late, "for (double y = x; ; y = Math.Sin(y)) { if (y > 2) { return y; } }"),
        new(64, "loop_in_finally", Late, "try { throw new Exception(); } catch { } finally { while (true) { } } return 0;"),
        new(64, "loop_that_catches_all", Late, "while (true) { try { throw new Exception(); } catch { } }"),
        new(64, "loop_with_allocations", Late, "while (true) { GC.KeepAlive(new double[1000]); }"),
        new(65, "infinite_static_ctor", Late, "return Endless.Value;", "static class Endless { public static double Value; static Endless() { while (true) { } } }"),
        new(66, "module_initializer_loop", Late, "return x * x;", "[ModuleInitializer] internal static void Initialize() { while (true) { } }") { SpoilsOthers = true },
        new(67, "sleep_forever", Late, "Thread.Sleep(Timeout.Infinite); return 0;") { Says = "did not finish" },
        new(67, "wait_for_nobody", Late, "new ManualResetEvent(false).WaitOne(); return 0;"),
        new(67, "task_that_never_ends", Late, "new TaskCompletionSource().Task.Wait(); return 0;"),
        new(68, "deadlock", Late, """
            var held = new ManualResetEvent(false);
            new Thread(() => { lock (typeof(Answers)) { held.Set(); Thread.Sleep(-1); } }).Start();
            held.WaitOne();
            lock (typeof(Answers)) { return x; }
            """),
        new(69, "sigstop_self", Late, "Call(62, 129, Environment.ProcessId, 19); Thread.Sleep(-1); return 0;"),
        new(70, "finalizer_hang", Late, "Abandon(); GC.Collect(); GC.WaitForPendingFinalizers(); return 0;", """
            [MethodImpl(MethodImplOptions.NoInlining)] static void Abandon() => GC.KeepAlive(new Final());
            class Final { ~Final() { while (true) { } } }
            """),
        new(71, "processexit_hang", Late, "AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(-1); Environment.Exit(0); return 0;"),
        new(72, "hostile_exception_message", Late, "throw new Hostile();", "class Hostile : Exception { public override string Message { get { while (true) { } } } }"),
        new(73, "infinite_enumerable_result", Late | Outcome.MemoryLimit | Outcome.OutputLimit | Outcome.WrongShape, "return Endless();", "static IEnumerable<double> Endless() { while (true) { yield return 1; } }")
        {
            ResultType = "IEnumerable<double>",
        },
        new(74, "hostile_object_result", Late | Outcome.WrongShape | Outcome.Exception, "return new Hostile();", """
            class Hostile : IEnumerable<double>
            {
                public override string ToString() { while (true) { } }
                public override bool Equals(object? other) { while (true) { } }
                public override int GetHashCode() { while (true) { } }
                public IEnumerator<double> GetEnumerator() { while (true) { } }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() { while (true) { } }
            }
            """)
        {
            ResultType = "object",
        },
    ];
}
