using System.Collections.Immutable;
using Autograder.Core.HandingIn;

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

    public Visibility Visibility { get; init; }

    /// <summary>Wrong answers that students are known to give.</summary>
    public ImmutableArray<Misconception> Misconceptions { get; init; } = [];

    /// <summary>Other right answers: C# expressions as in <see cref="Misconception.Answer"/>.</summary>
    public ImmutableArray<string> Accepts { get; init; } = [];

    /// <summary>What the right answer, or parts of it, are sums of.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>What every right answer satisfies; it does not decide a mark.</summary>
    public ImmutableArray<Condition> Invariants { get; init; } = [];

    /// <summary>What the spec says of the diagnoses that the grader makes by itself, by their ids.</summary>
    public ImmutableSortedDictionary<string, Remedy> Diagnoses { get; init; } = ImmutableSortedDictionary<string, Remedy>.Empty;

    /// <summary>Null when the answer builds on no others.</summary>
    public FollowThrough? FollowThrough { get; init; }

    /// <summary>There is no key: only what the given functions fix is judged, and of the rest only the form.</summary>
    public bool IsKeyFree { get; init; }

    /// <summary>
    /// What the numeric parts of an answer are in size where nothing else says so, by their names; the empty name is an answer
    /// without parts. Only students' own checks need it: a key has the sizes.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Extent>> AnswerSizes { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<Extent>>.Empty;

    /// <summary>Judged by running the student's method and comparing numbers.</summary>
    public bool IsNumeric => Definition is not (ChoiceDefinition or BlankDefinition or TextDefinition);

    /// <summary>Every call is made a second time, to see whether it depends on anything but its arguments. Training takes too long.</summary>
    public bool IsRepeated => Definition is not TrainingDefinition;

    /// <summary>Each part earns points of its own.</summary>
    public bool IsScoredByParts => Definition is PartsDefinition { HavePoints: true };

    /// <param name="part">The name of a numeric part; empty when the answer is a single value.</param>
    public Definition DefinitionOf(string part) => Definition is PartsDefinition parts ? parts.Of(part).Definition : Definition;

    /// <summary>Whether values of a part are judged, and not only that they run and have the right form.</summary>
    public bool IsJudged(string part) =>
        !IsKeyFree || DefinitionOf(part) is { IsDetermined: true } or TrainingDefinition { Measure: not null };
}

/// <param name="Id">Stable; feedback and statistics name it.</param>
/// <param name="Answer">
/// What the mistake makes of the answer: a C# expression over inputs, sizes and the staff's functions, or the name of a method of
/// the reference that has the answer's parameters.
/// </param>
public sealed record Misconception(string Id, string Answer, Remedy Remedy);

/// <summary>What a student who makes a certain mistake is told and given.</summary>
/// <param name="Hints">Where to look, without the answer; each more telling than the one before.</param>
/// <param name="Credit">The share of the points that the answer earns all the same, in [0, 1].</param>
public sealed record Remedy(ImmutableArray<string> Hints, double Credit)
{
    public static readonly Remedy None = new([], 0);
}

/// <param name="Part">The part whose terms these are; empty when the answer is a single value.</param>
/// <param name="Name">In kebab case; feedback names it.</param>
/// <param name="Expression">A C# expression over inputs, sizes and the staff's functions.</param>
public sealed record Term(string Part, string Name, string Expression);

/// <summary>
/// An answer that builds on earlier ones: judged once more with the student's own earlier answers in the place of the right ones.
/// </summary>
/// <param name="From">In the spec's order.</param>
/// <param name="Answer">The right answer to this question, given the earlier ones: a C# expression over their names, inputs and sizes.</param>
/// <param name="Share">Of the points, for an answer that is right in this way only; in (0, 1].</param>
public sealed record FollowThrough(ImmutableArray<EarlierAnswer> From, string Answer, double Share);

/// <param name="Name">By which the expression calls it.</param>
/// <param name="Question">The id of the earlier question, all of whose inputs the later one has, too.</param>
public sealed record EarlierAnswer(string Name, string Question);

/// <param name="Fingerprint">Hash of everything that decides a mark: spec, given functions and key.</param>
public sealed record Assignment(
    string Id, string Title, ImmutableArray<Question> Questions, Limits Limits, string Fingerprint)
{
    /// <summary>What the grader can give without a bonus: questions for people are not among them.</summary>
    public double MaxScore => Questions.Where(question => question is { IsBonus: false, Definition: not TextDefinition }).Sum(question => question.Points ?? 0);

    /// <summary>Null where being late costs nothing, or is the staff's to judge.</summary>
    public LateRule? Late { get; init; }

    /// <summary>Null where every attempt is graded.</summary>
    public AttemptRule? Attempts { get; init; }
}
