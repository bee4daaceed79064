using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Confinement;

/// <summary>What the grader sends a child before anything else.</summary>
/// <param name="Parent">The grader's process, so that a child which it has left behind can tell.</param>
public sealed record ConfinementRequest(ResourceLimits Limits, Layers Layers, int Parent)
{
    /// <summary>Kind of the first frame to a child.</summary>
    public const byte Kind = 1;

    /// <summary>Kind of the first frame from a child: it has done what was asked, as far as it can before it knows its work.</summary>
    public const byte Ready = 2;

    public byte[] ToFrame() => new FrameWriter(Kind)
        .Write(Limits.CpuSeconds).Write(Limits.MemoryBytes).Write((int)Layers).Write(Parent).ToArray();

    public static ConfinementRequest From(FrameReader reader) => new(
        new ResourceLimits(reader.ReadInt32(), reader.ReadInt64()), (Layers)reader.ReadInt32(), reader.ReadInt32());
}
