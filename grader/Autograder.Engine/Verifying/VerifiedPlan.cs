using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Verifying;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Verifying;

/// <summary>
/// Holds a key against its definitions at the points by which students are graded, cheaply enough for every start: a fraction of
/// a second, while the compiler warms up. <see cref="Verifier"/> does more.
/// </summary>
public static class VerifiedPlan
{
    /// <summary>A second derivative calls a given function thousands of times at each point.</summary>
    private const int PointsOfSecondDerivatives = 4;

    /// <exception cref="SpecException">A key is not what its definition says.</exception>
    public static SamplePlan Of(LoadedAssignment loaded, SamplePlan plan)
    {
        var problems = new SpecProblems();
        foreach ((Question question, StepResult key) in plan.Questions.AsParallel().AsOrdered().Select(question => (question.Question, KeyStep.Of(question, Points(question)))))
        {
            foreach (VerificationFailure failure in key.Failures)
            {
                problems.Add(
                    loaded.PlacesOf(question).Of(failure.Entry),
                    $"question {question.Id}: {failure.Fact} {failure.Remedy} 'verify' says more; 'grade --unverified' grades all the same.");
            }
        }

        return problems.Any ? throw new SpecException(problems.Ordered) : plan with { IsVerified = true };
    }

    private static ImmutableArray<PlannedPoint> Points(QuestionPlan plan)
    {
        IEnumerable<PlannedPoint> random = plan.Points.Where(planned => planned.Point.Label is null);
        return [.. HasSecondDerivative(plan.Question.Definition) ? random.Take(PointsOfSecondDerivatives) : random];
    }

    private static bool HasSecondDerivative(Definition definition) => definition switch
    {
        DerivativeDefinition { Kind: DerivativeKind.Hessian } or TaylorDefinition { Order: 2 } => true,
        PartsDefinition parts => parts.Parts.Any(part => HasSecondDerivative(part.Definition)),
        _ => false,
    };
}
