using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

/// <summary>Answers of which many are right: any vector that is orthogonal to a, and longer than 0.1.</summary>
public sealed class ConditionsCheckTests
{
    private const string NotOrthogonal = "Your vector is not orthogonal to a.";
    private const string TooShort = "Your vector is too short.";

    private static readonly Question Question = Examples.Question("7", Examples.Vector("a", "D")) with
    {
        Definition = new ConditionsDefinition([new Condition("answer * a == 0", NotOrthogonal), new Condition("answer.L2Norm() > 0.1", TooShort)]),
    };

    private static readonly QuestionKey Key = Examples.Key(point => Orthogonal(point, 1)) with
    {
        Conditions =
        [
            (point, answer) => Math.Abs(Entries(answer).Zip(Examples.TensorOf(point, "a").Entries, (left, right) => left * right).Sum()) < 1e-9,
            (_, answer) => Entries(answer).Sum(entry => entry * entry) > 0.01,
        ],
    };

    [Fact]
    public void Any_answer_that_meets_the_conditions_is_correct_however_far_it_is_from_the_keys() => Law.Holds(
        from seed in Draw.Seeds
        from factor in Gen.Elements(1, -1, 0.5, 3.25, -1000)
        select (seed, factor),
        @case =>
        {
            QuestionGrade grade = Classroom.Grade(SamplePlanner.Plan(Question, Key, @case.seed), point => Orthogonal(point, @case.factor));
            return grade is { Verdict: Verdict.Correct, Score: 1 } && grade.Feedback.Length == 1 && grade.Points.All(point => point.Unmet is null);
        },
        times: 30);

    [Fact]
    public void An_answer_that_misses_a_condition_is_wrong_and_told_which()
    {
        QuestionGrade grade = Grade(point => point.Inputs["a"]), both = Grade(point => new NumericValue(Examples.TensorOf(point, "a").Map(entry => 0.01 * entry)));
        Assert.Equal((Verdict.Wrong, 0), (grade.Verdict, grade.Score));
        Assert.Equal(["agreement", "condition"], grade.Feedback.Select(feedback => feedback.Id));
        Assert.Equal(NotOrthogonal, grade.Feedback[1].Rationale);
        Assert.Equal(NotOrthogonal, both.Feedback[1].Rationale);
        Assert.Equal(TooShort, Grade(point => Orthogonal(point, 1e-4)).Feedback[1].Rationale);
    }

