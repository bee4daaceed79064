using System.Collections.Immutable;
using Autograder.Core.Verifying;

namespace Autograder.Engine.Specs;

/// <summary>Where a question stands in the spec, and where its entries do: there, or in the reference.</summary>
public sealed record QuestionPlaces(SpecPlace Question, ImmutableDictionary<SpecEntry, SpecPlace> Entries)
{
    /// <summary>That of the question where the entry is none, or has no place of its own.</summary>
    public SpecPlace Of(SpecEntry? entry) => entry is { } known && Entries.TryGetValue(known, out SpecPlace place) ? place : Question;
}
