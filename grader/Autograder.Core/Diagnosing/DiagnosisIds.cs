using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// The ids of the diagnoses that the grader makes by itself of wrong parts. A spec may say what students are told of each and what
/// it leaves of the points.
/// </summary>
public static class DiagnosisIds
{
    private const string AnswerOf = "answer-of/";

    private static readonly ImmutableArray<string> Fixed =
    [
        "overflow", "not-finite", "zeros", .. Layouts.Ids, "reshaped", "factor/constant", "direction", "terms", "constant",
        "block/diagonal", "block/off-diagonal", "block/upper", "block/lower", "block/rows", "block/columns", "block/entries",
        "permuted", "special-only", "special-missed", "invariant", "not-recognised",
    ];

    private static readonly ImmutableArray<string> OfTerms = ["missing-term", "flipped-term", "doubled-term", "halved-term", "scaled-term"];

    private static readonly ImmutableArray<string> OfInputs = ["wrong-variable", "ignores", "depends-on", "right-where-positive"];

    private static readonly ImmutableArray<string> OfRightAnswers =
        ["sign", "factor/", .. Layouts.Ids, "reshaped", "misconception/"];

    private static readonly ImmutableArray<string> OfNoWork = ["zeros", "constant", "ignores/"];

    /// <summary>What says of an answer only that it is wrong.</summary>
    private static readonly ImmutableArray<string> OfAnything = ["not-recognised", "invariant", "special-only", "depends-on/"];

    /// <summary>What a diagnosis says of an answer that others build on.</summary>
    internal static EarlierMistake AsEarlier(string id)
    {
        bool IsOneOf(ImmutableArray<string> ids) => ids.Any(one => id.StartsWith(one, StringComparison.Ordinal));
        return IsOneOf(OfRightAnswers) ? EarlierMistake.Named
            : IsOneOf(OfNoWork) ? EarlierMistake.Careless
            : IsOneOf(OfAnything) ? EarlierMistake.Unknown
            : EarlierMistake.Described;
    }

    public static bool IsKnown(Question question, string id) =>
        Of(question).Contains(id) || (id.StartsWith(AnswerOf, StringComparison.Ordinal) && id.Length > AnswerOf.Length);

    /// <summary>All but the answers of other questions.</summary>
    public static IEnumerable<string> Of(Question question) =>
    [
        .. Fixed,
        .. Factor.All(question).Select(factor => factor.Id),
        .. from layout in Layouts.Ids from factor in Factor.Simple(question) select $"{layout}+{factor.Id}",
        .. Parts(question).SelectMany(part => (string[])[$"{AnswerOf}{part}", $"stale-values/{part}"]),
        .. from family in OfTerms from term in question.Terms select $"{family}/{term.Name}",
        .. from family in OfInputs from input in question.Inputs select $"{family}/{input.Name}",
    ];

    private static IEnumerable<string> Parts(Question question) =>
        question.Definition is PartsDefinition parts ? parts.Parts.Select(part => part.Name) : [];
}
