using System.Runtime.InteropServices;
using static Autograder.Sandbox.Confinement.LinuxCalls;

namespace Autograder.Sandbox.Confinement;

/// <summary>
/// The one place where a child process gives up what it does not need, before it sees a byte of a student's. Theory of
/// operation: the child is started with an empty environment and three pipes (<see cref="Processes.ChildProcess"/>); where
/// asked it walls itself in and starts itself again (<see cref="Walls"/>); it moves its protocol to private descriptors and loads
/// everything it will need; then <see cref="Enter"/> gives it a session of its own, so that one kill reaches all its processes,
/// limits, a user of its own and its parent's death; and <see cref="Seal"/>, last, lays the system-call filter on all threads. The
/// grader looks from outside whether all that is so (<see cref="Processes.Attestation"/>).
/// </summary>
public static class Confined
{
    /// <summary>What the CLR, code and stacks need beside the managed heap.</summary>
    private const ulong OverheadBytes = 256UL << 20;

    /// <summary>Only where the user is the process's own: elsewhere all processes of the user count.</summary>
    private const ulong MostThreads = 256;

    /// <summary>The runtime holds two for each assembly it has loaded.</summary>
    private const ulong MostDescriptors = 1024;

    private const nint FilterOnEveryThread = 1;
    private const nint SetModeFilter = 1;

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Filter(ushort length, nint instructions)
    {
        private readonly ushort _length = length;
        private readonly nint _instructions = instructions;
    }

    /// <exception cref="InvalidOperationException">A layer failed; the process must not go on.</exception>
    public static void Enter(ConfinementRequest request)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Require(StartSession() >= 0, "setsid");
        if (request.Layers.HasFlag(Layers.Limits))
        {
            Limit(request.Limits, request.Layers.HasFlag(Layers.PrivateUser));
        }

        if (request.Layers.HasFlag(Layers.PrivateUser))
        {
            PrivateUser.Become();
        }

        // After the change of user, which would undo both.
        if (request.Layers.HasFlag(Layers.ParentDeath))
        {
            Require(Control(ProcessOption.SetParentDeathSignal, SignalKill) == 0, "PR_SET_PDEATHSIG");
            Require(ParentProcess() == request.Parent, "the parent has gone");
        }

        if (request.Layers.HasFlag(Layers.NonDumpable))
        {
            Require(Control(ProcessOption.SetDumpable, 0) == 0, "PR_SET_DUMPABLE");
        }
    }

    /// <summary>
    /// Lays the filter on every thread that there is; threads to come inherit it. From here on nothing can be loaded, so that
    /// the caller has loaded all it needs.
    /// </summary>
    /// <exception cref="InvalidOperationException">The filter cannot be installed; the process must not go on.</exception>
    public static unsafe void Seal(Layers layers)
    {
        if (!OperatingSystem.IsLinux() || !layers.HasFlag(Layers.SystemCalls))
        {
            return;
        }

        Architecture architecture = RuntimeInformation.ProcessArchitecture;
        FilterInstruction[] instructions = SystemCallFilter.For(architecture, Environment.ProcessId);
        ForbidNewPrivileges();
        fixed (FilterInstruction* first = instructions)
        {
            var filter = new Filter((ushort)instructions.Length, (nint)first);
            nint failed = Call(SystemCalls.Filter.On(architecture)!.Value, SetModeFilter, FilterOnEveryThread, (nint)(&filter));
            Require(failed == 0, "seccomp");
        }
    }

    /// <summary>
    /// For the grader itself, which knows the answers: nobody else of its user may look into its memory, its environment or its
    /// open files through /proc. Where the system refuses, workers are held all the same.
    /// </summary>
    public static void HideFromOthers()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Control(ProcessOption.SetDumpable, 0);
        }
    }

    internal static void ForbidNewPrivileges() => Require(Control(ProcessOption.SetNoNewPrivileges, 1) == 0, "PR_SET_NO_NEW_PRIVS");

    /// <summary>Ends the process at once: no finalizers, no handlers, no waiting for a stranger's threads.</summary>
    public static void Exit()
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxCalls.Exit(0);
        }

        Environment.Exit(0);
    }

    private static void Limit(ResourceLimits limits, bool hasOwnUser)
    {
        Limit(Resource.Core, 0);
        Limit(Resource.FileSize, 0);
        Limit(Resource.OpenFiles, MostDescriptors);
        Limit(Resource.LockedMemory, 64 << 10);
        Limit(Resource.MessageQueues, 0);
        Limit(Resource.PendingSignals, 256);
        if (hasOwnUser)
        {
            Limit(Resource.Processes, MostThreads);
        }

        // A second between the two, so that the signal of the soft limit says why it ended; the hard one only kills.
        Limit(Resource.Cpu, (ulong)limits.CpuSeconds, (ulong)limits.CpuSeconds + 1);
        Limit(Resource.Data, (ulong)limits.MemoryBytes + OverheadBytes);
    }

    private static void Limit(Resource resource, ulong value) => Limit(resource, value, value);

    private static void Limit(Resource resource, ulong soft, ulong hard) =>
        Require(SetResourceLimit(resource, new ResourceLimit { Soft = soft, Hard = hard }) == 0, $"setrlimit {resource}");

    internal static void Require(bool succeeded, string layer)
    {
        if (!succeeded)
        {
            throw new InvalidOperationException($"{layer}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }
}
