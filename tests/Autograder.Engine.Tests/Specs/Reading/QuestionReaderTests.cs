using Autograder.Core.Assignments;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>Ids, signatures against the reference, special points, tolerances and limits: one mistake each.</summary>
public sealed class QuestionReaderTests
{
    [Fact]
    public void A_question_id_that_stands_twice_is_reported_with_the_first() =>
        Reports("- id: \"2\"", "- id: \"1\"", "24:9: the question id '1' is used already, at line 8");

    [Fact]
    public void A_question_id_is_a_text_even_where_it_looks_like_a_number()
    {
        using var spec = TinySpec.With("- id: \"2\"", "- id: 2.10");
        Assert.Equal("2.10", spec.Load().Assignment.Questions[1].Id);
    }

    [Theory]
    [InlineData("Gradient(Vector<double> w", "Gradientt(Vector<double> w", "12:13: the reference has no public static method 'Gradientt'; did you mean 'Gradient'?")]
    [InlineData("string Choice()", "string Nothing()", "28:13: the reference has no public static method 'Nothing'")]
    [InlineData("string Choice()", "string Choice(double a)", "28:13: the parameter 'a' has no domain; add it under inputs", "28:13: the reference has string Choice(), which does not fit string Choice(double a)")]
    [InlineData("Vector<double> Gradient(Vector<double> w, Matrix<double> X", "Vector<double> Gradient(Matrix<double> X, Vector<double> w", "12:13: the reference has Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y), which does not fit Vector<double> Gradient(Matrix<double> X, Vector<double> w, Vector<double> y)")]
    [InlineData("Gradient(Vector<double> w, Matrix<double> X, Vector<double> y)", "Gradient(Vector<double> y, Matrix<double> X, Vector<double> w)", "12:13: the reference has Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y), whose parameters stand in another order than those of Vector<double> Gradient(Vector<double> y, Matrix<double> X, Vector<double> w)")]
    public void An_answer_is_held_against_the_reference(string old, string changed, params string[] expected) => Reports(old, changed, expected);

