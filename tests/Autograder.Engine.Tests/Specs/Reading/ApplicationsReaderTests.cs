using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>What the delegates of an answer are applied to, against their types: one mistake each.</summary>
public sealed class ApplicationsReaderTests
{
    private const string Answer = "(Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer, double norm) Split(Vector<double> v)";

    /// <summary>An answer with two delegates and a number; it stands at line 12, its entries at line 13.</summary>
    private const string Split = $$"""
          - id: "1"
            title: Split
            points: 1
            statement: Split it.
            answer: {{Answer}}
            apply: { inner: [a], outer: [inner] }
            definition: { value: {} }
            inputs:
              v: { size: D }
              a: { size: D }
        """;

    /// <summary>An answer that is one delegate over a whole number and a function.</summary>
    private const string Whole = """
          - id: "1"
            title: Whole
            points: 1
            statement: Apply it.
            answer: Func<int, Func<Vector<double>, Vector<double>>, double> Power()
            apply: { answer: [k, f] }
            definition: { value: {} }
            inputs:
              k: { values: integer, magnitude: 1..3 }
              A: { size: [3, 2] }
              f: { function: ["Linear(A)"] }
        """;

    private static string Reference { get; } = TinySpec.Replace(TinySpec.Reference, "    public static string Choice", """
            public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer, double norm) Split(Vector<double> v) => (a => a + v, b => b.Sum(), v.L2Norm());
            public static Func<int, Func<Vector<double>, Vector<double>>, double> Power() => (k, f) => f(Vector<double>.Build.Dense([1, k])).Count;
            public static Func<Vector<double>, Vector<double>> LossGradient(Matrix<double> X, Vector<double> y) => w => Gradient(w, X, y);
            public static Func<Vector<double>, Vector<double>> Null(Vector<double> v) => null!;
            public static Func<double, (double value, double slope)> Sine() => x => (Math.Sin(x), Math.Cos(x));
            public static string Choice
        """);

