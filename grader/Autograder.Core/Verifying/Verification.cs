using System.Collections.Immutable;

namespace Autograder.Core.Verifying;

/// <summary>How a homework stands to its own spec: question by question, step by step.</summary>
/// <param name="Seed">Of the points that were looked at.</param>
/// <param name="Fingerprint">Hash of spec, given functions and key.</param>
/// <param name="Failures">Those that belong to no question.</param>
public sealed record Verification(
    string AssignmentId,
    string Title,
    string Seed,
    string Fingerprint,
    ImmutableArray<QuestionVerification> Questions,
    ImmutableArray<VerificationFailure> Failures)
{
    /// <summary>Nothing failed, so students may be graded by it.</summary>
    public bool Holds => Failures.IsEmpty && Questions.All(question => question.Steps.All(step => step.Failures.IsEmpty));
}

/// <param name="Place">Where it stands in the spec, as file:line:column.</param>
public sealed record QuestionVerification(string Id, string Title, string Place, ImmutableArray<StepResult> Steps)
{
    /// <summary>Why the steps after these were not run, such as "the key is wrong"; null when all were.</summary>
    public string? WhyEnded { get; init; }

    /// <summary>How many were not run.</summary>
    public int LeftOut => WhyEnded is null ? 0 : Enum.GetValues<VerificationStep>().Length - Steps.Length;
}

/// <summary>What one step came to for one question.</summary>
/// <param name="Figure">What was measured, or why there was nothing to look at.</param>
/// <param name="Brief">The one number of it that is read first, in a few characters: "1.1e-12", "12/13".</param>
/// <param name="IsEmpty">There was nothing to look at.</param>
public sealed record StepResult(VerificationStep Step, string Figure, string Brief, ImmutableArray<VerificationFailure> Failures, bool IsEmpty)
{
    public static StepResult Of(VerificationStep step, string figure, string brief, params ImmutableArray<VerificationFailure> failures) =>
        new(step, figure, brief, failures, IsEmpty: false);

    /// <param name="why">In a few words, such as "a text, which people read".</param>
    public static StepResult Nothing(VerificationStep step, string why) => new(step, why, "–", Failures: [], IsEmpty: true);
}

/// <param name="Fact">What was seen.</param>
/// <param name="Remedy">What the staff can do about it.</param>
public sealed record VerificationFailure(string Fact, string Remedy)
{
    /// <summary>As file:line:column, where it is another than that of the question.</summary>
    public string? Place { get; init; }

    /// <summary>The entry of the question that it is about, by which the place is found; null for the question as a whole.</summary>
    public SpecEntry? Entry { get; init; }
}

/// <summary>The steps by which a homework is held to account, in their order.</summary>
public enum VerificationStep
{
    /// <summary>The key is what its definition says.</summary>
    Key,

    /// <summary>Other right answers are correct.</summary>
    Accepted,

    /// <summary>Known mistakes and a stub of zeros are not.</summary>
    Mistakes,

    /// <summary>Nor is the key with one thing changed.</summary>
    Mutants,

    /// <summary>Two mistakes of which different things are said differ.</summary>
    Hypotheses,

    /// <summary>The points show what they are to show.</summary>
    Points,

    /// <summary>The key satisfies what every right answer does.</summary>
    Invariants,
}
