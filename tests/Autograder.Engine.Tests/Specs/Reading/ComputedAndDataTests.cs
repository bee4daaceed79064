using System.Globalization;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs.Reading;
using Autograder.Engine.Tests.Support;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>Inputs that are computed or read from files: their values, and one mistake each.</summary>
public sealed class ComputedAndDataTests
{
    private const string Linear = """
          - id: "1"
            title: Sum
            points: 1
            statement: Return the sum.
            answer: double Sum(Vector<double> x, Vector<double> y)
            definition: { value: {} }
            inputs:
              A: { size: [D, D] }
              x: { size: D, computed: A * s }
              s: { size: D }
              f: { function: ["Linear(A)"] }
              y: { size: D, computed: f(x) }
        """;

    [Fact]
    public void A_computed_input_is_the_value_of_its_expression_at_every_point()
    {
        using TinySpec spec = KindsSpec.Asking(KindsSpec.Computed);
        Assert.All(spec.Load().Plan("seed").Questions[0].Points, planned =>
        {
            double v = Number("v"), norm = Math.Sqrt(((NumericValue)planned.Point.Inputs["s"]).Tensor.Entries.Sum(entry => entry * entry));
            Assert.Equal(2 * v, Number("double"));
            Assert.Equal((2 * v) + norm + planned.Point.Sizes["D"], Number("u"), 1e-14);
            Assert.Equal(2 * Number("u"), planned.Parts[0].Reference.Entries[0]);

            double Number(string input) => ((NumericValue)planned.Point.Inputs[input]).Tensor.Entries[0];
        });
    }

    [Fact]
    public void A_computed_input_may_use_whatever_is_drawn_and_functions_above_it() => KindsSpec.Plans(Linear);

    [Fact]
    public void Data_are_read_from_the_file_beside_the_spec()
    {
        using TinySpec spec = KindsSpec.Asking(KindsSpec.Training);
        SamplePoint point = Assert.Single(spec.Load().Plan("seed").Questions[0].Points).Point;
        Assert.Equal(Tensor.Matrix(1, 4, 0, 1 / 255.0, 2 / 255.0, 3 / 255.0), Of("X"));
        Assert.Equal(Tensor.Vector(7), Of("y"));
        Assert.Equal(Shape.Matrix(2, 4), Of("Xheld").Shape);
        Assert.Equal(Tensor.Vector(0, 255), Of("yheld"));
        Assert.Equal(Tensor.Vector(0, 0, 0, 0), Of("w"));

        Tensor Of(string input) => ((NumericValue)point.Inputs[input]).Tensor;
    }

    [Theory]
    [InlineData("u: { computed: \"@double + s.L2Norm() + D\" }", "u: { computed: \"w + 1\" }", "16:7: the input 's' is no parameter of the answer, and no function or expression uses it", "17:7: the input 'double' is no parameter of the answer, and no function or expression uses it", "18:22: 'w + 1' does not compile: CS0103: The name 'w' does not exist in the current context")]
    [InlineData("computed: 2 * v", "computed: v *", "17:27: 'v *' does not compile: CS1733: Expected expression")]
    [InlineData("computed: 2 * v", "computed: 2 * v + u", "17:27: '2 * v + u' does not compile: CS0103: The name 'u' does not exist in the current context")]
    [InlineData("computed: 2 * v", "computed: 2 * @double + v", "17:27: '2 * @double + v' does not compile: CS0103: The name 'double' does not exist in the current context")]
    [InlineData("computed: 2 * v", "computed: 2 * v, values: positive", "17:7: 'double' has computed and values or magnitude, which say different things of where it comes from")]
    [InlineData("computed: 2 * v", "computed: 2 * v, magnitude: 1..2", "17:7: 'double' has computed and values or magnitude, which say different things of where it comes from")]
    [InlineData("computed: 2 * v", "computed: 2 * v, idx: { file: labels.idx, count: 1 }", "17:7: 'double' has computed and idx, which say different things of where it comes from")]
    [InlineData("u: { computed", "u: { size: D, computed", "18:10: the domain of 'u' does not fit its type double: a number has no size")]
    [InlineData("computed: 2 * v", "computed: 2 * v, size: K", "17:40: the size 'K' is never bound; add it to 'sizes', for instance K: 2..5")]
    [InlineData("computed: 2 * v", "size: [100000, 100000], computed: 2 * v", "17:23: 'double' would have more than 8000000 numbers")]
    public void A_computed_input_is_held_against_what_stands_above_it(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Computed, old, changed, expected);

