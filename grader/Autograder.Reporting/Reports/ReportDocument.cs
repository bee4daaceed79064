using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Reporting.Reports;

/// <summary>report.json: everything about one graded submission, for staff and for tools. Its schema is generated from here.</summary>
public sealed record ReportDocument
{
    internal const string CurrentSchema = "autograder/report/v1";

    [Description("Name and version of this format.")]
    public required string Schema { get; init; }

    public required string Assignment { get; init; }

    public required string Title { get; init; }

    [Description("The folder or file that was handed in.")]
    public required string Submission { get; init; }

    [Description("Points earned; what is not graded counts neither here nor as lost.")]
    public required double Score { get; init; }

    [Description("Points that the grader can give, without a bonus.")]
    public required double MaxScore { get; init; }

    public required ImmutableArray<QuestionDocument> Questions { get; init; }

    [Description("About the submission as a whole: files left aside, the compiler's messages.")]
    public required ImmutableArray<string> Notes { get; init; }

    public required ProvenanceDocument Provenance { get; init; }

    [Description("SHA-256 over this file with nothing here: by it a change made by hand is told from an answer that changes.")]
    public required string Checksum { get; init; }

    /// <summary>It reads as it was written.</summary>
    [JsonIgnore]
    public bool IsIntact { get; init; } = true;

    internal static ReportDocument Of(GradeReport report) => new()
    {
        Schema = CurrentSchema,
        Assignment = report.AssignmentId,
        Title = report.AssignmentTitle,
        Submission = report.Submission,
        Score = report.Score,
        MaxScore = report.MaxScore,
        Questions = [.. report.Questions.Select(QuestionDocument.Of)],
        Notes = [.. report.Notes.Select(note => StudentText.Clean(note))],
        Provenance = ProvenanceDocument.Of(report.Provenance),
        Checksum = "",
    };
}

public sealed record QuestionDocument
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Verdict Verdict { get; init; }

    [Description("Share of the points, 0 to 1; absent when not graded.")]
    public double? Score { get; init; }

    [Description("Absent for an item that is not scored.")]
    public double? MaxPoints { get; init; }

    [Description("Whether the points come on top of the homework's.")]
    public required bool IsBonus { get; init; }

    [Description("Where parts have points of their own: what each came to. Empty otherwise.")]
    public required ImmutableArray<PartDocument> Parts { get; init; }

    public required ImmutableArray<FeedbackDocument> Feedback { get; init; }

    [Description("The comparisons behind the verdict, random points first.")]
    public required ImmutableArray<PointDocument> Points { get; init; }

    [Description("What the method printed. For staff only: it may have printed its inputs.")]
    public string? Console { get; init; }

    [Description("What was handed in for a person to judge. For staff only: a program makes it.")]
    public string? Text { get; init; }

    internal static QuestionDocument Of(QuestionGrade question) => new()
    {
        Id = question.Id,
        Title = question.Title,
        Verdict = question.Verdict,
        Score = question.Score,
        MaxPoints = question.MaxPoints,
        IsBonus = question.IsBonus,
        Parts = [.. question.Parts.Select(PartDocument.Of)],
        Feedback = [.. question.Feedback.Select(FeedbackDocument.Of)],
        Points = [.. question.Points.Select(PointDocument.Of)],
        Console = question.Console.Length == 0 ? null : StudentText.Clean(question.Console, MaxText),
        Text = question.Text is null ? null : StudentText.Clean(question.Text, MaxText),
    };

    private const int MaxText = 64 << 10;
}

public sealed record PartDocument
{
    public required string Name { get; init; }

    public required double MaxPoints { get; init; }

    public required Verdict Verdict { get; init; }

    [Description("Share of the points, 0 to 1; absent when not graded.")]
    public double? Score { get; init; }

    internal static PartDocument Of(PartGrade part) => new()
    {
        Name = part.Name,
        MaxPoints = part.MaxPoints,
        Verdict = part.Verdict,
        Score = part.Score,
    };
}

public sealed record FeedbackDocument
{
    [Description("Stable, for statistics over a class.")]
    public required string Id { get; init; }

    public required Audience Audience { get; init; }

    [Description("The fact that was seen.")]
    public required string Rationale { get; init; }

