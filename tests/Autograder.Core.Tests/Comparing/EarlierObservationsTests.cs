using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Comparing;

/// <summary>Earlier answers made of the arguments w, x and s, where the right one is s w ∘ x, entry by entry.</summary>
public sealed class EarlierObservationsTests
{
    private static readonly Question Product = Examples.Question("1", Examples.Vector("w", "D"), Examples.Vector("x", "D"), Examples.Scalar("s"));

    [Theory]
    [InlineData("w + x", "a mixture of arguments")]
    [InlineData("2w - x / 3 + s + 1", "a mixture of arguments")]
    [InlineData("s", "a mixture of arguments")]
    [InlineData("x with noise", "a mixture of arguments")]
    [InlineData("one with noise", "a mixture of arguments")]
    [InlineData("-3 x", "a multiple of the argument x")]
    [InlineData("s x", "a multiple of the argument x")]
    public void What_is_only_mixed_of_arguments_is_not_followed(string answer, string reason) =>
        Law.HoldsForAnySeed(seed => Refusals(seed, point => Made(answer, point)) == reason);

    [Theory]
    [InlineData("- s w x")]
    [InlineData("2 s w x")]
    [InlineData("w x")]
    [InlineData("s w w x")]
    [InlineData("w + s w x")]
    public void What_is_honestly_wrong_is_followed(string answer) =>
        Law.HoldsForAnySeed(seed => Refusals(seed, point => Made(answer, point)).Length == 0);

    [Fact]
    public void A_wrong_sign_in_a_mixture_that_is_asked_for_is_followed() => Law.HoldsForAnySeed(seed =>
        Refusals(seed, point => Made("w + x", point), right: point => Entries(point, (w, x, _) => w - x)).Length == 0);

    [Fact]
    public void A_mixture_of_numbers_is_one_too() => Law.HoldsForAnySeed(seed =>
    {
        Question question = Examples.Question("1", Examples.Scalar("t"), Examples.Scalar("s"));
        return Refusals(seed, point => Examples.Number(Examples.NumberOf(point, "t") + (2 * Examples.NumberOf(point, "s"))), question: question,
            right: point => Examples.Number(Examples.NumberOf(point, "t") * Examples.NumberOf(point, "s"))) == "a mixture of arguments";
    });

    [Fact]
    public void A_mistake_that_takes_no_work_is_not_followed() =>
        Assert.Equal("without an argument that matters", Refusals("seed", point => Made("w x", point), EarlierMistake.Careless));

    [Fact]
    public void A_mistake_with_a_name_is_followed_even_if_it_looks_made_up() =>
        Assert.Equal("", Refusals("seed", point => Made("w + x", point), EarlierMistake.Named));

    [Theory]
    [InlineData(EarlierMistake.Unknown, "no mistake with a name, and the question has no points")]
    [InlineData(EarlierMistake.Described, "")]
    [InlineData(EarlierMistake.Named, "")]
    public void From_a_question_without_points_only_a_mistake_that_is_recognised_is_followed(EarlierMistake mistake, string reason) =>
        Assert.Equal(reason, Refusals("seed", point => Made("s w w x", point), mistake, Product with { Points = null }));

    private static string Refusals(
        string seed, Func<SamplePoint, Value> own, EarlierMistake mistake = EarlierMistake.Unknown, Question? question = null, Func<SamplePoint, Value>? right = null)
    {
        QuestionPlan plan = SamplePlanner.Plan(question ?? Product, Examples.Key(right ?? (point => Entries(point, (w, x, s) => s * w * x))), seed);
        var earlier = new EarlierObservations("a", plan, Classroom.Observe(plan, own))
        {
            Mistakes = ImmutableSortedDictionary<string, EarlierMistake>.Empty.Add("", mistake),
        };
        bool isFollowed = earlier.ToFollow([.. plan.Points.Select(planned => planned.Point)], out ImmutableArray<string> refusals) is not null;
        Assert.Equal(isFollowed, refusals.IsEmpty);
        return string.Join("; ", refusals);
    }

    private static NumericValue Made(string answer, SamplePoint point) => Entries(point, (w, x, s) => answer switch
    {
        "w + x" => w + x,
        "2w - x / 3 + s + 1" => (2 * w) - (x / 3) + s + 1,
        "s" => s,
        "x with noise" => x * (1 + (0.02 * Math.Sin(100 * x * w))),
        "one with noise" => 1 + (0.02 * Math.Sin(100 * x * w)),
        "-3 x" => -3 * x,
        "s x" => s * x,
        "- s w x" => -s * w * x,
        "2 s w x" => 2 * s * w * x,
        "w x" => w * x,
        "s w w x" => s * w * w * x,
        "w + s w x" => w + (s * w * x),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "no such answer"),
    });

    private static NumericValue Entries(SamplePoint point, Func<double, double, double, double> entry) => Examples.Vector(
        [.. Examples.TensorOf(point, "w").Entries.Zip(Examples.TensorOf(point, "x").Entries, (w, x) => entry(w, x, Examples.NumberOf(point, "s")))]);
}
