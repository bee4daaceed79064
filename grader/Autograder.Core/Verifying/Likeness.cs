using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>
/// What a key that is not what its definition says looks like: it is diagnosed as if a student had handed it in and the
/// definition were the key. What is made of keys themselves, misconceptions and other answers, proves nothing about a wrong one.
/// </summary>
internal static class Likeness
{
    private const int HoldOut = 4;

    /// <summary>What a definition gives by differences agrees with a formula up to here.</summary>
    private const double Limit = 1e-6;

    /// <param name="random">Points at which the definition can be computed.</param>
    /// <returns>The id of a diagnosis; null where none fits.</returns>
    internal static string? Of(QuestionPlan plan, ImmutableArray<PlannedPoint> random, string part)
    {
        if (random.Length <= HoldOut)
        {
            return null;
        }

        try
        {
            ImmutableArray<PlannedPoint> defined = [.. random.Select(planned => Defined(plan, planned))];
            QuestionPlan byDefinition = plan with
            {
                Question = plan.Question with { Misconceptions = [] },
                Key = plan.Key with { Answer = point => Defined(plan, point, plan.Key.Answer!(point)), Misconceptions = [] },
                Others = [],
                Points = defined[..^HoldOut],
                Further = new Lazy<FurtherPoints>(new FurtherPoints(defined[^HoldOut..], [])),
            };
            QuestionGrade grade = Rehearsal.Grade(byDefinition, point => plan.Key.Answer!(point) is var answer
                ? Map(Defined(plan, point, answer), (name, defined) => name == part ? answer.NumericParts.First(own => own.Name == part).Tensor : defined)
                : answer);
            return grade.Feedback.Select(feedback => feedback.Id)
                .Where(id => id.EndsWith("/evidence", StringComparison.Ordinal)).Select(id => id[..^"/evidence".Length])
                .FirstOrDefault(id => id is not ("not-recognised" or "invariant"));
        }
        catch (KeyFailureException)
        {
            return null;
        }
    }

    private static PlannedPoint Defined(QuestionPlan plan, PlannedPoint planned)
    {
        Value value = Defined(plan, planned.Point, planned.Reference!);
        ImmutableArray<ExpectedPart> parts = [.. value.NumericParts.Zip(planned.Parts, (part, expected) =>
        {
            Tensor judged = JudgedParts.Of(plan.Question, planned.Point, part.Name, part.Tensor);
            return new ExpectedPart(part.Name, judged, judged.LargestMagnitude is > 0 and var largest ? largest : expected.Scale, Limit);
        })];
        return new PlannedPoint(planned.Point, value, parts);
    }

    /// <summary>The answer with what the definition gives in the place of every part that it determines.</summary>
    private static Value Defined(QuestionPlan plan, SamplePoint point, Value answer) =>
        Map(answer, (part, own) => DefinitionTruth.Of(plan.Question.DefinitionOf(part), plan.Key, point) ?? own);

    private static Value Map(Value value, Func<string, Tensor, Tensor> change, string name = "") => value switch
    {
        NumericValue number => new NumericValue(change(name, number.Tensor)),
        GroupValue group => new GroupValue([.. group.Members.Select(member =>
            (member.Name, Map(member.Value, change, name.Length == 0 ? member.Name : $"{name}.{member.Name}")))]),
        _ => value,
    };
}
