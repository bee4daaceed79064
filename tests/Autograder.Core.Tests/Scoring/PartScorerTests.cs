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

/// <summary>Answers with named parts: dW for 3 points and db for 1, or both together for 4.</summary>
public sealed class PartScorerTests
{
    private static readonly Question Apart = Examples.Layer with { Definition = Parts(3, 1) };

    private static readonly Question Together = Examples.Layer with { Definition = Parts(null, null) };

    private static readonly QuestionPlan ApartPlan = SamplePlanner.Plan(Apart, Examples.LayerKey, "seed");

    private static readonly QuestionPlan TogetherPlan = SamplePlanner.Plan(Together, Examples.LayerKey, "seed");

    private static readonly Gen<Agreement> Agreements = Gen.Elements(Agreement.Agree, Agreement.Gray, Agreement.Off);

    [Theory]
    [InlineData(1, 1, Verdict.Correct, 4.0)]
    [InlineData(1, -1, Verdict.Partial, 3.0)]
    [InlineData(-1, 1, Verdict.Partial, 1.0)]
    [InlineData(-1, -1, Verdict.Wrong, 0.0)]
    [InlineData(1 + 1e-6, 1 + 1e-6, Verdict.Imprecise, 2.0)]
    [InlineData(1, 1 + 1e-6, Verdict.Partial, 3.5)]
    [InlineData(1 + 1e-6, -1, Verdict.Partial, 1.5)]
    public void Each_part_earns_its_own_points(double weights, double bias, Verdict verdict, double points)
    {
        QuestionGrade grade = Classroom.Grade(ApartPlan, Layer(weights, bias));
        Assert.Equal((verdict, points), (grade.Verdict, grade.EarnedPoints));
        Assert.Equal(["dW 3", "db 1"], grade.Parts.Select(part => $"{part.Name} {part.MaxPoints}"));
        Assert.Equal(points, grade.Parts.Sum(part => part.MaxPoints * part.Score));
    }

    [Theory]
    [InlineData(1, 1, Verdict.Correct, 4.0)]
    [InlineData(1, -1, Verdict.Wrong, 0.0)]
    [InlineData(-1, 1, Verdict.Wrong, 0.0)]
    [InlineData(1, 1 + 1e-6, Verdict.Imprecise, 2.0)]
    [InlineData(1 + 1e-6, -1, Verdict.Wrong, 0.0)]
    public void Under_common_points_all_parts_must_be_right(double weights, double bias, Verdict verdict, double points)
    {
        QuestionGrade grade = Classroom.Grade(TogetherPlan, Layer(weights, bias));
        Assert.Equal((verdict, points), (grade.Verdict, grade.EarnedPoints));
        Assert.Empty(grade.Parts);
    }

    [Theory]
    [InlineData(1, -1, "Different: db.")]
    [InlineData(-1, 1, "Different: dW.")]
    [InlineData(-1, -1, "Different: dW, db.")]
    public void Under_common_points_the_message_names_the_parts_that_differ(double weights, double bias, string expected) =>
        Assert.EndsWith(expected, Classroom.Grade(TogetherPlan, Layer(weights, bias)).Feedback[0].Rationale, StringComparison.Ordinal);

    [Fact]
    public void Under_common_points_a_fault_in_a_part_costs_all()
    {
        QuestionGrade grade = Classroom.Grade(TogetherPlan, WithBias(_ => Examples.Vector(1, 2, 3, 4, 5, 6, 7, 8)));
        Assert.Equal((Verdict.Fault, 0), (grade.Verdict, grade.Score));
    }

    [Fact]
    public void A_part_of_another_shape_costs_itself_alone() =>
        AssertOnlyBiasIsFaulty(WithBias(_ => Examples.Vector(1, 2, 3, 4, 5, 6, 7, 8)), "expected a vector of");

    [Fact]
    public void A_part_that_is_not_finite_costs_itself_alone() =>
        AssertOnlyBiasIsFaulty(WithBias(point => new NumericValue(Examples.TensorOf(point, "g").Map(_ => double.NaN))), "are NaN or infinite");

    [Fact]
    public void A_part_that_is_faulty_at_one_point_only_is_faulty()
    {
        SamplePoint odd = ApartPlan.Points[7].Point;
        AssertOnlyBiasIsFaulty(
            point => point == odd ? WithBias(_ => Examples.Number(1))(point) : Layer(1, 1)(point), "At input 8: expected a vector of");
    }

