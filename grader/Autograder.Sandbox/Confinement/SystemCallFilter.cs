using System.Runtime.InteropServices;
using static Autograder.Sandbox.Confinement.SystemCalls;

namespace Autograder.Sandbox.Confinement;

/// <summary>
/// The filter under which a stranger's code runs: no file can be opened, no socket made, no process started or signalled. It
/// can stand only when everything that will be needed is loaded. What a call may not do fails with EPERM and reaches the program
/// as an exception; what nobody does by accident ends it with SIGSYS.
/// </summary>
internal static class SystemCallFilter
{
    internal const uint Allow = 0x7FFF0000;
    internal const uint Kill = 0x80000000;
    internal const uint Refuse = 0x00050000 | NotPermitted;
    private const uint Unknown = 0x00050000 | NotImplemented;
    private const uint NotPermitted = 1;
    private const uint NotImplemented = 38;

    private const uint AuditArchitectureX64 = 0xC000003E;
    private const uint AuditArchitectureArm64 = 0xC00000B7;

    /// <summary>Calls of the x32 ABI carry this bit; they come from code that does not come from a compiler of ours.</summary>
    private const uint X32Bit = 0x40000000;

    private const uint CloneThread = 0x00010000;

    /// <summary>CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET and NEWTIME.</summary>
    private const uint CloneNamespaces = 0x7E020080;
    private const uint MapShared = 1;
    private const uint MapAnonymous = 0x20;
    private const uint ProtectionWrite = 2;

    /// <summary>MAP_SHARED, PRIVATE, FIXED, ANONYMOUS, DENYWRITE, NORESERVE, STACK and FIXED_NOREPLACE.</summary>
    private const uint MapFlagsAllowed = 0x1 | 0x2 | 0x10 | 0x20 | 0x800 | 0x4000 | 0x20000 | 0x100000;

    /// <summary>PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME and PR_SET_VMA.</summary>
    private static readonly uint[] ControlsAllowed = [3, 15, 16, 0x53564D41];

    /// <summary>TCGETS, TIOCGWINSZ and FIONREAD.</summary>
    private static readonly uint[] DeviceControlsAllowed = [0x5401, 0x5413, 0x541B];

    /// <summary>F_DUPFD, F_GETFD, F_SETFD, F_GETFL and F_DUPFD_CLOEXEC.</summary>
    private static readonly uint[] DescriptorControlsAllowed = [0, 1, 2, 3, 1030];

    /// <param name="process">The process itself, the only one that it may send a signal to: the runtime stops threads so.</param>
    /// <exception cref="PlatformNotSupportedException">Neither x86-64 nor arm64.</exception>
    internal static FilterInstruction[] For(Architecture architecture, int process)
    {
        var program = new FilterProgram();
        program.LoadArchitecture().EndUnlessEqual(AuditArchitecture(architecture), Kill).LoadNumber();
        if (architecture == Architecture.X64)
        {
            program.EndIfAtLeast(X32Bit, Kill);
        }

        foreach (uint number in Numbers(Allowed, architecture))
        {
            program.EndIfEqual(number, Allow);
        }

        // A thread is a clone, a process is not; the flags of clone3 lie in memory, where no filter can look.
        program.When(Number(Clone), rule => rule.LoadLower(0).EndIfAnyBit(CloneNamespaces, Kill).EndUnlessAnyBit(CloneThread, Kill).End(Allow));
        program.EndIfEqual(Number(Clone3), Unknown);

        // Of the flags only those that the runtime and the C library use: memory that grows downwards, for one, is not counted either.
        // Shared anonymous memory is not counted by RLIMIT_DATA, and shared memory of a file would be a way to write it.
        program.When(Number(MemoryMap), rule => rule
            .LoadLower(3).EndIfAnyBit(~MapFlagsAllowed, Refuse).EndUnlessAnyBit(MapShared, Allow).EndIfAnyBit(MapAnonymous, Refuse)
            .LoadLower(2).EndIfAnyBit(ProtectionWrite, Refuse).End(Allow));

        // Without this the runtime cannot start threads; only for itself.
        program.When(Number(SetAffinity), rule => rule.LoadLower(0).EndUnlessEqual(0, Refuse).End(Allow));
        program.When(Number(ProcessControl), rule => OneOf(rule, argument: 0, ControlsAllowed));
        program.When(Number(DeviceControl), rule => OneOf(rule, argument: 1, DeviceControlsAllowed));
        program.When(Number(DescriptorControl), rule => OneOf(rule, argument: 1, DescriptorControlsAllowed));

        // Limits may be read, not set.
        program.When(Number(ProcessLimit), rule => rule.LoadLower(2).EndUnlessEqual(0, Refuse).LoadUpper(2).EndUnlessEqual(0, Refuse).End(Allow));
        program.When(Number(SignalThread), rule => rule.LoadLower(0).EndUnlessEqual((uint)process, Kill).End(Allow));
        program.When(Number(Signal), rule => rule.LoadLower(0).EndUnlessEqual((uint)process, Kill).End(Allow));
        program.EndIfEqual(Number(FileLock), Unknown);
        foreach (uint number in Numbers(Fatal, architecture))
        {
            program.EndIfEqual(number, Kill);
        }

        return program.End(Refuse).ToArray();

        uint Number(SystemCall call) => (uint)call.On(architecture)!.Value;
    }

    private static void OneOf(FilterProgram rule, int argument, uint[] allowed)
    {
        rule.LoadLower(argument);
        foreach (uint value in allowed)
        {
            rule.EndIfEqual(value, Allow);
        }

        rule.End(Refuse);
    }

    private static IEnumerable<uint> Numbers(SystemCall[] calls, Architecture architecture) =>
        calls.Select(call => call.On(architecture)).OfType<int>().Select(number => (uint)number);

    private static uint AuditArchitecture(Architecture architecture) => architecture switch
    {
        Architecture.X64 => AuditArchitectureX64,
        Architecture.Arm64 => AuditArchitectureArm64,
        _ => throw new PlatformNotSupportedException($"there is no system-call filter for {architecture}"),
    };
}
