using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Core.Verifying;

namespace Autograder.Core.Diagnosing;

/// <summary>The derivative of the given function by another of its inputs, taken by differences.</summary>
internal static class WrongVariable
{
    /// <summary>Of an input with more entries, differences take too long for a guess.</summary>
    private const int MostEntries = 100;

    internal static IEnumerable<Mistake> Of(PartEvidence evidence)
    {
        if (evidence.Part.Definition is not DerivativeDefinition { Kind: not DerivativeKind.Hessian } derivative)
        {
            return [];
        }

        return evidence.Part.Question.Inputs.OfType<NumericDomain>()
            .Where(input => input.Name != derivative.Variable && input.Kind is NumericKind.Signed or NumericKind.Positive)
            .Select(input => new Mistake(
                $"wrong-variable/{input.Name}",
                $"This is a derivative by {input.Name}.",
                [$"By which variable does the question ask to differentiate? Everything else is constant."],
                planned => At(derivative with { Variable = input.Name }, evidence, planned))
            {
                Limit = Mistake.DifferencesLimit,
            });
    }

    /// <returns>Null where the result would have another shape than the answer: that is known before it is computed.</returns>
    private static Tensor? At(DerivativeDefinition derivative, PartEvidence evidence, PlannedPoint planned)
    {
        Shape variable = planned.Point.NumbersOf(derivative.Variable).Shape;
        Shape? answer = evidence.Usable.FirstOrDefault(point => ReferenceEquals(point.Planned, planned))?.Answer?.Shape;
        bool canBe = answer is { } shape && variable.Count <= MostEntries && shape.Rank >= variable.Rank
            && shape.Extents[^variable.Rank..].SequenceEqual(variable.Extents);
        return canBe ? DefinitionTruth.Of(derivative, evidence.Part.Plan.Key, planned.Point) : null;
    }
}
