using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Autograder.Engine.Tests.Support;

/// <summary>Writes zip archives byte by byte, also such as no decent program writes.</summary>
internal sealed class HandMadeZip
{
    private readonly List<byte> _files = [];
    private readonly List<byte> _directory = [];
    private int _count;

    /// <param name="mode">Of Unix, with the type of file; 0 for an archive of Windows.</param>
    /// <param name="claimed">The size that the headers claim; the true one when null.</param>
    internal HandMadeZip Add(
        string name, byte[] content, int mode = 0, int method = 8, int flags = 0, uint? claimed = null, string? localName = null, Encoding? encoding = null)
    {
        byte[] rawName = (encoding ?? Encoding.UTF8).GetBytes(name), ownName = (encoding ?? Encoding.UTF8).GetBytes(localName ?? name);
        byte[] data = method == 8 ? Deflated(content) : content;
        int offset = _files.Count;
        uint bytes = claimed ?? (uint)content.Length;
        _files.AddRange(Header(0x04034B50, 30, (6, (ushort)flags), (8, (ushort)method), (26, (ushort)ownName.Length)));
        Patch(_files, offset + 18, (uint)data.Length);
        Patch(_files, offset + 22, bytes);
        _files.AddRange(ownName);
        _files.AddRange(data);

        int at = _directory.Count;
        _directory.AddRange(Header(
            0x02014B50, 46, (4, (ushort)(mode == 0 ? 20 : (3 << 8) | 20)), (8, (ushort)flags), (10, (ushort)method), (28, (ushort)rawName.Length), (40, (ushort)mode)));
        Patch(_directory, at + 20, (uint)data.Length);
        Patch(_directory, at + 24, bytes);
        Patch(_directory, at + 42, (uint)offset);
        _directory.AddRange(rawName);
        _count++;
        return this;
    }

    internal HandMadeZip Add(string name, string content = "// a source") => Add(name, Encoding.UTF8.GetBytes(content));

    internal byte[] ToBytes(int? claimedCount = null)
    {
        byte[] end = Header(0x06054B50, 22, (8, (ushort)(claimedCount ?? _count)), (10, (ushort)(claimedCount ?? _count)));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)_directory.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)_files.Count);
        return [.. _files, .. _directory, .. end];
    }

    private static byte[] Deflated(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Header(uint signature, int bytes, params (int At, ushort Value)[] fields)
    {
        byte[] header = new byte[bytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, signature);
        foreach ((int at, ushort value) in fields)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(at), value);
        }

        return header;
    }

    private static void Patch(List<byte> bytes, int at, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(CollectionsMarshal.AsSpan(bytes)[at..], value);
}