    [Fact]
    public void A_faulty_part_beside_wrong_ones_earns_nothing_and_is_told_as_a_fault()
    {
        QuestionGrade grade = Classroom.Grade(ApartPlan, point => Examples.Group(("dW", Scaled(Weights(point), -1)), ("db", Examples.Number(1))));
        Assert.Equal((Verdict.Fault, 0), (grade.Verdict, grade.Score));
        Assert.Equal([Verdict.Wrong, Verdict.Fault], grade.Parts.Select(part => part.Verdict));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(11)]
    public void An_exception_at_one_point_costs_all_parts(int at)
    {
        QuestionObservations right = Classroom.Observe(ApartPlan, Layer(1, 1));
        AssertAll(Verdict.Fault, Classroom.Grade(ApartPlan, right with
        {
            First = right.First.SetItem(at, Classroom.Failed(FaultKind.Exception, "FormatException: no.")),
            Second = right.Second.SetItem(at, null),
        }));
    }

    [Fact]
    public void Another_number_of_parts_costs_all_parts() =>
        AssertAll(Verdict.Fault, Classroom.Grade(ApartPlan, point => Examples.Group(("dW", Weights(point)))));

    [Fact]
    public void Points_that_were_never_answered_cost_all_parts()
    {
        QuestionObservations right = Classroom.Observe(ApartPlan, Layer(1, 1));
        AssertAll(Verdict.Fault, Classroom.Grade(ApartPlan, right with { First = [.. right.First.Take(4)], Second = [.. right.Second.Take(4)] }));
    }

    [Fact]
    public void A_method_that_is_no_function_earns_no_part()
    {
        QuestionObservations right = Classroom.Observe(ApartPlan, Layer(1, 1));
        AssertAll(Verdict.Wrong, Classroom.Grade(ApartPlan, right with
        {
            First = [.. right.First.Select(seen => (Observation)((ReturnedValue)seen with { ChangedInputs = ["x"] }))],
        }));
        AssertAll(Verdict.Wrong, Classroom.Grade(ApartPlan, right with { Second = Classroom.Observe(ApartPlan, Layer(1, 3)).Second }));
    }

    [Fact]
    public void A_part_where_key_and_definition_disagree_leaves_the_question_ungraded()
    {
        // The key says b is the minimiser of ‖v − b‖² + v₁; the definition does not.
        Question question = Examples.Question("1", Examples.Vector("b", "D")) with
        {
            Definition = new PartsDefinition(
                [new QuestionPart("right", 3, new ValueDefinition()), new QuestionPart("torn", 1, new MinimiserDefinition("Objective", "v"))]),
        };
        QuestionKey key = Examples.Key(point => Both(point, 1)) with
        {
            Given = Examples.Objective((point, v) => v.Entries[0] + v.Entries.Zip(Examples.TensorOf(point, "b").Entries, (left, right) => Math.Pow(left - right, 2)).Sum()),
        };
        QuestionPlan plan = SamplePlanner.Plan(question, key, "seed");
        QuestionGrade grade = Classroom.Grade(plan, point => Both(point, 1)), wrong = Classroom.Grade(plan, point => Both(point, 2));
        Assert.Equal((Verdict.Inconclusive, null, null), (grade.Verdict, grade.Score, grade.EarnedPoints));
        Assert.Equal([Verdict.Correct, Verdict.Inconclusive], grade.Parts.Select(part => part.Verdict));
        Assert.Null(grade.Parts[1].Score);
        Assert.Equal([Verdict.Wrong, Verdict.Inconclusive], wrong.Parts.Select(part => part.Verdict));
        Assert.Null(wrong.Score);

        static GroupValue Both(SamplePoint point, double factor) =>
            Examples.Group(("right", Scaled(point.Inputs["b"], factor)), ("torn", point.Inputs["b"]));
    }

    [Fact]
    public void A_part_that_is_a_tuple_itself_is_right_when_all_its_numbers_are()
    {
        Question question = Examples.Layer with
        {
            Definition = new PartsDefinition([new QuestionPart("layer", 3, new ValueDefinition()), new QuestionPart("loss", 1, new ValueDefinition())]),
        };
        QuestionPlan plan = SamplePlanner.Plan(question, Examples.Key(point => Nested(point, 1)), "seed");
        Assert.Equal([1.0, 1.0], Scores(point => Nested(point, 1)));
        Assert.Equal([0.0, 1.0], Scores(point => Nested(point, 2)));

        double[] Scores(Func<SamplePoint, Value> student) => [.. Classroom.Grade(plan, student).Parts.Select(part => part.Score!.Value)];

        static GroupValue Nested(SamplePoint point, double factor) =>
            Examples.Group(("layer", Layer(1, factor)(point)), ("loss", Examples.Number(point.Sizes["N"])));
    }

