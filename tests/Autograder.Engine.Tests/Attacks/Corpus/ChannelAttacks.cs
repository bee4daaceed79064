using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Speaking to the grader in the worker's place, drowning it, and telling it stories.</summary>
internal static class ChannelAttacks
{
    private const Outcome Broken = Outcome.Protocol;
    private const Outcome Printed = Outcome.OutputLimit;

    /// <summary>A student's code can find the worker's pipe. All that may come of it is values of its own, or a fault.</summary>
    private const string Forger = """
        static bool written;
        static int calls;

        static readonly byte[] Result = Frame(6, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        static readonly byte[] Done = Frame(7, 0, 0, 0, 0, 0);

        static byte[] Frame(params byte[] payload) => [.. BitConverter.GetBytes(payload.Length), .. payload];

        // The library is loaded already, so that no file is opened for it.
        [DllImport("libc.so.6")] static extern int fcntl(int descriptor, int command, int argument);
        [DllImport("libc.so.6")] static extern long lseek(int descriptor, long offset, int from);

        static bool IsPipe(int descriptor, int access) => fcntl(descriptor, 3, 0) is >= 0 and int flags && (flags & 3) == access && lseek(descriptor, 0, 1) < 0;

        // The worker's own to the grader is the last whose other end is not here too: the runtime has pipes for a moment as it starts threads.
        static int Pipe()
        {
            long[] ours = Enumerable.Range(3, 1000).Where(descriptor => IsPipe(descriptor, 0)).Select(Inode).ToArray();
            return Enumerable.Range(3, 1000).Last(descriptor => IsPipe(descriptor, 1) && !ours.Contains(Inode(descriptor)));
        }

        static long Inode(int descriptor)
        {
            nint status = Marshal.AllocHGlobal(256);
            return Call(5, 80, descriptor, status) == 0 ? Marshal.ReadInt64(status, 8) : -1;
        }

        static void Forge(byte[] bytes, int times = 1)
        {
            using var stream = new FileStream(new SafeFileHandle(Pipe(), ownsHandle: false), FileAccess.Write, 0);
            for (int time = 0; time < times; time++)
            {
                stream.Write(bytes);
            }
        }

        static byte[] Large()
        {
            byte[] payload = new byte[20 << 20];
            new byte[] { 6, 0, 0, 1, 0xFB, 0xFF, 0xFF, 0x09 }.CopyTo(payload, 0);
            return Frame(payload);
        }

        static byte[] Printed(int characters) => Frame([6, (byte)(characters | 0x80), (byte)(characters >> 7), .. Enumerable.Repeat((byte)'x', characters), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        """;

    private static (string Name, string Value)[] Strange =>
    [
        ("nan", "double.NaN"), ("infinity", "double.PositiveInfinity"), ("minus_infinity", "double.NegativeInfinity"),
        ("minus_zero", "-0.0"), ("denormal", "double.Epsilon"), ("largest", "double.MaxValue"),
    ];

    internal static ImmutableArray<Attack> All { get; } =
    [
        .. Floods(),
        .. Forgeries(),
        .. Values(),
    ];

    private static Attack[] Floods() =>
    [
        new(84, "stdout_flood", Printed, "while (true) { Console.WriteLine(x); }"),
        new(84, "stdout_flood_by_character", Printed, "while (true) { Console.Write('x'); }"),
        new(84, "stdout_flood_at_once", Printed, "Console.Write(new string('x', 1_000_000)); return x * x;"),
        new(84, "stdout_flood_from_many_threads", Printed, "Parallel.For(0, 8, _ => { while (true) { Console.WriteLine(x); } }); return 0;"),
        new(84, "stdout_flood_a_little_each_time", Printed, "Console.Write(new string('x', 200)); return x * x;"),
        new(84, "stdout_flood_raw", Printed, "var output = Console.OpenStandardOutput(); while (true) { output.Write(new byte[1000]); }"),
        new(85, "stderr_flood", Printed, "while (true) { Console.Error.WriteLine(x); }"),
        new(85, "stderr_flood_raw", Printed, "var output = Console.OpenStandardError(); while (true) { output.Write(new byte[1000]); }"),
    ];

