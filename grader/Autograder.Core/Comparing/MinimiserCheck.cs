using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>
/// Whether an answer minimises the given objective, judged without any key: its gradient there is zero relative to what it
/// is half and one and a half times as far out, and the objective does not fall in any of several directions.
/// </summary>
public static class MinimiserCheck
{
    private const double GradientLimit = 1e-5;

    /// <summary>For keys: a student who is right must not be the less exact of the two.</summary>
    public const double KeyGradientLimit = 1e-7;
    private const int Directions = 8;
    private const double StepShare = 1e-2;

    /// <returns>False also where the objective cannot be computed at the answer.</returns>
    /// <param name="limit">Of the gradient.</param>
    public static bool IsStationary(QuestionKey key, MinimiserDefinition minimiser, SamplePoint point, Tensor answer, double limit = GradientLimit)
    {
        try
        {
            return IsStationary(
                variable => key.Given(minimiser.Function, point.With(minimiser.Variable, new NumericValue(variable))).Entries[0], answer, limit);
        }
        catch (KeyFailureException)
        {
            return false;
        }
    }

    private static bool IsStationary(Func<Tensor, double> objective, Tensor answer, double limit)
    {
        double scale = Math.Max(
            NumericalDerivative.Gradient(objective, answer.Map(entry => 0.5 * entry)).LargestMagnitude,
            NumericalDerivative.Gradient(objective, answer.Map(entry => 1.5 * entry)).LargestMagnitude);
        double gradient = NumericalDerivative.Gradient(objective, answer).LargestMagnitude;

        // Far out, an objective may have become flat altogether; that is no minimum.
        bool isFlat = scale == 0 && answer.LargestMagnitude > 0;
        return !isFlat && gradient <= limit * scale && !FallsSomewhere(objective, answer);
    }

    private static bool FallsSomewhere(Func<Tensor, double> objective, Tensor answer)
    {
        var random = new Xoshiro256("directions");
        double here = objective(answer);
        double step = StepShare * Math.Max(answer.LargestMagnitude, 1e-3);
        return Enumerable.Range(0, Directions).Any(_ =>
            objective(answer.Map(entry => entry + random.NextDouble(-step, step))) < here - (1e-12 * Math.Abs(here)));
    }
}
