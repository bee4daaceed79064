using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Scoring;

/// <summary>Turns what was seen of a question into its verdict, score and feedback.</summary>
public static class QuestionScorer
{
    public static QuestionGrade Score(
        Question question, QuestionObservations observations, QuestionComparison comparison, Diagnosis diagnosis)
    {
        ImmutableArray<PartGrade> parts = PartScorer.Score(question, comparison, diagnosis.Credits);
        Verdict verdict = parts.IsEmpty ? Judge(question, comparison) : PartScorer.Combine(parts);
        double credit = parts.IsEmpty ? MistakeCredit.Of(question, comparison, diagnosis.Credits, comparison.PartNames) : 0;
        verdict = credit > 0 ? Verdict.Partial : verdict;
        bool isText = question.Definition is TextDefinition;
        return new QuestionGrade(
            question.Id,
            question.Title,
            question.Points,
            verdict,
            credit > 0 ? credit : parts.IsEmpty ? ScoreOf(question, verdict) : PartScorer.Share(parts),
            [OutcomeText.Of(question, comparison, verdict, parts), .. diagnosis.Feedback],
            isText && comparison.FirstFault is null ? [] : comparison.Points,
            observations.Console,
            verdict == Verdict.Manual ? TextOf(observations) : null)
        {
            IsForPeople = isText,
            IsBonus = question.IsBonus,
            Visibility = question.Visibility,
            Measured = comparison.Points.Select(point => point.Measured).FirstOrDefault(),
            Parts = parts,
        };
    }

    /// <summary>A question that was never run: nothing to compare, and a reason.</summary>
    public static QuestionGrade WithoutObservation(Question question, Verdict verdict, params ImmutableArray<Feedback> feedback) =>
        new(question.Id, question.Title, question.Points, verdict, ScoreOf(question, verdict), feedback, Points: [])
        {
            IsForPeople = question.Definition is TextDefinition,
            IsBonus = question.IsBonus,
            Visibility = question.Visibility,
        };

    private static Verdict Judge(Question question, QuestionComparison comparison)
    {
        if (comparison.FirstFault is not null)
        {
            return Verdict.Fault;
        }

        if (question.Definition is TextDefinition)
        {
            return comparison.IsEmptyText ? Verdict.Missing : Verdict.Manual;
        }

        return comparison.IsFunction ? VerdictOf([.. comparison.Points.Select(point => point.Agreement)]) : Verdict.Wrong;
    }

    /// <summary>One point that is off for certain decides, whatever remains undecided elsewhere.</summary>
    internal static Verdict VerdictOf(ImmutableArray<Agreement> points) => points.Contains(Agreement.Off) ? Verdict.Wrong : points.Max() switch
    {
        Agreement.Agree => Verdict.Correct,
        Agreement.Pending => Verdict.Pending,
        Agreement.Gray => Verdict.Imprecise,
        _ => Verdict.Inconclusive,
    };

    /// <summary>A text that a person judges has no score from the grader, whatever became of it.</summary>
    internal static double? ScoreOf(Question question, Verdict verdict) => verdict switch
    {
        Verdict.Correct => 1,
        Verdict.Imprecise => question.Tolerance.ImpreciseCredit,
        _ when !verdict.IsGraded() || question.Definition is TextDefinition => null,
        _ => 0,
    };

    private static string? TextOf(QuestionObservations observations) =>
        observations.First.OfType<ReturnedValue>().Select(value => value.Value).OfType<TextValue>().FirstOrDefault()?.Text;
}
