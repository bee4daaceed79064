using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Core.Scoring;

/// <summary>
/// Says what became of a question, in a sentence. How far off a wrong answer is stays unsaid, because the key could be
/// computed from it.
/// </summary>
internal static class OutcomeText
{
    /// <param name="parts">Empty where the points stand at the question.</param>
    internal static Feedback Of(Question question, QuestionComparison comparison, Verdict verdict, ImmutableArray<PartGrade> parts) => verdict switch
    {
        Verdict.Pending => OfPending(question, comparison),
        Verdict.Missing => new Feedback("missing", "The text that was handed in is empty."),
        Verdict.Manual when question.IsKeyFree => new Feedback("manual", "Once it is handed in, a person reads it."),
        Verdict.Manual => new Feedback("manual", question.Points is double points
            ? string.Create(CultureInfo.InvariantCulture, $"Handed in and kept for the staff, who read it and give its {points:0.##} point{(points == 1 ? "" : "s")}.")
            : "Handed in and kept for the staff to read; it has no points."),
        Verdict.Inconclusive => new Feedback(
            "inconclusive",
            "Not graded: the answer key and the definition of the question disagree about this answer. The staff must look."),
        _ when parts.Any(part => part.Verdict != parts[0].Verdict) => new Feedback(
            "parts", string.Join('\n', parts.Select(part => OfPart(question, part, comparison)))),
        Verdict.Fault => OfFault(question, comparison),
        Verdict.Partial => OfCredited(question, comparison),
        _ when question.Definition is TrainingDefinition => verdict == Verdict.Correct
            ? new Feedback("trained", "The trained weights reach what is asked for.")
            : new Feedback("not-trained", "The trained weights do not reach what is asked for."),
        _ when !question.IsNumeric => verdict == Verdict.Correct
            ? new Feedback("right", "Right.")
            : new Feedback("not-right", "Not right."),
        Verdict.Correct => new Feedback("agreement", $"{OfAll(question, comparison)}{Difference(question, comparison)}."),
        Verdict.Imprecise => new Feedback("agreement", OfAll(question, comparison, " to full precision") + "."),
        _ => new Feedback("agreement", $"{OfAll(question, comparison)}.{DifferentParts(comparison)}"),
    };

    private static Feedback OfFault(Question question, QuestionComparison comparison)
    {
        int index = comparison.Points.TakeWhile(point => point.Fault is null).Count();
        PointComparison point = comparison.Points[index];
        Fault fault = point.Fault!;
        string agreed = index > 0 ? $" {OfAll(question, comparison)}." : "";
        return new Feedback($"fault/{Name(fault.Kind)}", $"{Sentence(comparison, index, fault)}.{agreed}");
    }

    /// <summary>All that is wrong is a mistake that the spec credits.</summary>
    private static Feedback OfCredited(Question question, QuestionComparison comparison)
    {
        Feedback seen = Of(question, comparison, comparison.FirstFault is null ? Verdict.Wrong : Verdict.Fault, parts: []);
        return seen with { Rationale = $"{seen.Rationale} A part of the points is given, because the mistake is a known one." };
    }

    private static string Sentence(QuestionComparison comparison, int index, Fault fault)
    {
        string line = fault.Line is { } at ? $" ({at})" : "";
        string where = comparison.Points[index].Label is string label ? $"at the special input '{label}'"
            : comparison.Planned == 1 ? ""
            : $"at input {index + 1}";
        string fact = fault.MessageForStudent.TrimEnd('.', ' ', '\n');
        return Capitalise(where.Length == 0 ? fact : $"{where}: {fact}") + line;
    }

    /// <summary>A line about one part: "dW1: agreed with the reference at 0 of 12 random inputs (0 of 4 points)".</summary>
    private static string OfPart(Question question, PartGrade part, QuestionComparison comparison)
    {
        var parts = (PartsDefinition)question.Definition;
        PartComparison[][] own = [.. comparison.Points.Select(point => point.Parts.Where(compared => parts.Of(compared.Name).Name == part.Name).ToArray())];
        int faulty = Array.FindIndex(own, compared => Array.Exists(compared, one => one.Fault is not null));
        string outcome = part.Verdict == Verdict.Pending ? "runs, right shape, judged after submission"
            : faulty >= 0
            ? Sentence(comparison, faulty, Array.Find(own[faulty], one => one.Fault is not null)!.Fault!)
            : Agreed(question, comparison, part.Verdict, [.. own.Select(compared => compared.Max(one => one.Agreement) == Agreement.Agree)]);
        return string.Create(CultureInfo.InvariantCulture, $"{part.Name}: {outcome} ({part.Score * part.MaxPoints:0.##} of {part.MaxPoints:0.##} points).");
    }

