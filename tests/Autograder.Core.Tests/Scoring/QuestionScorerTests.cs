using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Scoring;

public sealed class QuestionScorerTests
{
    private static readonly Question Question = Examples.LeastSquares;
    private static readonly QuestionObservations Nothing = new([], [], Console: "");

    /// <summary>What a point may come to, with a fault as null.</summary>
    private static readonly Gen<Agreement?> Outcomes = Gen.Elements<Agreement?>(
        Agreement.Agree, Agreement.Agree, Agreement.Agree, Agreement.Gray, Agreement.Off, null);

    [Theory]
    [InlineData(Verdict.Correct, 1.0, Agreement.Agree, Agreement.Agree)]
    [InlineData(Verdict.Imprecise, 0.5, Agreement.Agree, Agreement.Gray)]
    [InlineData(Verdict.Wrong, 0.0, Agreement.Gray, Agreement.Off)]
    [InlineData(Verdict.Wrong, 0.0, Agreement.Off, Agreement.Agree)]
    [InlineData(Verdict.Inconclusive, null, Agreement.Gray, Agreement.Undecided)]
    [InlineData(Verdict.Wrong, 0.0, Agreement.Off, Agreement.Undecided)]
    public void The_worst_point_decides(Verdict verdict, double? score, params Agreement[] agreements)
    {
        QuestionGrade grade = Score(Seen([.. agreements.Select(agreement => (Agreement?)agreement)]));
        Assert.Equal((verdict, score, 4 * score), (grade.Verdict, grade.Score, grade.EarnedPoints));
    }

    [Fact]
    public void A_fault_comes_before_whatever_else_was_seen()
    {
        QuestionComparison impure = Seen(null, Agreement.Agree) with { ChangedInputs = ["w"], IsRepeatable = false };
        Assert.Equal(Verdict.Fault, Score(impure).Verdict);
        Assert.Equal(Verdict.Fault, Score(impure with { Points = [.. impure.Points, .. Seen(Agreement.Undecided).Points] }).Verdict);
    }

    [Theory]
    [InlineData(Agreement.Agree)]
    [InlineData(Agreement.Gray)]
    public void A_method_that_is_no_function_is_wrong_however_good_its_numbers(Agreement agreement)
    {
        Assert.Equal((Verdict.Wrong, 0), Outcome(Seen(agreement) with { ChangedInputs = ["w"] }));
        Assert.Equal((Verdict.Wrong, 0), Outcome(Seen(agreement) with { IsRepeatable = false }));

        static (Verdict, double?) Outcome(QuestionComparison comparison) => (Score(comparison).Verdict, Score(comparison).Score);
    }

    [Fact]
    public void Returning_an_argument_itself_is_no_mistake_where_it_is_the_answer() =>
        Assert.Equal(Verdict.Correct, Score(Seen(Agreement.Agree) with { ReturnedInput = "w" }).Verdict);

    [Fact]
    public void More_points_never_improve_a_verdict() => Law.Holds(
        from first in Outcomes.NonEmptyListOf()
        from more in Outcomes.ListOf()
        select (first: first.ToArray(), more: more.ToArray()),
        @case =>
        {
            double before = Score(Seen(@case.first)).Score!.Value;
            return Score(Seen([.. @case.first, .. @case.more])).Score <= before && Score(Seen([.. @case.more, .. @case.first])).Score <= before;
        });

    [Fact]
    public void The_order_of_the_points_changes_no_verdict() => Law.Holds(
        from outcomes in Outcomes.NonEmptyListOf()
        from shuffled in Gen.Shuffle(outcomes.ToArray())
        select (outcomes: outcomes.ToArray(), shuffled),
        @case => Score(Seen(@case.outcomes)).Verdict == Score(Seen(@case.shuffled)).Verdict);

    [Fact]
    public void The_credit_of_an_imprecise_answer_is_the_questions_own()
    {
        Question strict = Question with { Tolerance = new Tolerance { ImpreciseCredit = 0.25 } };
        QuestionGrade grade = QuestionScorer.Score(strict, Nothing, Seen(Agreement.Gray), Diagnosis.None);
        Assert.Equal((0.25, 1.0), (grade.Score, grade.EarnedPoints));
    }

    [Fact]
    public void A_question_without_points_has_a_score_and_earns_nothing()
    {
        QuestionGrade grade = QuestionScorer.Score(Question with { Points = null }, Nothing, Seen(Agreement.Agree), Diagnosis.None);
        Assert.Equal((1.0, null), (grade.Score, grade.EarnedPoints));
    }

