using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;

namespace Autograder.Core.Verifying;

/// <summary>The points of a question were easily found, are well conditioned, vary in what they can, and balance the terms.</summary>
public static class PointsStep
{
    public static StepResult Of(QuestionPlan plan)
    {
        Question question = plan.Question;
        ImmutableArray<PlannedPoint> random = [.. plan.Points.Where(planned => planned.Point.Label is null)];
        if (question.Inputs.IsEmpty || question.Definition is TrainingDefinition)
        {
            return StepResult.Nothing(VerificationStep.Points, question.Inputs.IsEmpty ? "no inputs" : "one run at one point");
        }

        TermBalance terms = TermBalance.Of(plan);
        double condition = random.SelectMany(planned => planned.Parts).Select(part => part.Condition).DefaultIfEmpty(1).Max();
        string balance = question.Terms.IsEmpty ? "" : $", smallest term {VerificationText.Number(terms.Smallest)} of the largest";
        return StepResult.Of(
            VerificationStep.Points,
            string.Create(CultureInfo.InvariantCulture, $"each within {VerificationText.Count(random.Max(planned => planned.Draws), "draw")}, κ at most {VerificationText.Number(condition)}{balance}"),
            $"κ {VerificationText.Number(condition)}",
            [.. HiddenDifferences.Of(question, [.. random.Select(planned => planned.Point)]), .. terms.Failures]);
    }
}