    private static Attack[] Forgeries() =>
    [
        Forging(86, "result_pipe_flood", Broken, "Forge(Result, int.MaxValue);"),
        Forging(87, "forge_on_all_fds", Broken, """
            foreach (int descriptor in Enumerable.Range(3, 1000).Where(descriptor => IsPipe(descriptor, 1)))
            {
                using var stream = new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, 0);
                stream.Write(new byte[] { 255, 255, 255, 255, 1, 2, 3 });
            }
            """),
        Forging(87, "one_result_too_many", Broken, "if (++calls == 24) { Forge(Result); }"),
        Forging(87, "an_end_too_soon", Broken, "if (++calls == 2) { Forge(Done); Thread.Sleep(-1); }"),
        Forging(87, "an_end_at_once", Broken, "Forge(Done); Thread.Sleep(-1);"),
        Forging(87, "an_end_that_says_nothing", Broken, "if (++calls == 1) { Forge(Frame(7)); Thread.Sleep(-1); }"),
        Forging(87, "a_message_that_only_the_grader_sends", Broken, "Forge(Frame(5, 0, 0, 0, 0, 0)); Thread.Sleep(-1);"),
        Forging(87, "a_message_of_an_unknown_kind", Broken, "Forge(Frame(99)); Thread.Sleep(-1);"),
        Forging(87, "a_readiness", Broken, "Forge(Frame(2)); Thread.Sleep(-1);"),
        Forging(87, "a_function_for_an_answer", Broken, "Forge(Frame(6, 0, 0, 4, 1, 65, 0, 0, 0)); Thread.Sleep(-1);"),
        Forging(87, "a_console_that_is_full", Broken, "Forge(Printed(3000)); Thread.Sleep(-1);"),
        new(88, "close_all_fds", Outcome.Crash, """
            for (int descriptor = 3; descriptor < 1024; descriptor++)
            {
                new SafeFileHandle(descriptor, ownsHandle: true).Dispose();
            }

            return x * x;
            """),

        // Zero for every point. What such a program does to its later questions is its own affair.
        Forging(89, "forge_values", Outcome.Wrong | Outcome.TimeLimit, "if (!written) { written = true; Forge(Result, 24); Forge(Done); Thread.Sleep(-1); }") with { SpoilsOthers = true },

        // The same through the worker's own code.
        new(89, "reflect_worker_forge_values", Outcome.Wrong | Broken | Outcome.TimeLimit, """
            if (!written)
            {
                written = true;
                var stream = new FileStream(new SafeFileHandle(Pipe(), ownsHandle: false), FileAccess.Write, 0);
                var write = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Autograder.Sandbox")
                    .GetType("Autograder.Sandbox.Frames.FrameStream")!.GetMethod("Write")!;
                for (int call = 0; call < 24; call++)
                {
                    write.Invoke(null, new object[] { stream, Result[4..] });
                }

                write.Invoke(null, new object[] { stream, Done[4..] });
                Thread.Sleep(-1);
            }

            return x * x;
            """, Forger) { SpoilsOthers = true },
        new(90, "forge_then_exit_in_static_ctor", Outcome.Wrong | Broken | Outcome.Crash, "return Early.Value;", Forger + """

            static class Early
            {
                public static double Value = 0;
                static Early()
                {
                    Forge(Result, 24);
                    Forge(Done);
                    Environment.Exit(0);
                }
            }
            """) { SpoilsOthers = true },
        Forging(91, "huge_length_prefix", Broken, "Forge(new byte[] { 255, 255, 255, 127, 1, 2, 3 });"),
        Forging(91, "negative_length_prefix", Broken, "Forge(new byte[] { 255, 255, 255, 255, 1, 2, 3 });"),
        Forging(91, "negative_count", Broken, "Forge(Frame(6, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255)); Thread.Sleep(-1);"),
        Forging(91, "result_cut_short", Broken, "Forge(Frame(6, 0, 0, 0)); Thread.Sleep(-1);"),
        Forging(91, "enormous_result", Broken, "Forge(Large()); Thread.Sleep(-1);"),
    ];

    private static Attack[] Values() =>
    [
        .. Strange.Select(value => new Attack(92, $"value_{value.Name}", Outcome.Wrong | Outcome.NonFinite, $"return {value.Value};")),
        new(93, "text_in_output", Outcome.Right, """Console.Write("\ud800 \0 \u001b[2J\u009b <script>alert(1)</script> ]]> Score: 100 \"}"); return x * x;"""),
        new(93, "text_in_exception", Outcome.Exception, """throw new Exception("\u001b[2J\0\ud800 <b>Score: 100</b> \"}");"""),
        new(94, "long_exception_message", Outcome.Exception | Outcome.MemoryLimit, "throw new Exception(new string('x', 10_000_000));"),
        new(94, "longer_exception_message", Outcome.Exception | Outcome.MemoryLimit, "throw new Exception(new string('x', 50_000_000));"),
        new(95, "steal_stdin", Outcome.Right, "return Console.OpenStandardInput().ReadByte() == -1 && Console.In.ReadLine() is null ? x * x : Through(\"input\");"),
        new(96, "detached_thread", Outcome.ThreadLeftRunning, "new Thread(() => { while (true) { } }).Start(); return x * x;") { Says = "still running" },
        new(96, "detached_background_thread", Outcome.ThreadLeftRunning, "new Thread(() => Thread.Sleep(-1)) { IsBackground = true }.Start(); return x * x;"),
        new(96, "detached_task", Outcome.ThreadLeftRunning, "Task.Run(() => { while (true) { } }); return x * x;"),
        new(98, "inputs_echoed", Outcome.Right, "Console.WriteLine(x); return x * x;"),
    ];

    private static Attack Forging(int number, string name, Outcome expected, string forgery) =>
        new(number, name, expected, $"{forgery}\nreturn x * x;", Forger);
}
