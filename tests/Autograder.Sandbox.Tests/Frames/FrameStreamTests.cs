using System.Buffers.Binary;
using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Tests.Frames;

public sealed class FrameStreamTests
{
    [Fact]
    public void Frames_come_out_one_by_one_however_the_pipe_cuts_them()
    {
        using var written = new MemoryStream();
        byte[] large = [.. Enumerable.Range(0, 300_000).Select(index => (byte)index)];
        FrameStream.Write(written, [1]);
        FrameStream.Write(written, large);
        FrameStream.Write(written, [3]);

        using var drops = new DroppingStream(written.ToArray(), 7);
        Assert.Equal([1], FrameStream.Read(drops));
        Assert.Equal(large, FrameStream.Read(drops));
        Assert.Equal([3], FrameStream.Read(drops));
        Assert.Null(FrameStream.Read(drops));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(FrameStream.MaxPayloadBytes + 1)]
    public void An_impossible_length_is_refused_before_anything_is_read(int announced)
    {
        using var stream = new MemoryStream(Announce(announced, sent: 100));
        Assert.Throws<FrameException>(() => FrameStream.Read(stream));
        Assert.Equal(sizeof(int), stream.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(103)]
    public void A_stream_that_ends_in_a_frame_has_no_frame(int kept)
    {
        using var stream = new MemoryStream(Announce(announced: 100, sent: 100)[..kept]);
        Assert.Null(FrameStream.Read(stream));
    }

    [Fact]
    public void A_long_frame_takes_memory_as_it_arrives_and_not_as_it_is_announced()
    {
        using var stream = new MemoryStream(Announce(FrameStream.MaxPayloadBytes, sent: 1000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(FrameStream.Read(stream));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static byte[] Announce(int announced, int sent)
    {
        byte[] bytes = new byte[sizeof(int) + sent];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, announced);
        return bytes;
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    private sealed class DroppingStream(byte[] bytes, int atATime) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atATime));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, atATime)]);
    }
}
