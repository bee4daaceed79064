using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Sandbox.Tests.Frames;

/// <summary>Whatever bytes come, the grader meets a message or a <see cref="FrameException"/>, and no large allocation.</summary>
public sealed class HostileFrameTests
{
    private static readonly byte[][] Honest =
    [
        new CallReturned(new WireGroup([new WireNumbers([2, 2], [1, 2, 3, 4]), new WireTexts(["a", "b"])]), [0, 1], 1) { Console = "out" }.ToFrame(),
        new CallFailed(CallOutcome.Threw, "NullReferenceException", "Answers.cs", 12) { Console = "" }.ToFrame(),
        new CompileResponse(
            new ProgramImage([1, 2, 3], [4]),
            [new SourceError("Answers.cs", 1, 2, "CS1002", "; expected")],
            [new MethodDescription(new MethodPlace("A+B", "F", 2), "double", ["double", "int"], "", "Answers.cs", 3, 4, [])]).ToFrame(),
        new QuestionCalls(new MethodPlace("A", "F", 0), [], [[new WireNumbers([], [1])], [new WireFunction("Given.F", [])]], true, 100).ToFrame(),
        new QuestionCalls(
            new MethodPlace("A", "F", 0), [new DelegateCall(1, [1, 0]), new DelegateCall(0, [2])], [[new WireNumbers([], [1]), new WireText("a")]], true, 100).ToFrame(),
    ];

    private static readonly Action<byte[]>[] Readers =
    [
        bytes => CallResult.From(new FrameReader(bytes)),
        bytes => CompileResponse.From(new FrameReader(bytes)),
        bytes => QuestionCalls.From(new FrameReader(bytes)),
        bytes => new FrameReader(bytes).ReadValue(),
    ];

    [Fact]
    public void Damaged_frames_are_refused_or_read_and_nothing_else()
    {
        var random = new FuzzSource(20250101);
        for (int round = 0; round < 40_000; round++)
        {
            byte[] bytes = Damage(Honest[random.Below(Honest.Length)], random);
            ReadWithinBounds(bytes, Readers[random.Below(Readers.Length)], $"round {round}: {Convert.ToHexString(bytes)}");
        }
    }

    [Fact]
    public void Noise_is_refused_or_read_and_nothing_else()
    {
        var random = new FuzzSource(20250102);
        for (int round = 0; round < 40_000; round++)
        {
            byte[] bytes = random.Bytes(1 + random.Below(60));
            ReadWithinBounds(bytes, Readers[random.Below(Readers.Length)], $"round {round}: {Convert.ToHexString(bytes)}");
        }
    }

    [Fact]
    public void Every_shortened_frame_is_refused()
    {
        foreach ((byte[] frame, Action<byte[]> read) in Honest.Take(3).Zip([Readers[0], Readers[0], Readers[1]]))
        {
            for (int length = 0; length < frame.Length; length++)
            {
                byte[] shortened = frame[..length];
                Assert.Throws<FrameException>(() => read(shortened));
            }
        }
    }

    [Fact]
    public void Bytes_after_the_message_are_refused()
    {
        byte[] padded = [.. Honest[0], 0];
        Assert.Throws<FrameException>(() => Readers[0](padded));
    }

    public static TheoryData<string, byte[]> Lies => new()
    {
        { "a vector of 2³¹−1", [1, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0] },
        { "a vector of −1", [1, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0] },
        { "a matrix of 2³¹−1 squared", [1, 0, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0] },
        { "extents whose product wraps to 0", [1, 0, 2, 0x80, 0x80, 0x80, 0x80, 0x04, 4, 0] },
        { "extents too large, then 0", [1, 0, 3, 0xFF, 0xFF, 0x03, 0xFF, 0xFF, 0x03, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "2³¹−1 entries", [1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x07] },
        { "−1 entries", [1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F] },
        { "a text of −1", [1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F] },
        { "2³¹−1 texts", [1, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0x07] },
        { "a group of 2³¹−1", [1, 3, 0xFF, 0xFF, 0xFF, 0xFF, 0x07] },
        { "an endless number", [1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF] },
        { "an unknown kind of value", [1, 9] },
        { "nothing after the kind", [1] },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_length_that_lies_is_refused(string lie, byte[] bytes)
    {
        Assert.NotEmpty(lie);
        Assert.Throws<FrameException>(() => ReadWithinBounds(bytes, payload => new FrameReader(payload).ReadValue(), lie, swallow: false));
    }

    [Fact]
    public void A_tensor_with_an_extent_of_0_has_no_entries_however_large_the_others_are()
    {
        var empty = new WireNumbers([65535, 65535, 1, 0], []);
        WireNumbers read = Assert.IsType<WireNumbers>(new FrameReader(new FrameWriter(1).Write(empty).ToArray()).ReadValue());
        Assert.Equal(empty.Extents, read.Extents);
    }

    [Theory]
    [InlineData("2³¹−1 delegates", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x07 })]
    [InlineData("−1 delegates", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    [InlineData("a delegate of 2³¹−1 arguments", new byte[] { 1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x07 })]
    [InlineData("a delegate of −1 arguments", new byte[] { 1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    [InlineData("an argument without end", new byte[] { 1, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void A_number_of_delegates_that_lies_is_refused(string lie, byte[] delegates)
    {
        byte[] bytes = [.. new FrameWriter((byte)WorkerFrame.Calls).Write("A").Write("F").Write(0).Write(100).ToArray(), .. delegates];
        Assert.Throws<FrameException>(() => ReadWithinBounds(bytes, payload => QuestionCalls.From(new FrameReader(payload)), lie, swallow: false));
    }

    [Fact]
    public void An_empty_payload_is_refused()
    {
        Assert.Throws<FrameException>(() => new FrameReader([]));
    }

    /// <summary>An item of one byte on the wire is an object of dozens in memory.</summary>
    [Fact]
    public void A_frame_full_of_tiny_items_is_refused_before_they_fill_the_memory()
    {
        const byte Texts = 2;
        byte[] bytes = [.. new FrameWriter(1).ToArray(), Texts, .. new FrameWriter(0).Write(40 << 20).ToArray().AsSpan(1), .. new byte[40 << 20]];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<FrameException>(() => new FrameReader(bytes).ReadValue());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128 << 20);
    }

    private static byte[] Damage(byte[] frame, FuzzSource random)
    {
        List<byte> bytes = [.. frame];
        for (int changes = 1 + random.Below(4); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = random.Below(bytes.Count);
            switch (random.Below(5))
            {
                case 0:
                    bytes[at] = (byte)random.Below(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Below(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Below(8)));
                    break;
                case 3:
                    bytes.InsertRange(at, random.Bytes(1 + random.Below(8)));
                    break;
                default:
                    bytes.InsertRange(at, [0xFF, 0xFF, 0xFF, 0xFF, 0x07]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void ReadWithinBounds(byte[] bytes, Action<byte[]> read, string what, bool swallow = true)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(bytes);
        }
        catch (FrameException) when (swallow)
        {
            // Refused, which is one of the two right ends.
        }
        finally
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < (1 << 16) + (200L * bytes.Length), $"{what} took {allocated} bytes");
        }
    }
}
