using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>
/// Derivatives by 5-point central differences, (f(x−2h) − 8 f(x−h) + 8 f(x+h) − f(x+2h)) / 12h with h = ε^(1/5) max(1, |x|):
/// error O(h⁴), about 1e-12 relative at ordinary points for a first derivative and 1e-8 for a second (Abramowitz and Stegun 25.3.6).
/// </summary>
public static class NumericalDerivative
{
    /// <summary>ε^(1/5) for ε = 2^-52.</summary>
    internal const double RelativeStep = 7.4e-4;

    /// <returns>A tensor of the shape of <paramref name="at"/>.</returns>
    public static Tensor Gradient(Func<Tensor, double> function, Tensor at) =>
        new(at.Shape, [.. Enumerable.Range(0, at.Entries.Length).Select(index => Partial(x => [function(x)], at, index, widening: 1)[0])]);

    /// <param name="widening">By how much the step is wider than usual: a derivative that changes with it cannot be trusted.</param>
    /// <returns>The indices of the output, then those of <paramref name="at"/>.</returns>
    public static Tensor Jacobian(Func<Tensor, Tensor> function, Tensor at, double widening = 1)
    {
        Shape output = function(at).Shape;
        double[][] partials = [.. Enumerable.Range(0, at.Entries.Length).Select(index => Partial(x => [.. function(x).Entries], at, index, widening))];
        return new Tensor(
            new Shape([.. output.Extents, .. at.Shape.Extents]),
            [.. Enumerable.Range(0, output.Count).SelectMany(entry => partials.Select(partial => partial[entry]))]);
    }

    /// <summary>The derivatives of all outputs by one entry of the variable.</summary>
    private static double[] Partial(Func<Tensor, double[]> function, Tensor at, int index, double widening)
    {
        double step = widening * RelativeStep * Math.Max(1, Math.Abs(at.Entries[index]));
        double[] Shifted(double steps) => function(new Tensor(at.Shape, at.Entries.SetItem(index, at.Entries[index] + (steps * step))));
        double[] farBelow = Shifted(-2), below = Shifted(-1), above = Shifted(1), farAbove = Shifted(2);
        return [.. farBelow.Select((_, output) => (farBelow[output] - (8 * below[output]) + (8 * above[output]) - farAbove[output]) / (12 * step))];
    }
}
