using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>Holds what follows from earlier answers against the key: from the right ones the right one must follow.</summary>
public static class FollowThroughCheck
{
    /// <param name="earlier">The plans of the questions before this one.</param>
    /// <returns>What is wrong, for the staff; null when nothing is, or the answer builds on no others.</returns>
    /// <exception cref="KeyFailureException">The expression, or an earlier question's key, failed at a point of this question.</exception>
    public static string? FirstProblem(QuestionPlan plan, ImmutableArray<QuestionPlan> earlier)
    {
        if (plan.Question.FollowThrough is not { } follow)
        {
            return null;
        }

        var plans = follow.From.ToDictionary(answer => answer.Name, answer => earlier.First(other => other.Question.Id == answer.Question), StringComparer.Ordinal);
        if (plans.Values.FirstOrDefault(other => other.Points[0].Parts.IsEmpty || other.Question.Definition is TrainingDefinition) is { } unusable)
        {
            return $"nothing can follow from the answer to {unusable.Question.Id}, which the key does not give as numbers";
        }

        foreach (PlannedPoint planned in plan.Points)
        {
            Value following = plan.Key.FollowThrough!(
                planned.Point, plans.ToImmutableSortedDictionary(other => other.Key, other => other.Value.Key.Answer!(planned.Point), StringComparer.Ordinal));
            var observed = new ReturnedValue(following, ChangedInputs: [], ReturnedInput: null);
            PointComparison comparison = AnswerComparer.Compare(plan.Question, planned, observed);
            if (comparison.Agreement != Agreement.Agree)
            {
                string[] parts = [.. comparison.Parts.Where(part => part.Agreement != Agreement.Agree && part.Name.Length > 0).Select(part => part.Name)];
                return "from right earlier answers 'follow-through' gives something else than the key"
                    + (parts.Length == 0 ? "" : $", in {string.Join(", ", parts)}")
                    + (comparison.Fault is { } fault ? $": {fault.Message}" : "");
            }
        }

        return null;
    }
}
