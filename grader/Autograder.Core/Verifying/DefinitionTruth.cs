using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>
/// What a definition says about the answer at a point, from the given functions alone: by differences, without any key. Keys are
/// held against it before anyone is graded by them.
/// </summary>
public static class DefinitionTruth
{
    /// <param name="widening">As in <see cref="NumericalDerivative.Jacobian"/>.</param>
    /// <returns>
    /// Null where the definition does not determine a value: a minimiser is checked by <see cref="MinimiserCheck"/>, the others
    /// are whatever the key says.
    /// </returns>
    /// <exception cref="KeyFailureException">The given function cannot be computed near the point.</exception>
    public static Tensor? Of(Definition definition, QuestionKey key, SamplePoint point, double widening = 1) => definition switch
    {
        DerivativeDefinition { Kind: DerivativeKind.Hessian } hessian => NumericalDerivative.Jacobian(
            at => NumericalDerivative.Jacobian(Along(key, point, hessian.Function, hessian.Variable), at, widening), point.NumbersOf(hessian.Variable), widening),
        DerivativeDefinition derivative => NumericalDerivative.Jacobian(
            Along(key, point, derivative.Function, derivative.Variable), point.NumbersOf(derivative.Variable), widening),
        UpdateStepDefinition update => Step(update, key, point, widening),
        TaylorDefinition taylor => Taylor(taylor, key, point, widening),
        EquivalentFormDefinition form => key.Given(form.Function, point),
        _ => null,
    };

    /// <summary>variable − rate · gradient; the gradient at the values that the point has.</summary>
    public static Tensor Step(UpdateStepDefinition update, QuestionKey key, SamplePoint point, double widening = 1)
    {
        Tensor old = point.NumbersOf(update.Variable);
        Tensor gradient = NumericalDerivative.Jacobian(Along(key, point, update.Function, update.Variable), old, widening);
        double rate = JudgedParts.RateAt(update, point);
        return new Tensor(old.Shape, [.. old.Entries.Zip(gradient.Entries, (entry, slope) => entry - (rate * slope))]);
    }

    /// <summary>f(a) + ∇f(a)ᵀd, and + ½ dᵀ∇²f(a)d for the second order, where d = x − a.</summary>
    private static Tensor Taylor(TaylorDefinition taylor, QuestionKey key, SamplePoint point, double widening)
    {
        Func<Tensor, Tensor> function = Along(key, point, taylor.Function, taylor.Variable);
        Tensor center = taylor.Around;
        double[] distance = [.. point.NumbersOf(taylor.Variable).Entries.Zip(center.Entries, (x, a) => x - a)];
        Tensor gradient = NumericalDerivative.Jacobian(function, center, widening);
        double value = function(center).Entries[0] + gradient.Entries.Zip(distance, (slope, d) => slope * d).Sum();
        if (taylor.Order == 2)
        {
            Tensor hessian = NumericalDerivative.Jacobian(at => NumericalDerivative.Jacobian(function, at, widening), center, widening);
            value += 0.5 * hessian.Entries.Select((entry, index) => entry * distance[index / distance.Length] * distance[index % distance.Length]).Sum();
        }

        return Tensor.Scalar(value);
    }

    private static Func<Tensor, Tensor> Along(QuestionKey key, SamplePoint point, string function, string variable) =>
        at => key.Given(function, point.With(variable, new NumericValue(at)));
}