    [Description("Where to look next.")]
    public string? Hint { get; init; }

    [Description("For those who try again, each more telling than the one before; absent when there are none.")]
    public ImmutableArray<string>? FurtherHints { get; init; }

    internal static FeedbackDocument Of(Feedback feedback) => new()
    {
        Id = feedback.Id,
        Audience = feedback.Audience,
        Rationale = StudentText.Clean(feedback.Rationale),
        Hint = feedback.Hint,
        FurtherHints = feedback.FurtherHints.IsEmpty ? null : feedback.FurtherHints,
    };
}

public sealed record PointDocument
{
    [Description("Absent for a random point.")]
    public string? Label { get; init; }

    public required Agreement Agreement { get; init; }

    [Description("Largest relative difference by part, to two digits, or for rounded answers in units of the last decimal; the empty name is the answer as a whole. Parts that are infinitely far off are left out.")]
    public required ImmutableSortedDictionary<string, double> Differences { get; init; }

    public FaultDocument? Fault { get; init; }

    [Description("For minimisers: whether the objective's gradient vanishes at the student's answer.")]
    public bool? IsStationary { get; init; }

    [Description("For conditions and training: what the answer does not meet.")]
    public string? Unmet { get; init; }

    public static PointDocument Of(PointComparison point) => new()
    {
        Label = point.Label,
        Agreement = point.Agreement,
        Differences = point.Parts.Where(part => double.IsFinite(part.LargestDifference)).ToImmutableSortedDictionary(part => part.Name, part => Rounded(part.LargestDifference), StringComparer.Ordinal),
        Fault = point.Fault is null ? null : FaultDocument.Of(point.Fault),
        IsStationary = point.IsStationary,
        Unmet = point.Unmet,
    };

    /// <summary>Two digits tell a size; more would help to compute the reference from an answer.</summary>
    private static double Rounded(double difference) =>
        double.Parse($"{Math.Min(difference, Farthest):0.0e0}", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Rounding the largest doubles to two digits would make them infinite, which JSON cannot say.</summary>
    private const double Farthest = 1e308;
}

public sealed record FaultDocument
{
    public required FaultKind Kind { get; init; }

    [Description("For staff only: an exception's message may hold inputs.")]
    public required string Message { get; init; }

    public string? File { get; init; }

    [Description("Counted from 1.")]
    public int? Line { get; init; }

    internal static FaultDocument Of(Fault fault) => new()
    {
        Kind = fault.Kind,
        Message = StudentText.Clean(fault.Message),
        File = fault.Line is { } line ? StudentText.Clean(line.File) : null,
        Line = fault.Line?.Line,
    };
}

public sealed record ProvenanceDocument
{
    [Description("Draws the same points again.")]
    public required string Seed { get; init; }

    [Description("SHA-256 over spec, given functions and key.")]
    public required string AssignmentFingerprint { get; init; }

    [Description("SHA-256 over the contents of the files that were graded.")]
    public required string SubmissionFingerprint { get; init; }

    public required string GraderVersion { get; init; }

    public required string RuntimeVersion { get; init; }

    public required SandboxDocument Sandbox { get; init; }

    [Description("Whether the key was held against its definitions before grading; false after --unverified.")]
    public required bool IsVerified { get; init; }

    internal static ProvenanceDocument Of(Provenance provenance) => new()
    {
        Seed = provenance.Seed,
        AssignmentFingerprint = provenance.AssignmentFingerprint,
        SubmissionFingerprint = provenance.SubmissionFingerprint,
        GraderVersion = provenance.GraderVersion,
        RuntimeVersion = provenance.RuntimeVersion,
        Sandbox = new SandboxDocument
        {
            Level = provenance.Sandbox.Level,
            Layers = [.. provenance.Sandbox.Layers],
            IsBelowRequired = provenance.Sandbox.IsBelowRequired,
        },
        IsVerified = provenance.IsVerified,
    };
}

public sealed record SandboxDocument
{
    [Description("How far the student's code was held: none, limited, confined or isolated.")]
    public required string Level { get; init; }

    [Description("What held it.")]
    public required string[] Layers { get; init; }

    [Description("True when the machine could not hold it as far as required, and the staff graded all the same (--allow-unsandboxed).")]
    public required bool IsBelowRequired { get; init; }
}
