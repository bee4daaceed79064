using System.Collections.Immutable;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Verifying;

/// <summary>What the points of a homework see of small changes to its key.</summary>
/// <param name="Outcomes">In the order of the places in the reference.</param>
/// <param name="Stale">Judgements that are about no survivor.</param>
/// <param name="Stillborn">How many changes do not compile; they are in no other number.</param>
public sealed record MutationScore(ImmutableArray<MutationOutcome> Outcomes, ImmutableArray<StaleJudgement> Stale, int Stillborn);

/// <param name="Judgement">Why staff hold the mutant to be equal to the key; null when it is rejected or was not judged.</param>
/// <param name="Questions">The ids of those that it was tried at, in the spec's order: all whose answers reach the changed place.</param>
public sealed record MutationOutcome(Mutant Mutant, MutantFate Fate, string? Judgement, ImmutableArray<string> Questions);

/// <summary>The reference with one change.</summary>
/// <param name="Method">The one that is changed.</param>
/// <param name="Place">Where the first changed character stands.</param>
/// <param name="Change">The old and the new expression on one line, such as <c>X * w → X.Transpose() * w</c>; long ones are shortened to what stands near the change.</param>
public sealed record Mutant(string Method, SpecPlace Place, string Change);

public enum MutantFate
{
    /// <summary>Some question gives another verdict than Correct.</summary>
    Rejected,

    /// <summary>No question sees it, and staff have judged that there is nothing to see.</summary>
    Equivalent,

    /// <summary>No question sees it: the points cannot tell this mistake from the key.</summary>
    Survived,
}

/// <param name="Text">The change that it speaks of.</param>
public sealed record StaleJudgement(SpecPlace Place, string Text);
