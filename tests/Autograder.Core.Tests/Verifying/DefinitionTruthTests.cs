using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using Autograder.Core.Verifying;
using FsCheck;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Verifying;

/// <summary>What definitions say about the truth, against closed forms.</summary>
public sealed class DefinitionTruthTests
{
    private static readonly Gen<double> Entries = Gen.Choose(-2000, 2000).Select(thousandths => thousandths / 1000.0);

    [Fact]
    public void The_derivative_of_a_number_by_a_number_is_a_number() => Law.Holds(Entries, x => Near(
        Tensor.Scalar(Math.Cos(x)), Truth(DerivativeKind.Derivative, at => Tensor.Scalar(Math.Sin(at.Entries[0])), Tensor.Scalar(x)), 1e-10));

    [Fact]
    public void The_gradient_of_a_quadratic_form_is_the_symmetric_part_twice() => Law.Holds(
        from x in Entries.ArrayOf(3)
        from a in Entries.ArrayOf(9)
        select (x, a),
        @case => Near(
            Tensor.Vector([.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => (@case.a[(3 * i) + j] + @case.a[(3 * j) + i]) * @case.x[j]))]),
            Truth(DerivativeKind.Gradient, at => Tensor.Scalar(Form(@case.a, at)), Tensor.Vector(@case.x)),
            1e-9));

    [Fact]
    public void The_gradient_by_a_matrix_has_its_shape()
    {
        // Σ (i + 2j) exp(x_ij).
        Tensor at = Tensor.Matrix(2, 3, 0.1, -0.2, 0.3, -0.4, 0.5, -0.6);
        Tensor truth = Truth(DerivativeKind.Gradient, x => Tensor.Scalar(x.Entries.Select((entry, index) => (index / 3 + (2 * (index % 3))) * Math.Exp(entry)).Sum()), at);
        Assert.True(Near(new Tensor(at.Shape, [.. at.Entries.Select((entry, index) => (index / 3 + (2 * (index % 3))) * Math.Exp(entry))]), truth, 1e-10));
    }

    [Fact]
    public void The_jacobian_of_a_vector_function_has_a_row_per_output()
    {
        // (x y, x²) by (x, y) is [[y, x], [2x, 0]].
        Tensor truth = Truth(DerivativeKind.Jacobian, at => Tensor.Vector(at.Entries[0] * at.Entries[1], at.Entries[0] * at.Entries[0]), Tensor.Vector(0.7, -1.1));
        Assert.True(Near(Tensor.Matrix(2, 2, -1.1, 0.7, 1.4, 0), truth, 1e-10));
        Tensor tall = Truth(DerivativeKind.Jacobian, at => Tensor.Vector(at.Entries[0], at.Entries[1], at.Entries[0] + at.Entries[1]), Tensor.Vector(0.7, -1.1));
        Assert.True(Near(Tensor.Matrix(3, 2, 1, 0, 0, 1, 1, 1), tall, 1e-10));
    }

    [Fact]
    public void The_jacobian_of_a_matrix_function_has_the_outputs_indices_before_the_variables() => Law.Holds(Entries.ArrayOf(6), entries =>
    {
        // F = A X of 2 × 2, with A of 2 × 3 and X of 3 × 2: ∂F_ik / ∂X_jl = A_ij where k = l, or else 0.
        double[] a = entries;
        Tensor truth = Truth(DerivativeKind.Jacobian, at => Product(a, at), Tensor.Matrix(3, 2, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6));
        IEnumerable<double> right =
            from i in Enumerable.Range(0, 2)
            from k in Enumerable.Range(0, 2)
            from j in Enumerable.Range(0, 3)
            from l in Enumerable.Range(0, 2)
            select k == l ? a[(3 * i) + j] : 0;
        return Near(new Tensor(new Shape([2, 2, 3, 2]), [.. right]), truth, 1e-9);

        static Tensor Product(double[] a, Tensor x) => Tensor.Matrix(2, 2, [..
            from i in Enumerable.Range(0, 2)
            from k in Enumerable.Range(0, 2)
            select Enumerable.Range(0, 3).Sum(j => a[(3 * i) + j] * x.Entries[(2 * j) + k])]);
    });

    [Fact]
    public void The_hessian_of_a_quadratic_form_is_the_symmetric_part_twice() => Law.Holds(
        from x in Entries.ArrayOf(3)
        from a in Entries.ArrayOf(9)
        select (x, a),
        @case => Near(
            Tensor.Matrix(3, 3, [.. Enumerable.Range(0, 9).Select(index => @case.a[index] + @case.a[(3 * (index % 3)) + (index / 3)])]),
            Truth(DerivativeKind.Hessian, at => Tensor.Scalar(Form(@case.a, at)), Tensor.Vector(@case.x)),
            1e-6));

    [Fact]
    public void The_hessian_of_a_vector_function_has_the_outputs_index_first()
    {
        // f = (x² y, x y³): ∇²f₀ = [[2y, 2x], [2x, 0]] and ∇²f₁ = [[0, 3y²], [3y², 6xy]].
        const double X = 0.7, Y = -1.1;
        Tensor truth = Truth(
            DerivativeKind.Hessian,
            at => Tensor.Vector(at.Entries[0] * at.Entries[0] * at.Entries[1], at.Entries[0] * Math.Pow(at.Entries[1], 3)),
            Tensor.Vector(X, Y));
        Assert.True(Near(new Tensor(new Shape([2, 2, 2]), [2 * Y, 2 * X, 2 * X, 0, 0, 3 * Y * Y, 3 * Y * Y, 6 * X * Y]), truth, 1e-6));
    }

    [Fact]
    public void The_second_derivative_of_a_number_by_a_number_is_a_number() =>
        Assert.True(Near(Tensor.Scalar(-Math.Sin(0.4)), Truth(DerivativeKind.Hessian, at => Tensor.Scalar(Math.Sin(at.Entries[0])), Tensor.Scalar(0.4)), 1e-6));

    [Fact]
    public void A_step_goes_down_the_gradient_by_the_rate() => Law.Holds(
        from x in Entries.ArrayOf(3)
        from thousandths in Gen.Choose(1, 1000)
        select (x, rate: thousandths / 1000.0),
        @case =>
        {
            // L = ½ Σ (i + 1) x_i².
            Tensor right = Tensor.Vector([.. @case.x.Select((entry, index) => entry - (@case.rate * (index + 1) * entry))]);
            QuestionKey key = Key(at => Tensor.Scalar(0.5 * at.Entries.Select((entry, index) => (index + 1) * entry * entry).Sum()));
            SamplePoint point = At(Tensor.Vector(@case.x)).With("rate", Examples.Number(@case.rate));
            return Near(right, DefinitionTruth.Of(new UpdateStepDefinition("F", "x", new StepRate(null, @case.rate)), key, point)!, 1e-9)
                && Near(right, DefinitionTruth.Of(new UpdateStepDefinition("F", "x", new StepRate("rate", 0)), key, point)!, 1e-9);
        });

    [Fact]
    public void A_polynomial_of_the_first_order_is_the_tangent() => Law.Holds(Entries.ArrayOf(2), x =>
    {
        // exp(a + 2b) around (0.5, −0.25) has the value 1 and the gradient (1, 2).
        double right = 1 + (x[0] - 0.5) + (2 * (x[1] + 0.25));
        return Near(Tensor.Scalar(right), Taylor(1, at => Math.Exp(at.Entries[0] + (2 * at.Entries[1])), x, 0.5, -0.25), 1e-9);
    });

    [Fact]
    public void A_polynomial_of_the_second_order_has_half_the_curvature_too() => Law.Holds(Entries.ArrayOf(2), x =>
    {
        double distance = x[0] - 0.5 + (2 * (x[1] + 0.25));
        return Near(Tensor.Scalar(1 + distance + (0.5 * distance * distance)), Taylor(2, at => Math.Exp(at.Entries[0] + (2 * at.Entries[1])), x, 0.5, -0.25), 1e-5);
    });

    [Fact]
    public void A_polynomial_of_the_second_order_is_a_quadratic_form_itself_wherever_it_is_expanded() => Law.Holds(
        from x in Entries.ArrayOf(3)
        from center in Entries.ArrayOf(3)
        from a in Entries.ArrayOf(9)
        select (x, center, a),
        @case => Near(Tensor.Scalar(Form(@case.a, Tensor.Vector(@case.x))), Taylor(2, at => Form(@case.a, at), @case.x, @case.center), 1e-4));

    [Fact]
    public void A_polynomial_may_be_in_a_number()
    {
        QuestionKey key = Key(at => Tensor.Scalar(Math.Sin(at.Entries[0])));
        var taylor = new TaylorDefinition("F", "x", 2, Tensor.Scalar(0.3));
        double right = Math.Sin(0.3) + (0.4 * Math.Cos(0.3)) - (0.08 * Math.Sin(0.3));
        Assert.True(Near(Tensor.Scalar(right), DefinitionTruth.Of(taylor, key, At(Tensor.Scalar(0.7)))!, 1e-7));
    }

    [Fact]
    public void Another_form_has_the_value_of_the_function() =>
        Assert.Equal(Tensor.Scalar(6), DefinitionTruth.Of(new EquivalentFormDefinition("F"), Key(at => Tensor.Scalar(2 * at.Entries[0])), At(Tensor.Scalar(3))));

    [Fact]
    public void What_is_whatever_the_key_says_has_no_truth_of_its_own() => Assert.All(
        new Definition[]
        {
            new ValueDefinition(), new ShapeDefinition(), new BlankDefinition(), new TextDefinition(), Examples.Colours,
            new MinimiserDefinition("F", "x"), new ConditionsDefinition([]), new TrainingDefinition("1", new Goal(1, IsLeast: true)),
        },
        definition => Assert.Null(DefinitionTruth.Of(definition, Key(at => at), At(Tensor.Scalar(1)))));

    [Fact]
    public void A_given_function_that_fails_near_the_point_is_the_staffs_to_mend() => Assert.Throws<KeyFailureException>(() => Truth(
        DerivativeKind.Gradient, at => at.Entries[0] > 1 ? throw new KeyFailureException("too large") : at, Tensor.Scalar(1)));

    private static Tensor Truth(DerivativeKind kind, Func<Tensor, Tensor> function, Tensor at) =>
        DefinitionTruth.Of(new DerivativeDefinition(kind, "F", "x"), Key(function), At(at))!;

    private static Tensor Taylor(int order, Func<Tensor, double> function, double[] x, params double[] around) =>
        DefinitionTruth.Of(new TaylorDefinition("F", "x", order, Tensor.Vector(around)), Key(at => Tensor.Scalar(function(at))), At(Tensor.Vector(x)))!;

    private static QuestionKey Key(Func<Tensor, Tensor> function) =>
        Examples.Key(answer: null) with { Given = (_, point) => function(Examples.TensorOf(point, "x")) };

    private static SamplePoint At(Tensor x) => new(
        Label: null, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, Value>.Empty.Add("x", new NumericValue(x)));

    /// <summary>xᵀ A x.</summary>
    private static double Form(double[] a, Tensor x) =>
        Enumerable.Range(0, 9).Sum(index => a[index] * x.Entries[index / 3] * x.Entries[index % 3]);

    private static bool Near(Tensor right, Tensor truth, double limit) =>
        right.Shape == truth.Shape && right.Entries.Zip(truth.Entries).All(pair => Math.Abs(pair.First - pair.Second) <= limit * Math.Max(1, right.LargestMagnitude));
}
