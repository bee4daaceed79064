using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Comparing;

public sealed class QuestionComparisonTests
{
    private static readonly Question Sum = Examples.Question("1", Examples.Vector("b", "D"));

    private static readonly Question Minimiser = Sum with { Definition = new MinimiserDefinition("Objective", "v") };

    /// <summary>3 + ‖v − b‖², smallest at v = b.</summary>
    private static readonly QuestionKey MinimiserKey = Examples.Key(point => point.Inputs["b"]) with
    {
        Given = Examples.Objective((point, v) => 3 + v.Entries.Zip(Examples.TensorOf(point, "b").Entries, (left, right) => Math.Pow(left - right, 2)).Sum()),
    };

    [Fact]
    public void The_minimiser_is_correct_and_stationary() => Law.HoldsForAnySeed(seed =>
        Classroom.Grade(SamplePlanner.Plan(Minimiser, MinimiserKey, seed), Scaled(1)) is { Verdict: Verdict.Correct, Points: var points }
        && points.All(point => point.IsStationary == true));

    [Theory]
    [InlineData(1 + 1e-9, Verdict.Correct)]
    [InlineData(1 + 1e-6, Verdict.Imprecise)]
    [InlineData(1 - 5e-5, Verdict.Imprecise)]
    [InlineData(1 + 9e-5, Verdict.Imprecise)]
    [InlineData(1 + 2e-4, Verdict.Wrong)]
    [InlineData(0, Verdict.Wrong)]
    [InlineData(-1, Verdict.Wrong)]
    [InlineData(1e200, Verdict.Wrong)]
    public void How_near_an_answer_is_to_the_minimiser_decides_as_for_any_number(double factor, Verdict verdict) =>
        Assert.Equal(verdict, Classroom.Grade(SamplePlanner.Plan(Minimiser, MinimiserKey, "seed"), Scaled(factor)).Verdict);

    [Fact]
    public void A_minimiser_that_is_off_in_a_tiny_entry_only_is_imprecise()
    {
        static Value Minimiser(SamplePoint point, double tiny) => Examples.Vector([.. Examples.TensorOf(point, "b").Entries, tiny]);
        QuestionKey key = Examples.Key(point => Minimiser(point, 1e-6)) with
        {
            Given = Examples.Objective((point, v) => 3 + v.Entries.Zip(Minimiser(point, 1e-6).NumericParts.Single().Tensor.Entries, (left, right) => Math.Pow(left - right, 2)).Sum()),
        };
        QuestionPlan plan = SamplePlanner.Plan(QuestionComparisonTests.Minimiser, key, "seed");
        Assert.Equal(Verdict.Imprecise, Classroom.Grade(plan, point => Minimiser(point, 1.3e-6)).Verdict);
        Assert.Equal(Verdict.Wrong, Classroom.Grade(plan, point => Minimiser(point, 1e-2)).Verdict);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_key_that_contradicts_the_definition_costs_nobody_points(double factor)
    {
        // The key says 2b, the objective says b: neither who agrees with the key nor who is right is marked.
        QuestionKey wrong = MinimiserKey with { Answer = point => Scaled(2)(point) };
        QuestionGrade grade = Classroom.Grade(SamplePlanner.Plan(Minimiser, wrong, "seed"), Scaled(factor));
        Assert.Equal((Verdict.Inconclusive, null, null), (grade.Verdict, grade.Score, grade.EarnedPoints));
    }

    [Fact]
    public void Who_contradicts_both_the_key_and_the_definition_is_wrong()
    {
        QuestionKey wrong = MinimiserKey with { Answer = point => Scaled(2)(point) };
        Assert.Equal(Verdict.Wrong, Classroom.Grade(SamplePlanner.Plan(Minimiser, wrong, "seed"), Scaled(3)).Verdict);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1)]
    [InlineData(1e-3)]
    public void How_far_off_a_minimiser_may_be_is_measured_by_its_size(double unit)
    {
        // The objective does not know the last entry at all, so any value of it is stationary.
        Value Right(SamplePoint point, double last) => Examples.Vector([.. Examples.TensorOf(point, "b").Entries.Select(entry => unit * entry), unit * last]);
        QuestionKey key = Examples.Key(point => Right(point, 0.5)) with
        {
            Given = Examples.Objective((point, v) => Examples.TensorOf(point, "b").Entries.Select((entry, index) => Math.Pow(v.Entries[index] - (unit * entry), 2)).Sum()),
        };
        QuestionPlan plan = SamplePlanner.Plan(Minimiser, key, "seed");
        Assert.Equal(Verdict.Imprecise, Classroom.Grade(plan, point => Right(point, 0.50004)).Verdict);
        Assert.Equal(Verdict.Inconclusive, Classroom.Grade(plan, point => Right(point, 0.6)).Verdict);
    }

