using System.Runtime.InteropServices;
using System.Text;

namespace Autograder.Sandbox.Frames;

/// <summary>
/// Takes a frame apart. The bytes may come from a stranger's program: every length is checked against what is really there
/// before anything is allocated.
/// </summary>
/// <exception cref="FrameException">The payload does not follow the grammar.</exception>
public sealed class FrameReader
{
    private const int MaxNesting = 8;

    /// <summary>Of all lists together. An item may be one byte here and dozens as an object.</summary>
    private const int MaxItems = 1 << 20;
    private readonly byte[] _bytes;
    private int _position;
    private int _items;

    public FrameReader(byte[] payload)
    {
        _bytes = payload;
        Kind = Take(1)[0];
    }

    /// <summary>The first byte, which says what message this is.</summary>
    public byte Kind { get; }

    public bool ReadBoolean() => Take(1)[0] != 0;

    public int ReadInt32()
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte part = Take(1)[0];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)value;
            }
        }

        throw new FrameException("a number is longer than 5 bytes");
    }

    public long ReadInt64() => BitConverter.ToInt64(Take(sizeof(long)));

    public string ReadString() => Encoding.UTF8.GetString(Take(ReadCount(1)));

    public byte[] ReadBytes() => Take(ReadCount(1)).ToArray();

    public T[] ReadList<T>(Func<FrameReader, T> read)
    {
        int count = ReadCount(1);
        _items += count;
        if (_items is < 0 or > MaxItems)
        {
            throw new FrameException("there are too many items in lists");
        }

        var items = new List<T>();
        for (int index = 0; index < count; index++)
        {
            items.Add(read(this));
        }

        return [.. items];
    }

    public WireValue ReadValue() => ReadValue(0);

    public void ExpectEnd()
    {
        if (_position != _bytes.Length)
        {
            throw new FrameException($"{_bytes.Length - _position} bytes too many");
        }
    }

    private WireValue ReadValue(int nesting)
    {
        if (nesting > MaxNesting)
        {
            throw new FrameException("values are nested too deeply");
        }

        return (WireTag)Take(1)[0] switch
        {
            WireTag.Numbers => ReadNumbers(),
            WireTag.Text => new WireText(ReadString()),
            WireTag.Texts => new WireTexts(ReadList(reader => reader.ReadString())),
            WireTag.Group => new WireGroup(ReadList(reader => reader.ReadValue(nesting + 1))),
            WireTag.Function => new WireFunction(ReadString(), ReadList(reader => reader.ReadValue(nesting + 1))),
            _ => throw new FrameException("unknown kind of value"),
        };
    }

    private WireNumbers ReadNumbers()
    {
        int[] extents = ReadList(reader => reader.ReadInt32());
        double[] entries = MemoryMarshal.Cast<byte, double>(Take(ReadCount(sizeof(double)) * sizeof(double))).ToArray();
        long expected = Array.Exists(extents, extent => extent == 0) ? 0 : 1;
        foreach (int extent in extents)
        {
            // Once it is too large it stays so.
            expected = extent < 0 || expected < 0 || expected > int.MaxValue ? -1 : expected * extent;
        }

        return expected == entries.Length
            ? new WireNumbers(extents, entries)
            : throw new FrameException("the number of entries does not fit the extents");
    }

    /// <summary>A count of items of at least that size; never more than the rest of the payload can hold.</summary>
    private int ReadCount(int leastItemBytes)
    {
        int count = ReadInt32();
        return count >= 0 && count <= (_bytes.Length - _position) / leastItemBytes
            ? count
            : throw new FrameException("a length goes beyond the frame");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _position)
        {
            throw new FrameException("the frame ends early");
        }

        ReadOnlySpan<byte> taken = _bytes.AsSpan(_position, count);
        _position += count;
        return taken;
    }
}

/// <summary>A frame that does not follow the grammar.</summary>
public sealed class FrameException(string message) : Exception(message);
