using System.Collections.Immutable;

namespace Autograder.Core.Values;

/// <summary>
/// Numbers of any rank: a scalar, a vector, a matrix or an n-way array. Entries are in row-major order
/// (the last index runs fastest) and may be any double, NaN and infinities included. Immutable.
/// </summary>
public sealed record Tensor
{
    public Tensor(Shape shape, ImmutableArray<double> entries)
    {
        if (entries.Length != shape.Count)
        {
            throw new ArgumentException($"{shape} has {shape.Count} entries, not {entries.Length}", nameof(entries));
        }

        Shape = shape;
        Entries = entries;
    }

    public Shape Shape { get; }

    public ImmutableArray<double> Entries { get; }

    /// <summary>max |entry|; 0 for an empty tensor; NaN when an entry is NaN.</summary>
    public double LargestMagnitude => Entries.Aggregate(0.0, (largest, entry) => Math.Max(largest, Math.Abs(entry)));

    public bool IsFinite => Entries.All(double.IsFinite);

    public static Tensor Scalar(double value) => new(Shape.Scalar, [value]);

    public static Tensor Vector(params ReadOnlySpan<double> entries) =>
        new(Shape.Vector(entries.Length), [.. entries]);

    public static Tensor Matrix(int rows, int columns, params ReadOnlySpan<double> rowMajor) =>
        new(Shape.Matrix(rows, columns), [.. rowMajor]);

    public Tensor Map(Func<double, double> function) => new(Shape, [.. Entries.Select(function)]);

    /// <summary>The same entries, in row-major order, in another shape.</summary>
    public Tensor Reshaped(Shape shape) => new(shape, Entries);

    /// <summary>The indices in another order: index k of the result is index axes[k] of this.</summary>
    public Tensor Permuted(params ReadOnlySpan<int> axes)
    {
        int[] steps = new int[axes.Length], extents = new int[axes.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            extents[axis] = Shape.Extents[axes[axis]];
            steps[axis] = Shape.Extents.Skip(axes[axis] + 1).Aggregate(1, (product, extent) => product * extent);
        }

        double[] entries = new double[Entries.Length];
        for (int place = 0; place < entries.Length; place++)
        {
            int source = 0, rest = place;
            for (int axis = axes.Length - 1; axis >= 0; axis--)
            {
                source += rest % extents[axis] * steps[axis];
                rest /= extents[axis];
            }

            entries[place] = Entries[source];
        }

        return new Tensor(new Shape([.. extents]), [.. entries]);
    }

    /// <summary>All indices in the opposite order; of a matrix, its transpose.</summary>
    public Tensor Transposed() => Permuted([.. Enumerable.Range(0, Shape.Rank).Reverse()]);

    public bool Equals(Tensor? other) =>
        other is not null && Shape == other.Shape && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    public override int GetHashCode() => Entries.Aggregate(Shape.GetHashCode(), HashCode.Combine);
}
