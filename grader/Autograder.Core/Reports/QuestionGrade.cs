using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Submissions;

namespace Autograder.Core.Reports;

/// <param name="MaxPoints">Null for an item that is not scored.</param>
/// <param name="Score">In [0, 1]; null when not graded.</param>
/// <param name="Points">The comparisons behind the verdict; empty when nothing was compared.</param>
/// <param name="Console">What the method printed, capped.</param>
/// <param name="Text">What was handed in for a person to judge.</param>
public sealed record QuestionGrade(
    string Id,
    string Title,
    double? MaxPoints,
    Verdict Verdict,
    double? Score,
    ImmutableArray<Feedback> Feedback,
    ImmutableArray<PointComparison> Points,
    string Console = "",
    string? Text = null)
{
    /// <summary>A person judges it, whether or not anything was handed in.</summary>
    public bool IsForPeople { get; init; }

    /// <summary>Its points come on top of the homework's.</summary>
    public bool IsBonus { get; init; }

    /// <summary>Where the method stands that answers it, or that was meant to; null where there is none.</summary>
    public SourceLine? Method { get; init; }

    /// <summary>When students see it, on a platform that can wait.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>Of a training run that came to its end; null otherwise.</summary>
    public Measurement? Measured { get; init; }

    /// <summary>Where parts earn points of their own; empty otherwise.</summary>
    public ImmutableArray<PartGrade> Parts { get; init; } = [];

    /// <summary>Nothing has been written for it: there is no method, or a starter's.</summary>
    public bool IsToDo => Verdict == Verdict.Missing || Points.FirstOrDefault(point => point.Fault is not null)?.Fault is { IsNotWritten: true };

    /// <summary>Whether the staff must look, through no fault of the student's.</summary>
    public bool IsUngraded => Verdict is Verdict.Inconclusive or Verdict.InternalError;

    /// <summary>Null when not scored or not graded.</summary>
    public double? EarnedPoints => MaxPoints * Score;
}

/// <param name="Score">In [0, 1]; null when not graded.</param>
public sealed record PartGrade(string Name, double MaxPoints, Verdict Verdict, double? Score);
