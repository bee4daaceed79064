using System.Collections.Immutable;
using System.ComponentModel;
using Autograder.Core.Verifying;

namespace Autograder.Reporting.Verifications;

/// <summary>What verify writes: how a homework stands to its own spec, for staff and for tools. Its schema is generated from here.</summary>
internal sealed record VerificationDocument
{
    internal const string CurrentSchema = "autograder/verification/v1";

    [Description("Name and version of this format.")]
    public required string Schema { get; init; }

    public required string Assignment { get; init; }

    public required string Title { get; init; }

    [Description("Draws the same points again.")]
    public required string Seed { get; init; }

    [Description("SHA-256 over spec, given functions and key.")]
    public required string AssignmentFingerprint { get; init; }

    [Description("Whether nothing failed.")]
    public required bool Holds { get; init; }

    public required ImmutableArray<VerifiedQuestionDocument> Questions { get; init; }

    [Description("What failed and belongs to no question.")]
    public required ImmutableArray<VerificationFailureDocument> Failures { get; init; }

    internal static VerificationDocument Of(Verification verification) => new()
    {
        Schema = CurrentSchema,
        Assignment = verification.AssignmentId,
        Title = verification.Title,
        Seed = verification.Seed,
        AssignmentFingerprint = verification.Fingerprint,
        Holds = verification.Holds,
        Questions = [.. verification.Questions.Select(VerifiedQuestionDocument.Of)],
        Failures = [.. verification.Failures.Select(VerificationFailureDocument.Of)],
    };
}

internal sealed record VerifiedQuestionDocument
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    [Description("Where it stands in the spec, as file:line:column.")]
    public required string Place { get; init; }

    public required ImmutableArray<VerifiedStepDocument> Steps { get; init; }

    [Description("Why the steps after these were not run; absent when all were.")]
    public string? WhyEnded { get; init; }

    internal static VerifiedQuestionDocument Of(QuestionVerification question) => new()
    {
        Id = question.Id,
        Title = question.Title,
        Place = question.Place,
        Steps = [.. question.Steps.Select(VerifiedStepDocument.Of)],
        WhyEnded = question.WhyEnded,
    };
}

internal sealed record VerifiedStepDocument
{
    public required VerificationStep Step { get; init; }

    [Description("Whether there was nothing to look at.")]
    public required bool IsEmpty { get; init; }

    [Description("What was measured, or why there was nothing to look at.")]
    public required string Figure { get; init; }

    public required ImmutableArray<VerificationFailureDocument> Failures { get; init; }

    internal static VerifiedStepDocument Of(StepResult step) => new()
    {
        Step = step.Step,
        IsEmpty = step.IsEmpty,
        Figure = step.Figure,
        Failures = [.. step.Failures.Select(VerificationFailureDocument.Of)],
    };
}

internal sealed record VerificationFailureDocument
{
    [Description("As file:line:column, where it is another than that of the question.")]
    public string? Place { get; init; }

    [Description("What was seen.")]
    public required string Fact { get; init; }

    [Description("What the staff can do about it.")]
    public required string Remedy { get; init; }

    internal static VerificationFailureDocument Of(VerificationFailure failure) => new()
    {
        Place = failure.Place,
        Fact = failure.Fact,
        Remedy = failure.Remedy,
    };
}
