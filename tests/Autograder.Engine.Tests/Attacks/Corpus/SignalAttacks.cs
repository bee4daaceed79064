using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Reaching into other processes. <c>Sibling</c> is another worker, which is asked questions before and after.</summary>
internal static class SignalAttacks
{
    private const Outcome Killed = Outcome.Security;
    private const string SeizeOnly = "0x4206";

    private const string Reading = """
        static nint Vector(nint address, int length)
        {
            nint vector = Marshal.AllocHGlobal(16);
            Marshal.WriteIntPtr(vector, address);
            Marshal.WriteIntPtr(vector, 8, length);
            return vector;
        }

        // The first page of the program itself, which has the same address in every process of it at most: a fault there is an answer too.
        static double ReadMemoryOf(int process)
        {
            Call(310, 270, process, Vector(Marshal.AllocHGlobal(8), 8), 1, Vector(0x400000, 8), 1);
            return Through("process_vm_readv was heard");
        }
        """;

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(30, "kill_parent", Killed, """return Refused(Call(62, 129, Grader, 0), x, "kill");"""),
        new(31, "kill_minus1", Killed, """return Refused(Call(62, 129, -1, 0), x, "kill");"""),
        new(32, "kill_pgrp", Killed, """return Refused(Call(62, 129, 0, 0), x, "kill");"""),
        new(33, "tgkill_parent", Killed, """return Refused(Call(234, 131, Grader, Grader, 0), x, "tgkill");"""),
        new(33, "tkill_parent", Killed, """return Refused(Call(200, 130, Grader, 0), x, "tkill");"""),
        new(33, "sigqueue_parent", Outcome.Right, """return Refused(Call(129, 138, Grader, 0, Marshal.AllocHGlobal(128)), x, "rt_sigqueueinfo");"""),
        new(33, "pidfd_parent", Killed, """return Refused(Call(434, 434, Grader, 0), x, "pidfd_open");"""),
        new(34, "ptrace_parent", Killed, $"""return Refused(Call(101, 117, {SeizeOnly}, Grader), x, "ptrace");"""),
        new(35, "process_vm_readv_parent", Killed, "return ReadMemoryOf(Grader);", Reading),
        new(36, "ptrace_sibling", Killed, $"""return Refused(Call(101, 117, {SeizeOnly}, Sibling), x, "ptrace");"""),
        new(36, "kill_sibling", Killed, """return Refused(Call(62, 129, Sibling, 0), x, "kill");"""),
        new(37, "read_parent_environ", Outcome.Exception, """return Through($"{File.ReadAllBytes($"/proc/{Grader}/environ").Length} bytes");"""),
        new(37, "read_parent_maps", Outcome.Exception, """return Through($"{File.ReadAllBytes($"/proc/{Grader}/maps").Length} bytes");"""),
        new(37, "read_parent_cmdline", Outcome.Exception, """return Through($"{File.ReadAllBytes($"/proc/{Grader}/cmdline").Length} bytes");"""),
        new(37, "list_parent_descriptors", Outcome.Exception, """return Through($"{Directory.GetFiles($"/proc/{Grader}/fd").Length} files");"""),
        new(38, "own_environ_has_no_secret", Outcome.Right, """
            string[] names = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => !name.StartsWith("DOTNET_")).ToArray();
            return names.Length == 0 ? x * x : Through(string.Join(' ', names));
            """),
        new(152, "see_a_sibling", Outcome.Right, """return Directory.Exists($"/proc/{Sibling}") ? Through("the other worker can be seen") : x * x;"""),
        new(152, "read_memory_of_a_sibling", Killed, "return ReadMemoryOf(Sibling);", Reading),
    ];
}
