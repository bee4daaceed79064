using System.Collections.Immutable;

namespace Autograder.Core.Reports;

/// <param name="Id">Stable: never depends on the seed, so that class statistics survive.</param>
/// <param name="Rationale">The fact that was seen. Never a reference value, nor what one could be computed from.</param>
/// <param name="Hint">Where to look next.</param>
public sealed record Feedback(string Id, string Rationale, string? Hint = null, Audience Audience = Audience.Student)
{
    /// <summary>Each more telling than the one before, for those who try again.</summary>
    public ImmutableArray<string> FurtherHints { get; init; } = [];

    /// <param name="attempt">Which try of the student's this is, counted from 1.</param>
    /// <returns>One hint for each try.</returns>
    public IEnumerable<string> HintsAt(int attempt) => (Hint is null ? FurtherHints : [Hint, .. FurtherHints]).Take(attempt);
}

public enum Audience
{
    /// <summary>Students and staff.</summary>
    Student,

    /// <summary>Staff only.</summary>
    Staff,
}
