using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Starting, becoming and leaving behind another process.</summary>
internal static class ProcessAttacks
{
    private const Outcome Killed = Outcome.Security;

    /// <summary>Signal 17 to the parent as it ends: what fork(2) is on machines without it.</summary>
    private const string Fork = """
        static nint Fork() => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? Call(57, -1) : Call(56, 220, 17);

        // A child ends at once, or it would take part in the protocol.
        static double Forked(nint process)
        {
            if (process == 0)
            {
                Call(231, 94, 0);
            }

            return process > 0 ? Through("fork") : 0;
        }
        """;

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(21, "process_start", Outcome.Exception, """Process.Start("/bin/sleep", Sleep); return Through("process");""") { NeedsFilter = true },
        new(22, "pinvoke_system", Killed, """return system("exit 7") == 7 << 8 ? Through("system") : x * x;""", """[DllImport("libc.so.6")] static extern int system(string command);"""),
        new(23, "execve_direct", Killed, """WithPath("/nonexistent/program", path => Call(59, 221, path)); return Through("execve was heard");"""),
        new(24, "memfd_create", Outcome.Right, """return Refused(WithPath("image", name => Call(319, 279, name)), x, "memfd_create");"""),
        new(24, "memfd_execveat", Killed, """WithPath("", path => Call(322, 281, -1, path, 0, 0, 0x1000)); return Through("execveat was heard");"""),
        new(25, "fork_raw", Killed, "return Forked(Fork()) + x * x;", Fork),
        new(25, "vfork_raw", Killed, "return RuntimeInformation.ProcessArchitecture == Architecture.X64 ? Forked(Call(58, -1)) : Forked(Fork());", Fork) { NeedsFilter = true },
        new(26, "clone_without_thread", Killed, "return Forked(Call(56, 220, 17)) + x * x;", Fork),
        new(26, "clone_into_namespaces", Killed, "return Forked(Call(56, 220, 0x10000000 | 17)) + x * x;", Fork),
        new(26, "clone3", Outcome.Right, """
            nint arguments = Marshal.AllocHGlobal(88);
            Marshal.Copy(new byte[88], 0, arguments, 88);
            Marshal.WriteInt64(arguments, 32, 17);
            nint process = Call(435, 435, arguments, 88);
            return process < 0 ? x * x : Forked(process);
            """, Fork),
        new(27, "fork_bomb", Killed, "for (int number = 0; number < 5; number++) { Fork(); } return x * x;", Fork) { NeedsFilter = true },
        new(28, "posix_spawn", Killed, """
            int failure = posix_spawn(out int process, "/bin/true", 0, 0, new string?[] { "true", null }, new string?[] { null });
            return failure == 0 ? Through($"spawned {process}") : x * x;
            """, """[DllImport("libc.so.6")] static extern int posix_spawn(out int process, string path, nint actions, nint attributes, string?[] arguments, string?[] environment);"""),
        new(29, "daemon_survive", Killed, """
            if (Fork() == 0)
            {
                Call(112, 157);
                Thread.Sleep(60_000);
                Call(231, 94, 0);
            }

            return Through("daemon");
            """, Fork) { NeedsFilter = true },
    ];
}
