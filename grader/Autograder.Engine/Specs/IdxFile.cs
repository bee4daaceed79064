using System.Buffers.Binary;
using System.IO.Compression;
using Autograder.Core.Values;

namespace Autograder.Engine.Specs;

/// <summary>
/// Reads the IDX format of MNIST (yann.lecun.com/exdb/mnist): two zero bytes, the type of the items' numbers, the number of
/// dimensions, each dimension as a big-endian 32-bit integer, then the numbers, the last index fastest.
/// </summary>
internal static class IdxFile
{
    private const byte UnsignedBytes = 0x08;
    private const double White = 255;

    /// <summary>
    /// Items [first, first + count). Labels (one dimension) become a vector of whole numbers; anything with more dimensions
    /// becomes a matrix with a row for each item and its bytes scaled to [0, 1].
    /// </summary>
    /// <exception cref="InvalidDataException">It is no IDX file of bytes, or has not so many items.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static Tensor Read(string path, int first, int count, int maxEntries)
    {
        using FileStream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        int[] dimensions = ReadDimensions(stream);
        if ((long)first + count > dimensions[0])
        {
            throw new InvalidDataException($"it has {dimensions[0]} items, too few for {count} from the item {first} on");
        }

        // Counted in floating point, because the product of what is announced may not fit a whole number.
        double announced = dimensions[1..].Aggregate(1.0, (product, dimension) => product * dimension);
        if (announced * count > maxEntries)
        {
            throw new InvalidDataException($"{count} items of {announced} numbers are more than {maxEntries} numbers");
        }

        int perItem = (int)announced;
        byte[] items = new byte[perItem * count];
        Skip(stream, (long)perItem * first);
        stream.ReadExactly(items);
        return dimensions.Length == 1
            ? new Tensor(Shape.Vector(count), [.. items.Select(item => (double)item)])
            : new Tensor(Shape.Matrix(count, perItem), [.. items.Select(item => item / White)]);
    }

    private static int[] ReadDimensions(Stream stream)
    {
        byte[] magic = new byte[4];
        stream.ReadExactly(magic);
        if (magic is not [0, 0, UnsignedBytes, >= 1 and <= 4])
        {
            throw new InvalidDataException("it is no IDX file of unsigned bytes");
        }

        int[] dimensions = new int[magic[3]];
        byte[] dimension = new byte[4];
        for (int index = 0; index < dimensions.Length; index++)
        {
            stream.ReadExactly(dimension);
            dimensions[index] = BinaryPrimitives.ReadInt32BigEndian(dimension);
        }

        return Array.TrueForAll(dimensions, extent => extent > 0) ? dimensions : throw new InvalidDataException("it has a dimension that is not positive");
    }

    /// <summary>A compressed stream cannot seek.</summary>
    private static void Skip(Stream stream, long bytes)
    {
        byte[] buffer = new byte[1 << 16];
        for (long left = bytes; left > 0;)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            left -= read > 0 ? read : throw new EndOfStreamException("it ends early");
        }
    }
}
