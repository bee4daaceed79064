using System.Collections.Immutable;
using Autograder.Core.Submissions;

namespace Autograder.Core.Reports;

/// <summary>
/// Keeps what a run of grading has found out by all that it depends on, so that one that was interrupted goes on where it was, and one with another
/// key does not run programs again whose inputs are the same.
/// </summary>
public interface IGradingStore
{
    /// <param name="key">A hash of all that a report depends on.</param>
    /// <returns>Null where there is none, or none that is whole.</returns>
    GradeReport? Find(string key);

    /// <exception cref="IOException">It cannot be kept.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    void Keep(string key, GradeReport report);

    /// <param name="key">A hash of all that a program's answers depend on.</param>
    /// <returns>What was seen of each method that was called, in order. Null where there is none, or none that is whole.</returns>
    ImmutableArray<QuestionObservations>? FindSeen(string key);

    /// <inheritdoc cref="Keep(string, GradeReport)"/>
    void KeepSeen(string key, ImmutableArray<QuestionObservations> seen);
}
