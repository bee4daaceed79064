using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>How a student's answers to one question stand to the reference.</summary>
/// <param name="Points">In the plan's order; shorter when the process ended early.</param>
/// <param name="Planned">How many points the plan has.</param>
/// <param name="ChangedInputs">Parameters whose contents some call changed; not looked at where there is one call only.</param>
/// <param name="ReturnedInput">The parameter that was itself returned as the answer, if any.</param>
/// <param name="IsRepeatable">False when a second call on equal inputs came out differently.</param>
/// <param name="BrokenRule">For choices and blanks: the rule of the form that the answer breaks.</param>
/// <param name="IsEmptyText">A text was asked for, and there is nothing in it.</param>
/// <param name="IsSingle">Every entry of every answer is exactly a float.</param>
public sealed record QuestionComparison(
    ImmutableArray<PointComparison> Points,
    int Planned,
    ImmutableArray<string> ChangedInputs,
    string? ReturnedInput,
    bool IsRepeatable,
    string? BrokenRule,
    bool IsEmptyText,
    bool IsSingle)
{
    /// <summary>The method leaves its arguments alone and gives equal results for equal ones.</summary>
    public bool IsFunction => ChangedInputs.IsEmpty && IsRepeatable;

    /// <summary>Of the numeric parts that were compared; empty when nothing was.</summary>
    public ImmutableArray<string> PartNames => [.. Points.SelectMany(point => point.Parts).Select(part => part.Name).Distinct(StringComparer.Ordinal)];

    public Fault? FirstFault => Points.FirstOrDefault(point => point.Fault is not null)?.Fault;

    /// <summary>At some point; the empty name is an answer without parts.</summary>
    internal IEnumerable<string> PartsThatAreOff() =>
        Points.SelectMany(point => point.PartAgreements()).Where(part => part.Agreement == Agreement.Off).Select(part => part.Name).Distinct();

    public static QuestionComparison Of(QuestionPlan plan, QuestionObservations observations)
    {
        ImmutableArray<PointComparison> points = WithGap(
            plan, [.. observations.First.Zip(plan.Points, (observation, planned) => Compare(plan, planned, observation))]);
        ReturnedValue[] returned = [.. observations.First.Concat(observations.Second).OfType<ReturnedValue>()];
        return new QuestionComparison(
            points,
            plan.Points.Length,
            !plan.Question.IsRepeated ? [] : [.. returned.SelectMany(value => value.ChangedInputs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            returned.FirstOrDefault(value => value.ReturnedInput is not null)?.ReturnedInput,
            RepeatsItself(plan, observations),
            returned.Select(value => TextComparer.BrokenRule(plan.Question.Definition, value.Value)).FirstOrDefault(rule => rule is not null),
            returned.Length > 0 && returned.All(value => value.Value is TextValue text && string.IsNullOrWhiteSpace(text.Text)),
            returned.Length > 0 && returned.All(value => IsSinglePrecision(value.Value)));
    }

    /// <summary>
    /// Points without an answer are never taken for right ones. The list ends early only after a fault, unless a program has
    /// forged the worker's messages.
    /// </summary>
    private static ImmutableArray<PointComparison> WithGap(QuestionPlan plan, ImmutableArray<PointComparison> points) =>
        points.Length == plan.Points.Length || points.Any(point => point.Fault is not null)
            ? points
            : points.Add(new PointComparison(
                plan.Points[points.Length].Point.Label, Agreement.Off, [], new Fault(FaultKind.Protocol, "the program gave no answer")));

    private static PointComparison Compare(QuestionPlan plan, PlannedPoint planned, Observation observation)
    {
        PointComparison comparison = AnswerComparer.Compare(plan.Question, planned, observation);
        return (observation, plan.Question.Definition) switch
        {
            (ReturnedValue returned, ConditionsDefinition) => Check(plan, planned.Point, comparison, returned.Value),
            (ReturnedValue returned, TrainingDefinition training) => Measure(training, plan.Key, planned.Point, comparison, returned.Value),
            // A minimiser that is rounded as asked minimises nothing any more.
            (ReturnedValue returned, _) when plan.Question.Tolerance.Decimals is null => CompareMinimisers(plan, planned, comparison, returned.Value),
            _ => comparison,
        };
    }

    private static PointComparison Check(QuestionPlan plan, SamplePoint point, PointComparison comparison, Value answer)
    {
        string? unmet = comparison.Fault is not null ? null : ConditionsCheck.FirstUnmet(plan.Question, plan.Key, point, answer)?.Otherwise;
        return unmet is null ? comparison : comparison with { Unmet = unmet, Agreement = Agreement.Off };
    }

    private static PointComparison Measure(TrainingDefinition training, QuestionKey key, SamplePoint point, PointComparison comparison, Value answer)
    {
        if (comparison.Fault is not null || key.Measure is null)
        {
            return comparison;
        }

        double measured = key.Measure(point, answer);
        string? missed = TrainingCheck.Missed(training, measured);
        return comparison with
        {
            Measured = double.IsFinite(measured) ? new Measurement(measured, training.Goal.IsLeast) : null,
            Unmet = missed,
            Agreement = missed is null ? comparison.Agreement : Agreement.Off,
        };
    }

    private static PointComparison CompareMinimisers(QuestionPlan plan, PlannedPoint planned, PointComparison comparison, Value answer)
    {
        Tensor[] answers = [.. answer.NumericParts.Select(part => part.Tensor)];
        bool? isStationary = null;
        var parts = comparison.Parts;
        for (int index = 0; index < parts.Length; index++)
        {
            if (plan.Question.DefinitionOf(parts[index].Name) is MinimiserDefinition minimiser && parts[index].Fault is null)
            {
                bool isPartStationary = MinimiserCheck.IsStationary(plan.Key, minimiser, planned.Point, answers[index]);
                isStationary = isStationary is not false && isPartStationary;
                parts = parts.SetItem(index, parts[index] with
                {
                    Agreement = AgreementOfMinimiser(plan.Question, parts[index].Agreement, isPartStationary, planned.Parts[index], answers[index]),
                });
            }
        }

        return isStationary is null ? comparison : comparison with
        {
            IsStationary = isStationary,
            Parts = parts,
            Agreement = comparison.Fault is null ? parts.Max(part => part.Agreement) : comparison.Agreement,
        };
    }

    /// <summary>
    /// Key and definition must tell the same story; where they do not, the student is not the one to pay. An answer that is
    /// off in a small entry only and still minimises the objective is imprecise; one that is imprecise need not be stationary.
    /// Without a key there is only the definition, so another minimiser than the one that was found is as right.
    /// </summary>
    private static Agreement AgreementOfMinimiser(
        Question question, Agreement agreement, bool isStationary, ExpectedPart expected, Tensor answer)
    {
        if (!expected.IsJudged)
        {
            return isStationary ? Agreement.Agree : Agreement.Off;
        }

        if (agreement != (isStationary ? Agreement.Off : Agreement.Agree))
        {
            return agreement;
        }

        double difference = answer.Entries.Zip(expected.Reference.Entries, (left, right) => Math.Abs(left - right)).Max();
        return isStationary && difference <= question.Tolerance.Reject * expected.Scale ? Agreement.Gray
            : question.IsKeyFree ? Agreement.Agree
            : Agreement.Undecided;
    }

    private static bool RepeatsItself(QuestionPlan plan, QuestionObservations observations) =>
        observations.First.Zip(observations.Second, plan.Points).All(calls =>
            calls.First is not ReturnedValue first || calls.Second is null
            || (calls.Second is ReturnedValue second && AreSame(plan.Question.Tolerance, calls.Third.Parts, first.Value, second.Value)));

    /// <param name="parts">What the scales of the values' parts are taken from, where they are known.</param>
    internal static bool AreSame(Tolerance tolerance, ImmutableArray<ExpectedPart> parts, Value first, Value second)
    {
        Tensor[] firstParts = [.. first.NumericParts.Select(part => part.Tensor)];
        Tensor[] secondParts = [.. second.NumericParts.Select(part => part.Tensor)];
        return Describe(first) == Describe(second)
            && firstParts.Length == secondParts.Length
            && Enumerable.Range(0, firstParts.Length).All(index =>
                AreSame(tolerance, parts.ElementAtOrDefault(index)?.Scale ?? 0, firstParts[index], secondParts[index]));
    }

    /// <summary>Equal up to rounding: a sum over several threads may come out in another order.</summary>
    private static bool AreSame(Tolerance tolerance, double scale, Tensor first, Tensor second) =>
        first.Shape == second.Shape && first.Entries.Zip(second.Entries).All(pair =>
            pair.First.Equals(pair.Second)
            || Math.Abs(pair.First - pair.Second) <= tolerance.Relative * Math.Max(scale, first.LargestMagnitude));

    /// <summary>All but the numbers.</summary>
    private static string Describe(Value value) => value switch
    {
        GroupValue group => string.Join('\n', group.Members.Select(member => Describe(member.Value))),
        TextValue text => text.Text,
        TextListValue list => string.Join('\n', list.Texts),
        _ => "",
    };

    private static bool IsSinglePrecision(Value value) =>
        value.NumericParts.Any()
        && value.NumericParts.All(part => part.Tensor.Entries.All(entry => ((double)(float)entry).Equals(entry)));
}
