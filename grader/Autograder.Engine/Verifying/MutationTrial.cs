using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Engine.Keys;

namespace Autograder.Engine.Verifying;

/// <summary>A question at which mutants are tried. Points and right answers stay those of the unchanged key.</summary>
/// <param name="Function">The method of the reference that answers it.</param>
internal sealed record MutationTrial(QuestionPlan Plan, KeyFunction Function)
{
    internal Question Question => Plan.Question;

    internal string Id => Question.Id;

    /// <summary>Whether its verdict is Correct. The first point that is not right decides, and nothing is diagnosed.</summary>
    internal bool Accepts(MutantProgram mutant)
    {
        Func<SamplePoint, Value> answer = mutant.Answer(Question, Function);
        return Plan.Points.All(planned => IsRight(planned, answer));
    }

    private bool IsRight(PlannedPoint planned, Func<SamplePoint, Value> answer)
    {
        try
        {
            var returned = new ReturnedValue(answer(planned.Point), ChangedInputs: [], ReturnedInput: null);
            QuestionComparison comparison = QuestionComparison.Of(Plan with { Points = [planned] }, new QuestionObservations([returned], [null], Console: ""));
            return comparison.Points.All(point => point.Agreement == Agreement.Agree);
        }
        catch (KeyFailureException)
        {
            // The mutant threw, or a condition of the spec did at what it returned.
            return false;
        }
    }
}
