using System.Runtime.InteropServices;

namespace Autograder.Sandbox.Confinement;

/// <summary>The calls of the Linux C library that confinement uses. Numbers are the same on x86-64 and arm64.</summary>
internal static partial class LinuxCalls
{
    internal const int FcntlDuplicateCloseOnExec = 1030;
    internal const int OpenReadWrite = 2;
    internal const int SignalKill = 9;
    internal const uint CloseRangeCloseOnExec = 4;

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
        OpenFiles = 7,
        LockedMemory = 8,
        MessageQueues = 12,
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    internal static partial int SetResourceLimit(Resource resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    internal static partial int StartSession();

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

    [LibraryImport("libc", EntryPoint = "_exit")]
    internal static partial void Exit(int status);
}
