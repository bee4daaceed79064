using System.Globalization;
using Autograder.Core.Diagnosing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Diagnosing;

/// <summary>A mistake that is made is the mistake that is named, whatever the points are; and what is none is not named.</summary>
public sealed class RecognitionLaws
{
    internal static readonly Dictionary<string, Func<SamplePoint, Tensor>> Mistakes = new(StringComparer.Ordinal)
    {
        ["not-finite"] = point => Planted.Right(point).Map(_ => double.NaN),
        ["zeros"] = point => Planted.Right(point).Map(_ => 0),
        ["transposed"] = point => Planted.Right(point).Transposed(),
        ["transposed+sign"] = point => Planted.Right(point).Transposed().Map(entry => -entry),
        ["transposed+factor/1-over-N"] = point => Planted.Right(point).Transposed().Map(entry => entry / point.Sizes["N"]),
        ["column-major"] = point => Planted.Right(point).Transposed().Reshaped(Planted.Right(point).Shape),
        ["column-major+factor/2"] = point => Planted.Right(point).Transposed().Reshaped(Planted.Right(point).Shape).Map(entry => 2 * entry),
        ["reshaped"] = point => Planted.Right(point).Reshaped(Shape.Vector(point.Sizes["m"] * point.Sizes["n"])),
        ["sign"] = Scaled(_ => -1),
        ["factor/3"] = Scaled(_ => 3),
        ["factor/-1-over-2"] = Scaled(_ => -0.5),
        ["factor/N"] = Scaled(point => point.Sizes["N"]),
        ["factor/2-over-N"] = Scaled(point => 2.0 / point.Sizes["N"]),
        ["factor/N-over-N-minus-1"] = Scaled(point => point.Sizes["N"] / (point.Sizes["N"] - 1.0)),
        ["factor/N-over-m"] = Scaled(point => (double)point.Sizes["N"] / point.Sizes["m"]),
        ["factor/1-over-N-times-n"] = Scaled(point => 1.0 / (point.Sizes["N"] * point.Sizes["n"])),
        ["factor/root-N"] = Scaled(point => Math.Sqrt(point.Sizes["N"])),
        ["factor/1-over-lambda"] = Scaled(point => 1 / Examples.NumberOf(point, "lambda")),
        ["factor/constant"] = Scaled(_ => 0.377),
        ["direction"] = Scaled(point => Math.Abs(point.NumbersOf("y").Entries[0])),
        ["missing-term/penalty"] = Planted.Data,
        ["missing-term/data"] = Planted.Penalty,
        ["flipped-term/penalty"] = Penalised(_ => -1),
        ["doubled-term/penalty"] = Penalised(_ => 2),
        ["halved-term/penalty"] = Penalised(_ => 0.5),
        ["scaled-term/penalty"] = Penalised(point => 1.0 / point.Sizes["N"]),
        ["terms"] = point => Planted.Sum(Planted.Data(point).Map(entry => 0.7 * entry), Planted.Penalty(point), 1.9),
        ["constant"] = point => Planted.Right(point).Map(_ => 1),
        ["ignores/lambda"] = point => Planted.Sum(Planted.Data(point), Planted.Outer(point, "a", "b"), 0.8),
        ["permuted"] = point => new Tensor(Planted.Right(point).Shape, [.. Planted.Right(point).Entries.Reverse()]),
        ["block/rows"] = point => Changed(Planted.Right(point), (row, _) => row == 0),
        ["block/columns"] = point => Changed(Planted.Right(point), (_, column) => column > 0),
    };

    public static TheoryData<string> Ids => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_mistake_is_named_whatever_the_points(string id) => Law.HoldsForAnySeed(seed => Planted.Ids(seed, Mistakes[id]) == id);

    [Theory]
    [InlineData("every factor")]
    [InlineData("other points")]
    public void Every_factor_with_a_name_is_told_from_every_other(string seed)
    {
        QuestionPlan plan = SamplePlanner.Plan(Planted.Question, Planted.Key, seed);
        Assert.All(Factor.All(Planted.Question), factor => Assert.Equal(factor.Id, Planted.Ids(plan, Scaled(factor.At))));
    }

    public static TheoryData<string> IdsOfValues => [.. Mistakes.Keys.Except(["ignores/lambda"])];

    [Theory]
    [MemberData(nameof(IdsOfValues))]
    public void A_mistake_that_is_left_at_one_point_held_out_is_another(string id)
    {
        QuestionPlan plan = SamplePlanner.Plan(Planted.Question, Planted.Key, "seed");
        SamplePoint heldOut = plan.Further.Value.HoldOut[2].Point;
        Assert.NotEqual(id, Planted.Ids(plan, point => ReferenceEquals(point, heldOut) ? Planted.Right(point).Map(entry => entry + 0.1) : Mistakes[id](point)));
    }

