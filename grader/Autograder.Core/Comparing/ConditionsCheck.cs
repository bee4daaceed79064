using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>Judges answers of which many are right, by the conditions that the spec states.</summary>
public static class ConditionsCheck
{
    /// <returns>Null when all hold, or the question has none.</returns>
    /// <exception cref="KeyFailureException">A condition cannot be evaluated.</exception>
    public static Condition? FirstUnmet(Question question, QuestionKey key, SamplePoint point, Value answer) =>
        question.Definition is not ConditionsDefinition definition ? null : definition.Conditions
            .Where((_, index) => !key.Conditions[index](point, answer))
            .FirstOrDefault();
}