    private static string Agreed(Question question, QuestionComparison comparison, Verdict part, bool[] agreed)
    {
        string precision = part == Verdict.Imprecise ? " to full precision" : "";
        return comparison.Planned > 1 ? Agreed(comparison, agreed, $"agreed with {Truth(question)}{precision}")
            : agreed is [true] ? $"agrees with {Truth(question)}"
            : $"does not agree with {Truth(question)}{precision}";
    }

    private static string OfAll(Question question, QuestionComparison comparison, string precision = "")
    {
        bool[] agreed = [.. comparison.Points.Select(point => point.Agreement == Agreement.Agree)];
        bool hasConditions = question.Definition is ConditionsDefinition;
        if (comparison.Planned == 1)
        {
            return (hasConditions, agreed is [true]) switch
            {
                (true, true) => "All conditions of the question hold",
                (true, false) => "Not all conditions of the question hold",
                (_, true) => $"Agrees with {Truth(question)}",
                _ => $"Does not agree with {Truth(question)}{precision}",
            };
        }

        return Agreed(comparison, agreed, hasConditions ? "Met all conditions" : $"Agreed with {Truth(question)}{precision}");
    }

    /// <summary>What an answer is compared with.</summary>
    private static string Truth(Question question) => question.IsKeyFree ? "the definition" : "the reference";

    /// <summary>Of an answer that the key will judge, what is judged without it: some points, or some parts.</summary>
    private static Feedback OfPending(Question question, QuestionComparison comparison)
    {
        PointComparison[] pending = [.. comparison.Points.Where(point => point.Agreement == Agreement.Pending)];
        string[] judged = [.. comparison.PartNames.Where(name => name.Length > 0 && question.IsJudged(name))];
        string parts = judged.Length == 0 ? "" : $", except {string.Join(", ", judged)}, which agree{(judged.Length == 1 ? "s" : "")} with the definition";
        return new Feedback("pending", Array.TrueForAll(pending, point => point.Label is not null) && pending.Length < comparison.Points.Length
            ? $"{OfAll(question, comparison)}. There the given functions cannot tell what is right; it runs, and has the right shape: judged after submission."
            : $"Compiles, runs, right shape: judged after submission{parts}.");
    }

    private static string Agreed(QuestionComparison comparison, bool[] agreed, string what)
    {
        bool[] isSpecial = [.. comparison.Points.Select(point => point.Label is not null)];
        int Count(bool special) => agreed.Where((agrees, index) => agrees && isSpecial[index] == special).Count();
        int specials = isSpecial.Count(special => special), randoms = isSpecial.Length - specials;
        string text = $"{what} at {Count(special: false)} of {randoms} random input{(randoms == 1 ? "" : "s")}";
        if (specials == 0)
        {
            return text;
        }

        text += $" and {Count(special: true)} of {specials} special one{(specials == 1 ? "" : "s")}";
        string[] missed = [.. comparison.Points.Where((point, index) => isSpecial[index] && !agreed[index]).Select(point => $"'{point.Label}'")];
        return missed.Length > 0 && Count(special: false) == randoms ? $"{text} (not at {string.Join(", ", missed)})" : text;
    }

    private static string Difference(Question question, QuestionComparison comparison)
    {
        double largest = comparison.Points.Max(point => point.LargestDifference);
        return comparison.Points.All(point => point.Parts.IsEmpty) || question.Definition is ConditionsDefinition ? ""
            : question.Tolerance.Decimals is int decimals ? $", rounded to {decimals} decimals"
            : largest == 0 ? ", to the last digit"
            : $"; largest relative difference {largest.ToString("0.#e-0", CultureInfo.InvariantCulture)}";
    }

    /// <summary>Of several parts under common points, those that differ.</summary>
    private static string DifferentParts(QuestionComparison comparison)
    {
        string[] different = [.. comparison.Points.SelectMany(point => point.Parts)
            .Where(part => part.Agreement == Agreement.Off && part.Name.Length > 0).Select(part => part.Name).Distinct()];
        return different.Length == 0 ? "" : $" Different: {string.Join(", ", different)}.";
    }

    private static string Name(FaultKind kind) =>
        string.Concat(kind.ToString().Select((letter, index) =>
            char.IsUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}"));

    private static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
