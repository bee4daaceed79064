namespace Autograder.Core.Assignments;

/// <summary>
/// When two numbers agree. All values are relative to max(|reference|, <see cref="SmallEntry"/> × the largest entry of
/// the part), so scaling an answer and its key by the same factor changes no verdict. There is no absolute tolerance,
/// except for <see cref="Decimals"/>.
/// </summary>
public sealed record Tolerance
{
    public static readonly Tolerance Default = new();

    /// <summary>Up to here two values agree.</summary>
    public double Relative { get; init; } = 1e-7;

    /// <summary>Beyond here they differ; in between the answer is imprecise.</summary>
    public double Reject { get; init; } = 1e-4;

    /// <summary>Entries below this share of the part's largest are measured against that share instead of themselves.</summary>
    public double SmallEntry { get; init; } = 1e-3;

    /// <summary>
    /// For answers rounded to so many decimals: half a unit of the last one agrees, up to a whole unit (a truncated answer) is
    /// imprecise, and the relative bounds do not apply. Null for unrounded answers.
    /// </summary>
    public int? Decimals { get; init; }

    /// <summary>The share of the points that an imprecise answer earns, in [0, 1].</summary>
    public double ImpreciseCredit { get; init; } = 0.5;
}
