using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>How a wrong answer stands to what would be right, given the student's own wrong answers to earlier questions.</summary>
/// <param name="Followed">No part stands in two of them.</param>
/// <param name="Refused">Earlier answers, or parts of them, that are not followed. For the staff.</param>
public sealed record FollowThroughComparison(ImmutableArray<FollowedParts> Followed, ImmutableArray<string> Refused)
{
    public static readonly FollowThroughComparison None = new([], []);

    /// <param name="earlier">One for each answer that the question builds on; empty when it builds on none, or is not wrong.</param>
    /// <exception cref="KeyFailureException">An earlier question's key failed.</exception>
    public static FollowThroughComparison Of(
        QuestionPlan plan, QuestionObservations observations, QuestionComparison comparison, ImmutableArray<EarlierObservations> earlier)
    {
        if (earlier.IsEmpty || !comparison.IsFunction || !observations.First.All(observation => observation is ReturnedValue))
        {
            return None;
        }

        ImmutableArray<SamplePoint> points = [.. plan.Points.Select(planned => planned.Point)];
        var right = earlier.ToImmutableSortedDictionary(answer => answer.Name, answer => answer.Right(points), StringComparer.Ordinal);
        var own = new List<(EarlierObservations Answer, ImmutableArray<Value> Values)>();
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (EarlierObservations answer in earlier)
        {
            if (answer.ToFollow(points, out ImmutableArray<string> refusals) is { } values)
            {
                own.Add((answer, values));
            }

            if (!refusals.IsEmpty)
            {
                refused.Add($"Not followed from the answer to {answer.Id}: {string.Join("; ", refusals)}.");
            }
        }

        var followed = ImmutableArray.CreateBuilder<FollowedParts>();
        HashSet<string> left = [.. comparison.PartsThatAreOff()];

        // One by one first, so that each part is said to follow from what it follows from.
        IEnumerable<List<(EarlierObservations Answer, ImmutableArray<Value> Values)>> choices = [.. own.Select(one => new[] { one }.ToList()), own];
        foreach (var choice in choices.Where(choice => choice.Count > 0))
        {
            var given = choice.Aggregate(right, (answers, one) => answers.SetItem(one.Answer.Name, one.Values));
            string[] parts = [.. Following(plan, observations, given).Where(left.Remove)];
            if (parts.Length > 0)
            {
                followed.Add(new FollowedParts([.. choice.Select(one => one.Answer.Id)], [.. parts]));
            }
        }

        return new FollowThroughComparison(followed.ToImmutable(), refused.ToImmutable());
    }

    /// <summary>The parts that are right at every point, given these earlier answers.</summary>
    private static IEnumerable<string> Following(
        QuestionPlan plan, QuestionObservations observations, ImmutableSortedDictionary<string, ImmutableArray<Value>> given)
    {
        HashSet<string>? following = null;
        for (int index = 0; index < plan.Points.Length; index++)
        {
            if (Expected(plan, index, given) is not { } expected)
            {
                return [];
            }

            PointComparison comparison = AnswerComparer.Compare(plan.Question, expected, observations.First[index]);
            IEnumerable<string> agreeing = comparison.PartAgreements().Where(part => part.Agreement == Agreement.Agree).Select(part => part.Name);
            following = following is null ? [.. agreeing] : [.. following.Intersect(agreeing)];
        }

        return (following ?? []).Order(StringComparer.Ordinal);
    }

    /// <returns>Null where nothing can be computed from these earlier answers.</returns>
    private static PlannedPoint? Expected(QuestionPlan plan, int index, ImmutableSortedDictionary<string, ImmutableArray<Value>> given)
    {
        PlannedPoint planned = plan.Points[index];
        try
        {
            Value value = plan.Key.FollowThrough!(
                planned.Point, given.ToImmutableSortedDictionary(answer => answer.Key, answer => answer.Value[index], StringComparer.Ordinal));
            return planned with { Reference = value, Parts = [.. planned.Parts.Zip(JudgedParts.Of(plan.Question, planned.Point, value), Expect)] };
        }
        catch (KeyFailureException)
        {
            return null;
        }
    }

    private static ExpectedPart Expect(ExpectedPart right, (string Name, Tensor Tensor) following) => right with
    {
        Reference = following.Tensor,
        Scale = following.Tensor.LargestMagnitude is var scale && scale > 0 ? scale : right.Scale,
    };
}

/// <param name="From">The ids of the earlier questions.</param>
/// <param name="Parts">What is right, given the student's answers to those; the empty name is the answer as a whole.</param>
public sealed record FollowedParts(ImmutableArray<string> From, ImmutableArray<string> Parts);
