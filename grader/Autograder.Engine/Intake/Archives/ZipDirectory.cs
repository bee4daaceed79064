using System.Buffers.Binary;
using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace Autograder.Engine.Intake.Archives;

/// <summary>
/// Reads the directory at the end of a zip archive (PKWARE's APPNOTE, 4.3.12 and 4.3.16). Stricter than most: it stands where the last
/// record says and nothing stands behind it, so that no two programs see different files in one archive.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50, EntrySignature = 0x02014B50;
    private const int EndBytes = 22, EntryBytes = 46, MaxCommentBytes = ushort.MaxValue, MaxDirectoryBytes = 16 << 20;
    private const int EncryptedFlags = 0x41;
    private const int UnixKinds = 0xF000, UnixRegular = 0x8000, UnixFolder = 0x4000, UnixLink = 0xA000;

    /// <summary>Also under macOS: systems whose attributes hold a Unix mode.</summary>
    private static readonly int[] UnixSystems = [3, 19];

    /// <returns>The files, without the folders; and where the directory begins, before which all contents stand.</returns>
    /// <exception cref="ZipException">It is no archive that is read here.</exception>
    internal static (ImmutableArray<ZipEntry> Entries, long Start) Read(SafeFileHandle file)
    {
        long length = RandomAccess.GetLength(file);
        byte[] tail = ReadAt(file, Math.Max(0, length - EndBytes - MaxCommentBytes), (int)Math.Min(length, EndBytes + MaxCommentBytes));
        int at = EndIn(tail);
        ReadOnlySpan<byte> end = tail.AsSpan(at);
        int count = Short(end, 10);
        uint size = Long(end, 12), start = Long(end, 16);
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            throw new ZipException("it is a zip64 archive, with more than 65,534 entries or 4 GiB");
        }

        if (Short(end, 4) != 0 || Short(end, 6) != 0 || Short(end, 8) != count)
        {
            throw new ZipException("it is one volume of several");
        }

        if (size > MaxDirectoryBytes || start + (long)size != length - (tail.Length - at))
        {
            throw Damaged();
        }

        return (Entries(ReadAt(file, start, (int)size), count), start);
    }

    private static int EndIn(ReadOnlySpan<byte> tail)
    {
        for (int at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (Long(tail, at) == EndSignature && at + EndBytes + Short(tail, at + 20) == tail.Length)
            {
                return at;
            }
        }

        throw new ZipException("it is no zip archive, or not all of one");
    }

    private static ImmutableArray<ZipEntry> Entries(ReadOnlyMemory<byte> directory, int count)
    {
        var entries = ImmutableArray.CreateBuilder<ZipEntry>();
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> header = directory.Span;
            if (header.Length < EntryBytes || Long(header, 0) != EntrySignature)
            {
                throw Damaged();
            }

            int nameBytes = Short(header, 28), bytes = EntryBytes + nameBytes + Short(header, 30) + Short(header, 32);
            if (header.Length < bytes)
            {
                throw Damaged();
            }

            if (Entry(header, directory.Slice(EntryBytes, nameBytes)) is { } entry)
            {
                entries.Add(entry);
            }

            directory = directory[bytes..];
        }

        return directory.IsEmpty ? entries.ToImmutable() : throw Damaged();
    }

    /// <returns>Null for a folder, which is there by what is in it.</returns>
    private static ZipEntry? Entry(ReadOnlySpan<byte> header, ReadOnlyMemory<byte> rawName)
    {
        string name = ZipNames.Decode(rawName.Span);
        int kind = UnixSystems.Contains(header[5]) ? Short(header, 40) & UnixKinds : 0;
        int method = Short(header, 10);
        ImmutableArray<string>? names = ZipNames.Split(name);
        string? whyNot = names is null ? ZipNames.WhyNot(name)
            : kind == UnixLink ? Trees.RegularFile.IsLink
            : kind is not (0 or UnixRegular or UnixFolder) ? "it is no regular file"
            : (Short(header, 8) & EncryptedFlags) != 0 ? "it is encrypted"
            : method is not (0 or 8) ? $"it is compressed in a way that is not read here (method {method})"
            : null;
        return names is not null && (kind == UnixFolder || ZipNames.IsFolder(name))
            ? null
            : new ZipEntry(rawName, names ?? [name], whyNot, method, Long(header, 42), Long(header, 20), Long(header, 24));
    }

    /// <exception cref="ZipException">The file ends before.</exception>
    internal static byte[] ReadAt(SafeFileHandle file, long offset, int count)
    {
        byte[] bytes = new byte[count];
        int length = 0;
        while (length < count && RandomAccess.Read(file, bytes.AsSpan(length), offset + length) is > 0 and var read)
        {
            length += read;
        }

        return length == count ? bytes : throw Damaged();
    }

    internal static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    internal static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ZipException Damaged() => new("it is damaged");
}
