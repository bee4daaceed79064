using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>One part of a question's answer, and what the staff's code says of it.</summary>
/// <param name="Index">Its place among the numeric parts.</param>
internal sealed record PartPlan(QuestionPlan Plan, int Index)
{
    public Question Question => Plan.Question;

    /// <summary>Empty when the answer is a single value.</summary>
    public string Name => Plan.Points[0].Parts[Index].Name;

    public Definition Definition => Question.DefinitionOf(Name);

    public bool IsNumber => Plan.Points[0].Parts[Index].Reference.Shape.Rank == 0;

    /// <summary>What a sentence about all of it begins with.</summary>
    public string Subject => Definition is UpdateStepDefinition ? "The step" : IsNumber ? "The value" : "Every entry";

    /// <summary>The random points, then those held out.</summary>
    public ImmutableArray<PlannedPoint> RandomPoints =>
        [.. Plan.Points.Where(planned => planned.Point.Label is null), .. Plan.Further.Value.HoldOut];

    /// <summary>Its values are counted, not computed: a factor between them or a sign says nothing.</summary>
    public bool IsOfExtents => Definition is ShapeDefinition;

    internal static IEnumerable<PartPlan> Of(QuestionPlan plan) =>
        plan.Question.Definition is ConditionsDefinition or TrainingDefinition ? []
            : Enumerable.Range(0, plan.Points[0].Parts.Length).Where(index => plan.Points[0].Parts[index].IsJudged).Select(index => new PartPlan(plan, index));

    internal Tensor Reference(PlannedPoint planned) => planned.Parts[Index].Reference;

    /// <summary>What is compared of this part of an answer; null when the answer has too few parts.</summary>
    internal Tensor? Judged(PlannedPoint planned, Value answer) =>
        Unjudged(answer) is { } tensor ? Judged(planned, tensor) : null;

    internal Tensor Judged(PlannedPoint planned, Tensor tensor) => JudgedParts.Of(Question, planned.Point, Name, tensor);

    /// <summary>This part as it was returned, by its place: names come from a stranger's process.</summary>
    internal Tensor? Unjudged(Value answer) => answer.NumericParts.Select(part => part.Tensor).ElementAtOrDefault(Index);

    /// <summary>How far an answer may be off what a mistake makes of it.</summary>
    internal double Allowed(PlannedPoint planned, Tensor value, double limit)
    {
        // A special point may be one where everything cancels; random ones are not.
        double rounding = planned.Point.Label is null ? 0 : planned.Parts[Index].Limit * planned.Parts[Index].Scale;
        return Math.Max(limit * value.LargestMagnitude, rounding) + RoundingUnit;
    }

    /// <summary>Whether a mistake makes something else of the answer than the right one, somewhere.</summary>
    internal bool Changes(Mistake mistake) => Plan.Points.Concat(Plan.Further.Value.HoldOut).Any(planned => planned.Parts[Index].IsJudged
        && mistake.At(planned) is { } wrong && (wrong.Shape != Reference(planned).Shape
            || !(Residual(wrong, Reference(planned)) <= (Question.Tolerance.Reject * planned.Parts[Index].Scale) + (2 * RoundingUnit))));

    /// <summary>max |left − right|, of equal shapes.</summary>
    internal static double Residual(Tensor left, Tensor right) =>
        left.Entries.Zip(right.Entries, (one, other) => Math.Abs(one - other)).DefaultIfEmpty(0).Max();

    private double RoundingUnit => Question.Tolerance.Decimals is int decimals ? Math.Pow(10, -decimals) : 0;
}
