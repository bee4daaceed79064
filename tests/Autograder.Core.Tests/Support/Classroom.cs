using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Support;

/// <summary>Students without processes: a function answers each point, and the answer goes the way of the data.</summary>
internal static class Classroom
{
    /// <summary>As the grader does: a wrong answer is called at further points.</summary>
    internal static QuestionGrade Grade(QuestionPlan plan, Func<SamplePoint, Value> student)
    {
        QuestionObservations observations = Observe(plan, student);
        bool isOff = QuestionComparison.Of(plan, observations).Points.Any(point => point.Agreement == Agreement.Off);
        return Grade(plan, observations, isOff ? Observe(plan.Further.Value.All, student) : null);
    }

    internal static QuestionGrade Grade(QuestionPlan plan, QuestionObservations observations, QuestionObservations? further = null)
    {
        QuestionComparison comparison = QuestionComparison.Of(plan, observations);
        return QuestionScorer.Score(plan.Question, observations, comparison, Diagnosis.Of(plan, observations, comparison, further));
    }

    internal static QuestionObservations Observe(QuestionPlan plan, Func<SamplePoint, Value> student) => Observe(plan.Points, student);

    internal static QuestionObservations Observe(ImmutableArray<PlannedPoint> points, Func<SamplePoint, Value> student)
    {
        ImmutableArray<Observation> first = [.. points.Select(planned => Returned(student(planned.Point)))];
        ImmutableArray<Observation?> second = [.. points.Select(planned => Returned(student(planned.Point)))];
        return new QuestionObservations(first, second, Console: "");
    }

    internal static Observation Returned(Value value) => new ReturnedValue(value, ChangedInputs: [], ReturnedInput: null);

    internal static Observation Failed(FaultKind kind, string message, SourceLine? line = null) =>
        new FaultObservation(new Fault(kind, message, line));

    /// <summary>A plan of given references, one a point, without inputs to compute them from.</summary>
    internal static QuestionPlan Plan(Question question, params ImmutableArray<Value> references) =>
        new(question, Examples.Key(_ => references[0]), [.. references.Select(reference => Planned(reference))]);

    internal static PlannedPoint Planned(Value reference, string? label = null) => new(
        new SamplePoint(label, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, Value>.Empty),
        reference,
        [.. reference.NumericParts.Select(part => Expected(part.Name, part.Tensor))]);

    internal static PointComparison Compare(Value reference, Value answer) =>
        AnswerComparer.Compare(Examples.LeastSquares, Planned(reference), Returned(answer));

    internal static PointComparison Compare(Tensor reference, Tensor answer) =>
        Compare(new NumericValue(reference), new NumericValue(answer));

    private static ExpectedPart Expected(string name, Tensor reference)
    {
        double largest = reference.LargestMagnitude;
        return new ExpectedPart(name, reference, largest == 0 ? 1 : largest, Tolerance.Default.Relative);
    }
}
