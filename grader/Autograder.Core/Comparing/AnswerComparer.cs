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
            bool isRight = planned.Reference is null || TextComparer.IsRight(question.Definition, planned.Reference, answer);
            return new PointComparison(label, isRight ? Agreement.Agree : Agreement.Off, []);
        }

        return FindFault(planned.Parts, answer) is { } fault
            ? new PointComparison(label, Agreement.Off, [], fault)
            : CompareParts(question, planned, answer);
    }

    private static PointComparison CompareParts(Question question, PlannedPoint planned, Value answer)
    {
        ImmutableArray<PartComparison> parts =
            [.. planned.Parts.Zip(answer.NumericParts, (expected, part) => ComparePart(question.Tolerance, expected, part.Tensor))];
        bool areTextsRight = TextComparer.IsRight(question.Definition, planned.Reference!, answer);
        return new PointComparison(
            planned.Point.Label, areTextsRight ? parts.Max(part => part.Agreement) : Agreement.Off, parts);
    }

    /// <summary>e_i = |S_i − R_i| / max(|R_i|, η · scale); the largest e decides.</summary>
    private static PartComparison ComparePart(Tolerance tolerance, ExpectedPart expected, Tensor answer)
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

    private static Fault? FindFault(ImmutableArray<ExpectedPart> expected, Value answer)
    {
        ImmutableArray<(string Name, Tensor Tensor)> parts = [.. answer.NumericParts];
        if (parts.Length != expected.Length)
        {
            return new Fault(FaultKind.WrongShape, $"expected {expected.Length} numeric part{(expected.Length == 1 ? "" : "s")}, found {parts.Length}");
        }

        foreach ((ExpectedPart right, (string _, Tensor tensor)) in expected.Zip(parts))
        {
            string of = right.Name.Length == 0 ? "" : $" for {right.Name}";
            if (tensor.Shape != right.Reference.Shape)
            {
                string transpose = IsTransposed(right.Reference.Shape, tensor.Shape) ? " (the transpose?)" : "";
                return new Fault(FaultKind.WrongShape, $"expected {right.Reference.Shape}{of}, found {tensor.Shape}{transpose}");
            }

            if (!tensor.IsFinite)
            {
                int bad = tensor.Entries.Count(entry => !double.IsFinite(entry));
                return new Fault(FaultKind.NonFinite, tensor.Entries.Length == 1
                    ? $"the value{of} is NaN or infinite"
                    : $"{bad} of {tensor.Entries.Length} entries{of} {(bad == 1 ? "is" : "are")} NaN or infinite");
            }
        }

        return null;
    }

    private static bool IsTransposed(Shape expected, Shape found) =>
        expected.Rank == 2 && found == Shape.Matrix(expected.Extents[1], expected.Extents[0]);
}
