using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;

namespace Autograder.Engine.Grading;

/// <summary>A question on the way from what was observed to its grade.</summary>
/// <param name="Observations">Null when there was no method to call, or no budget left.</param>
/// <param name="Comparison">Null without observations, and when the homework's own code failed on the answer.</param>
internal sealed record ComparedQuestion(
    QuestionPlan Plan, Binding Binding, QuestionObservations? Observations, QuestionComparison? Comparison, KeyFailureException? KeyFailure)
{
    internal static ComparedQuestion Of(QuestionPlan plan, Binding binding, QuestionObservations? observations)
    {
        try
        {
            return new ComparedQuestion(
                plan, binding, observations, observations is null ? null : QuestionComparison.Of(plan, observations), KeyFailure: null);
        }
        catch (KeyFailureException failure)
        {
            return new ComparedQuestion(plan, binding, observations, Comparison: null, failure);
        }
    }

    /// <summary>A value came back from every call, and it is not the right one somewhere.</summary>
    internal bool IsWrongValue =>
        IsOff && Observations!.First.Length == Plan.Points.Length && Observations.First.All(observation => observation is ReturnedValue);

    private bool IsOff => Comparison is not null && Comparison.Points.Any(point => point.Agreement == Agreement.Off);

    /// <summary>Null unless the answer is wrong, and every call came back.</summary>
    internal MethodCalls? FurtherCalls()
    {
        bool cameBack = Observations is not null && Observations.First.Length == Plan.Points.Length
            && Observations.First.All(observation => observation is ReturnedValue or FaultObservation { Fault.Kind: FaultKind.Exception });
        ImmutableArray<SamplePoint> points = IsOff && cameBack ? [.. Plan.Further.Value.All.Select(planned => planned.Point)] : [];
        return points.IsEmpty || Binding.Place is not { } place ? null : new MethodCalls(Plan.Question, place, points, AreRepeated: false);
    }
}
