using System.Collections.Immutable;
using Autograder.Core.Assignments;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// Answers of something else: what a misconception of the spec makes of the answer, another part of it, or the answer of another
/// question; each also, as a mistake besides, in another layout or times a factor.
/// </summary>
internal static class Alternatives
{
    /// <summary>Two mistakes at once, then three: the fewest explain the most.</summary>
    internal static IEnumerable<Mistake> Composed(PartEvidence evidence)
    {
        Mistake[] alone = [.. Of(evidence.Part).Select(mistake => mistake.Remembered())];
        IEnumerable<Mistake> Rearranged(Mistake mistake) => Layouts.Of(evidence.Part, mistake);
        IEnumerable<Mistake> Scaled(Mistake mistake) => Factors.Composed(evidence, mistake, _ => mistake.Id);
        return alone.SelectMany(Rearranged).Concat(alone.SelectMany(Scaled)).Concat(alone.SelectMany(Rearranged).SelectMany(Scaled));
    }

    internal static IEnumerable<Mistake> Of(PartPlan part) => Misconceptions(part).Concat(OtherParts(part)).Concat(OtherQuestions(part));

    private static IEnumerable<Mistake> Misconceptions(PartPlan part) =>
        part.Question.Misconceptions.Zip(part.Plan.Key.Misconceptions, (misconception, answer) => new Mistake(
            Remedies.MisconceptionId(misconception),
            "A known mistake gives exactly this.",
            [],
            planned => part.Judged(planned, answer(planned.Point)))
        {
            IsDeclared = true,
            Beginning = "A known mistake",
        });

    private static IEnumerable<Mistake> OtherParts(PartPlan part) => PartPlan.Of(part.Plan).Where(other => other.Index != part.Index)
        .Select(other => new Mistake(
            $"answer-of/{other.Name}",
            $"This is the answer of {other.Name}.",
            ["Are two parts exchanged, or is it the derivative by another variable?"],
            planned => planned.Reference is { } reference && other.Unjudged(reference) is { } tensor ? part.Judged(planned, tensor) : null));

    /// <summary>Of questions that ask about inputs which this one has, too.</summary>
    private static IEnumerable<Mistake> OtherQuestions(PartPlan part) =>
        from other in part.Plan.Others
        where other.Question.IsNumeric && other.Key.Answer is not null && HasInputsOf(part.Question, other.Question)
            && other.Question.Definition is not (ConditionsDefinition or TrainingDefinition or ShapeDefinition)
        from place in Enumerable.Range(0, Names(other.Question).Length)
        where other.Question.IsJudged(Names(other.Question)[place])
        select new Mistake(
            $"answer-of/{other.Question.Id}{(Names(other.Question)[place] is { Length: > 0 } name ? $".{name}" : "")}",
            $"This is the answer of question {other.Question.Id}{(Names(other.Question)[place] is { Length: > 0 } member ? $", {member}" : "")}.",
            ["What does this question ask for, and what the other one?"],
            planned => other.Key.Answer!(planned.Point).NumericParts.ElementAtOrDefault(place).Tensor is { } tensor ? part.Judged(planned, tensor) : null);

    private static bool HasInputsOf(Question question, Question other) =>
        !other.Inputs.IsEmpty && other.Answer.Inputs.All(name =>
            question.Inputs.FirstOrDefault(input => input.Name == name) is { } own
            && other.Inputs.FirstOrDefault(input => input.Name == name) is { } its
            && own.Extents.Length == its.Extents.Length && own is FunctionDomain == its is FunctionDomain);

    private static ImmutableArray<string> Names(Question question) =>
        question.Answer.Judged is GroupType group ? [.. group.Members.Select(member => member.Name)] : [""];
}
