using System.Collections.Immutable;

namespace Autograder.Core.Diagnosing;

/// <summary>A mistake that was recognised in one part of an answer.</summary>
/// <param name="Id">Stable, and the same for every seed.</param>
/// <param name="Rationale">The fact, a sentence; for students.</param>
/// <param name="Hints">Where to look, unless the spec has hints of its own.</param>
/// <param name="Evidence">Why it is believed; for the staff only.</param>
internal sealed record Finding(string Id, string Rationale, ImmutableArray<string> Hints, string Evidence)
{
    /// <summary>Another mistake was made besides; what a spec credits is the one alone.</summary>
    public bool IsComposed { get; init; }
}
