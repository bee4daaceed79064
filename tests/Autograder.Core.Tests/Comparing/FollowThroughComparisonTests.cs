using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Comparing;

/// <summary>
/// Two earlier answers, a = 2x and b = 3y, and a later one with the parts first = a + x, second = b · y and both = a + b. Each is
/// a vector of D entries.
/// </summary>
public sealed class FollowThroughComparisonTests
{
    private static readonly Question First = Examples.Question("1", Examples.Vector("x", "D"));
    private static readonly Question Second = Examples.Question("2", Examples.Vector("y", "D"));

    private static readonly Question Later = Examples.Question("3", Examples.Vector("x", "D"), Examples.Vector("y", "D")) with
    {
        FollowThrough = new FollowThrough([new EarlierAnswer("a", "1"), new EarlierAnswer("b", "2")], "", 0.8),
    };

    private static readonly QuestionPlan FirstPlan = SamplePlanner.Plan(First, Examples.Key(point => Times(2, point, "x")), "seed");
    private static readonly QuestionPlan SecondPlan = SamplePlanner.Plan(Second, Examples.Key(point => Times(3, point, "y")), "seed");

    private static readonly QuestionPlan Plan = SamplePlanner.Plan(
        Later,
        Examples.Key(point => Build(point, Times(2, point, "x"), Times(3, point, "y"))) with
        {
            FollowThrough = (point, earlier) => Build(point, earlier["a"], earlier["b"]),
        },
        "seed");

    [Fact]
    public void Parts_follow_from_the_answer_that_they_build_on() => Assert.Equal(
        ["1: first", "2: second", "1, 2: both"],
        Followed(point => Times(5, point, "x"), point => Times(7, point, "y"), Builds));

    [Fact]
    public void Where_one_earlier_answer_is_right_the_others_are_followed() => Assert.Equal(
        ["2: both, second"],
        Followed(null, point => Times(7, point, "y"), (point, _, b) => Build(point, Times(2, point, "x"), b)));

    [Fact]
    public void A_part_that_is_wrong_by_itself_does_not_follow() => Assert.Equal(
        ["1: both"],
        Followed(
            point => Times(5, point, "x"),
            null,
            (point, a, _) => Group(Times(9, point, "x"), Times(9, point, "y"), Sum(a, Times(3, point, "y")))));

    [Fact]
    public void Nothing_follows_where_no_earlier_answer_was_seen() => Assert.Empty(Followed(null, null, (point, _, _) => Build(point, Times(5, point, "x"), Times(7, point, "y"))));

    [Fact]
    public void Right_earlier_answers_do_not_help() => Assert.Empty(Followed(
        point => Times(2, point, "x"), point => Times(3, point, "y"), (point, a, b) => Build(point, Times(5, point, "x"), b)));

    [Fact]
    public void A_method_that_is_no_function_follows_from_nothing()
    {
        QuestionObservations observed = Classroom.Observe(Plan, point => Builds(point, Times(5, point, "x"), Times(3, point, "y")));
        QuestionComparison comparison = QuestionComparison.Of(Plan, observed) with { IsRepeatable = false };
        Assert.Same(FollowThroughComparison.None, FollowThroughComparison.Of(Plan, observed, comparison, [Seen("a", FirstPlan, point => Times(5, point, "x"))]));
    }

