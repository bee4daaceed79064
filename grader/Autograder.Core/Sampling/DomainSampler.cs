using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>
/// Draws inputs that show mistakes: no entry near 0, ½, 1 or 2 (where squares, roots, factors and powers coincide), no two
/// entries equal, both signs in every vector, both labels among labels, and no signed square matrix near a symmetric one.
/// </summary>
public static class DomainSampler
{
    private const int Tries = 100;
    private const double SpecialMargin = 0.03;
    private const int DistinctUpTo = 64;

    public static Tensor Draw(NumericDomain domain, IReadOnlyDictionary<string, int> sizes, Xoshiro256 random)
    {
        var shape = new Shape([.. domain.Extents.Select(extent => extent.At(sizes))]);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            var tensor = new Tensor(shape, [.. DrawEntries(domain, shape.Count, random)]);
            if (IsVaried(domain, tensor))
            {
                return tensor;
            }
        }

        throw new NoUsablePointException(
            $"input '{domain.Name}' ({shape}, {domain.Kind}, {domain.Least}..{domain.Most}) could not be drawn with varied entries");
    }

    /// <summary>Whether ‖M − Mᵀ‖ ≥ ½ ‖M‖ (Frobenius), so that a transpose shows.</summary>
    private static bool IsFarFromSymmetric(Tensor matrix)
    {
        int size = matrix.Shape.Extents[0];
        double difference = 0, total = 0;
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                double entry = matrix.Entries[(row * size) + column];
                double mirrored = matrix.Entries[(column * size) + row];
                difference += (entry - mirrored) * (entry - mirrored);
                total += entry * entry;
            }
        }

        return difference >= 0.25 * total;
    }

    private static bool IsVaried(NumericDomain domain, Tensor tensor)
    {
        bool isSquare = tensor.Shape.Rank == 2 && tensor.Shape.Extents[0] == tensor.Shape.Extents[1];
        if (tensor.Shape.Count < 2)
        {
            return true;
        }

        return domain.Kind switch
        {
            NumericKind.Signed => tensor.Entries.Any(entry => entry > 0) && tensor.Entries.Any(entry => entry < 0)
                && (!isSquare || IsFarFromSymmetric(tensor)),
            NumericKind.Binary => tensor.Entries.Any(entry => entry > 0) && tensor.Entries.Any(entry => entry == 0),
            _ => true,
        };
    }

    private static List<double> DrawEntries(NumericDomain domain, int count, Xoshiro256 random)
    {
        var entries = new List<double>(count);
        while (entries.Count < count)
        {
            entries.Add(DrawEntry(domain, count <= DistinctUpTo ? entries : [], random));
        }

        return entries;
    }

    private static double DrawEntry(NumericDomain domain, List<double> others, Xoshiro256 random)
    {
        if (domain.Kind == NumericKind.Binary)
        {
            return random.NextBoolean() ? 1 : 0;
        }

        if (domain.Kind == NumericKind.Integer)
        {
            return random.NextInt32((int)domain.Least, (int)domain.Most);
        }

        double gap = (domain.Most - domain.Least) / 500;
        double entry = 0;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            double magnitude = random.NextDouble(domain.Least, domain.Most);
            entry = domain.Kind == NumericKind.Signed && random.NextBoolean() ? -magnitude : magnitude;
            if (!IsSpecial(magnitude) && others.TrueForAll(other => Math.Abs(Math.Abs(other) - magnitude) >= gap))
            {
                return entry;
            }
        }

        // A range as narrow as a single special number was asked for by name: it is taken as it is.
        return entry;
    }

    private static bool IsSpecial(double magnitude) =>
        magnitude < SpecialMargin || Math.Abs(magnitude - 0.5) < SpecialMargin
        || Math.Abs(magnitude - 1) < SpecialMargin || Math.Abs(magnitude - 2) < SpecialMargin;
}
