using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// What is left to say of numbers that fit no mistake: an invariant that they break, or how students can look for themselves.
/// </summary>
internal static class Unrecognised
{
    internal static Finding? Find(PartEvidence evidence)
    {
        bool areNumbers = evidence.Points.All(point => point.Kind != PointKind.Random || point.Answer?.Shape == evidence.Part.Reference(point.Planned).Shape);
        return !areNumbers || evidence.Part.Question.Inputs.IsEmpty ? null
            : BrokenInvariant(evidence) is { } broken
                ? new Finding("invariant", broken.Otherwise, ["What the answer must satisfy can be checked without knowing it."], $"The invariant '{broken.Expression}' does not hold")
                : new Finding(
                    "not-recognised",
                    "The grader does not recognise the mistake.",
                    [evidence.Points.Any(point => point is { Kind: PointKind.Random, Compared.Agreement: Agreement.Gray }) ? MethodBehaviour.PrecisionHint : Hint(evidence.Part.Definition)],
                    evidence.IsWhole ? "No hypothesis fits" : "The answer was not seen at the points held out, so no hypothesis was tried");
    }

    private static Condition? BrokenInvariant(PartEvidence evidence)
    {
        QuestionPlan plan = evidence.Part.Plan;
        return plan.Question.Invariants.Where((_, index) =>
            evidence.Points.Any(point => point.Kind == PointKind.Random && IsBroken(plan.Key.Invariants[index], point.Planned.Point, point.Whole!))).FirstOrDefault();
    }

    /// <summary>An invariant that cannot be computed says nothing.</summary>
    private static bool IsBroken(Func<SamplePoint, Value, bool> invariant, SamplePoint point, Value answer)
    {
        try
        {
            return !invariant(point, answer);
        }
        catch (KeyFailureException)
        {
            return false;
        }
    }

    private static string Hint(Definition definition) => definition switch
    {
        DerivativeDefinition derivative =>
            $"Compare with a difference quotient of {derivative.Function} at a point of your own: change one entry of {derivative.Variable} by a little and see how the function changes.",
        UpdateStepDefinition update =>
            $"Compare the gradient with a difference quotient of {update.Function} at a point of your own: change one entry of {update.Variable} by a little and see how the function changes.",
        TaylorDefinition taylor => $"At the point of expansion the polynomial has the value and the slopes of {taylor.Function}: check those first.",
        EquivalentFormDefinition form => $"Compare with {form.Function} at a point of your own, the smallest that you can compute by hand.",
        _ => "Compute the smallest example by hand, and compare step by step.",
    };
}
