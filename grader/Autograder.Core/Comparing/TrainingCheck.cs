using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>Judges trained weights by a number that the grader computes from them on data that the student's code need not see.</summary>
public static class TrainingCheck
{
    /// <returns>What was measured and asked for, when the goal is missed; null when it is reached, or nothing at hand measures it.</returns>
    /// <exception cref="KeyFailureException">The measure cannot be computed.</exception>
    public static string? Missed(TrainingDefinition training, QuestionKey key, SamplePoint point, Value answer)
    {
        return key.Measure is null ? null : Missed(training, key.Measure(point, answer));
    }

    /// <inheritdoc cref="Missed(TrainingDefinition, QuestionKey, SamplePoint, Value)"/>
    internal static string? Missed(TrainingDefinition training, double measured) =>
        training.Goal.IsReached(measured) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"With the weights that you return the grader measures {Shown(measured, training.Goal)}; {(training.Goal.IsLeast ? "at least" : "at most")} {training.Goal.Bound} is asked for.");

    /// <summary>Four decimals, or all where so few would look as if the goal were reached.</summary>
    private static string Shown(double measured, Goal goal) =>
        measured.ToString(goal.IsReached(Math.Round(measured, 4)) ? "R" : "0.####", CultureInfo.InvariantCulture);
}
