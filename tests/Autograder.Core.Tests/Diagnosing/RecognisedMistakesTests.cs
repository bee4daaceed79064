using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Diagnosing;

/// <summary>Mistakes that show only for answers of a certain kind.</summary>
public sealed class RecognisedMistakesTests
{
    private static readonly Question Square = Examples.Question("8", Examples.Matrix("X", "D", "D"), Examples.Vector("w", "D"));

    /// <summary>The derivative of ‖x‖² + x·t by x.</summary>
    internal static readonly Question Gradient = Examples.Question("9", Examples.Vector("x", "D"), Examples.Vector("t", "D")) with
    {
        Definition = new DerivativeDefinition(DerivativeKind.Gradient, "Function", "x"),
    };

    internal static readonly QuestionKey GradientKey = Examples.Key(point => new NumericValue(Planted.Sum(point.NumbersOf("t"), point.NumbersOf("x"), 2))) with
    {
        Given = (_, point) => Tensor.Scalar(point.NumbersOf("x").Entries.Zip(point.NumbersOf("t").Entries, (x, t) => x * (x + t)).Sum()),
    };

    [Theory]
    [InlineData("block/diagonal", "Only the diagonal is right.")]
    [InlineData("block/off-diagonal", "Everything but the diagonal is right.")]
    [InlineData("block/lower", "Only the lower triangle is right, with the diagonal.")]
    [InlineData("block/upper", "Only the upper triangle is right, with the diagonal.")]
    public void Parts_of_a_square_that_are_right_are_named(string id, string rationale) => Law.HoldsForAnySeed(seed =>
    {
        QuestionPlan plan = SamplePlanner.Plan(Square, Examples.Key(point => new NumericValue(Twice(point))), seed);
        Feedback told = Planted.Told(Classroom.Grade(plan, point => new NumericValue(WrongIn(Twice(point), (row, column) => id switch
        {
            "block/diagonal" => row != column,
            "block/off-diagonal" => row == column,
            "block/lower" => row < column,
            _ => row > column,
        })))).Single();
        return told.Id == id && told.Rationale == rationale;
    });

    [Fact]
    public void An_entry_that_is_right_is_named_where_there_are_always_as_many()
    {
        Question question = Examples.Question("8", Examples.Vector("x", "K")) with { Sizes = Examples.Sizes.Clear().Add("K", new SizeRange(3, 3)) };
        QuestionKey key = Examples.Key(point => new NumericValue(point.NumbersOf("x").Map(entry => 2 * entry)));
        Feedback told = Planted.Told(Classroom.Grade(
            SamplePlanner.Plan(question, key, "seed"), point => new NumericValue(new Tensor(Shape.Vector(3), [.. point.NumbersOf("x").Entries.Select((entry, index) => index == 1 ? Math.Exp(entry) : 2 * entry)])))).Single();
        Assert.Equal(("block/entries", "Only entries 1 and 3 are right, counted from 1."), (told.Id, told.Rationale));
    }

    [Fact]
    public void An_absolute_value_is_right_where_the_input_is_positive() => Law.HoldsForAnySeed(seed =>
        Ids(seed, Square, point => Map(point, w => w * w * w), point => Map(point, w => w * w * Math.Abs(w) * (w < 0 ? w - 1 : 1))) == "right-where-positive/w");

    [Fact]
    public void What_is_right_at_special_inputs_only_is_named_with_them()
    {
        Assert.Equal("special-only", Ids("seed", Special(1), point => Map(point, w => w * w), point => Map(point, w => w * (w + Math.Log(Math.Abs(w))))));
        Question special = Special(0);
        Assert.Equal("special-missed", Ids("seed", special, point => Map(point, w => w * w), point => Map(point, w => w == 0 ? 1 : w * w)));
        Assert.Equal("overflow", Ids("seed", special, point => Map(point, w => w * w), point => Map(point, w => w * w * w / w)));
    }

    [Fact]
    public void To_be_right_where_the_answer_is_zero_only_says_nothing() =>
        Assert.Equal("not-recognised", Ids("seed", Special(0), point => Map(point, w => w * w), point => Map(point, w => w * (w + 0.4))));