    [Fact]
    public void A_reference_may_use_an_equivalent_type_and_expressions_see_the_declared_one()
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(
            TinySpec.Reference,
            "Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => X.TransposeThisAndMultiply(X * w - y);",
            "Gradient(double[] w, double[,] X, double[] y) => Given.Loss(Vector<double>.Build.Dense(w), Matrix<double>.Build.DenseOfArray(X), Vector<double>.Build.Dense(y)) * Vector<double>.Build.Dense(w);"));
        Assert.Empty(spec.Problems());
        Assert.Equal(2, spec.Load().Plan("seed").Questions.Length);
    }

    [Theory]
    [InlineData("inputs: { y: \"X * w\" }", "inputs: { y: [[1, 2, 3]] }", "22:22: 'y' is a matrix of 1 × 3 here, but has 1 size(s)")]
    [InlineData("inputs: { y: \"X * w\" }", "inputs: { y: 3 }", "22:22: 'y' is a number here, but has 1 size(s)")]
    [InlineData("inputs: { y: \"X * w\" }", "inputs: { w: [1, 2], X: [[1, 2, 3]] }", "22:33: 'X' has 3 where D is 2")]
    [InlineData("inputs: { y: \"X * w\" }", "inputs: { z: [1, 2] }", "22:19: 'z' is no input with numbers of this question")]
    [InlineData("inputs: { y: \"X * w\" }", "sizes: { K: 3 }", "22:18: 'K' is no size of this question; it has D, N")]
    [InlineData("inputs: { y: \"X * w\" }", "sizes: { N: 2 }\n        inputs: { y: [1, 2, 3] }", "23:22: 'y' has 3 where N is 2")]
    [InlineData("inputs: { y: \"X * w\" }", "sizes: { N: 100000, D: 100000 }", "21:9: 'X' would have more than 1048576 numbers at this point")]
    public void A_special_point_has_the_shapes_and_sizes_of_the_inputs(string old, string changed, string expected) => Reports(old, changed, expected);

    [Theory]
    [InlineData("relative: 1e-7", "relative: 1e-2", "23:16: 'relative' (0.01) is greater than 'reject' (0.0001)")]
    [InlineData("relative: 1e-7", "relative: 0", "23:28: expected a relative size greater than 0 and at most 1, such as 1e-7, found '0'")]
    [InlineData("relative: 1e-7", "relative: -1e-7", "23:28: expected a relative size greater than 0 and at most 1, such as 1e-7, found '-1e-7'")]
    [InlineData("relative: 1e-7", "reject: 1.5", "23:26: expected a relative size greater than 0 and at most 1, such as 1e-7, found '1.5'")]
    [InlineData("relative: 1e-7", "small-entry: 2", "23:31: expected a relative size greater than 0 and at most 1, such as 1e-7, found '2'")]
    [InlineData("relative: 1e-7", "imprecise-credit: 2", "23:36: expected a share from 0 to 1, found '2'")]
    [InlineData("relative: 1e-7", "imprecise-credit: -0.1", "23:36: expected a share from 0 to 1, found '-0.1'")]
    [InlineData("relative: 1e-7", "imprecise-credit: half", "23:36: expected a share from 0 to 1, found 'half'")]
    public void A_tolerance_is_within_its_range(string old, string changed, string expected) => Reports(old, changed, expected);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("0.25", 0.25)]
    public void Imprecise_answers_may_earn_anything_from_nothing_to_all(string written, double share)
    {
        using var spec = TinySpec.With("relative: 1e-7", $"imprecise-credit: {written}");
        Assert.Equal(share, spec.Load().Assignment.Questions[0].Tolerance.ImpreciseCredit);
    }

    [Theory]
    [InlineData("call-seconds: 0", "6:25: expected seconds from 0.001 to 86400, found '0'")]
    [InlineData("call-seconds: -5", "6:25: expected seconds from 0.001 to 86400, found '-5'")]
    [InlineData("call-seconds: 1e300", "6:25: expected seconds from 0.001 to 86400, found '1e300'")]
    [InlineData("call-seconds: 1e-9", "6:25: expected seconds from 0.001 to 86400, found '1e-9'")]
    [InlineData("call-seconds: 5s", "6:25: expected seconds from 0.001 to 86400, found '5s'")]
    [InlineData("call-cpu-seconds: no", "6:29: expected seconds from 0.001 to 86400, found 'no'")]
    [InlineData("memory-mebibytes: 0.5", "6:29: expected a whole number of MiB from 16 to 65536, found '0.5'")]
    [InlineData("memory-mebibytes: -256", "6:29: expected a whole number of MiB from 16 to 65536, found '-256'")]
    [InlineData("memory-mebibytes: 1e9", "6:29: expected a whole number of MiB from 16 to 65536, found '1e9'")]
    [InlineData("output-characters: 0", "6:30: expected a whole number from 1 to 100000000, found '0'")]
    [InlineData("output-characters: 99.5", "6:30: expected a whole number from 1 to 100000000, found '99.5'")]
    [InlineData("submission-output-characters: 99999999999", "6:41: expected a whole number from 1 to 100000000, found '99999999999'")]
    public void A_limit_is_within_its_range(string limit, string expected) => Reports("call-seconds: 5", limit, expected);

    [Fact]
    public void Limits_of_the_homework_hold_for_a_question_that_does_not_change_them()
    {
        using var spec = TinySpec.With("tolerance: { relative: 1e-7 }", "limits: { call-cpu-seconds: 0.5, output-characters: 10 }");
        Limits limits = spec.Load().Assignment.Questions[0].Limits;
        Assert.Equal(Limits.Default with { CallTime = TimeSpan.FromSeconds(5), CallCpuTime = TimeSpan.FromSeconds(0.5), OutputCharacters = 10 }, limits);
        Assert.Equal(Limits.Default with { CallTime = TimeSpan.FromSeconds(5) }, spec.Load().Assignment.Limits);
    }

    [Theory]
    [InlineData("submission-seconds: 5")]
    [InlineData("submission-cpu-seconds: 5")]
    [InlineData("memory-mebibytes: 500")]
    [InlineData("submission-output-characters: 500")]
    public void A_question_sets_no_limit_of_the_whole_homework(string limit) => Reports(
        "tolerance: { relative: 1e-7 }",
        $"limits: {{ {limit} }}",
        $"23:{16 + limit.IndexOf(' ', StringComparison.Ordinal)}: '{limit.Split(':')[0]}' holds for the whole homework; it stands under the homework's own 'limits'");

    private static void Reports(string old, string changed, params string[] expected)
    {
        using var spec = TinySpec.With(old, changed);
        spec.Reports(expected);
    }

    [Theory]
    [InlineData("[{ id: half, answer: '0.5 * Gradient(w, X, y)', hint: Look. }]")]
    [InlineData("[{ id: half, answer: '0.5 * Gradient(w, X, y)', hint: Look. }, { id: half, answer: w, hint: Look. }]", "24:90: the misconception 'half' is named already")]
    [InlineData("[{ id: half, answer: '0.5 * Gradiant(w, X, y)', hint: Look. }]", "24:42: '0.5 * Gradiant(w, X, y)' does not compile: CS0103: The name 'Gradiant' does not exist in the current context")]
    [InlineData("[{ id: half, hint: Look. }]", "24:22: the key 'answer' is missing")]
    public void Known_mistakes_are_expressions_with_a_name(string misconceptions, params string[] expected)
    {
        using var spec = TinySpec.With("    tolerance: { relative: 1e-7 }\n", $"    tolerance: {{ relative: 1e-7 }}\n    misconceptions: {misconceptions}\n");
        spec.Reports(expected);
    }
}
