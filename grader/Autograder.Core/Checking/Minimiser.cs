using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Core.Checking;

/// <summary>
/// Finds a minimiser of a given function by Newton's method on differences, from several starts: the first that is stationary as
/// exactly as a key must be. A quadratic objective takes two steps.
/// </summary>
internal static class Minimiser
{
    private const int Starts = 4;
    private const int Steps = 40;
    private const int Halvings = 20;
    private const double Enough = 1e-13;
    private const double Close = 1e-8;

    /// <param name="shape">Of the variable.</param>
    /// <returns>NaN where none is found.</returns>
    internal static Tensor Find(MinimiserDefinition minimiser, QuestionKey key, SamplePoint point, Shape shape, double widening)
    {
        Tensor Objective(Tensor at) => key.Given(minimiser.Function, point.With(minimiser.Variable, new NumericValue(at)));
        var random = new Xoshiro256("starts");
        for (int start = 0; start < Starts; start++)
        {
            var from = new Tensor(shape, [.. Enumerable.Range(0, shape.Count).Select(_ => random.NextDouble(-1, 1))]);
            Tensor found = Descend(Objective, from, widening);
            if (found.IsFinite && MinimiserCheck.IsStationary(key, minimiser, point, found, MinimiserCheck.KeyGradientLimit))
            {
                return found;
            }
        }

        return new Tensor(shape, [.. Enumerable.Repeat(double.NaN, shape.Count)]);
    }

    private static Tensor Descend(Func<Tensor, Tensor> objective, Tensor at, double widening)
    {
        double before = double.PositiveInfinity;
        for (int step = 0; step < Steps; step++)
        {
            Tensor gradient = NumericalDerivative.Jacobian(objective, at, widening);
            Tensor hessian = NumericalDerivative.Jacobian(near => NumericalDerivative.Jacobian(objective, near, widening), at, widening);
            int count = at.Entries.Length;
            Vector<double> full = Matrix<double>.Build.Dense(count, count, (row, column) => hessian.Entries[(row * count) + column])
                .Solve(-Vector<double>.Build.DenseOfEnumerable(gradient.Entries));
            Tensor next = Shorten(objective, at, full);
            double moved = full.InfinityNorm();
            at = next;
            double size = Math.Max(1, at.LargestMagnitude);

            // Close to the end only the rounding of the differences is left.
            if (!(moved > Enough * size) || (moved < Close * size && moved > 0.5 * before))
            {
                break;
            }

            before = moved;
        }

        return at;
    }

    /// <summary>Halved while the objective rises by more than rounding.</summary>
    private static Tensor Shorten(Func<Tensor, Tensor> objective, Tensor at, Vector<double> full)
    {
        double here = objective(at).Entries[0];
        Tensor At(double share) => new(at.Shape, [.. at.Entries.Select((entry, index) => entry + (share * full[index]))]);
        double share = 1;
        for (int halving = 0; halving < Halvings && !(objective(At(share)).Entries[0] <= here + (1e-12 * Math.Abs(here))); halving++)
        {
            share /= 2;
        }

        return At(share);
    }
}
