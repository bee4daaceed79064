using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Submissions;
using Autograder.Engine.Execution;

namespace Autograder.Engine.Grading;

/// <summary>What was seen of a wrong answer beyond the points by which it is judged.</summary>
/// <param name="Further">At the plan's further points; null when it was not called there.</param>
/// <param name="Earlier">The answers that it builds on, at its own points; empty when it builds on none.</param>
internal sealed record CloserObservations(QuestionObservations? Further, ImmutableArray<EarlierObservations> Earlier);

/// <summary>
/// Which methods are called again once it is known what is wrong: wrong answers at points by which nothing is judged, and the
/// wrong earlier answers that a wrong one builds on at its points.
/// </summary>
internal sealed class CloserLook
{
    private readonly ImmutableArray<ComparedQuestion> _compared;
    private readonly ImmutableArray<(ComparedQuestion Question, string? Earlier, MethodCalls Calls)> _asked;

    internal CloserLook(ImmutableArray<ComparedQuestion> compared)
    {
        _compared = compared;
        _asked = [.. compared.SelectMany(Calls)];
    }

    /// <summary>Empty when nothing is wrong.</summary>
    internal ImmutableArray<MethodCalls?> Asked => [.. _asked.Select(asked => asked.Calls)];

    /// <param name="seen">In the order of <see cref="Asked"/>.</param>
    /// <returns>By question.</returns>
    internal ImmutableArray<CloserObservations> Sort(ImmutableArray<QuestionObservations?> seen) => [.. _compared.Select(question =>
    {
        QuestionObservations? Of(string? earlier) =>
            _asked.Zip(seen).FirstOrDefault(one => one.First.Question == question && one.First.Earlier == earlier).Second;
        EarlierAnswer[] from = [.. question.Plan.Question.FollowThrough?.From ?? []];
        return from.Any(answer => Of(answer.Name) is not null)
            ? new CloserObservations(Of(null), [.. from.Select(answer => new EarlierObservations(answer.Name, Find(answer).Plan, Of(answer.Name)))])
            : new CloserObservations(Of(null), []);
    })];

    private IEnumerable<(ComparedQuestion, string?, MethodCalls)> Calls(ComparedQuestion question)
    {
        if (question.FurtherCalls() is { } further)
        {
            yield return (question, null, further);
        }

        foreach (EarlierAnswer answer in question.IsWrongValue ? question.Plan.Question.FollowThrough?.From ?? [] : [])
        {
            if (Find(answer) is { IsWrongValue: true, Binding.Place: { } place } earlier)
            {
                yield return (question, answer.Name, new MethodCalls(
                    earlier.Plan.Question, place, [.. question.Plan.Points.Select(planned => planned.Point)], AreRepeated: true));
            }
        }
    }

    private ComparedQuestion Find(EarlierAnswer answer) => _compared.First(question => question.Plan.Question.Id == answer.Question);
}
