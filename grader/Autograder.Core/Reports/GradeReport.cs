using System.Collections.Immutable;

namespace Autograder.Core.Reports;

/// <summary>Everything about one graded submission. Free of times and paths: the same input gives the same report.</summary>
/// <param name="Submission">The name under which it was found: a student's folder or file.</param>
/// <param name="Notes">About the submission as a whole: ignored files, compiler messages.</param>
public sealed record GradeReport(
    string AssignmentId,
    string AssignmentTitle,
    string Submission,
    ImmutableArray<QuestionGrade> Questions,
    ImmutableArray<string> Notes,
    Provenance Provenance)
{
    /// <summary>Who handed it in. Stands in lists of the class, not in the report of the submission.</summary>
    public HandIn HandIn { get; init; } = HandIn.Unknown;

    /// <summary>What the compiler and the gate say at the student's own lines, in order of place.</summary>
    public ImmutableArray<CompilerMessage> CompilerMessages { get; init; } = [];

    /// <summary>Points earned; ungraded questions count neither here nor as lost.</summary>
    public double Score => Questions.Sum(question => question.EarnedPoints ?? 0);

    /// <summary>What the grader can give without a bonus: questions for people are not among them.</summary>
    public double MaxScore => Questions.Where(question => question is { IsForPeople: false, IsBonus: false }).Sum(question => question.MaxPoints ?? 0);

    /// <summary>What the grader can give on top of <see cref="MaxScore"/>.</summary>
    public double MaxBonus => Questions.Where(question => question is { IsForPeople: false, IsBonus: true }).Sum(question => question.MaxPoints ?? 0);

    /// <summary>Points of texts, which a person gives.</summary>
    public double PointsByPeople => Questions.Where(question => question.IsForPeople).Sum(question => question.MaxPoints ?? 0);

    public ImmutableArray<QuestionGrade> Ungraded =>
        [.. Questions.Where(question => question.IsUngraded)];

    /// <summary>As much as lists of a class tell: without what was compared and printed, which is most of a report.</summary>
    public GradeReport Brief() => this with
    {
        Questions = [.. Questions.Select(question => question with
        {
            Points = [.. question.Points.Where(point => point.Fault is not null).Take(1)],
            Console = "",
            Text = null,
        })],
    };
}

/// <summary>What a result was made from, so that it can be made again.</summary>
/// <param name="Seed">Draws the same points again.</param>
/// <param name="AssignmentFingerprint">SHA-256 over spec, given functions and key.</param>
/// <param name="SubmissionFingerprint">SHA-256 over the files that were graded.</param>
public sealed record Provenance(
    string Seed,
    string AssignmentFingerprint,
    string SubmissionFingerprint,
    string GraderVersion,
    string RuntimeVersion,
    SandboxStamp Sandbox)
{
    /// <summary>The key was held against its definitions before anyone was graded.</summary>
    public bool IsVerified { get; init; }
}

/// <summary>How the student's code was held.</summary>
/// <param name="Level">none, limited, confined or isolated.</param>
/// <param name="Layers">What held it.</param>
/// <param name="IsBelowRequired">The staff graded although the machine could not hold it as far as they had asked for.</param>
public sealed record SandboxStamp(string Level, ImmutableArray<string> Layers, bool IsBelowRequired);

/// <summary>A class: one report a submission, in the order of their names.</summary>
public sealed record Gradebook(ImmutableArray<GradeReport> Reports)
{
    /// <summary>Those of the staff's list who handed in nothing.</summary>
    public ImmutableArray<Student> Absent { get; init; } = [];
}
