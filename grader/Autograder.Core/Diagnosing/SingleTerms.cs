using System.Collections.Immutable;

namespace Autograder.Core.Diagnosing;

/// <summary>Sums in which exactly one term is off: missing, with the wrong sign, doubled, halved or times another factor.</summary>
internal static class SingleTerms
{
    private static readonly ImmutableArray<(string Id, double Factor, string Said)> Kinds =
    [
        ("missing-term", 0, "is missing"),
        ("flipped-term", -1, "has the wrong sign"),
        ("doubled-term", 2, "is off by a constant factor"),
        ("halved-term", 0.5, "is off by a constant factor"),
    ];

    internal static IEnumerable<Mistake> Of(PartPlan part) => TermSum.Of(part) is not { } sum ? [] :
    [
        .. from kind in Kinds
           from place in Enumerable.Range(0, sum.Names.Length)
           select sum.WithFactor(place, $"{kind.Id}/{sum.Names[place]}", kind.Said, _ => kind.Factor),
        .. from factor in Factor.Simple(part.Question)
           from place in Enumerable.Range(0, sum.Names.Length)
           select sum.WithFactor(
               place,
               $"scaled-term/{sum.Names[place]}",
               factor.Names.IsEmpty ? "is off by a constant factor" : $"is off by a factor that depends on {string.Join(" and ", factor.Names)}",
               factor.At) with { Detail = factor.Id },
    ];
}
