using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Gaining rights, shedding limits, leaving something in the kernel.</summary>
internal static class PersistenceAttacks
{
    private const Outcome Killed = Outcome.Security;

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(99, "setuid_root", Outcome.Right, """return Refused(Call(117, 147, 0, 0, 0), x, "setresuid");"""),
        new(99, "setgid_root", Outcome.Right, """return Refused(Call(119, 149, 0, 0, 0), x, "setresgid");"""),
        new(100, "raise_rlimit", Outcome.Right, """
            nint limit = Marshal.AllocHGlobal(16);
            Marshal.WriteInt64(limit, 1 << 20);
            Marshal.WriteInt64(limit, 8, 1 << 20);
            return Refused(Call(302, 261, 0, 1, limit), x, "prlimit64") + 0 * Refused(Call(160, 164, 1, limit), x, "setrlimit");
            """),
        new(101, "clear_pdeathsig", Outcome.Right, """return Refused(Call(157, 167, 1, 0), x, "PR_SET_PDEATHSIG");"""),
        new(102, "set_dumpable", Outcome.Right, """return Refused(Call(157, 167, 4, 1), x, "PR_SET_DUMPABLE");"""),
        new(103, "keyctl", Killed, """return Refused(Call(250, 219, 0, -3, 0), x, "keyctl");"""),
        new(103, "add_key", Killed, """return Refused(WithPath("user", type => WithPath("autograder", name => Call(248, 217, type, name, name, 4, -3))), x, "add_key");""") { NeedsFilter = true },
        new(104, "sysv_shm", Outcome.Right, """return Refused(Call(29, 194, 0, 4096, 0x180), x, "shmget");""") { NeedsFilter = true },
        new(104, "mqueue", Outcome.Right, """return Refused(WithPath("autograder", name => Call(240, 180, name, 0x42, 0x180, 0)), x, "mq_open");""") { NeedsFilter = true },
        new(105, "userns", Killed, """return Refused(Call(272, 97, 0x10000000), x, "unshare");"""),
        new(105, "mount", Killed, """return Refused(Call(165, 40, 0, 0, 0, 0, 0), x, "mount");""") { Says = "ended for it" },
        new(105, "bpf", Killed, """return Refused(Call(321, 280, 0, 0, 0), x, "bpf");"""),
        new(105, "userfaultfd", Killed, """return Refused(Call(323, 282, 1), x, "userfaultfd");"""),
        new(105, "perf_event_open", Killed, """return Refused(Call(298, 241, 0, 0, -1, -1, 0), x, "perf_event_open");"""),
        new(105, "second_filter", Killed, """return Refused(Call(317, 277, 1, 0, 0), x, "seccomp");"""),
        new(106, "sched_fifo", Outcome.Right, """
            nint priority = Marshal.AllocHGlobal(8);
            Marshal.WriteInt64(priority, 1);
            return Refused(Call(144, 119, 0, 1, priority), x, "sched_setscheduler");
            """),
        new(106, "nice", Outcome.Right, """return Refused(Call(141, 140, 0, 0, -5), x, "setpriority");"""),
        new(107, "flock_side_channel", Outcome.Right, """
            for (int descriptor = 0; descriptor < 1024; descriptor++)
            {
                // LOCK_EX | LOCK_NB: what another worker holds open as well would carry a bit to it.
                if (Call(73, 32, descriptor, 6) == 0)
                {
                    return Through($"descriptor {descriptor}");
                }
            }

            return x * x;
            """),
        new(107, "record_lock_side_channel", Outcome.Right, """
            nint record = Marshal.AllocHGlobal(32);
            Marshal.Copy(new byte[32], 0, record, 32);
            for (int descriptor = 0; descriptor < 1024; descriptor++)
            {
                if (Call(72, 25, descriptor, 6, record) == 0)
                {
                    return Through($"descriptor {descriptor}");
                }
            }

            return x * x;
            """),
    ];
}
