using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Scoring;

/// <summary>Turns what was seen of a question into its verdict, score and feedback.</summary>
public static class QuestionScorer
{
    public static QuestionGrade Score(
        Question question, QuestionObservations observations, QuestionComparison comparison, ImmutableArray<Feedback> diagnoses)
    {
        Verdict verdict = Judge(question, comparison);
        bool isText = question.Definition is TextDefinition;
        return new QuestionGrade(
            question.Id,
            question.Title,
            question.Points,
            verdict,
            ScoreOf(question, verdict),
            [Describe(question, comparison, verdict), .. diagnoses],
            isText ? [] : comparison.Points,
            observations.Console,
            verdict == Verdict.Manual ? TextOf(observations) : null)
        {
            IsForPeople = isText,
        };
    }

    /// <summary>A question that was never run: nothing to compare, and a reason.</summary>
    public static QuestionGrade WithoutObservation(Question question, Verdict verdict, params ImmutableArray<Feedback> feedback) =>
        new(question.Id, question.Title, question.Points, verdict, ScoreOf(question, verdict), feedback, Points: [])
        {
            IsForPeople = question.Definition is TextDefinition,
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

        // One point that is off for certain decides, whatever remains undecided elsewhere.
        bool isOff = comparison.Points.Any(point => point.Agreement == Agreement.Off);
        if (isOff || !comparison.ChangedInputs.IsEmpty || !comparison.IsRepeatable)
        {
            return Verdict.Wrong;
        }

        return comparison.Points.Max(point => point.Agreement) switch
        {
            Agreement.Agree => Verdict.Correct,
            Agreement.Gray => Verdict.Imprecise,
            _ => Verdict.Inconclusive,
        };
    }

    /// <summary>A text that a person judges has no score from the grader, whatever became of it.</summary>
    private static double? ScoreOf(Question question, Verdict verdict) => verdict switch
    {
        Verdict.Correct => 1,
        Verdict.Imprecise => question.Tolerance.ImpreciseCredit,
        _ when !verdict.IsGraded() || question.Definition is TextDefinition => null,
        _ => 0,
    };

    private static Feedback Describe(Question question, QuestionComparison comparison, Verdict verdict) => verdict switch
    {
        Verdict.Fault => DescribeFault(comparison),
        Verdict.Missing => new Feedback("missing", "The text that was handed in is empty."),
        Verdict.Manual => new Feedback("manual", "Handed in and kept for the staff to read; not scored by the grader."),
        Verdict.Inconclusive => new Feedback(
            "inconclusive",
            "Not graded: the answer key and the definition of the question disagree about this answer. The staff must look."),
        _ when !question.IsNumeric => verdict == Verdict.Correct
            ? new Feedback("right", "Right.")
            : new Feedback("not-right", "Not right."),
        Verdict.Correct => new Feedback("agreement", $"{DescribeAgreement(comparison)}{DescribeDifference(comparison)}."),
        Verdict.Imprecise => new Feedback("agreement", DescribeAgreement(comparison, " to full precision") + "."),
        _ => new Feedback("agreement", DescribeAgreement(comparison) + "."),
    };

    private static Feedback DescribeFault(QuestionComparison comparison)
    {
        int index = comparison.Points.TakeWhile(point => point.Fault is null).Count();
        PointComparison point = comparison.Points[index];
        Fault fault = point.Fault!;
        string line = fault.Line is { } at ? $" ({at})" : "";
        string where = point.Label is string label ? $"at the special input '{label}'"
            : comparison.Planned == 1 ? ""
            : $"at input {index + 1}";
        string agreed = index > 0 ? $" {DescribeAgreement(comparison)}." : "";
        string fact = fault.Message.TrimEnd('.', ' ', '\n');
        string message = Capitalise(where.Length == 0 ? fact : $"{where}: {fact}");
        return new Feedback($"fault/{Name(fault.Kind)}", $"{message}{line}.{agreed}");
    }

    /// <summary>Says at how many points; how far off a wrong answer is stays unsaid, because the key could be computed from it.</summary>
    private static string DescribeAgreement(QuestionComparison comparison, string precision = "")
    {
        if (comparison.Planned == 1)
        {
            return Agreed(comparison, isSpecial: false) == 1 ? "Agrees with the reference" : $"Does not agree with the reference{precision}";
        }

        int special = comparison.Points.Count(point => point.Label is not null);
        int random = comparison.Points.Length - special;
        int randomAgreed = Agreed(comparison, isSpecial: false);
        string text = $"Agreed with the reference{precision} at {randomAgreed} of {random} random input{(random == 1 ? "" : "s")}";
        if (special > 0)
        {
            text += $" and {Agreed(comparison, isSpecial: true)} of {special} special one{(special == 1 ? "" : "s")}";
            string[] missed = [.. comparison.Points
                .Where(point => point is { Label: not null, Agreement: not Agreement.Agree })
                .Select(point => $"'{point.Label}'")];
            text += missed.Length > 0 && randomAgreed == random ? $" (not at {string.Join(", ", missed)})" : "";
        }

        return text;
    }

    private static string DescribeDifference(QuestionComparison comparison)
    {
        double largest = comparison.Points.Max(point => point.LargestDifference);
        return comparison.Points.All(point => point.Parts.IsEmpty) ? "" : largest == 0
            ? ", to the last digit"
            : $"; largest relative difference {largest.ToString("0.#e-0", CultureInfo.InvariantCulture)}";
    }

    private static int Agreed(QuestionComparison comparison, bool isSpecial) =>
        comparison.Points.Count(point => point.Label is not null == isSpecial && point.Agreement == Agreement.Agree);

    private static string Name(FaultKind kind) =>
        string.Concat(kind.ToString().Select((letter, index) =>
            char.IsUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}"));

    private static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string? TextOf(QuestionObservations observations) =>
        observations.First.OfType<ReturnedValue>().Select(value => value.Value).OfType<TextValue>().FirstOrDefault()?.Text;
}
