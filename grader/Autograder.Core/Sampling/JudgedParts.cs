using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>
/// What of an answer is compared, part by part: its numbers, except that an update is compared by the step that it takes. An
/// error of 110 % in a step can be a thousandth of the weight.
/// </summary>
public static class JudgedParts
{
    public static ImmutableArray<(string Name, Tensor Tensor)> Of(Question question, SamplePoint point, Value answer) =>
        [.. answer.NumericParts.Select(part => (part.Name, Of(question, point, part.Name, part.Tensor)))];

    /// <param name="part">Its name.</param>
    /// <param name="tensor">For an update, of the shape of what is updated.</param>
    public static Tensor Of(Question question, SamplePoint point, string part, Tensor tensor) =>
        question.DefinitionOf(part) is UpdateStepDefinition update
        && Old(update, point) is { } old && old.Shape == tensor.Shape
            ? Step(old, tensor, RateAt(update, point))
            : tensor;

    /// <summary>
    /// How much a relative change of the answer itself changes what is compared, beyond as much: rounding a weight of 1 after a
    /// step of 1e-10 leaves six digits of the step. Where there is no step, nothing is rounded.
    /// </summary>
    /// <param name="compared">Of that part.</param>
    public static double Magnification(Question question, SamplePoint point, string part, Tensor compared) =>
        question.DefinitionOf(part) is UpdateStepDefinition update && Old(update, point) is { } old && compared.LargestMagnitude > 0
            ? old.LargestMagnitude / Math.Abs(RateAt(update, point))
            : 0;

    /// <summary>The rate of an update step at a point.</summary>
    public static double RateAt(UpdateStepDefinition update, SamplePoint point) =>
        update.Rate.Name is string name ? point.NumbersOf(name).Entries[0] : update.Rate.Fixed;

    private static Tensor? Old(UpdateStepDefinition update, SamplePoint point) => (point.Inputs[update.Variable] as NumericValue)?.Tensor;

    private static Tensor Step(Tensor old, Tensor updated, double rate) =>
        new(old.Shape, [.. old.Entries.Zip(updated.Entries, (before, after) => (before - after) / rate)]);
}
