using System.Collections.Immutable;
using Autograder.Core.Submissions;

namespace Autograder.Core.Comparing;

/// <summary>How one answer stands to the reference at one point.</summary>
/// <param name="Label">Null for a random point.</param>
/// <param name="Parts">Empty when there was a fault or the answer is text.</param>
/// <param name="Fault">What kept the answer from being compared.</param>
/// <param name="IsStationary">For minimisers: whether the objective's gradient vanishes at the student's own answer.</param>
public sealed record PointComparison(
    string? Label, Agreement Agreement, ImmutableArray<PartComparison> Parts, Fault? Fault = null, bool? IsStationary = null)
{
    public double LargestDifference => Parts.IsEmpty ? 0 : Parts.Max(part => part.LargestDifference);
}

/// <param name="LargestDifference">Relative, as <see cref="Assignments.Tolerance"/> defines it; never NaN.</param>
public sealed record PartComparison(string Name, Agreement Agreement, double LargestDifference);

public enum Agreement
{
    /// <summary>Equal up to rounding.</summary>
    Agree,

    /// <summary>Neither equal up to rounding nor clearly different: right in kind, poor in precision.</summary>
    Gray,

    /// <summary>Different.</summary>
    Off,

    /// <summary>The key contradicts its own definition here. Staff's to mend, never the student's loss.</summary>
    Undecided,
}
