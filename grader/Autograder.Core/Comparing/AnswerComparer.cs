using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>
/// Compares one observed answer with the reference at one point: shape first, then finiteness, then size. Parts are
/// compared one by one, each against its own scale.
/// </summary>
public static class AnswerComparer
{
    /// <summary>In units of the last decimal: halves that come out just above one half are still rounded right.</summary>
    private const double RoundingSlack = 1e-7;

    public static PointComparison Compare(Question question, PlannedPoint planned, Observation observation)
    {
        string? label = planned.Point.Label;
        if (observation is FaultObservation failed)
        {
            return new PointComparison(label, Agreement.Off, [], failed.Fault);
        }

        Value answer = ((ReturnedValue)observation).Value;
        if (planned.Parts.IsEmpty)
        {
            if (!question.IsJudged(""))
            {
                return new PointComparison(label, FormOf(question, answer), []);
            }

            bool isRight = planned.Reference is null || question.Definition is ConditionsDefinition || TextComparer.IsRight(question.Definition, planned.Reference, answer);
            return new PointComparison(label, isRight ? Agreement.Agree : Agreement.Off, []);
        }

        return CompareParts(question, planned, answer);
    }

    /// <param name="judged">What is judged of the answer's part; it has the shape of the reference.</param>
    /// <returns>How each entry by itself stands to the reference: the worst is the part's.</returns>
    public static ImmutableArray<Agreement> CompareEntries(Question question, ExpectedPart expected, Tensor judged) =>
        [.. judged.Entries.Zip(expected.Reference.Entries, (entry, reference) =>
            CompareJudged(question, expected with { Reference = Tensor.Scalar(reference) }, Tensor.Scalar(entry)).Agreement)];

    /// <summary>Of an answer without numbers that only the key can judge; prose is never judged.</summary>
    private static Agreement FormOf(Question question, Value answer) =>
        question.Definition is TextDefinition ? Agreement.Agree
        : TextComparer.BrokenRule(question.Definition, answer) is null ? Agreement.Pending
        : Agreement.Off;

    private static PointComparison CompareParts(Question question, PlannedPoint planned, Value answer)
    {
        string? label = planned.Point.Label;
        ImmutableArray<(string Name, Tensor Tensor)> found = [.. answer.NumericParts];
        if (found.Length != planned.Parts.Length)
        {
            int expected = planned.Parts.Length;
            return new PointComparison(label, Agreement.Off, [], new Fault(
                FaultKind.WrongShape, $"expected {expected} numeric part{(expected == 1 ? "" : "s")}, found {found.Length}"));
        }

        ImmutableArray<PartComparison> parts =
            [.. planned.Parts.Zip(found, (expected, part) => ComparePart(question, planned.Point, expected, part.Tensor))];
        bool areTextsRight = question.IsKeyFree || question.Definition is ConditionsDefinition or TrainingDefinition
            || TextComparer.IsRight(question.Definition, planned.Reference!, answer);
        return new PointComparison(
            label,
            areTextsRight ? parts.Max(part => part.Agreement) : Agreement.Off,
            parts,
            parts.FirstOrDefault(part => part.Fault is not null)?.Fault);
    }

    private static PartComparison ComparePart(Question question, SamplePoint point, ExpectedPart expected, Tensor answer)
    {
        if (FindFault(expected, answer) is { } fault)
        {
            return new PartComparison(expected.Name, Agreement.Off, double.PositiveInfinity, fault);
        }

        return expected.IsJudged
            ? CompareJudged(question, expected, JudgedParts.Of(question, point, expected.Name, answer))
            : new PartComparison(expected.Name, Agreement.Pending, 0);
    }

    private static PartComparison CompareJudged(Question question, ExpectedPart expected, Tensor judged) =>
        question.Definition is ConditionsDefinition or TrainingDefinition ? new PartComparison(expected.Name, Agreement.Agree, 0)
        : question.DefinitionOf(expected.Name) is ShapeDefinition ? CompareWhole(expected, judged)
        : question.Tolerance.Decimals is int decimals ? CompareRounded(decimals, expected, judged)
        : CompareRelative(question.Tolerance, expected, judged);

    /// <summary>An extent of 1000001 is not a million, however near it is.</summary>
    private static PartComparison CompareWhole(ExpectedPart expected, Tensor answer)
    {
        bool areEqual = answer.Entries.SequenceEqual(expected.Reference.Entries);
        return new PartComparison(expected.Name, areEqual ? Agreement.Agree : Agreement.Off, areEqual ? 0 : 1);
    }

    /// <summary>Up to half a unit of the last decimal is rounding, up to a whole one truncation.</summary>
    private static PartComparison CompareRounded(int decimals, ExpectedPart expected, Tensor answer)
    {
        double unit = Math.Pow(10, -decimals);
        double largest = answer.Entries.Zip(expected.Reference.Entries, (rounded, exact) => Math.Abs(rounded - exact)).Max() / unit;
        Agreement agreement = largest <= 0.5 + RoundingSlack ? Agreement.Agree
            : largest <= 1 + RoundingSlack ? Agreement.Gray
            : Agreement.Off;
        return new PartComparison(expected.Name, agreement, largest);
    }

    /// <summary>e_i = |S_i − R_i| / max(|R_i|, η · scale); the largest e decides.</summary>
    private static PartComparison CompareRelative(Tolerance tolerance, ExpectedPart expected, Tensor answer)
    {
        double largest = 0;
        for (int index = 0; index < answer.Entries.Length; index++)
        {
            double reference = expected.Reference.Entries[index];
            double difference = Math.Abs(answer.Entries[index] - reference);
            if (difference > 0)
            {
                // Only then, because what it is measured against can itself round to 0.
                difference /= Math.Max(Math.Abs(reference), tolerance.SmallEntry * expected.Scale);
            }

            // Written so that a difference that cannot be computed counts as the largest there is.
            if (!(difference <= largest))
            {
                largest = double.IsNaN(difference) ? double.PositiveInfinity : difference;
            }
        }

        Agreement agreement = largest <= expected.Limit ? Agreement.Agree
            : largest <= tolerance.Reject ? Agreement.Gray
            : Agreement.Off;
        return new PartComparison(expected.Name, agreement, largest);
    }

    private static Fault? FindFault(ExpectedPart expected, Tensor tensor)
    {
        string of = expected.Name.Length == 0 ? "" : $" for {expected.Name}";
        if (tensor.Shape != expected.Reference.Shape && expected.HasShape)
        {
            string transpose = IsTransposed(expected.Reference.Shape, tensor.Shape) ? " (the transpose?)" : "";
            return new Fault(FaultKind.WrongShape, $"expected {expected.Reference.Shape}{of}, found {tensor.Shape}{transpose}");
        }

        if (!tensor.IsFinite)
        {
            int bad = tensor.Entries.Count(entry => !double.IsFinite(entry));
            return new Fault(FaultKind.NonFinite, tensor.Entries.Length == 1
                ? $"the value{of} is NaN or infinite"
                : $"{bad} of {tensor.Entries.Length} entries{of} {(bad == 1 ? "is" : "are")} NaN or infinite");
        }

        return null;
    }

    private static bool IsTransposed(Shape expected, Shape found) =>
        expected.Rank == 2 && found == Shape.Matrix(expected.Extents[1], expected.Extents[0]);
}
