using Autograder.Core.Assignments;
using Autograder.Core.Diagnosing;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Diagnosing;

public sealed class HypothesesTests
{
    private static readonly QuestionKey Symmetric = Examples.Key(point => new NumericValue(Planted.Sum(Planted.Outer(point, "a", "a"), Planted.Outer(point, "a", "a"))));

    [Fact]
    public void They_are_what_is_tried_in_its_order()
    {
        string[] ids = [.. Hypotheses.Of(Plan()).Select(hypothesis => hypothesis.Id)];
        Assert.Equal(["zeros", "transposed", "column-major", "sign", "factor/2", "factor/-2", "factor/1-over-2"], ids[..7]);
        Assert.Equal(
            ["missing-term/data", "missing-term/penalty", "flipped-term/data", "flipped-term/penalty"],
            ids.Where(id => id.Contains("-term/", StringComparison.Ordinal)).Take(4));
        Assert.All(ids, id => Assert.True(DiagnosisIds.IsKnown(Planted.Question, id), id));
    }

    [Fact]
    public void Each_has_a_value_at_every_random_point_and_every_one_held_out()
    {
        QuestionPlan plan = Plan();
        Assert.All(Hypotheses.Of(plan), hypothesis =>
        {
            Assert.Equal("", hypothesis.Part);
            Assert.Equal(plan.Points.Length + plan.Further.Value.HoldOut.Length, hypothesis.Values.Length);
        });
    }

    [Fact]
    public void What_is_right_is_no_hypothesis()
    {
        Assert.DoesNotContain(Hypotheses.Of(SamplePlanner.Plan(Planted.Question with { Terms = [] }, Symmetric, "seed")), hypothesis => hypothesis.Id is "transposed" or "column-major");
    }

    [Fact]
    public void What_cannot_be_computed_is_none_either()
    {
        Question question = Planted.Question with { Misconceptions = [Known("fails"), Known("right"), Known("known")] };
        QuestionKey key = Planted.Key with
        {
            Misconceptions = [_ => throw new KeyFailureException("overflow"), Planted.Key.Answer!, point => new NumericValue(point.NumbersOf("M"))],
        };
        Assert.Equal(
            ["misconception/known"],
            Hypotheses.Of(SamplePlanner.Plan(question, key, "seed")).Select(hypothesis => hypothesis.Id).Where(id => id.StartsWith("misconception", StringComparison.Ordinal)));
    }

    [Fact]
    public void Answers_of_other_parts_and_questions_are_among_them()
    {
        QuestionPlan plan = SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, "seed") with
        {
            Others = [new KeyedQuestion(Examples.LeastSquares, Examples.LeastSquaresKey), new KeyedQuestion(Examples.Question("9", Examples.Vector("g", "N")), Examples.Key(point => point.Inputs["g"]))],
        };
        Assert.Equal(
            ["answer-of/db dW", "answer-of/9 dW", "answer-of/dW db", "answer-of/9 db"],
            Hypotheses.Of(plan).Where(hypothesis => hypothesis.Id.StartsWith("answer-of", StringComparison.Ordinal)).Select(hypothesis => $"{hypothesis.Id} {hypothesis.Part}"));
    }

    [Fact]
    public void Neither_conditions_nor_choices_have_any()
    {
        Question conditions = Planted.Question with { Definition = new ConditionsDefinition([]), Terms = [] };
        Assert.Empty(Hypotheses.Of(SamplePlanner.Plan(conditions, Planted.Key, "seed")));
        Assert.Empty(Hypotheses.Of(SamplePlanner.Plan(Examples.Question("1") with { Definition = Examples.Colours }, Examples.Key(_ => new TextValue("A")), "seed")));
    }

    private static QuestionPlan Plan() => SamplePlanner.Plan(Planted.Question, Planted.Key, "seed");

    private static Misconception Known(string id) => new(id, id, Remedy.None);
}
