using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace Autograder.Engine.Intake.Trees;

/// <summary>
/// Opens and reads files that strangers have put there. Under Linux every folder on the way is opened from the one before without following
/// links, and the kind of the file is asked of what was opened, so that nothing can be put in its place between looking and
/// reading. A pipe is never waited for and a device never opened. Elsewhere links and what says that it is empty are not opened.
/// </summary>
internal static class RegularFile
{
    internal const string IsLink = "it is a link";
    private const string IsNoFile = "it is no regular file";

    /// <param name="root">A folder; links on the way to it are followed.</param>
    /// <param name="names">From there on: folders, and the file. No links among them are followed.</param>
    internal static FileContent Read(string root, ImmutableArray<string> names, int maxBytes)
    {
        try
        {
            (SafeFileHandle? file, string? whyNot) = Open(root, names);
            using (file)
            {
                return file is null ? FileContent.Refused(whyNot!) : ReadAll(file, maxBytes);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileContent.Unreadable;
        }
    }

    /// <returns>The file, or why it is not opened.</returns>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal static (SafeFileHandle? File, string? WhyNot) Open(string root, ImmutableArray<string> names)
    {
        if (!OperatingSystem.IsLinux())
        {
            var found = new FileInfo(Path.Combine([root, .. names]));
            return found.LinkTarget is not null ? (null, IsLink) : found.Length == 0 ? (null, IsNoFile) : (File.OpenHandle(found.FullName), null);
        }

        SafeFileHandle folder = LinuxFiles.OpenFolder(root);
        try
        {
            foreach (string name in names.SkipLast(1))
            {
                SafeFileHandle next = LinuxFiles.OpenFolderIn(folder, name);
                folder.Dispose();
                folder = next;
            }

            // Opening a device can have an effect, so it is looked at before, and again afterwards: another may stand there by then.
            return WhyNot(LinuxFiles.KindOf(folder, names[^1])) is { } before ? (null, before) : Opened(LinuxFiles.OpenFileIn(folder, names[^1]));
        }
        finally
        {
            folder.Dispose();
        }
    }

    private static (SafeFileHandle? File, string? WhyNot) Opened(SafeFileHandle file)
    {
        if (WhyNot(LinuxFiles.KindOf(file)) is not { } reason)
        {
            return (file, null);
        }

        file.Dispose();
        return (null, reason);
    }

    private static string? WhyNot(LinuxFiles.Kind kind) => kind switch
    {
        LinuxFiles.Kind.Regular => null,
        LinuxFiles.Kind.Link => IsLink,
        _ => IsNoFile,
    };

    /// <summary>What a file says of its own length is not relied on: it may grow.</summary>
    private static FileContent ReadAll(SafeFileHandle file, int maxBytes)
    {
        byte[] buffer = new byte[Math.Min(RandomAccess.GetLength(file), maxBytes) + 1];
        int length = 0;
        while (length < buffer.Length && RandomAccess.Read(file, buffer.AsSpan(length), length) is > 0 and var count)
        {
            length += count;
        }

        return length > maxBytes ? FileContent.TooLarge(maxBytes) : FileContent.Of(buffer[..length]);
    }
}
