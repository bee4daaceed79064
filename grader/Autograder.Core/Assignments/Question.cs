using System.Collections.Immutable;

namespace Autograder.Core.Assignments;

/// <param name="Points">Those of the parts together, where they have their own. Null for an item that is looked at but not scored: practice, a derivation box, an attestation.</param>
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
    /// <summary>Its points come on top of the homework's.</summary>
    public bool IsBonus { get; init; }

    /// <summary>Wrong answers that students are known to give.</summary>
    public ImmutableArray<Misconception> Misconceptions { get; init; } = [];

    /// <summary>Judged by running the student's method and comparing numbers.</summary>
    public bool IsNumeric => Definition is not (ChoiceDefinition or BlankDefinition or TextDefinition);

    /// <summary>Every call is made a second time, to see whether it depends on anything but its arguments. Training takes too long.</summary>
    public bool IsRepeated => Definition is not TrainingDefinition;

    /// <summary>Each part earns points of its own.</summary>
    public bool IsScoredByParts => Definition is PartsDefinition { HavePoints: true };

    /// <param name="part">The name of a numeric part; empty when the answer is a single value.</param>
    public Definition DefinitionOf(string part) => Definition is PartsDefinition parts ? parts.Of(part).Definition : Definition;
}

/// <param name="Id">Stable; feedback and statistics name it.</param>
/// <param name="Answer">A C# expression over inputs, sizes and the staff's functions: what the mistake makes of the answer.</param>
/// <param name="Hint">Where to look, without the answer.</param>
public sealed record Misconception(string Id, string Answer, string Hint);

/// <param name="Fingerprint">Hash of everything that decides a mark: spec, given functions and key.</param>
public sealed record Assignment(
    string Id, string Title, ImmutableArray<Question> Questions, Limits Limits, string Fingerprint);
