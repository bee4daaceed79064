using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>
/// Grades an answer of the staff's as if a student had handed it in, but without processes: by this an accepted answer, a
/// misconception or a changed key is tried before anyone is graded.
/// </summary>
public static class Rehearsal
{
    /// <param name="answer">May throw <see cref="KeyFailureException"/>, as a student's may throw anything.</param>
    public static QuestionGrade Grade(QuestionPlan plan, Func<SamplePoint, Value> answer)
    {
        QuestionObservations observations = Observe(plan.Points, answer);
        QuestionComparison comparison = QuestionComparison.Of(plan, observations);
        bool isOff = comparison.Points.Any(point => point.Agreement == Agreement.Off);
        QuestionObservations? further = isOff ? Observe(plan.Further.Value.All, answer) : null;
        return QuestionScorer.Score(plan.Question, observations, comparison, Diagnosis.Of(plan, observations, comparison, further));
    }

    private static QuestionObservations Observe(ImmutableArray<PlannedPoint> points, Func<SamplePoint, Value> answer)
    {
        ImmutableArray<Observation> observed = [.. points.Select(planned => Observe(planned.Point, answer))];
        return new QuestionObservations(observed, [.. observed.Select(_ => (Observation?)null)], Console: "");
    }

    private static Observation Observe(SamplePoint point, Func<SamplePoint, Value> answer)
    {
        try
        {
            return new ReturnedValue(answer(point), ChangedInputs: [], ReturnedInput: null);
        }
        catch (KeyFailureException failure)
        {
            return new FaultObservation(new Fault(FaultKind.Exception, failure.Message));
        }
    }
}
