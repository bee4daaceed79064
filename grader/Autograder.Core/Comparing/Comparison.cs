using System.Collections.Immutable;
using Autograder.Core.Submissions;

namespace Autograder.Core.Comparing;

/// <summary>How one answer stands to the reference at one point.</summary>
/// <param name="Label">Null for a random point.</param>
/// <param name="Parts">Empty when there was no answer or it is text.</param>
/// <param name="Fault">What kept the answer, or one of its parts, from being compared.</param>
public sealed record PointComparison(string? Label, Agreement Agreement, ImmutableArray<PartComparison> Parts, Fault? Fault = null)
{
    /// <summary>For minimisers: whether the objective's gradient vanishes at the student's own answer.</summary>
    public bool? IsStationary { get; init; }

    /// <summary>For conditions and training: what the answer does not meet, said to the student.</summary>
    public string? Unmet { get; init; }

    /// <summary>For training: what came out, whether or not it is enough; null where it is no number.</summary>
    public Measurement? Measured { get; init; }

    /// <summary>By part; the empty name is an answer without parts.</summary>
    internal IEnumerable<(string Name, Agreement Agreement)> PartAgreements() =>
        Parts.IsEmpty ? [("", Agreement)] : Parts.Select(part => (part.Name, part.Agreement));

    public double LargestDifference => Parts.IsEmpty ? 0 : Parts.Max(part => part.LargestDifference);
}

/// <summary>What trained weights were measured by; finite.</summary>
public sealed record Measurement(double Value, bool IsMoreBetter);

/// <param name="LargestDifference">
/// Relative, as <see cref="Assignments.Tolerance"/> defines it, or in units of the last decimal of a rounded answer; never NaN.
/// </param>
/// <param name="Fault">Another shape, or a number that is not finite.</param>
public sealed record PartComparison(string Name, Agreement Agreement, double LargestDifference, Fault? Fault = null);

public enum Agreement
{
    /// <summary>Equal up to rounding.</summary>
    Agree,

    /// <summary>Of the right form; nothing that is at hand says whether it is right.</summary>
    Pending,

    /// <summary>Neither equal up to rounding nor clearly different: right in kind, poor in precision.</summary>
    Gray,

    /// <summary>Different.</summary>
    Off,

    /// <summary>The key contradicts its own definition here. Staff's to mend, never the student's loss.</summary>
    Undecided,
}
