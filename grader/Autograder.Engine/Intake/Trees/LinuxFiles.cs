using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Autograder.Engine.Intake.Trees;

/// <summary>The calls of the Linux C library that open files without following links. All throw IOException where they fail.</summary>
internal static partial class LinuxFiles
{
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int NoControllingTerminal = 0x100;
    private const int StatOfDescriptor = 0x1000;
    private const int StatOfLink = 0x100;
    private const uint StatType = 1;
    private const int StatModeOffset = 28;
    private const int StatBytes = 256;

    /// <summary>The two that differ between processors.</summary>
    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64;
    private static readonly int OnlyFolders = IsArm ? 0x4000 : 0x10000;
    private static readonly int NoLinks = IsArm ? 0x8000 : 0x20000;

    /// <summary>The types of stat(2).</summary>
    internal enum Kind
    {
        Regular = 0x8000,
        Link = 0xA000,
    }

    internal static SafeFileHandle OpenFolder(string path) => Checked(Open(path, OnlyFolders | CloseOnExec));

    internal static SafeFileHandle OpenFolderIn(SafeFileHandle folder, string name) => Checked(OpenAt(folder, name, OnlyFolders | NoLinks | CloseOnExec));

    internal static SafeFileHandle OpenFileIn(SafeFileHandle folder, string name) =>
        Checked(OpenAt(folder, name, NoLinks | NonBlocking | NoControllingTerminal | CloseOnExec));

    internal static Kind KindOf(SafeFileHandle opened) => KindOf(opened, "", StatOfDescriptor);

    internal static Kind KindOf(SafeFileHandle folder, string name) => KindOf(folder, name, StatOfLink);

    private static Kind KindOf(SafeFileHandle folder, string name, int flags)
    {
        Span<byte> status = stackalloc byte[StatBytes];
        return Stat(folder, name, flags, StatType, status) == 0
            ? (Kind)(BinaryPrimitives.ReadUInt16LittleEndian(status[StatModeOffset..]) & 0xF000)
            : throw Failure();
    }

    private static SafeFileHandle Checked(SafeFileHandle opened)
    {
        if (!opened.IsInvalid)
        {
            return opened;
        }

        IOException failure = Failure();
        opened.Dispose();
        throw failure;
    }

    private static IOException Failure() => new(Marshal.GetLastPInvokeErrorMessage());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenAt(SafeFileHandle folder, string name, int flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(SafeFileHandle folder, string name, int flags, uint mask, Span<byte> status);
}