    [Fact]
    public void One_point_where_a_condition_does_not_hold_is_enough()
    {
        QuestionPlan plan = SamplePlanner.Plan(Question, Key, "seed");
        SamplePoint odd = plan.Points[4].Point;
        QuestionGrade grade = Classroom.Grade(plan, point => point == odd ? point.Inputs["a"] : Orthogonal(point, 2));
        Assert.Equal(Verdict.Wrong, grade.Verdict);
        Assert.Equal([4], Enumerable.Range(0, 12).Where(index => grade.Points[index].Unmet is not null));
        Assert.Contains("Met all conditions at 11 of 12 random inputs", grade.Feedback[0].Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_another_shape_or_that_is_not_finite_is_a_fault_and_no_condition_is_asked()
    {
        QuestionKey unasked = Key with { Conditions = [(_, answer) => Entries(answer).Length < 6, (_, answer) => answer is NumericValue { Tensor.IsFinite: true } ? true : throw new KeyFailureException("asked")] };
        QuestionPlan plan = SamplePlanner.Plan(Question, unasked, "seed");
        Assert.Equal(Verdict.Fault, Classroom.Grade(plan, _ => Examples.Vector(1, 2, 3, 4, 5, 6, 7)).Verdict);
        Assert.Equal(Verdict.Fault, Classroom.Grade(plan, point => new NumericValue(Examples.TensorOf(point, "a").Map(_ => double.NaN))).Verdict);
    }

    [Fact]
    public void A_key_that_misses_its_own_conditions_is_refused_with_the_condition()
    {
        var exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(Question, Key with { Answer = point => point.Inputs["a"] }, "seed"));
        Assert.EndsWith("failed because the key does not meet its own condition under 'satisfies', 'answer * a == 0'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_misses_its_conditions_at_a_special_point_is_refused_with_both()
    {
        Question question = Question with { SpecialPoints = [Examples.Special("tiny", ("a", Tensor.Vector(1e-6, 2e-6)))] };
        var exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, Key, "seed"));
        Assert.Equal("at the special point 'tiny' the key does not meet its own condition under 'satisfies', 'answer.L2Norm() > 0.1'", exception.Message);
    }

    [Fact]
    public void A_key_that_misses_its_own_conditions_is_refused_without_inputs_too()
    {
        Question question = Examples.Question("8") with { Definition = Question.Definition };
        QuestionKey key = Examples.Key(_ => Examples.Vector(0, 0)) with { Conditions = [(_, _) => true, (_, _) => false] };
        var exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, key, "seed"));
        Assert.Equal("the key does not meet its own condition under 'satisfies', 'answer.L2Norm() > 0.1'", exception.Message);
    }

    [Fact]
    public void A_condition_that_fails_is_nobodys_mistake_but_the_staffs()
    {
        QuestionKey failing = Key with { Conditions = [(_, answer) => Entries(answer)[0] < 1e3 ? true : throw new KeyFailureException("too large"), (_, _) => true] };
        QuestionPlan plan = SamplePlanner.Plan(Question, failing, "seed");
        Assert.Throws<KeyFailureException>(() => Classroom.Grade(plan, point => new NumericValue(Examples.TensorOf(point, "a").Map(_ => 1e6))));
    }

    [Fact]
    public void Whether_zeros_are_right_is_for_the_conditions_to_say()
    {
        QuestionKey key = Examples.Key(point => new NumericValue(Examples.TensorOf(point, "a").Map(_ => 0))) with { Conditions = [Key.Conditions[0], (_, _) => true] };
        Assert.Equal(12, SamplePlanner.Plan(Question, key, "seed").Points.Length);
    }

    [Theory]
    [InlineData("level", Verdict.Correct)]
    [InlineData("Radar", Verdict.Correct)]
    [InlineData("lever", Verdict.Wrong)]
    public void A_text_is_judged_by_the_conditions_alone(string answer, Verdict verdict)
    {
        QuestionGrade grade = Classroom.Grade(Texts("noon"), _ => new TextValue(answer));
        Assert.Equal(verdict, grade.Verdict);
        Assert.Equal(verdict == Verdict.Correct ? "All conditions of the question hold." : "Not all conditions of the question hold.", grade.Feedback[0].Rationale);
        Assert.Equal(verdict == Verdict.Correct ? [] : ["It reads differently backwards."], grade.Feedback.Skip(1).Select(feedback => feedback.Rationale));
    }

    [Fact]
    public void A_text_that_never_came_is_a_fault() => Assert.Equal(Verdict.Fault, Classroom.Grade(
        Texts("noon"), new QuestionObservations([Classroom.Failed(FaultKind.Exception, "FormatException: no.")], [null], Console: "")).Verdict);

    [Fact]
    public void Texts_beside_numbers_are_not_held_against_the_keys()
    {
        Question question = Question with { Definition = new ConditionsDefinition([new Condition("answer.v * a == 0", NotOrthogonal)]) };
        QuestionKey key = Key with { Answer = point => Named(point, "mine"), Conditions = [(point, answer) => Key.Conditions[0](point, ((GroupValue)answer).Members[0].Value)] };
        Assert.Equal(Verdict.Correct, Classroom.Grade(SamplePlanner.Plan(question, key, "seed"), point => Named(point, "yours")).Verdict);

        static GroupValue Named(SamplePoint point, string name) => Examples.Group(("v", Orthogonal(point, 1)), ("name", new TextValue(name)));
    }

    private static QuestionGrade Grade(Func<SamplePoint, Value> student) => Classroom.Grade(SamplePlanner.Plan(Question, Key, "seed"), student);

    private static QuestionPlan Texts(string reference)
    {
        Question question = Examples.Question("9") with { Definition = new ConditionsDefinition([new Condition("a palindrome", "It reads differently backwards.")]) };
        QuestionKey key = Examples.Key(_ => new TextValue(reference)) with
        {
            Conditions = [(_, answer) => ((TextValue)answer).Text is var text && text.Equals(string.Concat(text.Reverse()), StringComparison.OrdinalIgnoreCase)],
        };
        return SamplePlanner.Plan(question, key, "seed");
    }

    /// <summary>(−a₂, a₁, 0, …).</summary>
    private static NumericValue Orthogonal(SamplePoint point, double factor)
    {
        Tensor a = Examples.TensorOf(point, "a");
        return new NumericValue(new Tensor(a.Shape, [-factor * a.Entries[1], factor * a.Entries[0], .. Enumerable.Repeat(0.0, a.Entries.Length - 2)]));
    }

    private static ImmutableArray<double> Entries(Value answer) => ((NumericValue)answer).Tensor.Entries;
}
