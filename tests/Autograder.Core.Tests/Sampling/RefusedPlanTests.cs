using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Sampling;

/// <summary>Keys by which nobody could be judged fairly are refused before anyone is.</summary>
public sealed class RefusedPlanTests
{
    private static readonly Parameter X = new("x", new ScalarType(ScalarKind.Real), "double");

    [Fact]
    public void A_key_that_is_zero_everywhere_is_refused()
    {
        var exception = Assert.Throws<NoUsablePointException>(() => Plan(_ => 0));

        Assert.Contains("a stub of zeros would earn the points", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_zero_everywhere_is_refused_by_name_where_it_earns_points_of_its_own()
    {
        var exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(TwoParts(1, 1), ZeroBias, "seed"));

        Assert.StartsWith("the reference of db is zero at every point, so a stub of zeros would earn the points", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_zero_everywhere_may_stand_beside_another_under_common_points() =>
        Assert.Equal(12, SamplePlanner.Plan(TwoParts(null, null), ZeroBias, "seed").Points.Length);

    [Fact]
    public void Parts_that_are_all_zero_everywhere_are_refused_under_common_points()
    {
        QuestionKey zeros = Examples.Key(point => new GroupValue([.. Examples.LayerGradient(point, 0).Members.Select(member => (member.Name, Zeros(member.Value)))]));
        var exception = Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(TwoParts(null, null), zeros, "seed"));

        Assert.StartsWith("the reference is zero at every point", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tuple_that_is_a_part_is_one_unit_of_which_a_member_may_be_zero()
    {
        Question question = Examples.Layer with { Definition = new PartsDefinition([new QuestionPart("layer", 1, new ValueDefinition())]) };
        QuestionKey key = Examples.Key(point => Examples.Group(("layer", Examples.LayerGradient(point, 0))));
        Assert.Equal(12, SamplePlanner.Plan(question, key, "seed").Points.Length);
    }

    [Fact]
    public void A_special_point_at_which_the_key_is_rounding_noise_is_refused()
    {
        // The neighbours of x = 30 are a thousand times as large as the value there.
        var exception = Assert.Throws<NoUsablePointException>(() => Plan(
            x => x < 10 ? x : x == 30 ? 1e-3 : 1, new SpecialPoint("far out", Sizes(), Inputs(30), Expressions())));

        Assert.Contains("at the special point 'far out' the reference is little more than rounding noise", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_whose_key_is_empty_is_refused()
    {
        Question question = Question([], new BlankDefinition(), new TextType(), []);
        QuestionKey key = Examples.Key(_ => new TextValue(" "));

        Assert.Contains("the blank is empty", Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, key, "seed")).Message, StringComparison.Ordinal);
    }

    /// <summary>dW = x gᵀ and db = 0.</summary>
    private static readonly QuestionKey ZeroBias = Examples.Key(point => Examples.LayerGradient(point, tinyFactor: 0));

    private static Question TwoParts(double? weights, double? bias) => Examples.Layer with
    {
        Definition = new PartsDefinition([new QuestionPart("dW", weights, new ValueDefinition()), new QuestionPart("db", bias, new ValueDefinition())]),
    };

    private static Value Zeros(Value value) => new NumericValue(((NumericValue)value).Tensor.Map(_ => 0));

    private static QuestionPlan Plan(Func<double, double> function, params ImmutableArray<SpecialPoint> special)
    {
        Question question = Question([X], new ValueDefinition(), X.Type, special);
        QuestionKey key = Examples.Key(point => new NumericValue(Examples.TensorOf(point, "x").Map(function)));
        return SamplePlanner.Plan(question, key, "seed");
    }

    private static Question Question(
        ImmutableArray<Parameter> parameters, Definition definition, AnswerType result, ImmutableArray<SpecialPoint> special) => new(
        "1", "One", 1, "", new AnswerSignature("F", parameters, result, $"{result}"), definition, ImmutableSortedDictionary<string, SizeRange>.Empty,
        [.. parameters.Select(parameter => new NumericDomain(parameter.Name, [], NumericKind.Signed, 0.3, 1.5))],
        [], special, Tolerance.Default, Limits.Default);

    private static ImmutableSortedDictionary<string, int> Sizes() => ImmutableSortedDictionary<string, int>.Empty;

    private static ImmutableSortedDictionary<string, string> Expressions() => ImmutableSortedDictionary<string, string>.Empty;

    private static ImmutableSortedDictionary<string, Tensor> Inputs(double x) =>
        ImmutableSortedDictionary<string, Tensor>.Empty.Add("x", Tensor.Scalar(x));
}
