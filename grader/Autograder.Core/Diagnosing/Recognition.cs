using System.Collections.Immutable;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// Which mistake a wrong part shows: the first that fits everywhere. What determines the values exactly comes before what describes
/// them in part, one mistake before two at once, and what has a name of its own before "some factor" and "several terms".
/// </summary>
internal static class Recognition
{
    private static readonly ImmutableArray<Func<PartEvidence, Finding?>> InOrder =
    [
        NotFinite.Find,
        evidence => evidence.First(Zeros.Of(evidence.Part)),
        evidence => evidence.First(Layouts.Of(evidence)),
        evidence => evidence.First(Factors.Of(evidence)),
        evidence => evidence.First(Alternatives.Of(evidence.Part)),
        evidence => evidence.First(SingleTerms.Of(evidence.Part)),
        evidence => evidence.First(Alternatives.Composed(evidence)),
        UnnamedFactor.Find,
        SeveralTerms.Find,
        evidence => evidence.First(WrongVariable.Of(evidence)),
        evidence => evidence.First(StaleValues.Of(evidence)),
        Dependence.Find,
        RightInPlaces.Find,
        RightWherePositive.Find,
        Permuted.Find,
        SpecialInputs.Find,
    ];

    /// <param name="isSaidAlready">How the answer behaves has a name that needs no other.</param>
    internal static Finding? Find(PartEvidence evidence, bool isSaidAlready) =>
        InOrder.Select(recogniser => recogniser(evidence)).FirstOrDefault(finding => finding is not null)
            ?? (isSaidAlready ? null : Unrecognised.Find(evidence));
}
