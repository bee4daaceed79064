using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>Where inputs are drawn from, against the answer's parameters: one mistake each.</summary>
public sealed class InputsReaderTests
{
    /// <summary>A question with a delegate; f stands at line 15.</summary>
    private const string Delegates = """
          - id: "1"
            title: Apply
            points: 1
            statement: Apply f.
            answer: Vector<double> Apply(Func<Vector<double>, Vector<double>> f, Vector<double> s)
            definition: { value: {} }
            inputs:
              f: { function: ["Linear(A)", "Linear(B)"] }
              A: { size: [N, D] }
              B: { size: [N, D] }
              s: { size: D }
        """;

    /// <summary>A question with a whole number; k stands at line 15.</summary>
    private const string Counts = """
          - id: "1"
            title: Twice
            points: 1
            statement: Twice k.
            answer: double Twice(int k)
            definition: { value: {} }
            inputs:
              k: { values: integer, magnitude: 1..9 }
        """;

    [Theory]
    [InlineData("      w: { size: D }\n", "", "12:13: the parameter 'w' has no domain; add it under inputs")]
    [InlineData("y: { size: N }", "y: { size: M }", "17:18: the size 'M' is never bound; add it to 'sizes', for instance M: 2..5")]
    [InlineData("N: 3..5, D: 2..4", "N: 3..5, D: 2..4, rows: 2..3", null)]
    [InlineData("y: { size: N }", "y: { size: n }", "17:18: the size 'n' is never bound; did you mean 'N'?")]
    [InlineData("X: { size: [N, D] }", "X: { size: N }", "16:10: the domain of 'X' does not fit its type Matrix<double>: a matrix has sizes such as { size: [N, D] }")]
    [InlineData("X: { size: [N, D] }", "X: {}", "16:10: the domain of 'X' does not fit its type Matrix<double>: a matrix has sizes such as { size: [N, D] }")]
    [InlineData("w: { size: D }", "w: { size: [D] }", null)]
    [InlineData("w: { size: D }", "w: { size: [N, D] }", "15:10: the domain of 'w' does not fit its type Vector<double>: a vector has one size, such as { size: D }")]
    [InlineData("w: { size: D }", "w: { function: [\"Linear(X)\"] }", "15:10: the domain of 'w' does not fit its type Vector<double>: a vector has one size, such as { size: D }")]
    [InlineData("w: { size: D }", "w: { size: D, values: integer }", "15:29: integer values need a range: add magnitude, for instance 1..5")]
    [InlineData("w: { size: D }", "w: { size: D, values: integer, magnitude: 0.3..0.9 }", "15:49: integer values lie between whole numbers of at most 2147483647, for instance 1..5")]
    [InlineData("w: { size: D }", "w: { size: D, values: integer, magnitude: 1..3e9 }", "15:49: integer values lie between whole numbers of at most 2147483647, for instance 1..5")]
    [InlineData("y: { size: N }", "y: { size: N }\n      extra: { size: N }", "18:7: the input 'extra' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("y: { size: N }", "y: { size: N }\n      N: { size: D }", "18:7: 'N' is the name of a size already; choose another for the input or the size", "18:7: the input 'N' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("X: { size: [N, D] }", "X: { size: [100000, 100000] }", "16:18: 'X' would have more than 1048576 numbers")]
    [InlineData("N: 3..5, D: 2..4", "N: 90000..90001, D: 90000..90002", "16:18: 'X' would have more than 1048576 numbers")]
    public void Inputs_are_held_against_the_parameters(string old, string changed, params string[]? expected)
    {
        using var spec = TinySpec.With(old, changed);
        spec.Reports(expected ?? []);
    }

    [Theory]
    [InlineData("\"Linear(A)\", \"Linear(B)\"", "", "15:7: 'f' has no functions; add calls of factories in the given code, such as Waves(A, B)", "16:7: the input 'A' is no parameter of the answer, and no function or expression uses it", "17:7: the input 'B' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("\"Linear(B)\"", "\"Linear(C)\"", "15:36: 'C' is no input; add it under inputs", "17:7: the input 'B' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("\"Linear(B)\"", "\"Lineer(B)\"", "15:36: the given code has no public static method 'Lineer'; did you mean 'Linear'?")]
    [InlineData("\"Linear(B)\"", "\"Linear(A, B)\"", "15:36: 'Linear(A, B)' does not fit the given function Func<Vector<double>, Vector<double>> Linear(Matrix<double> A)")]
    [InlineData("\"Linear(A)\"", "\"Linear(s)\"", "15:23: 'Linear(s)' does not fit the given function Func<Vector<double>, Vector<double>> Linear(Matrix<double> A)", "16:7: the input 'A' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("\"Linear(B)\"", "\"LinearJacobian(B)\"", "15:36: 'LinearJacobian(B)' makes Func<Vector<double>, Matrix<double>>, where the answer takes Func<Vector<double>, Vector<double>>")]
    [InlineData("\"Linear(B)\"", "\"Linear(B) and more\"", "15:36: 'Linear(B) and more' is no call of a factory with inputs, such as Waves(A, B)")]
    [InlineData("\"Linear(B)\"", "\"Linear(B\"", "15:36: 'Linear(B' is no call of a factory with inputs, such as Waves(A, B)")]
    [InlineData("\"Linear(B)\"", "\"Linear(2 * B)\"", "15:36: 'Linear(2 * B)' is no call of a factory with inputs, such as Waves(A, B)")]
    [InlineData("\"Linear(B)\"", "\"B\"", "15:36: 'B' is no call of a factory with inputs, such as Waves(A, B)")]
    [InlineData("s: { size: D }", "s: { size: D }\n      g: { function: [\"Linear(A)\"] }", "19:7: 'g' has 1 function(s) and 'f' has 2; the lists of a question are used in step, so they are of one length", "19:7: the input 'g' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("{ function: [\"Linear(A)\", \"Linear(B)\"] }", "{ size: D }", "15:10: the domain of 'f' does not fit its type Func<Vector<double>, Vector<double>>: a delegate needs a function list", "16:7: the input 'A' is no parameter of the answer, and no function or expression uses it", "17:7: the input 'B' is no parameter of the answer, and no function or expression uses it")]
    public void A_function_is_a_call_of_a_given_factory_with_inputs(string old, string changed, params string[] expected) =>
        Reports(Delegates, old, changed, expected);

    [Theory]
    [InlineData("{ values: integer, magnitude: 1..9 }", "{}", "15:10: the domain of 'k' does not fit its type int: a whole number is drawn by { values: integer, magnitude: 1..5 }")]
    [InlineData("{ values: integer, magnitude: 1..9 }", "{ values: binary }")]
    [InlineData("double Twice(int k)", "double Twice(bool k)", "12:13: the reference has double Twice(int k), which does not fit double Twice(bool k)", "15:10: the domain of 'k' does not fit its type bool: a truth value is drawn by { values: binary }")]
    [InlineData("double Twice(int k)", "double Twice(string k)", "12:13: the reference has double Twice(int k), which does not fit double Twice(string k)", "15:10: the domain of 'k' does not fit its type string: there is no domain for such a type")]
    public void A_whole_number_is_drawn_from_whole_numbers(string old, string changed, params string[] expected) =>
        Reports(Counts, old, changed, expected);

    [Fact]
    public void A_latent_input_may_be_used_by_a_constraint_or_an_expression_alone()
    {
        using var constraint = TinySpec.Written(TinySpec.Replace(TinySpec.SpecWith("y: { size: N }", "y: { size: N }\n      t: {}"), ">= 0.3", ">= Math.Abs(t) / 100"));
        Assert.Empty(constraint.Problems());
        using var expression = TinySpec.Written(TinySpec.Replace(TinySpec.SpecWith("y: { size: N }", "y: { size: N }\n      t: { size: [N, D] }"), "\"X * w\"", "\"t * w\""));
        Assert.Empty(expression.Problems());
        Assert.Equal(13, expression.Load().Plan("seed").Questions[0].Points.Length);
    }

    [Fact]
    public void A_family_may_use_a_factory_twice()
    {
        using var spec = TinySpec.Asking(Delegates);
        Assert.Empty(spec.Problems());
        Assert.Equal(12, spec.Load().Plan("seed").Questions[0].Points.Length);
    }

    private static void Reports(string question, string old, string changed, params string[] expected)
    {
        using var spec = TinySpec.Asking(TinySpec.Replace(question, old, changed));
        spec.Reports(expected);
    }
}