    [Fact]
    public void Verdicts_that_are_not_graded_have_no_score_and_all_others_have_one()
    {
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            QuestionGrade grade = QuestionScorer.WithoutObservation(Question, verdict);
            Assert.Equal(verdict is Verdict.Pending or Verdict.Manual or Verdict.Inconclusive or Verdict.InternalError, grade.Score is null);
            Assert.Equal(grade.Score is null, grade.EarnedPoints is null);
        }
    }

    [Fact]
    public void Prose_is_kept_for_people_and_never_scored()
    {
        Question prose = Question with { Definition = new TextDefinition() };
        var handedIn = new QuestionObservations([Classroom.Returned(new TextValue("By the chain rule …"))], [null], "printed");
        QuestionGrade grade = QuestionScorer.Score(prose, handedIn, Seen(Agreement.Agree), Diagnosis.None);
        Assert.Equal((Verdict.Manual, null, "By the chain rule …", "printed"), (grade.Verdict, grade.Score, grade.Text, grade.Console));
        Assert.Empty(grade.Points);
    }

    [Fact]
    public void Prose_that_is_missing_or_failed_costs_no_points_either()
    {
        Question prose = Question with { Definition = new TextDefinition() };
        Assert.Null(QuestionScorer.WithoutObservation(prose, Verdict.Missing).Score);
        Assert.Null(QuestionScorer.WithoutObservation(prose, Verdict.CompilationError).Score);
        Assert.Null(QuestionScorer.Score(prose, Nothing, Seen([null]), Diagnosis.None).Score);
    }

    [Fact]
    public void What_is_right_is_correct_and_what_is_not_is_wrong_for_any_seed() => Law.HoldsForAnySeed(seed =>
    {
        QuestionPlan plan = SamplePlanner.Plan(Question, Examples.LeastSquaresKey, seed);
        Verdict Of(Func<SamplePoint, double[]> student) => Classroom.Grade(plan, point => Examples.Vector(student(point))).Verdict;
        return Of(point => Examples.LeastSquaresGradient(point, factor: 2)) == Verdict.Correct
            && Of(point => [.. Examples.LeastSquaresGradient(point, factor: 1).Select(entry => entry + entry)]) == Verdict.Correct
            && Of(point => Examples.LeastSquaresGradient(point, factor: 1)) == Verdict.Wrong
            && Of(point => Examples.LeastSquaresGradient(point, factor: -2)) == Verdict.Wrong
            && Of(point => Examples.LeastSquaresGradient(point, factor: 2 * point.Sizes["N"])) == Verdict.Wrong
            && Of(point => Examples.LeastSquaresGradient(point, factor: 2.0 * point.Sizes["N"] / point.Sizes["D"])) == Verdict.Wrong
            && Of(point => new double[point.Sizes["D"]]) == Verdict.Wrong
            && Of(point => new double[point.Sizes["N"]]) == Verdict.Fault;
    });

    [Fact]
    public void The_same_formula_in_floats_is_imprecise_for_any_seed() => Law.HoldsForAnySeed(seed =>
    {
        QuestionPlan plan = SamplePlanner.Plan(Question, Examples.LeastSquaresKey, seed);
        QuestionGrade grade = Classroom.Grade(plan, point =>
            Examples.Vector([.. Examples.LeastSquaresGradient(point, factor: 2).Select(entry => (double)(float)(entry * (1 + 5e-7)))]));
        return grade.Verdict == Verdict.Imprecise && grade.Feedback.Any(feedback => feedback.Id == "single-precision");
    });

    [Fact]
    public void A_mistake_in_a_tiny_part_is_wrong_for_any_seed() => Law.HoldsForAnySeed(seed =>
    {
        QuestionPlan plan = SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, seed);
        return Classroom.Grade(plan, point => Examples.LayerGradient(point, tinyFactor: 1e-6)).Verdict == Verdict.Correct
            && Classroom.Grade(plan, point => Examples.LayerGradient(point, tinyFactor: 1.1e-6)).Verdict == Verdict.Wrong
            && Classroom.Grade(plan, point => Examples.LayerGradient(point, tinyFactor: 0)).Verdict == Verdict.Wrong;
    });

    [Fact]
    public void A_part_of_zeros_is_met_by_zeros_and_by_nothing_else() => Law.HoldsForAnySeed(seed =>
    {
        static Value Parts(SamplePoint point, Func<double, double> second) =>
            Examples.Group(("first", point.Inputs["w"]), ("second", new NumericValue(Examples.TensorOf(point, "w").Map(second))));
        QuestionPlan plan = SamplePlanner.Plan(Question, Examples.Key(point => Parts(point, _ => 0)), seed);
        Verdict Of(Func<double, double> second) => Classroom.Grade(plan, point => Parts(point, second)).Verdict;
        return Of(_ => 0) == Verdict.Correct && Of(_ => -0.0) == Verdict.Correct && Of(entry => 1e-3 * entry) == Verdict.Wrong
            && Classroom.Grade(plan, point => Examples.Group(("first", new NumericValue(Examples.TensorOf(point, "w").Map(_ => 0))), ("second", point.Inputs["w"]))).Verdict == Verdict.Wrong;
    });

    [Fact]
    public void One_bad_number_at_one_of_the_points_is_never_correct() => Law.Holds(
        from bad in Draw.NonFinite
        from place in Gen.Choose(0, SamplePlanner.RandomPoints - 1)
        select (bad, place),
        @case =>
        {
            QuestionPlan plan = SamplePlanner.Plan(Question, Examples.LeastSquaresKey, "seed");
            QuestionGrade grade = Classroom.Grade(plan, point =>
            {
                double[] gradient = Examples.LeastSquaresGradient(point, factor: 2);
                gradient[^1] = ReferenceEquals(point, plan.Points[@case.place].Point) ? @case.bad : gradient[^1];
                return Examples.Vector(gradient);
            });
            return grade is { Verdict: Verdict.Fault, Score: 0 } && grade.Feedback[0].Id == "fault/non-finite";
        });

    private static QuestionGrade Score(QuestionComparison comparison) => QuestionScorer.Score(Question, Nothing, comparison, Diagnosis.None);

    private static QuestionComparison Seen(params Agreement?[] outcomes) => new(
        [.. outcomes.Select(Point)],
        Planned: outcomes.Length,
        ChangedInputs: [],
        ReturnedInput: null,
        IsRepeatable: true,
        BrokenRule: null,
        IsEmptyText: false,
        IsSingle: false);

    private static PointComparison Point(Agreement? outcome) => outcome is Agreement agreement
        ? new PointComparison(Label: null, agreement, [new PartComparison("", agreement, 1e-5)])
        : new PointComparison(Label: null, Agreement.Off, Parts: [], new Fault(FaultKind.Exception, "Thrown"));
}
