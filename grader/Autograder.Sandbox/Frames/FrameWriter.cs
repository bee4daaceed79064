using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Autograder.Sandbox.Frames;

/// <summary>Builds the payload of one frame. Little-endian; lengths are 7-bit encoded.</summary>
public sealed class FrameWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public FrameWriter(byte kind) => WriteByte(kind);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public FrameWriter Write(bool value) => WriteByte(value ? (byte)1 : (byte)0);

    public FrameWriter Write(int value)
    {
        uint rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            WriteByte((byte)(rest | 0x80));
        }

        return WriteByte((byte)rest);
    }

    public FrameWriter Write(long value)
    {
        _bytes.Write(BitConverter.GetBytes(value));
        return this;
    }

    /// <summary>Lone surrogates, which UTF-8 cannot hold, become U+FFFD.</summary>
    public FrameWriter Write(string value) => Write(Encoding.UTF8.GetBytes(value));

    public FrameWriter Write(byte[] value)
    {
        Write(value.Length);
        _bytes.Write(value);
        return this;
    }

    public FrameWriter WriteList<T>(IReadOnlyCollection<T> items, Action<FrameWriter, T> write)
    {
        Write(items.Count);
        foreach (T item in items)
        {
            write(this, item);
        }

        return this;
    }

    private FrameWriter WriteByte(byte value)
    {
        _bytes.Write([value]);
        return this;
    }

    public FrameWriter Write(WireValue value)
    {
        switch (value)
        {
            case WireNumbers numbers:
                WriteByte((byte)WireTag.Numbers);
                WriteList(numbers.Extents, (writer, extent) => writer.Write(extent));
                Write(numbers.Entries.Length);
                _bytes.Write(MemoryMarshal.AsBytes<double>(numbers.Entries));
                return this;
            case WireText text:
                WriteByte((byte)WireTag.Text);
                return Write(text.Text);
            case WireTexts texts:
                WriteByte((byte)WireTag.Texts);
                return WriteList(texts.Texts, (writer, text) => writer.Write(text));
            case WireGroup group:
                WriteByte((byte)WireTag.Group);
                return WriteList(group.Members, (writer, member) => writer.Write(member));
            case WireFunction function:
                WriteByte((byte)WireTag.Function);
                return Write(function.Factory).WriteList(function.Arguments, (writer, argument) => writer.Write(argument));
            default:
                throw new ArgumentException($"{value.GetType()} has no wire form", nameof(value));
        }
    }
}

internal enum WireTag : byte
{
    Numbers,
    Text,
    Texts,
    Group,
    Function,
}
