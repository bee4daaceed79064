using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Autograder.Core.Sampling;

/// <summary>
/// xoshiro256** 1.0 (Blackman and Vigna, 2018), its state filled from SHA-256 of a name. The same name gives the same
/// numbers on every machine and version, which System.Random does not promise. Not for secrets, not thread-safe.
/// </summary>
public sealed class Xoshiro256
{
    private ulong _s0, _s1, _s2, _s3;

    public Xoshiro256(string name)
    {
        Span<byte> state = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), state);
        _s0 = BinaryPrimitives.ReadUInt64LittleEndian(state);
        _s1 = BinaryPrimitives.ReadUInt64LittleEndian(state[8..]);
        _s2 = BinaryPrimitives.ReadUInt64LittleEndian(state[16..]);
        _s3 = BinaryPrimitives.ReadUInt64LittleEndian(state[24..]);
    }

    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [least, most), or least when they are equal.</summary>
    public double NextDouble(double least, double most) => least + ((most - least) * NextDouble());

    /// <summary>Uniform over least … most, both included.</summary>
    public int NextInt32(int least, int most)
    {
        ulong count = (ulong)((long)most - least + 1);
        return (int)(least + (long)(count * (NextUInt64() >> 32) >> 32));
    }

    public bool NextBoolean() => NextUInt64() >> 63 == 1;
}