    [Theory]
    [InlineData("zero", "zero")]
    [InlineData("zero at one point", "zero")]
    [InlineData("ones", "constant, whatever the arguments")]
    [InlineData("place", "constant, whatever the arguments")]
    [InlineData("nearly constant", "constant, whatever the arguments")]
    [InlineData("argument", "the argument x")]
    [InlineData("tiny", "far from the size of the right answer")]
    [InlineData("huge", "far from the size of the right answer")]
    [InlineData("NaN", "not finite")]
    [InlineData("infinite at one point", "not finite")]
    [InlineData("longer", "of another shape than the right answer")]
    [InlineData("group", "other parts than the right answer has")]
    [InlineData("text", "other parts than the right answer has")]
    public void An_answer_that_may_be_made_up_is_not_followed(string kind, string reason)
    {
        Value MadeUp(SamplePoint point) => kind switch
        {
            "zero" => Times(0, point, "x"),
            "zero at one point" => Times(IsFirst(point) ? 0 : 5, point, "x"),
            "ones" => Map(point, "x", _ => 1),
            "place" => new NumericValue(Tensor.Vector([.. Examples.TensorOf(point, "x").Entries.Select((_, place) => place + 1.0)])),
            "nearly constant" => Map(point, "x", entry => 1 + (1e-5 * entry)),
            "argument" => Times(1, point, "x"),
            "tiny" => Times(1e-4, point, "x"),
            "huge" => Times(1e4, point, "x"),
            "NaN" => Times(double.NaN, point, "x"),
            "infinite at one point" => Times(IsFirst(point) ? double.PositiveInfinity : 5, point, "x"),
            "longer" => Examples.Vector([.. Examples.TensorOf(point, "x").Entries, 1.0]),
            "group" => Examples.Group(("u", Times(5, point, "x")), ("v", Times(5, point, "x"))),
            _ => new TextValue("5x"),
        };
        AssertRefused(Seen("a", FirstPlan, MadeUp), reason);
    }

    [Fact]
    public void An_answer_that_differs_from_call_to_call_is_not_followed()
    {
        QuestionObservations seen = Classroom.Observe(Plan, point => Times(5, point, "x"));
        AssertRefused(
            new EarlierObservations("a", FirstPlan, seen with { Second = [.. Classroom.Observe(Plan, point => Times(6, point, "x")).First] }),
            "another value from call to call");
    }

    [Fact]
    public void An_answer_that_changes_its_arguments_or_hands_one_back_is_not_followed()
    {
        ImmutableArray<Observation> values = Classroom.Observe(Plan, point => Times(5, point, "x")).First;
        Observation[] changing = [.. values.Cast<ReturnedValue>().Select(value => value with { ChangedInputs = ["x"] })];
        Observation[] handing = [.. values.Cast<ReturnedValue>().Select(value => value with { ReturnedInput = "x" })];
        AssertRefused(new EarlierObservations("a", FirstPlan, new QuestionObservations([.. changing], [.. values], "")), "arguments are changed");
        AssertRefused(new EarlierObservations("a", FirstPlan, new QuestionObservations([.. handing], [.. values], "")), "one of the arguments itself");
    }

    [Fact]
    public void An_answer_with_a_fault_is_not_followed()
    {
        QuestionObservations seen = Classroom.Observe(Plan, point => Times(5, point, "x"));
        AssertRefused(
            new EarlierObservations("a", FirstPlan, seen with { First = seen.First.SetItem(3, Classroom.Failed(FaultKind.Exception, "no")) }),
            "no value at some point");
        AssertRefused(new EarlierObservations("a", FirstPlan, seen with { First = seen.First[..5], Second = seen.Second[..5] }), "no value at some point");
    }

    [Fact]
    public void Of_a_tuple_the_parts_that_can_be_followed_are()
    {
        QuestionPlan layer = SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, "seed");
        Question later = Examples.Layer with { Id = "4", FollowThrough = new FollowThrough([new EarlierAnswer("g", "3.1")], "", 0.5) };
        static Value Doubled(SamplePoint point, Value gradient) => Examples.Group([.. gradient.NumericParts.Select(part => (part.Name, (Value)new NumericValue(part.Tensor.Map(entry => 2 * entry))))]);
        QuestionPlan plan = SamplePlanner.Plan(
            later,
            Examples.Key(point => Doubled(point, Examples.LayerGradient(point, 1e-6))) with { FollowThrough = (point, earlier) => Doubled(point, earlier["g"]) },
            "seed");

