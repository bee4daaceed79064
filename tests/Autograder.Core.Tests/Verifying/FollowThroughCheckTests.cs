using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using Autograder.Core.Verifying;

namespace Autograder.Core.Tests.Verifying;

public sealed class FollowThroughCheckTests
{
    private static readonly QuestionPlan Earlier = SamplePlanner.Plan(Examples.Question("1", Examples.Vector("x", "D")), Examples.Key(point => Times(2, point)), "seed");

    [Fact]
    public void From_the_right_answer_the_right_one_follows() => Assert.Null(Problem(earlier => Scaled(3, earlier)));

    [Fact]
    public void An_expression_that_gives_something_else_is_reported() =>
        Assert.Equal("from right earlier answers 'follow-through' gives something else than the key", Problem(earlier => Scaled(3.001, earlier)));

    [Fact]
    public void An_expression_of_another_shape_is_reported_with_the_shapes() =>
        Assert.Matches("^from right earlier answers 'follow-through' gives something else than the key: expected a vector of [0-9], found a number$", Problem(_ => Examples.Number(1))!);

    [Fact]
    public void Nothing_follows_from_words() => Assert.Equal(
        "nothing can follow from the answer to 1, which the key does not give as numbers",
        FollowThroughCheck.FirstProblem(Later(earlier => earlier), [Classroom.Plan(Examples.Question("1"), new TextValue("a"))]));

    [Fact]
    public void An_answer_that_builds_on_no_others_has_nothing_to_check() => Assert.Null(FollowThroughCheck.FirstProblem(Earlier, []));

    private static string? Problem(Func<Value, Value> follow) => FollowThroughCheck.FirstProblem(Later(follow), [Earlier]);

    private static QuestionPlan Later(Func<Value, Value> follow) => SamplePlanner.Plan(
        Examples.Question("2", Examples.Vector("x", "D")) with { FollowThrough = new FollowThrough([new EarlierAnswer("a", "1")], "", 0.5) },
        Examples.Key(point => Times(6, point)) with { FollowThrough = (_, earlier) => follow(earlier["a"]) },
        "seed");

    private static NumericValue Times(double factor, SamplePoint point) => Scaled(factor, point.Inputs["x"]);

    private static NumericValue Scaled(double factor, Value value) => new(value.NumericParts.First().Tensor.Map(entry => factor * entry));
}
