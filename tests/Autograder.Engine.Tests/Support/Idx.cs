using System.Buffers.Binary;
using System.IO.Compression;

namespace Autograder.Engine.Tests.Support;

/// <summary>IDX files, byte by byte.</summary>
internal static class Idx
{
    /// <summary>Three labels: 7, 0, 255.</summary>
    internal static byte[] Labels { get; } = Bytes([3], [7, 0, 255]);

    /// <summary>Three images of 2 × 2 pixels: 0 … 3, 51 … 54 and 102 … 105.</summary>
    internal static byte[] Images { get; } = Bytes([3, 2, 2], [0, 1, 2, 3, 51, 52, 53, 54, 102, 103, 104, 105]);

    internal static byte[] Bytes(int[] dimensions, byte[] numbers, byte type = 0x08)
    {
        byte[] header = new byte[4 + (4 * dimensions.Length)];
        header[2] = type;
        header[3] = (byte)dimensions.Length;
        for (int index = 0; index < dimensions.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * index)), dimensions[index]);
        }

        return [.. header, .. numbers];
    }

    internal static byte[] Zipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return zipped.ToArray();
    }
}
