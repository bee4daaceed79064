using System.Collections.Immutable;

namespace Autograder.Reporting.Changes;

/// <summary>What has changed in a class since it was graded before.</summary>
/// <param name="New">Submissions that were not there.</param>
/// <param name="Gone">Submissions that are no longer there.</param>
public sealed record ClassChanges(ImmutableArray<ScoreChange> Scores, ImmutableArray<string> New, ImmutableArray<string> Gone);
