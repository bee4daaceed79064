using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;

namespace Autograder.Core.Scoring;

/// <summary>Scores the parts of an answer one by one, where they have points of their own.</summary>
internal static class PartScorer
{
    /// <returns>Empty where the points stand at the question.</returns>
    internal static ImmutableArray<PartGrade> Score(
        Question question, QuestionComparison comparison, ImmutableSortedDictionary<string, double> credits) =>
        question is { IsScoredByParts: true, Definition: PartsDefinition parts }
            ? [.. parts.Parts.Select(part => Score(question, parts, part, comparison, credits))]
            : [];

    /// <summary>
    /// One verdict for all: that of every part, if it is the same; Partial where some part earns something. A part that is not
    /// graded leaves the whole ungraded: staff must look before anything counts. One that only the key can judge does not hide that
    /// another is wrong.
    /// </summary>
    internal static Verdict Combine(ImmutableArray<PartGrade> parts)
    {
        if (parts.All(part => part.Verdict == parts[0].Verdict))
        {
            return parts[0].Verdict;
        }

        if (parts.RemoveAll(part => part.Verdict == Verdict.Pending) is var judged && judged.Length < parts.Length && judged.Any(part => part.Verdict != Verdict.Correct))
        {
            return Combine(judged);
        }

        return parts.FirstOrDefault(part => !part.Verdict.IsGraded()) is { } ungraded ? ungraded.Verdict
            : parts.Any(part => part.Score > 0) ? Verdict.Partial
            : parts.Any(part => part.Verdict == Verdict.Fault) ? Verdict.Fault
            : Verdict.Wrong;
    }

    /// <returns>Null when some part is not graded.</returns>
    internal static double? Share(ImmutableArray<PartGrade> parts) =>
        parts.Sum(part => part.MaxPoints) is var all && parts.All(part => part.Score is not null)
            ? parts.Sum(part => part.MaxPoints * part.Score!.Value) / all
            : null;

    private static PartGrade Score(
        Question question, PartsDefinition parts, QuestionPart part, QuestionComparison comparison, ImmutableSortedDictionary<string, double> credits)
    {
        ImmutableArray<PartComparison> own = [.. comparison.Points.SelectMany(point => point.Parts).Where(compared => parts.Of(compared.Name) == part)];
        bool isFaulty = comparison.Points.Any(point => point.Parts.IsEmpty && point.Fault is not null) || own.Any(compared => compared.Fault is not null);
        Verdict verdict = isFaulty ? Verdict.Fault
            : comparison.IsFunction ? QuestionScorer.VerdictOf([.. own.Select(compared => compared.Agreement)])
            : Verdict.Wrong;
        double credit = MistakeCredit.Of(question, comparison, credits, comparison.PartNames.Where(name => parts.Of(name) == part));
        return credit > 0
            ? new PartGrade(part.Name, part.Points!.Value, Verdict.Partial, credit)
            : new PartGrade(part.Name, part.Points!.Value, verdict, QuestionScorer.ScoreOf(question, verdict));
    }
}
