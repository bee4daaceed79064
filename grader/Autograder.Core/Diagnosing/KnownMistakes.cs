using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>Recognises the wrong answers that a spec names, by their values at every point.</summary>
internal static class KnownMistakes
{
    /// <summary>Two ways to write a mistake differ by rounding, a mistake and another answer by a hundredth and more.</summary>
    private const double Limit = 1e-6;

    /// <returns>The first mistake that explains what is wrong, or some of the parts that are.</returns>
    internal static ImmutableArray<Feedback> Find(QuestionPlan plan, QuestionObservations observations, QuestionComparison comparison)
    {
        HashSet<string> off = [.. comparison.Points.SelectMany(point => point.Parts)
            .Where(part => part.Agreement == Agreement.Off && part.Fault is null).Select(part => part.Name)];
        ImmutableArray<ReturnedValue> answers = [.. observations.First.OfType<ReturnedValue>()];
        if (off.Count == 0 || answers.Length < plan.Points.Length)
        {
            return [];
        }

        for (int index = 0; index < plan.Question.Misconceptions.Length; index++)
        {
            string[] explained = [.. Explained(plan, plan.Key.Misconceptions[index], answers).Where(off.Contains)];
            if (explained.Length > 0)
            {
                Misconception misconception = plan.Question.Misconceptions[index];
                return [new Feedback($"misconception/{misconception.Id}", Describe(explained), misconception.Remedy.Hints[0])];
            }
        }

        return [];
    }

    private static string Describe(string[] parts) =>
        parts is [""] ? "A known mistake gives exactly this answer." : $"A known mistake gives exactly this: {string.Join(", ", parts)}.";

    /// <summary>The parts that agree with the mistake at every point.</summary>
    private static IEnumerable<string> Explained(
        QuestionPlan plan, Func<SamplePoint, Value> mistake, ImmutableArray<ReturnedValue> answers)
    {
        HashSet<string>? explained = null;
        foreach ((PlannedPoint planned, ReturnedValue answer) in plan.Points.Zip(answers))
        {
            if (Evaluate(mistake, planned.Point) is not { } wrong)
            {
                return [];
            }

            // Named by the plan: what comes from a student's process may be wrapped in any way.
            IEnumerable<string> same = planned.Parts
                .Zip(wrong.NumericParts, answer.Value.NumericParts)
                .Where(part => AreSame(Judged(plan, planned, part.First.Name, part.Second.Tensor), Judged(plan, planned, part.First.Name, part.Third.Tensor)))
                .Select(part => part.First.Name);
            explained = explained is null ? [.. same] : [.. explained.Intersect(same)];
        }

        return explained ?? [];
    }

    private static Value? Evaluate(Func<SamplePoint, Value> mistake, SamplePoint point)
    {
        try
        {
            return mistake(point);
        }
        catch (KeyFailureException)
        {
            // Where the mistake has no value, it explains none.
            return null;
        }
    }

    private static Tensor Judged(QuestionPlan plan, PlannedPoint planned, string part, Tensor tensor) =>
        JudgedParts.Of(plan.Question, planned.Point, part, tensor);

    private static bool AreSame(Tensor left, Tensor right) =>
        left.Shape == right.Shape
        && left.Entries.Zip(right.Entries).All(pair => Math.Abs(pair.First - pair.Second) <= Limit * left.LargestMagnitude);
}
