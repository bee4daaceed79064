using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>Known mistakes, and a stub that returns zeros, are graded as a student's answer would be, and are rejected.</summary>
public static class MistakesStep
{
    public static StepResult Of(QuestionPlan plan)
    {
        if (!plan.Question.IsNumeric)
        {
            return StepResult.Nothing(VerificationStep.Mistakes, "not numeric");
        }

        ImmutableArray<Misconception> mistakes = plan.Question.Misconceptions;
        ImmutableArray<VerificationFailure> failures =
            [.. mistakes.Zip(plan.Key.Misconceptions, (mistake, answer) => Failure(mistake, Rehearsal.Grade(plan, answer))).OfType<VerificationFailure>()];
        bool areZerosRejected = IsRejected(Rehearsal.Grade(plan, point => Zero(plan, point)));
        string zeros = areZerosRejected ? "zeros rejected" : "zeros pass";
        return StepResult.Of(
            VerificationStep.Mistakes,
            mistakes.IsEmpty ? zeros : string.Create(CultureInfo.InvariantCulture, $"{mistakes.Length - failures.Length} of {mistakes.Length} rejected, {zeros}"),
            VerificationText.Share(mistakes.Length - failures.Length + (areZerosRejected ? 1 : 0), mistakes.Length + 1),
            areZerosRejected ? failures : failures.Add(new VerificationFailure(
                "a stub that returns zeros is not wrong.",
                "Keep the points away from where the answer is zero, or ask for it in one tuple with something that is not.")));
    }

    private static VerificationFailure? Failure(Misconception mistake, QuestionGrade grade)
    {
        var entry = new SpecEntry(SpecEntryKind.Misconception, mistake.Id);
        if (!IsRejected(grade))
        {
            return new VerificationFailure(
                $"the misconception '{mistake.Id}' is {VerificationText.Of(grade)}: the points cannot tell it from the key.",
                "If it is wrong, add a point or a range of inputs that shows it; if it is right, take it out or accept it.")
            {
                Entry = entry,
            };
        }

        string? thrown = grade.Points.All(point => point.Fault is { Kind: FaultKind.Exception }) ? grade.Points[0].Fault!.Message : null;
        return thrown is null ? null : new VerificationFailure(
            $"the misconception '{mistake.Id}' has no value at any point, so it is never named: {thrown}.",
            "Write it so that it has the shape of the answer, or take it out.")
        {
            Entry = entry,
        };
    }

    /// <summary>Some part of it is off for certain; others may be right.</summary>
    private static bool IsRejected(QuestionGrade grade) => grade.Points.Any(point => point.Agreement == Agreement.Off);

    /// <summary>Of the shapes of the key, which is not run where that takes long: training returns what it receives, changed.</summary>
    private static Value Zero(QuestionPlan plan, SamplePoint point) => Zero(plan.Question.Definition is TrainingDefinition
        ? new GroupValue([.. plan.Points[0].Parts.Select(part => (part.Name, (Value)new NumericValue(part.Reference)))])
        : plan.Key.Answer!(point));

    private static Value Zero(Value reference) => reference switch
    {
        NumericValue number => new NumericValue(number.Tensor.Map(_ => 0)),
        GroupValue group => new GroupValue([.. group.Members.Select(member => (member.Name, Zero(member.Value)))]),
        _ => new TextValue(""),
    };
}
