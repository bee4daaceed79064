using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Engine.Keys;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Execution;

/// <summary>The student's method for a question, and where it is called.</summary>
/// <param name="Points">Of the question, or of a later one that has all its inputs.</param>
internal sealed record MethodCalls(Question Question, MethodPlace Place, ImmutableArray<SamplePoint> Points, bool AreRepeated)
{
    /// <summary>All by which the answer is judged.</summary>
    internal static MethodCalls Of(QuestionPlan plan, MethodPlace place) =>
        new(plan.Question, place, [.. plan.Points.Select(planned => planned.Point)], plan.Question.IsRepeated);

    internal QuestionCalls ToMessage() => new(
        Place,
        WireMapping.ToWire(Question.Answer),
        [.. Points.Select(point => WireMapping.ToWire(point, Question.Answer))],
        AreRepeated,
        Question.Limits.OutputCharacters);
}
