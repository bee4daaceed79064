using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Ending the worker in the middle of a call.</summary>
internal static class ExitAttacks
{
    private const Outcome Ended = Outcome.Crash;

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(75, "env_exit_0", Ended, "Environment.Exit(0); return 0;") { Says = "Environment.Exit" },
        new(75, "env_exit_3", Ended, "Environment.Exit(3); return 0;") { Says = "Environment.Exit" },
        new(75, "env_exit_while_the_console_is_locked", Ended, "lock (Console.Out) { Environment.Exit(0); } return 0;") { Says = "Environment.Exit" },
        new(76, "exit_after_first_point", Ended, "return ++calls > 1 ? Leave() : x * x;", "static int calls; static double Leave() { Environment.Exit(0); return 0; }"),
        new(77, "failfast", Ended, "Environment.FailFast(\"enough\"); return 0;") { Says = "Environment.FailFast" },
        new(77, "exception_on_a_thread", Ended, "new Thread(() => throw new Exception(\"alone\")).Start(); Thread.Sleep(-1); return 0;") { Says = "unhandled exception on a thread" },
        new(78, "raw_exit_group", Ended, "Call(231, 94, 0); return 0;"),
        new(78, "raw_exit_of_a_thread", Ended | Outcome.TimeLimit, "Call(60, 93, 0); return 0;"),
        new(79, "abort", Ended, "abort(); return 0;", """[DllImport("libc.so.6")] static extern void abort();"""),
        new(80, "sigkill_self", Ended, "Call(62, 129, Environment.ProcessId, 9); Thread.Sleep(-1); return 0;") { Says = "was killed" },
        new(81, "null_write", Outcome.Exception, "Marshal.WriteByte((IntPtr)8, 1); return 0;"),
        new(82, "unsafe_scribble", Ended | Outcome.Exception | Outcome.TimeLimit, """
            for (int offset = 0; offset < 64; offset += 8)
            {
                Marshal.WriteInt64(typeof(string).TypeHandle.Value, offset, 0x4141414141414141);
            }

            GC.Collect();
            return string.Concat("a", x.ToString()).Length;
            """),
        new(83, "shellcode_int80", Outcome.Security, """
            if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
            {
                return Refused(Call(-1, 117, 0x4206, Grader), x, "ptrace");
            }

            // mov eax, 20 (getpid of i386); int 0x80; ret
            nint code = Call(9, 222, 0, 4096, 7, 0x22, -1, 0);
            Marshal.Copy(new byte[] { 0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3 }, 0, code, 8);
            int process = Marshal.GetDelegateForFunctionPointer<Number>(code)();
            return process > 0 ? Through("int 0x80") : x * x;
            """, "[UnmanagedFunctionPointer(CallingConvention.Cdecl)] delegate int Number();"),
        new(83, "x32_call", Outcome.Security, """return Call(0x40000000 | 39, 117, 0x4206, Grader) == -2 ? x * x : Through("x32 was heard");"""),
    ];
}