    [Fact]
    public void What_is_computed_of_a_function_stands_below_it() => KindsSpec.Reports(
        Linear,
        "      f: { function: [\"Linear(A)\"] }\n      y: { size: D, computed: f(x) }",
        "      y: { size: D, computed: f(x) }\n      f: { function: [\"Linear(A)\"] }",
        "18:31: 'f(x)' does not compile: CS0103: The name 'f' does not exist in the current context");

    [Fact]
    public void A_function_is_made_of_what_was_computed_above_it() => KindsSpec.Reports(
        Linear,
        """
              A: { size: [D, D] }
              x: { size: D, computed: A * s }
              s: { size: D }
              f: { function: ["Linear(A)"] }
        """,
        """
              x: { size: D, computed: s }
              s: { size: D }
              f: { function: ["Linear(A)"] }
              A: { size: [D, D], computed: s.OuterProduct(s) }
        """,
        "17:23: 'A' is computed; it has to stand above the functions that are made of it");

    [Theory]
    [InlineData("computed: 2 * v", "computed: v * s", "the expression 'v * s' is a vector of")]
    [InlineData("computed: 2 * v", "computed: int.Parse(\"none\") + v", "the expression 'int.Parse(\"none\") + v' failed with FormatException: The input string 'none' was not in a correct format.")]
    [InlineData("computed: 2 * v", "computed: v / 0 - v / 0", "no usable point in 5000 draws; 5000 of them failed because the reference is not finite")]
    public void What_is_computed_fails_as_a_problem_of_the_spec(string old, string changed, string expected)
    {
        using TinySpec spec = KindsSpec.Asking(TinySpec.Replace(KindsSpec.Computed, old, changed));
        Assert.StartsWith($"assignment.yaml:8:5: question 1: {expected}", Assert.Single(spec.PlanProblems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: labels.idx, count: 4 } }", "18:25: the data of 'y' cannot be read: it has 3 items, too few for 4 from the item 0 on")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: labels.idx, first: 3, count: 1 } }", "18:25: the data of 'y' cannot be read: it has 3 items, too few for 1 from the item 3 on")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: Given.cs, count: 1 } }", "18:25: the data of 'y' cannot be read: it is no IDX file of unsigned bytes")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: labels.idx } }", "18:17: the key 'count' is missing")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { count: 1 } }", "18:17: the key 'file' is missing")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: labels.idx, count: 0 } }", "18:44: expected a whole number from 1 to 100000000, found '0'")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: labels.idx, first: -1, count: 1 } }", "18:44: expected a whole number, 0 or greater, found '-1'")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: labels.idx }", "18:17: expected a mapping with file, first, count, found 'labels.idx'")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: images.idx.gz, count: 1 } }", "18:10: the domain of 'y' does not fit its type Vector<double>: a vector has one size, such as { size: D }")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: labels.idx, count: 1 }, values: binary }", "18:7: 'y' has idx and values or magnitude, which say different things of where it comes from")]
    [InlineData("      y: { idx: { file: labels.idx, count: 1 } }", "      y: { idx: { file: labels.idx, count: 1 }, computed: Zeros(1) }", "18:7: 'y' has computed and idx, which say different things of where it comes from")]
    public void Data_are_held_against_their_file_and_parameter(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Training, old, changed, expected);

    [Theory]
    [InlineData("missing.idx", "Could not find file")]
    [InlineData("nowhere/labels.idx", "Could not find a part of the path")]
    [InlineData("../", "Access to the path")]
    [InlineData("\"la\\0bels.idx\"", "Null character in path")]
    public void A_file_that_cannot_be_read_is_reported_once_where_it_is_named(string file, string expected)
    {
        using TinySpec spec = KindsSpec.Asking(TinySpec.Replace(KindsSpec.Training, "yheld: { idx: { file: labels.idx", $"yheld: {{ idx: {{ file: {file}"));
        Assert.StartsWith($"assignment.yaml:20:29: the data of 'yheld' cannot be read: {expected}", Assert.Single(spec.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_changes_with_the_data_and_not_with_how_they_are_packed()
    {
        using TinySpec original = KindsSpec.Asking(KindsSpec.Training), other = KindsSpec.Asking(KindsSpec.Training), repacked = KindsSpec.Asking(KindsSpec.Training);
        other.Write("labels.idx", Idx.Bytes([3], [7, 0, 254]));
        repacked.Write("images.idx.gz", Idx.Zipped([.. Idx.Images, 0, 0]));
        Assert.NotEqual(Fingerprint(original), Fingerprint(other));
        Assert.Equal(Fingerprint(original), Fingerprint(repacked));

        static string Fingerprint(TinySpec spec) => spec.Load().Assignment.Fingerprint;
    }

    /// <summary>Twelve points of vectors, and data at each.</summary>
    [Theory]
    [InlineData(600_000, null)]
    [InlineData(700_000, "8400024")]
    [InlineData(3_000_000, "36000024")]
    public void The_points_of_a_question_fit_into_one_message(int count, string? numbers)
    {
        using TinySpec spec = KindsSpec.Asking($$"""
              - id: "1"
                title: Sum
                points: 1
                statement: Return the sum.
                answer: double Sum(Vector<double> x, Vector<double> y)
                definition: { value: {} }
                inputs:
                  x: { size: 2 }
                  y: { idx: { file: many.idx.gz, count: {{count.ToString(CultureInfo.InvariantCulture)}} } }
            """);
        spec.Write("many.idx.gz", Idx.Zipped(Idx.Bytes([3_000_000], new byte[3_000_000])));
        spec.Reports(numbers is null ? [] : [$"8:5: its points together may have {numbers} numbers, and one message to a student's program carries 8000000; make the sizes or the data smaller"]);
    }

    [Theory]
    [InlineData("sizes: { D: 1..815 }", null)]
    [InlineData("sizes: { D: 1..816 }", "8000064")]
    [InlineData("sizes: { D: 1..815 }\n    special-points: [{ label: small, sizes: { D: 138 } }]", null)]
    [InlineData("sizes: { D: 1..815 }\n    special-points: [{ label: large, sizes: { D: 140 } }]", "8000220")]
    public void Sizes_are_counted_at_their_greatest_and_functions_by_what_they_are_made_of(string more, string? numbers)
    {
        // A matrix of D × D in f and a vector at each of 12 points, and the latent u, which is not sent.
        using TinySpec spec = TinySpec.Asking($$"""
              - id: "1"
                title: Apply
                points: 1
                statement: Apply f.
                answer: Vector<double> Apply(Func<Vector<double>, Vector<double>> f, Vector<double> s)
                definition: { value: {} }
                inputs:
                  f: { function: ["Linear(A)"] }
                  A: { size: [D, D] }
                  s: { size: D }
                  u: { size: [D, D] }
                constraints: [u.RowCount > 0]
                {{more}}
            """);
        spec.Reports(numbers is null ? [] : [$"8:5: its points together may have {numbers} numbers, and one message to a student's program carries 8000000; make the sizes or the data smaller"]);
    }

    [Fact]
    public void What_only_the_functions_of_an_answer_are_applied_to_is_sent_as_well()
    {
        using TinySpec spec = KindsSpec.Asking("""
              - id: "1"
                title: Norm
                points: 1
                statement: Return the norm as a function.
                answer: Func<Vector<double>, double> Norm()
                apply: { answer: [x] }
                definition: { value: {} }
                inputs:
                  x: { idx: { file: many.idx.gz, count: 700000 } }
            """);
        spec.Write("many.idx.gz", Idx.Zipped(Idx.Bytes([700_000], new byte[700_000])));
        spec.Reports("8:5: its points together may have 8400000 numbers, and one message to a student's program carries 8000000; make the sizes or the data smaller");
    }

    [Fact]
    public void A_message_carries_as_many_numbers_as_are_let_through()
    {
        const int Each = DataReader.MaxEntries / 13;
        var numbers = new WireNumbers([Each], new double[Each]);
        var calls = new QuestionCalls(new MethodPlace("Answers", "Answer", 0), [], [.. Enumerable.Repeat(new WireValue[] { numbers }, 13)], AreRepeated: true, OutputCharacters: 1);
        Assert.InRange(calls.ToFrame().Length, 1, FrameStream.MaxPayloadBytes);
    }
}