    [Fact]
    public void A_number_may_be_right_where_the_input_is_positive() => Law.HoldsForAnySeed(seed =>
    {
        QuestionPlan plan = SamplePlanner.Plan(Examples.Question("8", Examples.Scalar("s")), Examples.Key(point => Examples.Number(Examples.NumberOf(point, "s"))), seed);
        Feedback told = Planted.Told(Classroom.Grade(plan, point => Examples.Number(Math.Abs(Examples.NumberOf(point, "s"))))).Single();
        return told is { Id: "right-where-positive/s", Rationale: "The value is right exactly where s is positive." };
    });

    [Fact]
    public void What_is_nearly_right_in_places_is_not_told_to_take_differences()
    {
        QuestionPlan plan = SamplePlanner.Plan(Gradient, GradientKey, "seed");
        double Error(SamplePoint point, double entry) => ReferenceEquals(point, plan.Points[0].Point) ? 1e-7 : 0.01 * entry * entry;
        Feedback told = Planted.Told(Classroom.Grade(plan, point =>
            new NumericValue(((NumericValue)GradientKey.Answer!(point)).Tensor.Map(entry => entry + Error(point, entry))))).Single();
        Assert.Equal("not-recognised", told.Id);
        Assert.StartsWith("Look for float, for finite differences", told.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_divisor_that_is_one_off_has_a_hint_of_its_own() => Assert.All(
        (Func<double, double>[])[count => count / (count - 1), count => (count - 1) / count],
        factor => Assert.Contains(
            "or by one less",
            Planted.Told(Classroom.Grade(SamplePlanner.Plan(Planted.Question, Planted.Key, "seed"), point =>
                new NumericValue(Planted.Right(point).Map(entry => factor(point.Sizes["N"]) * entry)))).Single().Hint,
            StringComparison.Ordinal));

    [Fact]
    public void Two_inputs_enter_and_one_enters()
    {
        Question question = Examples.Question("8", Examples.Scalar("s"), Examples.Scalar("t"), Examples.Vector("w", "D"));
        string? Hint(Func<double, double, double> factor) => Planted.Told(Classroom.Grade(
            SamplePlanner.Plan(question, Examples.Key(point => new NumericValue(point.NumbersOf("w").Map(Math.Exp))), "seed"),
            point => new NumericValue(point.NumbersOf("w").Map(w => factor(Examples.NumberOf(point, "s"), Examples.NumberOf(point, "t")) * Math.Exp(w))))).Single().Hint;
        Assert.Equal("How often does s enter, and where?", Hint((s, _) => s));
        Assert.Equal("How often do s and t enter, and where?", Hint((s, t) => s / t));
    }

    [Fact]
    public void An_axis_of_stacked_rows_may_be_read_column_by_column() => Law.HoldsForAnySeed(seed =>
    {
        Tensor Stacked(SamplePoint point, bool byColumns)
        {
            Tensor matrix = Planted.Sum(Planted.Outer(point, "a", "b"), point.NumbersOf("M"));
            return (byColumns ? matrix.Transposed() : matrix).Reshaped(Shape.Vector(matrix.Entries.Length));
        }

        return Planted.Ids(seed, point => Stacked(point, byColumns: true), Planted.Question with { Terms = [] }, Examples.Key(point => new NumericValue(Stacked(point, byColumns: false)))) == "column-major";
    });

    [Fact]
    public void Indices_in_another_order_are_told_from_a_transpose() => Law.HoldsForAnySeed(seed =>
    {
        QuestionKey key = Examples.Key(point => new NumericValue(Cube(point)));
        return Planted.Ids(seed, point => Cube(point).Permuted(2, 0, 1), Planted.Question with { Terms = [] }, key) == "index-order"
            && Planted.Ids(seed, point => Cube(point).Permuted(1, 0, 2).Map(entry => -entry), Planted.Question with { Terms = [] }, key) == "index-order+sign";
    });

    [Fact]
    public void The_derivative_by_another_input_is_named() => Law.HoldsForAnySeed(seed =>
        Planted.Ids(seed, point => point.NumbersOf("x"), Gradient, GradientKey) == "wrong-variable/t");

    [Fact]
    public void An_answer_that_depends_on_what_it_should_not_is_named() => Law.HoldsForAnySeed(seed =>
        Ids(seed, Square, point => point.NumbersOf("X"), point => point.NumbersOf("X").Map(entry => entry + point.NumbersOf("w").Entries[0])) == "depends-on/w");

    [Fact]
    public void What_breaks_an_invariant_is_told_so_and_how_to_look_when_none_is_broken()
    {
        Question question = Gradient with { Invariants = [new Condition("Sum(answer) is zero", "The entries do not add up to zero.")] };
        Feedback Told(Func<SamplePoint, Value, bool> invariant) => Planted.Told(Classroom.Grade(
            SamplePlanner.Plan(question, GradientKey with { Invariants = [invariant] }, "seed"), point => new NumericValue(Planted.Sum(point.NumbersOf("x").Map(Math.Exp), point.NumbersOf("t").Map(Math.Exp))))).Single();

        Assert.Equal(("invariant", "The entries do not add up to zero."), (Told((_, _) => false).Id, Told((_, _) => false).Rationale));
        Assert.Equal("not-recognised", Told((_, _) => true).Id);
        Assert.Equal("not-recognised", Told((_, _) => throw new KeyFailureException("overflow")).Id);
        Assert.Contains("difference quotient of Function", Told((_, _) => true).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Extents_are_not_off_by_a_factor()
    {
        Question question = Examples.Question("8", Examples.Matrix("X", "N", "D")) with
        {
            Definition = new PartsDefinition([new QuestionPart("rows", null, new ShapeDefinition()), new QuestionPart("columns", null, new ShapeDefinition())]),
        };
        static GroupValue Extents(double rows, double columns) => Examples.Group(("rows", Examples.Number(rows)), ("columns", Examples.Number(columns)));
        QuestionPlan plan = SamplePlanner.Plan(question, Examples.Key(point => Extents(point.Sizes["N"], point.Sizes["D"])), "seed");
        Assert.Equal("answer-of/columns answer-of/rows", Planted.Ids(plan, point => Extents(point.Sizes["D"], point.Sizes["N"])));
        Assert.Equal("not-recognised", Planted.Ids(plan, point => Extents(point.Sizes["D"] * point.Sizes["N"], point.Sizes["D"])));
    }

    [Fact]
    public void A_rounded_answer_is_diagnosed_as_far_as_its_digits_go()
    {
        Question rounded = Square with { Tolerance = new Tolerance { Decimals = 2 } };
        Assert.Equal("sign", Ids("seed", rounded, Twice, point => Twice(point).Map(entry => -Math.Round(entry, 2))));
        Assert.Equal("not-recognised", Ids("seed", rounded, Twice, point => Twice(point).Map(entry => Math.Round(0.377 * entry, 2))));
    }

    private static Question Special(double entry) => Square with
    {
        SpecialPoints = [Examples.Special("equal entries", ("w", Tensor.Vector(entry, entry))) with { Sizes = Square.Sizes.ToImmutableSortedDictionary(size => size.Key, _ => 2) }],
    };

    private static string Ids(string seed, Question question, Func<SamplePoint, Tensor> right, Func<SamplePoint, Tensor> mistake) =>
        Planted.Ids(seed, mistake, question, Examples.Key(point => new NumericValue(right(point))));

    private static Tensor Twice(SamplePoint point) => point.NumbersOf("X").Map(entry => entry + Math.Exp(entry));

    private static Tensor Map(SamplePoint point, Func<double, double> function) => point.NumbersOf("w").Map(function);

    private static Tensor WrongIn(Tensor right, Func<int, int, bool> isWrong) => new(right.Shape, [.. right.Entries.Select((entry, place) =>
        isWrong(place / right.Shape.Extents[1], place % right.Shape.Extents[1]) ? Math.Exp(entry) + 2 : entry)]);

    /// <summary>m × n × N, without any symmetry.</summary>
    private static Tensor Cube(SamplePoint point)
    {
        Tensor matrix = Planted.Sum(Planted.Outer(point, "a", "b"), point.NumbersOf("M"));
        ImmutableArray<double> depth = point.NumbersOf("y").Entries;
        return new Tensor(new Shape([.. matrix.Shape.Extents, depth.Length]), [.. matrix.Entries.SelectMany(entry => depth.Select(y => entry * (y + entry)))]);
    }
}
