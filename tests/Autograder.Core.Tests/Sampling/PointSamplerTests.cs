using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Sampling;

public sealed class PointSamplerTests
{
    private static readonly QuestionKey NoKey = Examples.Key(answer: null);

    private static readonly FunctionCall Waves = new("Waves", ["A"]);
    private static readonly FunctionCall Squares = new("Squares", ["A"]);

    [Fact]
    public void All_sizes_are_distinct_and_within_their_ranges() => Law.HoldsForAnySeed(
        seed =>
        {
            SamplePoint point = PointSampler.DrawRandom(Examples.LeastSquares, Examples.LeastSquaresKey, new Xoshiro256(seed));
            return point.Sizes["N"] != point.Sizes["D"] && point.Sizes["N"] is >= 3 and <= 7 && point.Sizes["D"] is >= 2 and <= 5;
        },
        times: 200);

    [Fact]
    public void Inputs_have_the_sizes_of_their_point() => Law.HoldsForAnySeed(
        seed =>
        {
            SamplePoint point = PointSampler.DrawRandom(Examples.LeastSquares, Examples.LeastSquaresKey, new Xoshiro256(seed));
            return Examples.TensorOf(point, "X").Shape == Shape.Matrix(point.Sizes["N"], point.Sizes["D"])
                && Examples.TensorOf(point, "w").Shape == Shape.Vector(point.Sizes["D"])
                && Examples.TensorOf(point, "y").Shape == Shape.Vector(point.Sizes["N"]);
        },
        times: 200);

    [Fact]
    public void Sizes_that_cannot_be_distinct_are_refused_by_name()
    {
        Question question = Examples.LeastSquares with
        {
            Sizes = Examples.LeastSquares.Sizes.SetItem("N", new SizeRange(3, 3)).SetItem("D", new SizeRange(3, 3)),
        };
        NoUsablePointException exception =
            Assert.Throws<NoUsablePointException>(() => PointSampler.DrawRandom(question, NoKey, new Xoshiro256("sizes")));
        Assert.Equal("the sizes D, N cannot all be distinct within their ranges", exception.Message);
    }

    [Fact]
    public void Numbers_sizes_and_the_label_of_a_special_point_are_kept_and_the_rest_is_drawn()
    {
        Tensor w = Tensor.Vector(1, 0);
        SpecialPoint special = Examples.Special("the printed one", ("w", w)) with
        {
            Sizes = ImmutableSortedDictionary<string, int>.Empty.Add("D", 2),
        };
        SamplePoint point = DrawSpecial(Examples.LeastSquares, special);
        Assert.Equal("the printed one", point.Label);
        Assert.Equal(2, point.Sizes["D"]);
        Assert.InRange(point.Sizes["N"], 3, 7);
        Assert.Equal(w, Examples.TensorOf(point, "w"));
        Assert.Equal(Shape.Matrix(point.Sizes["N"], 2), Examples.TensorOf(point, "X").Shape);
    }

    [Fact]
    public void A_special_point_may_fix_all_sizes_to_the_same_number()
    {
        SpecialPoint special = Examples.Special("all one") with
        {
            Sizes = ImmutableSortedDictionary<string, int>.Empty.Add("D", 1).Add("N", 1),
        };
        Assert.Equal(Shape.Matrix(1, 1), Examples.TensorOf(DrawSpecial(Examples.LeastSquares, special), "X").Shape);
    }

    [Fact]
    public void A_special_point_may_fix_some_sizes_to_the_same_number_and_leave_others_to_be_drawn()
    {
        Question question = Examples.Question("1", Examples.Vector("a", "D"), Examples.Vector("b", "N"), Examples.Vector("c", "m")) with
        {
            Sizes = Examples.Sizes.Add("m", new SizeRange(1, 2)),
        };
        SpecialPoint special = Examples.Special("both one") with
        {
            Sizes = ImmutableSortedDictionary<string, int>.Empty.Add("D", 1).Add("N", 1),
        };
        SamplePoint point = DrawSpecial(question, special);
        Assert.Equal([1, 1, 2], [point.Sizes["D"], point.Sizes["N"], point.Sizes["m"]]);
    }