        // dW has a wrong factor, db is zero: only the first can be followed.
        static Value Own(SamplePoint point) => Examples.LayerGradient(point, 0) is var own
            ? Examples.Group(("dW", new NumericValue(own.NumericParts.First().Tensor.Map(entry => 3 * entry))), ("db", own.Members[1].Value))
            : throw new InvalidOperationException();
        QuestionObservations observed = Classroom.Observe(plan, point => Doubled(point, Own(point)));
        FollowThroughComparison found = FollowThroughComparison.Of(
            plan, observed, QuestionComparison.Of(plan, observed), [new EarlierObservations("g", layer, Classroom.Observe(plan, Own))]);

        Assert.Equal(["3.1: dW"], found.Followed.Select(Show));
        Assert.Equal(["Not followed from the answer to 3.1: db: zero."], found.Refused.ToArray());
    }

    [Fact]
    public void What_cannot_be_computed_from_an_earlier_answer_follows_from_nothing()
    {
        QuestionPlan plan = Plan with { Key = Plan.Key with { FollowThrough = (_, _) => throw new KeyFailureException("no") } };
        QuestionObservations observed = Classroom.Observe(plan, point => Build(point, Times(5, point, "x"), Times(3, point, "y")));
        Assert.Empty(FollowThroughComparison.Of(
            plan, observed, QuestionComparison.Of(plan, observed), [Seen("a", FirstPlan, point => Times(5, point, "x")), new EarlierObservations("b", SecondPlan, null)]).Followed);
    }

    private static string[] Followed(Func<SamplePoint, Value>? first, Func<SamplePoint, Value>? second, Func<SamplePoint, Value, Value, Value> later)
    {
        QuestionObservations observed = Classroom.Observe(Plan, point => later(point, first?.Invoke(point) ?? Times(2, point, "x"), second?.Invoke(point) ?? Times(3, point, "y")));
        FollowThroughComparison found = FollowThroughComparison.Of(
            Plan, observed, QuestionComparison.Of(Plan, observed), [Seen("a", FirstPlan, first), Seen("b", SecondPlan, second)]);
        Assert.Empty(found.Refused);
        return [.. found.Followed.Select(Show)];
    }

    private static void AssertRefused(EarlierObservations earlier, string reason)
    {
        QuestionObservations observed = Classroom.Observe(Plan, point => Build(point, Times(0, point, "x"), Times(3, point, "y")));
        FollowThroughComparison found = FollowThroughComparison.Of(
            Plan, observed, QuestionComparison.Of(Plan, observed), [earlier, new EarlierObservations("b", SecondPlan, null)]);
        Assert.Empty(found.Followed);
        Assert.Equal([$"Not followed from the answer to 1: {reason}."], found.Refused.ToArray());
    }

    private static EarlierObservations Seen(string name, QuestionPlan plan, Func<SamplePoint, Value>? answer) =>
        new(name, plan, answer is null ? null : Classroom.Observe(Plan, answer));

    private static string Show(FollowedParts followed) => $"{string.Join(", ", followed.From)}: {string.Join(", ", followed.Parts)}";

    private static bool IsFirst(SamplePoint point) => point == Plan.Points[0].Point;

    private static GroupValue Builds(SamplePoint point, Value a, Value b) => Build(point, a, b);

    private static GroupValue Build(SamplePoint point, Value a, Value b) =>
        Group(Sum(a, point.Inputs["x"]), Combine(b, point.Inputs["y"], (left, right) => left * right), Sum(a, b));

    private static GroupValue Group(Value first, Value second, Value both) => Examples.Group(("first", first), ("second", second), ("both", both));

    private static NumericValue Sum(Value left, Value right) => Combine(left, right, (a, b) => a + b);

    private static NumericValue Combine(Value left, Value right, Func<double, double, double> combine) => Examples.Vector(
        [.. left.NumericParts.First().Tensor.Entries.Zip(right.NumericParts.First().Tensor.Entries, combine)]);

    private static NumericValue Times(double factor, SamplePoint point, string input) => Map(point, input, entry => factor * entry);

    private static NumericValue Map(SamplePoint point, string input, Func<double, double> map) => new(Examples.TensorOf(point, input).Map(map));
}
