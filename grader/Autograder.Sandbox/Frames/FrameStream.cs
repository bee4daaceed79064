using System.Buffers.Binary;

namespace Autograder.Sandbox.Frames;

/// <summary>Frames on a pipe: a 4-byte little-endian length, then the payload.</summary>
public static class FrameStream
{
    /// <summary>More than any answer or program needs; what is announced as longer is refused unread.</summary>
    public const int MaxPayloadBytes = 64 << 20;

    private const int FirstBytes = 64 << 10;

    public static void Write(Stream stream, byte[] payload)
    {
        byte[] frame = new byte[sizeof(int) + payload.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, payload.Length);
        payload.CopyTo(frame, sizeof(int));
        stream.Write(frame);
        stream.Flush();
    }

    /// <returns>Null at the end of the stream, also in the middle of a frame.</returns>
    /// <exception cref="FrameException">The announced length is impossible.</exception>
    public static byte[]? Read(Stream stream)
    {
        byte[] header = new byte[sizeof(int)];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 1 or > MaxPayloadBytes)
        {
            throw new FrameException($"a frame of {length} bytes is announced");
        }

        // Memory is taken as the bytes arrive: announcing many costs the sender nothing.
        byte[] payload = new byte[Math.Min(length, FirstBytes)];
        int filled = 0;
        while (stream.Read(payload, filled, payload.Length - filled) is > 0 and int count)
        {
            filled += count;
            if (filled == length)
            {
                return payload;
            }

            if (filled == payload.Length)
            {
                Array.Resize(ref payload, Math.Min(length, 2 * filled));
            }
        }

        return null;
    }
}
