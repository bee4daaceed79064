using System.Runtime.InteropServices;
using static Autograder.Sandbox.Confinement.LinuxCalls;

namespace Autograder.Sandbox.Confinement;

/// <summary>
/// The one place where a child process gives up what it does not need, before it sees a byte of a student's. Theory of
/// operation: the child is started with an empty environment and three pipes (<see cref="Processes.ChildProcess"/>); it
/// moves its protocol to private descriptors, becomes the leader of a session of its own, so that one kill reaches all
/// its processes, and lowers its resource limits. System-call filters belong here too, after everything else.
/// </summary>
public static class Confined
{
    /// <summary>What the CLR, code and stacks need beside the managed heap.</summary>
    private const ulong OverheadBytes = 256UL << 20;

    /// <summary>How far <see cref="Enter"/> confines on this machine: "limited" (resource limits) or "none".</summary>
    public static string Level => OperatingSystem.IsLinux() ? "limited" : "none";

    /// <exception cref="InvalidOperationException">A layer failed; the process must not go on.</exception>
    public static void Enter(ResourceLimits limits)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Require(StartSession() >= 0, "setsid");
        Limit(Resource.Core, 0);
        Limit(Resource.FileSize, 0);
        Limit(Resource.OpenFiles, 256);
        Limit(Resource.LockedMemory, 64 << 10);
        Limit(Resource.MessageQueues, 0);

        // A second between the two, so that the signal of the soft limit says why it ended; the hard one only kills.
        Limit(Resource.Cpu, (ulong)limits.CpuSeconds, (ulong)limits.CpuSeconds + 1);
        Limit(Resource.Data, (ulong)limits.MemoryBytes + OverheadBytes);
    }

    /// <summary>Ends the process at once: no finalizers, no handlers, no waiting for a stranger's threads.</summary>
    public static void Exit()
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxCalls.Exit(0);
        }

        Environment.Exit(0);
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
