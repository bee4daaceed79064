using System.Collections.Immutable;

namespace Autograder.Core.Assignments;

/// <param name="Points">Null for an item that is looked at but not scored: practice, a derivation box, an attestation.</param>
/// <param name="Inputs">Domains of the parameters and of latent inputs, in the spec's order.</param>
/// <param name="Constraints">C# conditions over inputs and sizes that every random point satisfies.</param>
public sealed record Question(
    string Id,
    string Title,
    double? Points,
    string Statement,
    AnswerSignature Answer,
    Definition Definition,
    ImmutableSortedDictionary<string, SizeRange> Sizes,
    ImmutableArray<InputDomain> Inputs,
    ImmutableArray<string> Constraints,
    ImmutableArray<SpecialPoint> SpecialPoints,
    Tolerance Tolerance,
    Limits Limits)
{
    /// <summary>Judged by running the student's method and comparing numbers.</summary>
    public bool IsNumeric => Definition is not (ChoiceDefinition or BlankDefinition or TextDefinition);
}

/// <param name="Fingerprint">Hash of everything that decides a mark: spec, given functions and key.</param>
public sealed record Assignment(
    string Id, string Title, ImmutableArray<Question> Questions, Limits Limits, string Fingerprint);
