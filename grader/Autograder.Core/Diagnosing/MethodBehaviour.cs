using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// What can be said of an answer without asking which mistake it is: whether it has the form asked for and behaves like a
/// function, which condition it misses, and whether it is merely imprecise.
/// </summary>
internal static class MethodBehaviour
{
    internal const string PrecisionHint =
        "Look for float, for finite differences in place of a formula, or for nearly equal numbers being subtracted.";

    internal static ImmutableArray<Feedback> Of(Question question, QuestionComparison comparison)
    {
        var found = ImmutableArray.CreateBuilder<Feedback>();
        if (comparison.BrokenRule is string rule)
        {
            found.Add(new Feedback("form", $"The answer is not of the form asked for: {rule}."));
        }

        if (!comparison.ChangedInputs.IsEmpty)
        {
            found.Add(new Feedback(
                "input-changed",
                $"The method changes its argument{(comparison.ChangedInputs.Length == 1 ? "" : "s")} {string.Join(", ", comparison.ChangedInputs)}.",
                "Work on a copy: whoever calls the method still needs the arguments as they were."));
        }

        if (!comparison.IsRepeatable)
        {
            found.Add(new Feedback(
                "not-repeatable",
                "A second call with the same arguments gives another result.",
                "Something outlives the call: a static field, a cache, a random number."));
        }

        Agreement worst = comparison.Points.IsEmpty ? Agreement.Agree : comparison.Points.Max(point => point.Agreement);
        if (comparison.ReturnedInput is string input && worst == Agreement.Off)
        {
            found.Add(new Feedback("input-returned", $"The method returns its argument {input} itself."));
        }

        if (comparison.Points.FirstOrDefault(point => point.Unmet is not null) is { Unmet: { } unmet })
        {
            found.Add(new Feedback("condition", unmet));
        }

        if (worst == Agreement.Gray)
        {
            found.Add(question.Tolerance.Decimals is null ? OfPrecision(comparison) : OfRounding(comparison));
        }

        if (worst == Agreement.Off && comparison.Points.Any(point => point.IsStationary == false && point.Fault is null))
        {
            found.Add(new Feedback(
                "not-stationary",
                "The gradient of the objective is not zero at your answer, so it is not a minimiser.",
                "Put your answer into the gradient of the objective: which condition does it fail?"));
        }

        return found.ToImmutable();
    }

    private static Feedback OfRounding(QuestionComparison comparison)
    {
        string[] parts = [.. comparison.Points.SelectMany(point => point.Parts).Where(part => part.Agreement == Agreement.Gray && part.Name.Length > 0).Select(part => part.Name).Distinct()];
        return new Feedback(
            "rounding",
            $"The last decimal{(parts.Length == 0 ? "" : $" of {string.Join(", ", parts)}")} looks truncated where it should be rounded.",
            "Round only the final number, and to the nearest.");
    }

    private static Feedback OfPrecision(QuestionComparison comparison)
    {
        double digits = Math.Floor(-Math.Log10(comparison.Points.Max(point => point.LargestDifference)));
        string rationale = $"The formula looks right, but only about {digits:0} digits agree.";
        return comparison.IsSingle
            ? new Feedback("single-precision", rationale + " Every value is exactly a float.", "Compute in double throughout: float keeps 7 digits.")
            : new Feedback(
                "imprecise",
                rationale,
                PrecisionHint);
    }
}