    [Fact]
    public void Of_several_minimisers_each_must_be_stationary()
    {
        Question both = Sum with
        {
            Definition = new PartsDefinition([.. new[] { "first", "second" }.Select(name => new QuestionPart(name, null, new MinimiserDefinition("Objective", "v")))]),
        };
        QuestionKey key = MinimiserKey with { Answer = point => Examples.Group(("first", Scaled(1)(point)), ("second", Scaled(1)(point))) };
        QuestionPlan plan = SamplePlanner.Plan(both, key, "seed");
        QuestionGrade grade = Classroom.Grade(plan, point => Examples.Group(("first", Scaled(3)(point)), ("second", Scaled(1)(point))));
        Assert.Equal(Verdict.Wrong, grade.Verdict);
        Assert.All(grade.Points, point => Assert.False(point.IsStationary));

        QuestionGrade faulty = Classroom.Grade(plan, point => Examples.Group(("first", Examples.Number(1)), ("second", Scaled(1)(point))));
        Assert.Equal(Verdict.Fault, faulty.Verdict);
        Assert.All(faulty.Points, point => Assert.Equal(Agreement.Off, point.Agreement));
    }

    [Fact]
    public void A_minimiser_that_came_in_another_wrapping_is_still_judged()
    {
        // A worker is a stranger: it may send a group of one where a vector was asked for.
        QuestionPlan plan = SamplePlanner.Plan(Minimiser, MinimiserKey, "seed");
        Assert.Equal(Verdict.Wrong, Classroom.Grade(plan, point => Examples.Group(("v", Scaled(3)(point)))).Verdict);
    }

    [Fact]
    public void A_fault_of_a_minimiser_is_not_tried_on_the_objective()
    {
        QuestionPlan plan = SamplePlanner.Plan(Minimiser, MinimiserKey, "seed");
        QuestionGrade grade = Classroom.Grade(plan, _ => Examples.Vector(double.NaN));
        Assert.Equal(Verdict.Fault, grade.Verdict);
        Assert.All(grade.Points, point => Assert.Null(point.IsStationary));
    }

    [Fact]
    public void Fewer_answers_than_points_are_never_right()
    {
        // The list is short without a fault only when a program has forged the worker's messages.
        QuestionPlan plan = SamplePlanner.Plan(Sum, Examples.Key(point => point.Inputs["b"]), "seed");
        QuestionObservations all = Classroom.Observe(plan, point => point.Inputs["b"]);
        for (int answered = 0; answered < plan.Points.Length; answered++)
        {
            QuestionGrade grade = Classroom.Grade(plan, new QuestionObservations([.. all.First.Take(answered)], [.. all.Second.Take(answered)], ""));
            Assert.Equal(Verdict.Fault, grade.Verdict);
            Assert.Equal(0, grade.Score);
            Assert.Equal("fault/protocol", grade.Feedback[0].Id);
        }
    }

    [Fact]
    public void A_list_that_ends_with_a_fault_keeps_that_fault()
    {
        QuestionPlan plan = SamplePlanner.Plan(Sum, Examples.Key(point => point.Inputs["b"]), "seed");
        Observation crash = Classroom.Failed(FaultKind.Crash, "The stack overflowed.");
        QuestionComparison comparison = QuestionComparison.Of(plan, new QuestionObservations([crash], [null], ""));
        Assert.Equal(FaultKind.Crash, comparison.FirstFault?.Kind);
        Assert.Single(comparison.Points);
    }

    [Fact]
    public void Changed_inputs_of_both_calls_are_gathered_once()
    {
        QuestionComparison comparison = Compare(
            [new ReturnedValue(Examples.Number(1), ["y", "X"], null)], [new ReturnedValue(Examples.Number(1), ["w", "X"], "w")]);
        Assert.Equal(["X", "w", "y"], comparison.ChangedInputs.AsEnumerable());
        Assert.Equal("w", comparison.ReturnedInput);
    }

    [Theory]
    [InlineData(1 + 1e-12, true)]
    [InlineData(1 + 1e-5, false)]
    [InlineData(double.NaN, false)]
    public void A_second_call_may_differ_by_rounding_only(double second, bool isRepeatable) => Assert.Equal(
        isRepeatable, Compare([Classroom.Returned(Examples.Vector(1, 1))], [Classroom.Returned(Examples.Vector(1, second))]).IsRepeatable);

