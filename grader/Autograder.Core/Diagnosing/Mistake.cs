using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>A mistake that determines the values of a part: what an answer is held against, at every point.</summary>
/// <param name="Rationale">What students are told when an answer fits.</param>
internal sealed record Mistake(string Id, string Rationale, ImmutableArray<string> Hints, Func<PlannedPoint, Tensor?> Values)
{
    /// <summary>Two ways to write a mistake differ by rounding, a mistake and another answer by a hundredth and more.</summary>
    private const double ExactLimit = 1e-6;

    /// <summary>Differences of a given function are good to 1e-8.</summary>
    internal const double DifferencesLimit = 1e-5;

    /// <summary>How far an answer may be off it, relative to its largest entry.</summary>
    public double Limit { get; init; } = ExactLimit;

    /// <summary>For the staff: what the id does not say.</summary>
    public string? Detail { get; init; }

    /// <summary>Named by the spec, as a whole: where there is one point only, it is believed all the same.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>What the rationale begins with when another mistake was made besides; of a mistake already composed, all of it.</summary>
    public string Beginning { get; init; } = Rationale.TrimEnd('.');

    /// <summary>Made of another mistake by rearranging or scaling it.</summary>
    public bool IsComposed { get; init; }

    /// <returns>What is compared of the part; null where the mistake has no value.</returns>
    internal Tensor? At(PlannedPoint planned)
    {
        try
        {
            return Values(planned);
        }
        catch (KeyFailureException)
        {
            return null;
        }
    }

    /// <summary>The same, each value computed once: it is held against an answer in many forms.</summary>
    internal Mistake Remembered()
    {
        var known = new Dictionary<PlannedPoint, Tensor?>(ReferenceEqualityComparer.Instance);
        return this with
        {
            Values = planned =>
            {
                if (!known.TryGetValue(planned, out Tensor? value))
                {
                    known[planned] = value = At(planned);
                }

                return value;
            },
        };
    }
}