    [Fact]
    public void Expressions_of_a_special_point_are_evaluated_over_the_other_inputs()
    {
        Question question = Examples.Question("1", Examples.Scalar("s"), Examples.Scalar("y"), Examples.Scalar("z"));
        SpecialPoint special = Examples.Special("no residual", ("s", Tensor.Scalar(3))) with
        {
            Expressions = ImmutableSortedDictionary<string, string>.Empty.Add("y", "2 * s").Add("z", "y + 1"),
        };
        QuestionKey key = Examples.Key(answer: null) with
        {
            Expression = (at, text) => text == "2 * s"
                ? Examples.Number(2 * Examples.NumberOf(at, "s"))
                : Examples.Number(Examples.NumberOf(at, "y") + 1),
        };
        SamplePoint point = PointSampler.DrawSpecial(question, special, key, new Xoshiro256("expressions"));
        Assert.Equal([3.0, 6.0, 7.0], [Examples.NumberOf(point, "s"), Examples.NumberOf(point, "y"), Examples.NumberOf(point, "z")]);
    }

    [Fact]
    public void Functions_are_bound_to_what_an_expression_made_of_their_inputs()
    {
        Question question = Functions(Waves);
        SpecialPoint special = Examples.Special("zero") with
        {
            Expressions = ImmutableSortedDictionary<string, string>.Empty.Add("A", "0"),
        };
        QuestionKey key = Examples.Key(answer: null) with { Expression = (_, _) => Examples.Number(0) };
        SamplePoint point = PointSampler.DrawSpecial(question, special, key, new Xoshiro256("bound"));
        Assert.Equal(Examples.Number(0), FunctionOf(point, "f").Arguments[0]);
    }

    [Fact]
    public void All_members_of_a_family_are_used_and_two_functions_take_the_same_place()
    {
        Question question = Functions(Waves, Squares);
        SamplePoint[] points = [.. Enumerable.Range(0, 40).Select(index => PointSampler.DrawRandom(question, NoKey, new Xoshiro256($"family-{index}")))];
        Assert.Equal(["Squares", "Waves"], points.Select(point => FunctionOf(point, "f").Factory).Distinct().Order());
        Assert.All(points, point => Assert.Equal(FunctionOf(point, "f").Factory + "Jacobian", FunctionOf(point, "g").Factory));
        Assert.All(points, point => Assert.Equal(point.Inputs["A"], FunctionOf(point, "f").Arguments[0]));
    }

    [Fact]
    public void A_perturbation_moves_every_real_entry_by_delta_and_no_label_or_count()
    {
        Question question = Examples.Question(
            "1", Examples.Vector("w", "D"), Examples.Vector("p", "D", NumericKind.Positive), Examples.Vector("y", "D", NumericKind.Binary), Examples.Scalar("k", NumericKind.Integer, 1, 9));
        SamplePoint point = PointSampler.DrawRandom(question, NoKey, new Xoshiro256("still"));
        SamplePoint moved = PointSampler.Perturb(question, NoKey, point, 1.0 / 1024, new Xoshiro256("moved"));
        Assert.All(new[] { "w", "p" }, input =>
            Assert.All(Ratios(input), ratio => Assert.Equal(1.0 / 1024, Math.Abs(ratio - 1), 1e-12)));
        Assert.Contains(Ratios("w").Concat(Ratios("p")), ratio => ratio > 1);
        Assert.Contains(Ratios("w").Concat(Ratios("p")), ratio => ratio < 1);
        Assert.Equal(point.Inputs["y"], moved.Inputs["y"]);
        Assert.Equal(point.Inputs["k"], moved.Inputs["k"]);

        IEnumerable<double> Ratios(string input) =>
            Examples.TensorOf(moved, input).Entries.Zip(Examples.TensorOf(point, input).Entries, (after, before) => after / before);
    }

    [Fact]
    public void A_perturbed_function_belongs_to_the_perturbed_inputs()
    {
        Question question = Functions(Waves, Squares);
        SamplePoint point = PointSampler.DrawRandom(question, NoKey, new Xoshiro256("still"));
        SamplePoint moved = PointSampler.Perturb(question, NoKey, point, 1e-3, new Xoshiro256("moved"));
        Assert.NotEqual(point.Inputs["A"], moved.Inputs["A"]);
        Assert.Equal(moved.Inputs["A"], FunctionOf(moved, "f").Arguments[0]);
        Assert.Equal(FunctionOf(point, "f").Factory, FunctionOf(moved, "f").Factory);
    }