    [Theory]
    [InlineData("\n    apply: { inner: [a], outer: [inner] }", "", "12:13: the delegate 'inner' is applied to nothing; add it, for instance apply: { inner: [x] }", "12:13: the delegate 'outer' is applied to nothing; add it, for instance apply: { outer: [x] }", "16:7: the input 'a' is no parameter of the answer, and no function or expression uses it")]
    [InlineData(", outer: [inner]", "", "12:13: the delegate 'outer' is applied to nothing; add it, for instance apply: { outer: [x] }")]
    [InlineData("outer: [inner]", "outer: [inner], norm: [v]", "13:42: 'norm' is no delegate of the answer; it has inner, outer")]
    [InlineData("outer: [inner]", "outr: [inner]", "12:13: the delegate 'outer' is applied to nothing; add it, for instance apply: { outer: [x] }", "13:26: 'outr' is no delegate of the answer; did you mean 'outer'?")]
    [InlineData("inner: [a], outer: [inner]", "answer: [a]", "12:13: the delegate 'inner' is applied to nothing; add it, for instance apply: { inner: [x] }", "12:13: the delegate 'outer' is applied to nothing; add it, for instance apply: { outer: [x] }", "13:14: 'answer' is no delegate of the answer; it has inner, outer")]
    [InlineData("outer: [inner]", "outer: [iner]", "13:34: 'iner' is no input of this question and no delegate of its answer; did you mean 'inner'?")]
    [InlineData("outer: [inner]", "outer: [w]", "13:34: 'w' is no input of this question and no delegate of its answer; add it under inputs")]
    [InlineData("outer: [inner]", "outer: [norm]", "13:34: 'norm' is no input of this question and no delegate of its answer; add it under inputs")]
    [InlineData("outer: [inner]", "outer: [D]", "13:34: 'D' is no input of this question and no delegate of its answer; add it under inputs")]
    [InlineData("inner: [a], outer: [inner]", "outer: [inner], inner: [a]", "13:22: 'inner' is applied only later; its entry stands before those that use it")]
    [InlineData("inner: [a]", "inner: [inner]", "13:22: 'inner' is applied only later; its entry stands before those that use it", "17:7: the input 'a' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("inner: [a]", "inner: [a, v]", "13:14: 'inner' is Func<Vector<double>, Vector<double>> and takes 1 argument(s), not 2")]
    [InlineData("outer: [inner]", "outer: []", "13:26: 'outer' is Func<Vector<double>, double> and takes 1 argument(s), not 0")]
    [InlineData("a: { size: D }", "a: {}", "13:22: 'a' does not fit: 'inner' takes Vector<double>")]
    [InlineData("a: { size: D }", "a: { size: [D, D] }", "13:22: 'a' does not fit: 'inner' takes Vector<double>")]
    [InlineData("a: { size: D }", "a: { size: [D, D], computed: \"v.OuterProduct(v)\" }", "13:22: 'a' does not fit: 'inner' takes Vector<double>")]
    [InlineData("a: { size: D }", "a: { function: [\"Linear(A)\"] }\n      A: { size: [D, D] }", "13:22: 'a' does not fit: 'inner' takes Vector<double>")]
    [InlineData("inner: [a], outer: [inner]", "outer: [a], inner: [outer]", "13:34: 'outer' does not fit: 'inner' takes Vector<double>")]
    [InlineData("a: { size: D }", "a: { size: D }\n      inner: { size: D }", "13:34: 'inner' is an input and a delegate of the answer; choose another name for the input")]
    [InlineData("apply: { inner: [a], outer: [inner] }", "apply: 3", "13:12: expected a mapping of names, found '3'")]
    [InlineData("inner: [a]", "inner: a", "13:21: expected a list, found 'a'")]
    [InlineData("apply:", "aply:", "13:5: unknown key 'aply'; did you mean 'apply'?")]
    [InlineData("a: { size: D }", "a: { sise: D }", "17:12: unknown key 'sise'; did you mean 'size'?")]
    [InlineData("a: { size: D }", "a: 3", "17:10: expected a mapping with size, values, magnitude, computed, idx, function, found '3'")]
    public void Entries_are_held_against_the_delegates(string old, string changed, params string[] expected) => Reports(Split, old, changed, expected);

    [Theory]
    [InlineData("answer: [k, f]", "answer: [f, k]", "13:23: 'f' does not fit: 'answer' takes int", "13:26: 'k' does not fit: 'answer' takes Func<Vector<double>, Vector<double>>")]
    [InlineData("values: integer, magnitude: 1..3", "values: signed", "13:23: 'k' does not fit: 'answer' takes int")]
    [InlineData("\"Linear(A)\"", "\"LinearJacobian(A)\"", "13:26: 'f' does not fit: 'answer' takes Func<Vector<double>, Vector<double>>")]
    [InlineData("answer: [k, f]", "Power: [k, f]", "12:13: the delegate 'answer' is applied to nothing; add it, for instance apply: { answer: [x] }", "13:14: 'Power' is no delegate of the answer; it has answer")]
    [InlineData("answer: [k, f]", "answer: [k, answer]", "13:26: 'answer' is applied only later; its entry stands before those that use it", "18:7: the input 'f' is no parameter of the answer, and no function or expression uses it")]
    public void An_answer_that_is_one_delegate_is_called_answer(string old, string changed, params string[] expected) => Reports(Whole, old, changed, expected);

    [Fact]
    public void An_answer_without_delegates_has_nothing_to_apply()
    {
        using var named = TinySpec.With("points: 2\n", "points: 2\n    apply: { w: [y], X: [q] }\n");
        named.Reports("11:14: 'apply' says nothing: Vector<double> has no delegate");
        using var empty = TinySpec.With("points: 2\n", "points: 2\n    apply: {}\n");
        empty.Reports("13:13: 'apply' says nothing: Vector<double> has no delegate");
    }

    [Theory]
    [InlineData("double norm", "(Func<double, double> f, double x) norm", "'norm' is (Func<double, double> f, double x)")]
    [InlineData("Func<Vector<double>, double> outer", "Func<Vector<double>, Func<double, double>> outer", "'outer' is Func<Vector<double>, Func<double, double>>")]
    public void A_delegate_within_another_part_of_the_answer_cannot_be_applied(string old, string changed, string part)
    {
        using var spec = Asking(TinySpec.Replace(Split, old, changed));
        Assert.Equal(
            $"assignment.yaml:12:13: {part}; a delegate stands in the answer itself or in its tuple, and returns none",
            spec.Problems()[0]);
    }

    [Fact]
    public void What_one_delegate_returns_may_have_parts()
    {
        using var spec = Asking("""
              - id: "1"
                title: Sine
                points: 1
                statement: Return the sine and its slope as one function.
                answer: Func<double, (double value, double slope)> Sine()
                apply: { answer: [x] }
                parts: { value: { value: {} }, slope: { value: {} } }
                inputs: { x: {} }
            """);
        Assert.Equal(["value", "slope"], spec.Load().Plan("seed").Questions[0].Points[0].Parts.Select(part => part.Name));
    }

    [Fact]
    public void A_delegate_returns_numbers()
    {
        using var spec = Asking(TinySpec.Replace(Split, "Func<Vector<double>, double> outer", "Func<Vector<double>, string> outer"));
        Assert.Equal(
            "assignment.yaml:12:13: 'outer' is Func<Vector<double>, string>; a delegate is judged by numbers, which it does not return",
            spec.Problems()[0]);
    }

    [Fact]
    public void A_delegate_without_a_name_cannot_be_applied()
    {
        using var spec = Asking(TinySpec.Replace(Split, "double> outer,", "double>,"));
        spec.Reports("12:13: a delegate of the answer has no name to apply it by; write (Func<…> f, Func<…> g)");
    }

    [Fact]
    public void What_the_references_delegates_return_is_what_is_judged()
    {
        using var spec = Asking(Split);
        QuestionPlan plan = spec.Load().Plan("seed").Questions[0];
        Assert.Equal("(Vector<double> inner, double outer, double norm)", plan.Question.Answer.Judged.ToString());
        Assert.Equal(SamplePlanner.RandomPoints, plan.Points.Length);
        foreach (PlannedPoint planned in plan.Points)
        {
            double[] v = Entries(planned.Point.Inputs["v"]), a = Entries(planned.Point.Inputs["a"]);
            Assert.Equal(["inner", "outer", "norm"], planned.Parts.Select(part => part.Name));
            Assert.Equal(v.Zip(a, (x, y) => x + y), planned.Parts[0].Reference.Entries);
            Assert.Equal(v.Sum() + a.Sum(), planned.Parts[1].Reference.Entries[0], 1e-12);
        }
    }

    [Fact]
    public void A_delegate_may_take_a_whole_number_and_a_function()
    {
        using var spec = Asking(Whole);
        Assert.All(spec.Load().Plan("seed").Questions[0].Points, planned => Assert.Equal(3, planned.Parts[0].Reference.Entries.Single()));
    }

    /// <summary>A gradient may be answered as a function of its variable, which is no parameter of the method then.</summary>
    [Fact]
    public void What_a_delegate_returns_is_held_against_the_definition()
    {
        const string Question = """
              - id: "1"
                title: Gradient
                points: 1
                statement: Return the gradient as a function.
                answer: Func<Vector<double>, Vector<double>> LossGradient(Matrix<double> X, Vector<double> y)
                apply: { answer: [w] }
                definition: { gradient-of: Loss, with-respect-to: w }
                inputs:
                  w: { size: D }
                  X: { size: [N, D] }
                  y: { size: N }
            """;
        using var right = Asking(Question);
        Assert.Empty(right.Problems());
        using var wrong = Asking(TinySpec.Replace(Question, "gradient-of", "hessian-of"));
        wrong.Reports("12:13: the Hessian of Loss by w has 2 indices, which Func<Vector<double>, Vector<double>> has not");
    }

    [Fact]
    public void A_reference_without_a_delegate_is_a_problem_of_the_staffs()
    {
        using var spec = Asking(TinySpec.Replace(TinySpec.Replace(Split, "inner: [a], outer: [inner]", "answer: [a]"), Answer, "Func<Vector<double>, Vector<double>> Null(Vector<double> v)"));
        SpecException exception = Assert.Throws<SpecException>(() => spec.Load().Plan("seed"));
        Assert.Contains("the reference Null failed with NoValueException: the answer is null and no function", exception.Problems[0].Message, StringComparison.Ordinal);
    }

    private static double[] Entries(Value value) => [.. ((NumericValue)value).Tensor.Entries];

    private static TinySpec Asking(string question) => TinySpec.Written(TinySpec.FirstLines + question, reference: Reference);

    private static void Reports(string question, string old, string changed, params string[] expected)
    {
        using var spec = Asking(TinySpec.Replace(question, old, changed));
        spec.Reports(expected);
    }
}