    [Fact]
    public void The_share_is_that_of_the_points_that_the_parts_earn() => Law.Holds(
        from parts in Gen.Zip(Gen.Choose(1, 10), Agreements).NonEmptyListOf()
        select parts.ToArray(),
        parts =>
        {
            QuestionGrade grade = Score(parts);
            double earned = parts.Sum(part => part.Item1 * (part.Item2 switch { Agreement.Agree => 1, Agreement.Gray => 0.5, _ => 0 }));
            return Math.Abs(grade.EarnedPoints!.Value - earned) <= 1e-12 * Math.Max(1, earned)
                && (grade.Verdict == Verdict.Correct) == (grade.Score == 1)
                && (grade.Score == 0 ? grade.Verdict == Verdict.Wrong : grade.Verdict is Verdict.Correct or Verdict.Imprecise or Verdict.Partial);
        });

    [Fact]
    public void The_order_of_the_parts_changes_no_verdict_and_no_score() => Law.Holds(
        from parts in Gen.Zip(Gen.Choose(1, 10), Agreements).NonEmptyListOf()
        from shuffled in Gen.Shuffle(parts.ToArray())
        select (parts: parts.ToArray(), shuffled),
        @case => Score(@case.parts).Verdict == Score(@case.shuffled).Verdict
            && Math.Abs(Score(@case.parts).Score!.Value - Score(@case.shuffled).Score!.Value) <= 1e-12);

    /// <summary>A question of as many parts, each with its points, at one point of which each came to that.</summary>
    private static QuestionGrade Score((int Points, Agreement Agreement)[] parts)
    {
        Question question = Examples.Layer with
        {
            Points = parts.Sum(part => part.Points),
            Definition = new PartsDefinition([.. parts.Select((part, index) => new QuestionPart($"p{index}", part.Points, new ValueDefinition()))]),
        };
        var point = new PointComparison(
            null, parts.Max(part => part.Agreement), [.. parts.Select((part, index) => new PartComparison($"p{index}", part.Agreement, 0))]);
        var comparison = new QuestionComparison(
            [point], Planned: 1, ChangedInputs: [], ReturnedInput: null, IsRepeatable: true, BrokenRule: null, IsEmptyText: false, IsSingle: false);
        return QuestionScorer.Score(question, new QuestionObservations([], [], Console: ""), comparison, Diagnosis.None);
    }

    private static void AssertOnlyBiasIsFaulty(Func<SamplePoint, Value> student, string message)
    {
        QuestionGrade grade = Classroom.Grade(ApartPlan, student);
        Assert.Equal((Verdict.Partial, 3.0), (grade.Verdict, grade.EarnedPoints));
        Assert.Equal([Verdict.Correct, Verdict.Fault], grade.Parts.Select(part => part.Verdict));
        Assert.Contains(message, grade.Feedback[0].Rationale, StringComparison.Ordinal);
    }

    private static void AssertAll(Verdict verdict, QuestionGrade grade)
    {
        Assert.Equal((verdict, 0), (grade.Verdict, grade.Score));
        Assert.All(grade.Parts, part => Assert.Equal((verdict, 0), (part.Verdict, part.Score)));
    }

    private static PartsDefinition Parts(double? weights, double? bias) =>
        new([new QuestionPart("dW", weights, new ValueDefinition()), new QuestionPart("db", bias, new ValueDefinition())]);

    private static Func<SamplePoint, Value> Layer(double weights, double bias) =>
        point => Examples.Group(("dW", Scaled(Weights(point), weights)), ("db", Scaled(Bias(point), bias)));

    private static Func<SamplePoint, Value> WithBias(Func<SamplePoint, Value> bias) =>
        point => Examples.Group(("dW", Weights(point)), ("db", bias(point)));

    private static Value Weights(SamplePoint point) => ((GroupValue)Examples.LayerKey.Answer!(point)).Members[0].Value;

    private static Value Bias(SamplePoint point) => ((GroupValue)Examples.LayerKey.Answer!(point)).Members[1].Value;

    private static NumericValue Scaled(Value value, double factor) => new(((NumericValue)value).Tensor.Map(entry => factor * entry));
}