    [Fact]
    public void A_perturbed_function_stays_the_same_member_of_a_family_that_uses_one_factory_twice()
    {
        Question question = Functions(new FunctionCall("Waves", ["A"]), new FunctionCall("Waves", ["B"]));
        SamplePoint[] points = [.. Enumerable.Range(0, 20).Select(index => PointSampler.DrawRandom(question, NoKey, new Xoshiro256($"twice-{index}")))];
        Assert.All(points, point =>
        {
            string argument = point.Inputs["A"] == FunctionOf(point, "f").Arguments[0] ? "A" : "B";
            SamplePoint moved = PointSampler.Perturb(question, NoKey, point, 1e-3, new Xoshiro256("moved"));
            Assert.Equal(moved.Inputs[argument], FunctionOf(moved, "f").Arguments[0]);
            Assert.Equal(moved.Inputs[argument], FunctionOf(moved, "g").Arguments[0]);
        });
        Assert.Contains(points, point => point.Inputs["B"] == FunctionOf(point, "f").Arguments[0]);
    }

    [Fact]
    public void Arguments_come_in_the_order_of_the_parameters_without_latent_inputs()
    {
        Question question = Functions(Waves);
        question = question with { Answer = question.Answer with { Parameters = [question.Answer.Parameters[2], question.Answer.Parameters[1]] } };
        SamplePoint point = PointSampler.DrawRandom(question, NoKey, new Xoshiro256("order"));
        Assert.Equal([point.Inputs["f"], point.Inputs["B"]], point.Arguments(question.Answer).ToArray());
    }

    [Fact]
    public void A_computed_input_is_made_of_the_inputs_and_computed_inputs_above_it()
    {
        SamplePoint point = PointSampler.DrawRandom(Computed, ComputedKey, new Xoshiro256("computed"));
        double s = Examples.NumberOf(point, "s");
        Assert.Equal([s, 2 * s, (2 * s) + 1], [s, Examples.NumberOf(point, "twice"), Examples.NumberOf(point, "more")]);
    }

    [Fact]
    public void A_function_is_bound_to_what_was_computed_above_it()
    {
        SamplePoint point = PointSampler.DrawRandom(Computed, ComputedKey, new Xoshiro256("bound"));
        Assert.Equal(point.Inputs["more"], FunctionOf(point, "f").Arguments[0]);
    }

    [Fact]
    public void Computed_inputs_are_computed_in_the_order_of_the_spec_and_only_from_what_is_there()
    {
        var seen = new List<string>();
        QuestionKey key = Examples.Key(answer: null) with
        {
            Expression = (at, text) =>
            {
                seen.Add($"{text} of {string.Join(' ', at.Inputs.Keys)}");
                return Examples.Number(1);
            },
        };
        Question question = Examples.Question("1", new ComputedDomain("b", [], "B"), new ComputedDomain("a", [], "A"), Examples.Scalar("z"));
        PointSampler.DrawRandom(question, key, new Xoshiro256("order"));
        Assert.Equal(["B of z", "A of b z"], seen);
    }

    [Fact]
    public void What_is_computed_is_computed_again_from_perturbed_inputs() => Law.HoldsForAnySeed(seed =>
    {
        SamplePoint point = PointSampler.DrawRandom(Computed, ComputedKey, new Xoshiro256(seed));
        SamplePoint moved = PointSampler.Perturb(Computed, ComputedKey, point, 1e-3, new Xoshiro256(seed));
        return moved.Inputs["s"] != point.Inputs["s"]
            && Examples.NumberOf(moved, "twice") == 2 * Examples.NumberOf(moved, "s")
            && Examples.NumberOf(moved, "more") == Examples.NumberOf(moved, "twice") + 1
            && FunctionOf(moved, "f").Arguments[0] == moved.Inputs["more"];
    });

    [Fact]
    public void What_is_computed_is_computed_from_the_numbers_and_expressions_of_a_special_point()
    {
        SamplePoint numbers = PointSampler.DrawSpecial(Computed, Examples.Special("three", ("s", Tensor.Scalar(3))), ComputedKey, new Xoshiro256("numbers"));
        Assert.Equal([3.0, 6.0, 7.0], [Examples.NumberOf(numbers, "s"), Examples.NumberOf(numbers, "twice"), Examples.NumberOf(numbers, "more")]);
        SpecialPoint special = Examples.Special("by t", ("t", Tensor.Scalar(5))) with
        {
            Expressions = ImmutableSortedDictionary<string, string>.Empty.Add("s", "t"),
        };
        SamplePoint expressions = PointSampler.DrawSpecial(Computed, special, ComputedKey, new Xoshiro256("expressions"));
        Assert.Equal([5.0, 10.0, 11.0], [Examples.NumberOf(expressions, "s"), Examples.NumberOf(expressions, "twice"), Examples.NumberOf(expressions, "more")]);
        Assert.Equal(Examples.Number(11), FunctionOf(expressions, "f").Arguments[0]);
    }

