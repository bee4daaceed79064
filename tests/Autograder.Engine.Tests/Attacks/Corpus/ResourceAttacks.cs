using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Using up memory, descriptors, threads and the processor.</summary>
internal static class ResourceAttacks
{
    private const Outcome Memory = Outcome.MemoryLimit;

    private const string Filling = """
        // Three gigabytes at most.
        static double Fill()
        {
            var all = new List<byte[]>();
            for (int block = 0; block < 3072; block++)
            {
                all.Add(new byte[1 << 20]);
                all[^1].AsSpan().Fill(1);
            }

            return Through($"{all.Count} MiB");
        }
        """;

    private const string Recursion = "static int Deep(int depth) => Deep(depth + 1) + 1;";

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(46, "alloc_managed", Memory, "return Fill();", Filling) { FillsMemory = true },
        new(46, "alloc_managed_kept_in_a_static", Memory, "while (true) { Kept.Add(new double[100_000]); }", "static readonly List<double[]> Kept = new();") { FillsMemory = true },
        new(46, "alloc_lists_in_lists", Memory, "object list = new List<object>(); while (true) { list = new List<object> { list, new byte[10_000] }; }") { FillsMemory = true },
        new(47, "alloc_one_2g_array", Memory, "GC.KeepAlive(new byte[int.MaxValue - 60]); return Through(\"2 GiB\");") { FillsMemory = true },
        new(47, "alloc_8g_at_once", Memory, "GC.KeepAlive(new double[1L << 30]); return Through(\"8 GiB\");") { FillsMemory = true },
        new(48, "alloc_native", Memory, """
            for (int block = 0; block < 192; block++)
            {
                nint memory = Marshal.AllocHGlobal(16 << 20);
                for (int page = 0; page < 4096; page++)
                {
                    Marshal.WriteByte(memory, page << 12, 1);
                }
            }

            return Through("3 GiB");
            """) { FillsMemory = true },
        new(48, "alloc_native_8g_at_once", Memory, "return Through($\"{Marshal.AllocHGlobal((IntPtr)(8L << 30))}\");") { FillsMemory = true },
        new(49, "alloc_mmap_shared", Outcome.Right, """return Call(9, 222, 0, 1 << 20, 3, 0x21, -1, 0) == -1 ? x * x : Through("shared memory");"""),
        new(49, "alloc_mmap_growing_down", Outcome.Right, """return Call(9, 222, 0, 1 << 20, 3, 0x122, -1, 0) == -1 ? x * x : Through("memory that no limit counts");"""),
        new(50, "alloc_memfd", Outcome.Right, """return Refused(WithPath("memory", name => Call(319, 279, name)), x, "memfd_create");"""),
        new(51, "mremap_grow", Outcome.Right, """
            nint memory = Call(9, 222, 0, 1 << 20, 3, 0x22, -1, 0);
            return memory == -1 || Call(25, 216, memory, 1 << 20, (nint)(3L << 30), 1) == -1 ? x * x : Through("3 GiB");
            """),
        // Where the kernel then refuses memory, the runtime may not survive it.
        new(52, "gc_refresh_memory_limit", Memory | Outcome.Crash, """
            AppContext.SetData("GCHeapHardLimit", 4UL << 30);
            GC.RefreshMemoryLimit();
            return Fill();
            """, Filling) { FillsMemory = true },
        new(53, "string_doubling", Memory, "string text = \"x\"; while (true) { text += text; }") { FillsMemory = true },

        // The table of these strings is the runtime's own memory: where that is refused, it may not survive it.
        new(54, "string_intern_flood", Memory | Outcome.TimeLimit | Outcome.Crash, "for (long number = 0; ; number++) { string.Intern(new string('x', 1000) + number); }") { FillsMemory = true },
        new(55, "vma_bomb", Outcome.Right | Memory | Outcome.Crash, """
            for (int number = 0; number < 80_000; number++)
            {
                if (Call(9, 222, 0, 4096, number % 2, 0x22, -1, 0) == -1)
                {
                    return x * x;
                }
            }

            return Through("80,000 mappings");
            """),
        new(56, "fd_bomb", Outcome.Right, """
            int count = 0;
            while (Call(32, 23, 0) >= 0)
            {
                count++;
            }

            return count > 1024 ? Through($"{count} descriptors") : x * x;
            """),
        new(57, "thread_bomb", Threads, ManyThreads(isBackground: true)),
        new(58, "thread_bomb_foreground", Threads, ManyThreads(isBackground: false)),

        // Where the pool is refused one more thread, the runtime may not survive it.
        new(59, "task_bomb", Memory | Outcome.TimeLimit | Outcome.Crash, "while (true) { Task.Run(() => Thread.Sleep(-1)); }") { FillsMemory = true },
        new(60, "cpu_burn_all_cores", Outcome.TimeLimit, "Parallel.For(0, 4, _ => { while (true) { } }); return 0;"),
        new(60, "pool_that_never_gets_done", Outcome.TimeLimit, "Task.WaitAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => { while (true) { } })).ToArray()); return 0;"),
        new(61, "stack_overflow", Outcome.Crash, "return Deep(0);", Recursion) { Says = "The stack overflowed" },
        new(61, "stackalloc_bomb", Outcome.Crash, "return Bomb();", "static double Bomb() { Span<byte> block = stackalloc byte[64 << 20]; block.Fill(1); return block[1 << 20]; }") { Says = "The stack overflowed" },
        new(62, "stack_overflow_in_thread", Outcome.Crash, "var thread = new Thread(() => Deep(0)); thread.Start(); thread.Join(); return 0;", Recursion) { Says = "The stack overflowed" },
        new(62, "stack_overflow_in_task", Outcome.Crash, "return Task.Run(() => Deep(0)).Result;", Recursion) { Says = "The stack overflowed" },
    ];

    private static Outcome Threads => Memory | Outcome.Exception | Outcome.ThreadLeftRunning | Outcome.Crash | Outcome.TimeLimit;

    private static string ManyThreads(bool isBackground) => $$"""
        for (int number = 0; number < 2000; number++)
        {
            new Thread(() => Thread.Sleep(-1)) { IsBackground = {{(isBackground ? "true" : "false")}} }.Start();
        }

        return Through("2,000 threads");
        """;
}
