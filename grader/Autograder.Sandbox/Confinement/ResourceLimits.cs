using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Confinement;

/// <summary>What a child process may take from the machine; the grader sends it before anything else.</summary>
/// <param name="CpuSeconds">Processor time of the whole process, rounded up; the grader's own clock is finer.</param>
/// <param name="MemoryBytes">Of the managed heap. Everything else of the process may use 256 MiB on top.</param>
public sealed record ResourceLimits(int CpuSeconds, long MemoryBytes)
{
    public byte[] ToFrame(byte kind) => new FrameWriter(kind).Write(CpuSeconds).Write(MemoryBytes).ToArray();

    public static ResourceLimits From(FrameReader reader) => new(reader.ReadInt32(), reader.ReadInt64());
}