    [Fact]
    public void Noise_is_no_mistake_that_is_known() => Law.HoldsForAnySeed(
        seed => Planted.Ids(seed, point => Noise(seed, point, Planted.Right(point))) == "not-recognised", times: 100);

    [Fact]
    public void Noise_in_a_number_is_no_mistake_that_is_known() => Law.HoldsForAnySeed(
        seed => Planted.Ids(seed, point => Noise(seed, point, Number(point)), Planted.Question with { Terms = [] }, Examples.Key(point => new NumericValue(Number(point)))) == "not-recognised", times: 100);

    [Theory]
    [InlineData("cubed")]
    [InlineData("shifted")]
    [InlineData("mixed")]
    public void A_formula_that_is_merely_wrong_is_no_mistake_that_is_known(string formula) => Law.HoldsForAnySeed(seed => Planted.Ids(seed, point => formula switch
    {
        "cubed" => Planted.Right(point).Map(entry => entry * entry * entry),
        "shifted" => Planted.Right(point).Map(entry => entry + Examples.NumberOf(point, "lambda")),
        _ => Planted.Sum(Planted.Sum(Planted.Data(point), point.NumbersOf("M"), Examples.NumberOf(point, "lambda")), Planted.Outer(point, "a", "b"), 0.3),
    }) == "not-recognised");

    [Fact]
    public void What_is_found_does_not_depend_on_the_scale_of_an_answer() => Law.HoldsForAnySeed(seed =>
    {
        QuestionKey tiny = Planted.Key with
        {
            Answer = point => new NumericValue(Planted.Right(point).Map(entry => 1e-200 * entry)),
            Terms = [point => Planted.Data(point).Map(entry => 1e-200 * entry), point => Planted.Penalty(point).Map(entry => 1e-200 * entry)],
        };
        return Mistakes.Where(mistake => mistake.Key is not "constant").All(mistake =>
            Planted.Ids(seed, point => mistake.Value(point).Map(entry => 1e-200 * entry), key: tiny) == mistake.Key);
    }, times: 5);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_that_students_are_told_of_a_mistake_holds_digits_of_the_reference(string id) => Law.HoldsForAnySeed(seed =>
    {
        QuestionPlan plan = SamplePlanner.Plan(Planted.Question, Planted.Key, seed);
        string said = string.Concat(Planted.Told(Classroom.Grade(plan, point => new NumericValue(Mistakes[id](point))))
            .Select(feedback => $"{feedback.Rationale} {feedback.Hint} {string.Join(' ', feedback.FurtherHints)} ")).Replace(".", "", StringComparison.Ordinal);
        return plan.Points.SelectMany(planned => planned.Parts).SelectMany(part => part.Reference.Entries)
            .All(entry => !said.Contains(Digits(entry), StringComparison.Ordinal));
    }, times: 5);

    [Fact]
    public void Without_points_held_out_no_mistake_is_claimed()
    {
        QuestionPlan plan = SamplePlanner.Plan(Planted.Question, Planted.Key, "seed");
        QuestionObservations negated = Classroom.Observe(plan, point => new NumericValue(Planted.Right(point).Map(entry => -entry)));
        Assert.Equal("not-recognised", Planted.Told(Classroom.Grade(plan, negated)).Single().Id);
        Assert.Equal("not-recognised", Planted.Told(Classroom.Grade(plan, negated, new QuestionObservations(negated.First[..3], [], Console: ""))).Single().Id);
    }

    /// <summary>The first four significant digits, wherever the point may stand.</summary>
    private static string Digits(double number) =>
        Math.Abs(number).ToString("E3", CultureInfo.InvariantCulture)[..5].Replace(".", "", StringComparison.Ordinal);

    private static Func<SamplePoint, Tensor> Scaled(Func<SamplePoint, double> factor) =>
        point => Planted.Right(point).Map(entry => factor(point) * entry);

    private static Func<SamplePoint, Tensor> Penalised(Func<SamplePoint, double> factor) =>
        point => Planted.Sum(Planted.Data(point), Planted.Penalty(point), factor(point));

    /// <summary>Wrong in the places that are chosen.</summary>
    private static Tensor Changed(Tensor right, Func<int, int, bool> isWrong) => new(right.Shape, [.. right.Entries.Select((entry, place) =>
        isWrong(place / right.Shape.Extents[1], place % right.Shape.Extents[1]) ? entry + 1 + (place * 0.1) : entry)]);

    private static Tensor Number(SamplePoint point) => Tensor.Scalar(Planted.Right(point).Entries.Sum(entry => entry * entry));

    /// <summary>Another one at every point, and the same whenever it is asked for there.</summary>
    private static Tensor Noise(string seed, SamplePoint point, Tensor right)
    {
        var random = new Xoshiro256($"{seed}/{PlanText.Of(new GroupValue([.. point.Inputs.Select(input => (input.Key, input.Value))]))}");
        return right.Map(_ => random.NextDouble(-1, 1));
    }
}
