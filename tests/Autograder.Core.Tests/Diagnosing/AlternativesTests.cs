using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Diagnosing;

/// <summary>The layer's parts dW = x gᵀ and db = g, with two mistakes that the spec names.</summary>
public sealed class AlternativesTests
{
    private static readonly Question Question = Examples.Layer with
    {
        Misconceptions = [new Misconception("cubed", "Cubed()", new Remedy(["Look at the cube."], 0)), new Misconception("squared", "Squared()", new Remedy(["Look at the power."], 0))],
    };

    private static readonly QuestionKey Key = Examples.LayerKey with
    {
        Misconceptions = [point => Mistaken(point, entry => entry * entry * entry), point => Mistaken(point, entry => entry * entry)],
    };

    [Fact]
    public void The_mistake_that_gives_the_answer_is_named_with_its_parts()
    {
        Feedback feedback = Assert.Single(Named(point => Mistaken(point, entry => entry * entry)));
        Assert.Equal("misconception/squared", feedback.Id);
        Assert.Equal("A known mistake gives exactly this: dW, db.", feedback.Rationale);
        Assert.Equal("Look at the power.", feedback.Hint);
    }

    [Fact]
    public void A_part_that_is_right_is_not_explained() => Assert.Equal(
        "A known mistake gives exactly this: db.",
        Assert.Single(Named(point => Examples.Group(
            ("dW", Part(point, 0)), ("db", Mistaken(point, entry => entry * entry * entry).Members[1].Value)))).Rationale);

    [Fact]
    public void Of_two_known_mistakes_the_one_with_fewer_changes_is_named()
    {
        // Of the first the answer is the transpose times −1, of the second the transpose.
        QuestionKey key = Square with { Misconceptions = [point => Doubled(point, -1), point => Doubled(point, 1)] };
        QuestionPlan plan = SamplePlanner.Plan(SquareQuestion, key, "seed");
        Feedback told = Assert.Single(Planted.Told(Classroom.Grade(plan, point => new NumericValue(Doubled(point, 1).Tensor.Transposed()))));
        Assert.Equal(("misconception/squared", "A known mistake, and transposed as well."), (told.Id, told.Rationale));
    }

    [Fact]
    public void A_known_mistake_times_a_factor_does_not_say_that_it_gives_exactly_this() => Assert.Equal(
        "A known mistake, up to its sign: dW, db.",
        Assert.Single(Named(point => Mistaken(point, entry => -entry * entry))).Rationale);

    [Theory]
    [InlineData(1)]
    [InlineData(0.50001)]
    [InlineData(-1)]
    public void Neither_a_right_answer_nor_another_mistake_is_taken_for_a_known_one(double factor) =>
        Assert.Empty(Named(point => Mistaken(point, entry => factor * entry)));

    [Fact]
    public void A_mistake_that_fits_at_some_points_only_is_none()
    {
        int calls = 0;
        Assert.Empty(Named(point => Mistaken(point, entry => entry * entry * (calls++ < 40 ? entry : 0.9 * entry))));
    }

    [Fact]
    public void A_mistake_that_cannot_be_computed_explains_nothing()
    {
        QuestionKey failing = Key with { Misconceptions = [_ => throw new KeyFailureException("overflow"), Key.Misconceptions[1]] };
        Assert.Equal("misconception/squared", Assert.Single(Named(point => Mistaken(point, entry => entry * entry), failing)).Id);
    }

    private static readonly Question SquareQuestion = Question with { Inputs = [Examples.Matrix("X", "D", "D")], Answer = Examples.Question("8", Examples.Matrix("X", "D", "D")).Answer };

    private static readonly QuestionKey Square = Examples.Key(point => new NumericValue(point.NumbersOf("X").Map(entry => entry + Math.Exp(entry))));

    private static NumericValue Doubled(SamplePoint point, double factor) => new(point.NumbersOf("X").Map(entry => factor * entry * Math.Exp(entry)));

    private static Feedback[] Named(Func<SamplePoint, Value> student, QuestionKey? key = null) =>
        [.. Classroom.Grade(SamplePlanner.Plan(Question, key ?? Key, "seed"), student).Feedback
            .Where(feedback => feedback.Id.StartsWith("misconception/", StringComparison.Ordinal) && feedback.Audience == Audience.Student)];

    private static Value Part(SamplePoint point, int index) => Examples.LayerGradient(point, tinyFactor: 1e-6).Members[index].Value;

    private static GroupValue Mistaken(SamplePoint point, Func<double, double> change) => Examples.Group(
        [.. Examples.LayerGradient(point, tinyFactor: 1e-6).Members.Select(member => (member.Name, (Value)new NumericValue(member.Value.NumericParts.Single().Tensor.Map(change))))]);
}
