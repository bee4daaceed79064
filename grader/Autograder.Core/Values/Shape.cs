using System.Collections.Immutable;

namespace Autograder.Core.Values;

/// <summary>
/// The extents of a <see cref="Tensor"/>: none for a scalar, one for a vector, rows and columns for a matrix.
/// Two shapes are equal when their extents are; a vector of 3 is not a matrix of 3 × 1.
/// </summary>
public readonly struct Shape(ImmutableArray<int> extents) : IEquatable<Shape>
{
    public static readonly Shape Scalar = new([]);

    public ImmutableArray<int> Extents { get; } = extents;

    public int Rank => Extents.Length;

    /// <summary>How many numbers a tensor of this shape holds; 1 for a scalar.</summary>
    public int Count => Extents.Contains(0) ? 0 : Extents.Aggregate(1, (product, extent) => checked(product * extent));

    public static Shape Vector(int length) => new([length]);

    public static Shape Matrix(int rows, int columns) => new([rows, columns]);

    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    public bool Equals(Shape other) => Extents.AsSpan().SequenceEqual(other.Extents.AsSpan());

    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    public override int GetHashCode() => Extents.Aggregate(Rank, HashCode.Combine);

    /// <summary>As a person says it: "a number", "a vector of 3", "a matrix of 3 × 4", "a tensor of 2 × 3 × 4".</summary>
    public override string ToString() => Rank switch
    {
        0 => "a number",
        1 => $"a vector of {Extents[0]}",
        2 => $"a matrix of {Extents[0]} × {Extents[1]}",
        _ => $"a tensor of {string.Join(" × ", Extents)}",
    };
}
