using System.Collections.Immutable;
using System.IO.Compression;
using Autograder.Engine.Intake.Trees;
using Microsoft.Win32.SafeHandles;

namespace Autograder.Engine.Intake.Archives;

/// <summary>
/// A zip archive as a tree of files. Nothing is unpacked to a disk. Contents are inflated when they are asked for, no further than
/// the limit, and what the archive says of sizes is only ever used to refuse.
/// </summary>
internal sealed class ZipTree : IDisposable
{
    private const uint FileSignature = 0x04034B50;
    private const int FileHeaderBytes = 30;

    /// <summary>Deflating adds at most five bytes to a block of 65,535.</summary>
    private const int MaxOverhead = 1 << 16;

    private readonly SafeFileHandle _file;
    private readonly long _directory;

    /// <exception cref="ZipException">It is no archive that is read here.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal ZipTree(string path)
    {
        (SafeFileHandle? file, string? whyNot) = RegularFile.Open(Path.GetDirectoryName(path)!, [Path.GetFileName(path)]);
        _file = file ?? throw new ZipException(whyNot!);
        try
        {
            (ImmutableArray<ZipEntry> entries, _directory) = ZipDirectory.Read(_file);
            Root = Folder(Path.GetFileName(path), entries, depth: 0);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    internal TreeFolder Root { get; }

    public void Dispose() => _file.Dispose();

    /// <param name="entries">All that stand in the folder, or deeper.</param>
    private TreeFolder Folder(string name, IReadOnlyCollection<ZipEntry> entries, int depth) => new(name, () =>
    [
        .. entries.Where(entry => entry.Names.Length == depth + 1).Select(entry => Leaf(entry, entry.Names[depth])),
        .. entries.Where(entry => entry.Names.Length > depth + 1).GroupBy(entry => entry.Names[depth], StringComparer.Ordinal)
            .Select(folder => Folder(folder.Key, [.. folder], depth + 1)),
    ]);

    private TreeEntry Leaf(ZipEntry entry, string name) =>
        entry.WhyNot is { } reason ? new TreeRefusal(name, reason) : new TreeFile(name, maxBytes => Read(entry, maxBytes));

    private FileContent Read(ZipEntry entry, int maxBytes)
    {
        if (entry.Bytes > maxBytes || entry.CompressedBytes > maxBytes + (long)MaxOverhead)
        {
            return FileContent.TooLarge(maxBytes);
        }

        try
        {
            byte[] inflated = Inflate(entry, Compressed(entry), Math.Min(maxBytes, (int)entry.Bytes));
            return inflated.Length == entry.Bytes ? FileContent.Of(inflated) : FileContent.Refused("it is damaged");
        }
        catch (Exception exception) when (exception is ZipException or InvalidDataException)
        {
            return FileContent.Refused("it is damaged");
        }
        catch (IOException)
        {
            return FileContent.Unreadable;
        }
    }

    private byte[] Compressed(ZipEntry entry)
    {
        byte[] header = ZipDirectory.ReadAt(_file, entry.Offset, FileHeaderBytes);
        int nameBytes = ZipDirectory.Short(header, 26);
        long start = entry.Offset + FileHeaderBytes + (long)nameBytes;
        bool isIts = ZipDirectory.Long(header, 0) == FileSignature
            && ZipDirectory.ReadAt(_file, start - nameBytes, nameBytes).AsSpan().SequenceEqual(entry.RawName.Span);
        start += ZipDirectory.Short(header, 28);
        return isIts && start + entry.CompressedBytes <= _directory
            ? ZipDirectory.ReadAt(_file, start, (int)entry.CompressedBytes)
            : throw new ZipException("it is damaged");
    }

    /// <returns>At most one byte more than it should be.</returns>
    private static byte[] Inflate(ZipEntry entry, byte[] compressed, int bytes)
    {
        if (entry.Method == 0)
        {
            return compressed;
        }

        using var deflate = new DeflateStream(new MemoryStream(compressed), CompressionMode.Decompress);
        byte[] inflated = new byte[bytes + 1];
        return inflated[..deflate.ReadAtLeast(inflated, inflated.Length, throwOnEndOfStream: false)];
    }
}
