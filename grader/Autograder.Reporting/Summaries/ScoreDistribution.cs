using System.Collections.Immutable;

namespace Autograder.Reporting.Summaries;

/// <summary>How the scores of a class lie, as shares of what can be had.</summary>
/// <param name="Ordered">Not empty; from the lowest.</param>
internal sealed record ScoreDistribution(ImmutableArray<double> Ordered)
{
    private const int Bins = 10;

    internal static ScoreDistribution Of(IEnumerable<double> scores) => new([.. scores.Order()]);

    internal double Mean => Ordered.Average();

    /// <summary>Between the two nearest, as spreadsheets do it (Hyndman and Fan, 1996, definition 7).</summary>
    internal double Quantile(double share)
    {
        double at = share * (Ordered.Length - 1);
        int below = (int)at;
        return below + 1 >= Ordered.Length ? Ordered[^1] : Ordered[below] + ((at - below) * (Ordered[below + 1] - Ordered[below]));
    }

    /// <summary>How many lie in each tenth of the points; who has all of them, or more, is in the last.</summary>
    internal ImmutableArray<int> Counts(double max)
    {
        int[] counts = new int[Bins];
        foreach (double score in Ordered)
        {
            // A rounding below a boundary belongs to it.
            counts[max <= 0 ? Bins - 1 : Math.Clamp((int)((Bins * score / max) + 1e-9), 0, Bins - 1)]++;
        }

        return [.. counts];
    }
}
