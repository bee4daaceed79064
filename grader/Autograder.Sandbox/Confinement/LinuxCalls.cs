using System.Runtime.InteropServices;

namespace Autograder.Sandbox.Confinement;

/// <summary>The calls of the Linux C library that confinement uses. Constants are the same on x86-64 and arm64.</summary>
internal static partial class LinuxCalls
{
    internal const int FcntlDuplicateCloseOnExec = 1030;
    internal const int OpenReadWrite = 2;
    internal const int OpenPathOnly = 0x200000 | 0x80000;
    internal const int SignalKill = 9;
    internal const uint CloseRangeCloseOnExec = 4;
    internal const int UnshareHostName = 0x04000000;
    internal const int UnshareSystemV = 0x08000000;
    internal const int UnshareNetwork = 0x40000000;

    [StructLayout(LayoutKind.Sequential)]
    internal struct ResourceLimit
    {
        internal ulong Soft;
        internal ulong Hard;
    }

    /// <summary>Resources of setrlimit(2).</summary>
    internal enum Resource
    {
        Cpu = 0,
        FileSize = 1,
        Data = 2,
        Core = 4,
        Processes = 6,
        OpenFiles = 7,
        LockedMemory = 8,
        PendingSignals = 11,
        MessageQueues = 12,
    }

    /// <summary>Options of prctl(2).</summary>
    internal enum ProcessOption
    {
        SetParentDeathSignal = 1,
        SetDumpable = 4,
        DropBoundingCapability = 24,
        SetNoNewPrivileges = 38,
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    internal static partial int SetResourceLimit(Resource resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    internal static partial int Control(ProcessOption option, nint argument, nint third = 0, nint fourth = 0, nint fifth = 0);

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    internal static partial int StartSession();

    [LibraryImport("libc", EntryPoint = "getppid")]
    internal static partial int ParentProcess();

    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint EffectiveUser();

    /// <summary>The library's functions change every thread of the process; the system calls of these names change one.</summary>
    [LibraryImport("libc", EntryPoint = "setgroups", SetLastError = true)]
    internal static partial int SetGroups(nint count, nint groups);

    [LibraryImport("libc", EntryPoint = "setresgid", SetLastError = true)]
    internal static partial int SetGroup(uint real, uint effective, uint saved);

    [LibraryImport("libc", EntryPoint = "setresuid", SetLastError = true)]
    internal static partial int SetUser(uint real, uint effective, uint saved);

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    internal static partial int Unshare(int flags);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    internal static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "close_range", SetLastError = true)]
    internal static partial int CloseRange(uint first, uint last, uint flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    internal static partial int Duplicate(int from, int to);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    /// <summary>Returns only when it fails.</summary>
    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Execute(string path, string?[] arguments, string?[] environment);

    /// <summary>For calls that the C library has no function for.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint Call(nint number, nint first, nint second, nint third, nint fourth = 0);

    [LibraryImport("libc", EntryPoint = "_exit")]
    internal static partial void Exit(int status);
}