    [Fact]
    public void Sizes_of_computed_inputs_are_bound()
    {
        Question question = Examples.Question("1", Examples.Vector("w", "D"), new ComputedDomain("ones", [new Extent("N", 0)], "ones")) with { Sizes = Examples.Sizes };
        QuestionKey key = Examples.Key(answer: null) with
        {
            Expression = (at, _) => new NumericValue(Tensor.Vector([.. Enumerable.Repeat(1.0, at.Sizes["N"])])),
        };
        SamplePoint point = PointSampler.DrawRandom(question, key, new Xoshiro256("sizes"));
        Assert.Equal(Shape.Vector(point.Sizes["N"]), Examples.TensorOf(point, "ones").Shape);
    }

    [Fact]
    public void Data_are_the_same_at_every_point_and_never_perturbed()
    {
        Tensor data = Tensor.Matrix(2, 2, 1, 2, 3, 4);
        Question question = Examples.Question("1", Examples.Vector("w", "D"), new DataDomain("X", data));
        SamplePoint[] points = [.. Enumerable.Range(0, 5).Select(index => PointSampler.DrawRandom(question, NoKey, new Xoshiro256($"data-{index}")))];
        Assert.All(points, point => Assert.Same(data, Examples.TensorOf(point, "X")));
        SamplePoint moved = PointSampler.Perturb(question, NoKey, points[0], 1e-3, new Xoshiro256("moved"));
        Assert.Same(data, Examples.TensorOf(moved, "X"));
        Assert.NotEqual(points[0].Inputs["w"], moved.Inputs["w"]);
    }

    [Fact]
    public void Computed_inputs_and_data_change_nothing_of_what_is_drawn()
    {
        Question question = Examples.Question("1", Examples.Vector("w", "D"), Examples.Scalar("s"));
        Question more = question with
        {
            Inputs = [new DataDomain("X", Tensor.Vector(1, 2)), question.Inputs[0], new ComputedDomain("twice", [], "2 * s"), question.Inputs[1]],
        };
        SamplePoint point = PointSampler.DrawRandom(question, ComputedKey, new Xoshiro256("drawn")), other = PointSampler.DrawRandom(more, ComputedKey, new Xoshiro256("drawn"));
        Assert.Equal(point.Inputs["w"], other.Inputs["w"]);
        Assert.Equal(point.Inputs["s"], other.Inputs["s"]);
    }

    /// <summary>The function f of more = twice + 1, where twice = 2 s.</summary>
    private static readonly Question Computed = Examples.Question(
        "1",
        Examples.Scalar("s"),
        Examples.Scalar("t"),
        new ComputedDomain("twice", [], "2 * s"),
        new ComputedDomain("more", [], "twice + 1"),
        new FunctionDomain("f", [new FunctionCall("Waves", ["more"])]));

    private static readonly QuestionKey ComputedKey = Examples.Key(answer: null) with
    {
        Expression = (at, text) => text switch
        {
            "2 * s" => Examples.Number(2 * Examples.NumberOf(at, "s")),
            "twice + 1" => Examples.Number(Examples.NumberOf(at, "twice") + 1),
            _ => at.Inputs[text],
        },
    };

    /// <summary>f and its Jacobian g out of one family, over the latent numbers A and B.</summary>
    private static Question Functions(params ImmutableArray<FunctionCall> family) => Examples.Question(
        "1",
        Examples.Scalar("A"),
        Examples.Scalar("B"),
        new FunctionDomain("f", family),
        new FunctionDomain("g", [.. family.Select(call => call with { Factory = call.Factory + "Jacobian" })]));

    private static FunctionValue FunctionOf(SamplePoint point, string input) => (FunctionValue)point.Inputs[input];

    private static SamplePoint DrawSpecial(Question question, SpecialPoint special) =>
        PointSampler.DrawSpecial(question, special, Examples.Key(answer: null), new Xoshiro256("special"));
}
