namespace Autograder.Sandbox.Tests.Frames;

/// <summary>Numbers that look random and are the same in every run (SplitMix64).</summary>
internal sealed class FuzzSource(ulong seed)
{
    private ulong _state = seed;

    internal int Below(int limit) => (int)(Next() % (ulong)limit);

    internal byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)Next())];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
