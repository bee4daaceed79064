using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Core.Verifying;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// Recognises an update step that goes parameter by parameter: a gradient taken after another parameter had been changed. Found
/// by taking the step from the given loss with the student's own new values in the place of the old ones, without any key.
/// </summary>
internal static class StaleValues
{
    /// <summary>Differences are good to 1e-9, and a mixed-up step differs by a hundredth and more.</summary>
    private const double Limit = 1e-5;

    internal static ImmutableArray<Feedback> Find(QuestionPlan plan, QuestionObservations observations, QuestionComparison comparison)
    {
        if (plan.Question.Definition is not PartsDefinition parts || comparison.FirstFault is not null)
        {
            return [];
        }

        ImmutableArray<QuestionPart> updates = [.. parts.Parts.Where(part => part.Definition is UpdateStepDefinition)];
        var answers = observations.First.OfType<ReturnedValue>().Zip(plan.Points, (returned, planned) => Values(planned, returned.Value)).ToImmutableArray();
        return
        [
            .. updates.Where(part => comparison.Points.Any(point => point.Parts.Any(compared => compared.Name == part.Name && compared.Agreement == Agreement.Off)))
                .Select(part => (Part: part, ChangedBefore: ChangedBefore(plan, part, updates, answers)))
                .Where(found => found.ChangedBefore is not null)
                .Select(found => new Feedback(
                    $"stale-values/{found.Part.Name}",
                    $"The step of {found.Part.Name} uses the new {string.Join(" and ", found.ChangedBefore!.Select(other => other.Name))} where the old values belong.",
                    "Compute every gradient before you change the first parameter.")),
        ];
    }

    /// <summary>By the names of the plan: those of the answer come from a stranger's process.</summary>
    private static ImmutableSortedDictionary<string, Tensor> Values(PlannedPoint planned, Value answer) => planned.Parts.Zip(answer.NumericParts)
        .ToImmutableSortedDictionary(part => part.First.Name, part => part.Second.Tensor, StringComparer.Ordinal);

    /// <summary>The fewest other parameters whose new values explain the step at every point; null when none do.</summary>
    private static QuestionPart[]? ChangedBefore(
        QuestionPlan plan, QuestionPart part, ImmutableArray<QuestionPart> updates, ImmutableArray<ImmutableSortedDictionary<string, Tensor>> answers)
    {
        QuestionPart[] others = [.. updates.Where(other => other != part)];
        return Enumerable.Range(1, (1 << others.Length) - 1)
            .Select(set => others.Where((_, index) => (set >> index & 1) == 1).ToArray())
            .OrderBy(changed => changed.Length)
            .FirstOrDefault(changed => Enumerable.Range(0, answers.Length).All(point => Explains(plan, part, changed, plan.Points[point], answers[point])));
    }

    private static bool Explains(
        QuestionPlan plan, QuestionPart part, QuestionPart[] changed, PlannedPoint planned, ImmutableSortedDictionary<string, Tensor> answer)
    {
        SamplePoint mixed = changed.Aggregate(planned.Point, (point, other) =>
            point.With(((UpdateStepDefinition)other.Definition).Variable, new NumericValue(answer[other.Name])));
        try
        {
            Tensor stale = JudgedParts.Of(
                plan.Question, planned.Point, part.Name, DefinitionTruth.Step((UpdateStepDefinition)part.Definition, plan.Key, mixed));
            Tensor own = JudgedParts.Of(plan.Question, planned.Point, part.Name, answer[part.Name]);
            double scale = Math.Max(stale.LargestMagnitude, own.LargestMagnitude);
            return stale.Entries.Zip(own.Entries).All(pair => Math.Abs(pair.First - pair.Second) <= Limit * scale);
        }
        catch (KeyFailureException)
        {
            // The student's values lie where the given loss cannot be computed; that explains nothing.
            return false;
        }
    }
}
