using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// An update step that goes parameter by parameter: a gradient taken after another parameter had been changed. The right step is
/// taken from where new values stand in the place of some old ones.
/// </summary>
internal static class StaleValues
{
    /// <summary>With the student's own new values, as they are: they may be wrong for another reason.</summary>
    internal static IEnumerable<Mistake> Of(PartEvidence evidence) => Of(
        evidence.Part, planned => evidence.Points.FirstOrDefault(point => ReferenceEquals(point.Planned, planned))?.Whole);

    /// <summary>With the right new values.</summary>
    internal static IEnumerable<Mistake> Of(PartPlan part) => Of(part, planned => planned.Reference);

    private static IEnumerable<Mistake> Of(PartPlan part, Func<PlannedPoint, Value?> answers)
    {
        ImmutableArray<PartPlan> updates = part.Definition is not UpdateStepDefinition ? []
            : [.. PartPlan.Of(part.Plan).Where(other => other.Definition is UpdateStepDefinition)];
        return ChangedBefore(part, updates).Select(changed => new Mistake(
            $"stale-values/{part.Name}",
            $"The step uses the new {string.Join(" and ", changed.Select(other => other.Name))} where the old values belong.",
            ["Compute every gradient before you change the first parameter."],
            planned => answers(planned) is { } answer ? Step(part, changed, planned, answer) : null)
        {
            Detail = $"with the new {string.Join(", ", changed.Select(other => other.Name))}",
        });
    }

    /// <summary>One other parameter, two, or all that come before: what people write, and few enough to try.</summary>
    private static IEnumerable<ImmutableArray<PartPlan>> ChangedBefore(PartPlan part, ImmutableArray<PartPlan> updates)
    {
        ImmutableArray<PartPlan> others = [.. updates.Where(other => other.Index != part.Index)];
        ImmutableArray<PartPlan> before = [.. others.Where(other => other.Index < part.Index)];
        IEnumerable<ImmutableArray<PartPlan>> ones = others.Select(other => (ImmutableArray<PartPlan>)[other]);
        IEnumerable<ImmutableArray<PartPlan>> twos = others.SelectMany((first, index) => others.Skip(index + 1).Select(second => (ImmutableArray<PartPlan>)[first, second]));
        return ones.Concat(twos).Concat(before.Length > 2 ? [before] : []);
    }

    private static Tensor? Step(PartPlan part, ImmutableArray<PartPlan> changed, PlannedPoint planned, Value answer)
    {
        SamplePoint mixed = planned.Point;
        foreach (PartPlan other in changed)
        {
            if (other.Unjudged(answer) is not { } value || value.Shape != other.Reference(planned).Shape)
            {
                return null;
            }

            mixed = mixed.With(((UpdateStepDefinition)other.Definition).Variable, new NumericValue(value));
        }

        return part.Judged(planned, part.Plan.Key.Answer!(mixed));
    }
}