    [Fact]
    public void A_second_call_may_differ_by_what_is_rounding_of_the_right_answer() =>
        Assert.True(Compare([Classroom.Returned(Examples.Vector(0, 0))], [Classroom.Returned(Examples.Vector(0, 1e-9))]).IsRepeatable);

    [Fact]
    public void Training_may_use_its_arguments_up()
    {
        Question training = Sum with { Definition = new TrainingDefinition("0", new Goal(0, IsLeast: true)) };
        QuestionPlan plan = Classroom.Plan(training, Examples.Vector(1)) with { Key = Examples.Key(answer: null) with { Measure = (_, _) => 1 } };
        QuestionComparison comparison = QuestionComparison.Of(
            plan, new QuestionObservations([new ReturnedValue(Examples.Vector(1), ["w"], null)], [null], ""));
        Assert.Empty(comparison.ChangedInputs);
    }

    [Fact]
    public void Every_entry_of_every_answer_must_be_a_float_to_look_like_one()
    {
        const double NoFloat = 0.1;
        Assert.True(Compare([Classroom.Returned(Examples.Vector(0.5, 0.25))], [null]).IsSingle);
        Assert.False(Compare([Classroom.Returned(Examples.Vector(0.5, NoFloat))], [null]).IsSingle);
        Assert.False(Compare([Classroom.Returned(Examples.Vector(0.5))], [Classroom.Returned(Examples.Vector(NoFloat))]).IsSingle);
        Assert.False(Compare([Classroom.Returned(Examples.Group(("a", Examples.Vector(0.5)), ("b", Examples.Vector(NoFloat))))], [null]).IsSingle);
    }

    [Fact]
    public void A_text_that_never_came_is_no_empty_text()
    {
        Assert.False(Compare([Classroom.Failed(FaultKind.Exception, "no text")], [null]).IsEmptyText);
        Assert.True(Compare([Classroom.Returned(new TextValue(" "))], [null]).IsEmptyText);
        Assert.False(Compare([Classroom.Returned(new TextValue("a proof"))], [null]).IsEmptyText);
    }

    [Fact]
    public void A_second_call_of_another_kind_is_no_repetition()
    {
        Assert.False(Repeats(Examples.Vector(1), Examples.Vector(1, 1)));
        Assert.False(Repeats(Examples.Vector(1), new TextValue("1")));
        Assert.False(Repeats(new TextValue("A"), new TextValue("B")));
        Assert.False(Repeats(new TextListValue(["A", "B"]), new TextListValue(["A"])));
        Assert.False(Repeats(
            Examples.Group(("n", Examples.Number(1)), ("kind", new TextValue("A"))),
            Examples.Group(("n", Examples.Number(1)), ("kind", new TextValue("B")))));
        Assert.True(Repeats(new TextListValue(["A", "B"]), new TextListValue(["A", "B"])));
        Assert.True(Repeats(Examples.Vector(double.NaN, double.PositiveInfinity), Examples.Vector(double.NaN, double.PositiveInfinity)));

        static bool Repeats(Value first, Value second) => Compare([Classroom.Returned(first)], [Classroom.Returned(second)]).IsRepeatable;
    }

    [Fact]
    public void A_second_call_that_throws_is_no_repetition_and_one_that_was_not_made_is_no_evidence()
    {
        Observation answer = Classroom.Returned(Examples.Number(1));
        Assert.False(Compare([answer], [Classroom.Failed(FaultKind.Exception, "")]).IsRepeatable);
        Assert.True(Compare([answer], [null]).IsRepeatable);
        Assert.True(Compare([Classroom.Failed(FaultKind.Exception, "")], [null]).IsRepeatable);
    }

    [Fact]
    public void Answers_that_are_floats_throughout_are_noticed()
    {
        Assert.True(Compare([Classroom.Returned(Examples.Vector(0.1f, 1e-30f))], [null]).IsSingle);
        Assert.False(Compare([Classroom.Returned(Examples.Vector(0.1f, 0.1))], [null]).IsSingle);
        Assert.False(Compare([Classroom.Returned(Examples.Vector(1e-60))], [null]).IsSingle);
        Assert.False(Compare([Classroom.Returned(new TextValue("1"))], [null]).IsSingle);
        Assert.False(Compare([Classroom.Failed(FaultKind.Exception, "")], [null]).IsSingle);
    }

    private static QuestionComparison Compare(ImmutableArray<Observation> first, ImmutableArray<Observation?> second) =>
        QuestionComparison.Of(Classroom.Plan(Sum, Examples.Number(1)), new QuestionObservations(first, second, ""));

    private static Func<SamplePoint, Value> Scaled(double factor) =>
        point => new NumericValue(Examples.TensorOf(point, "b").Map(entry => factor * entry));
}
