using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Keys;

/// <summary>C# expressions of a spec: what they may use, and where what is wrong with them is reported.</summary>
public sealed class KeyExpressionsTests
{
    private const string Constraint = "(X * w - y).L2Norm() >= 0.3";

    [Theory]
    [InlineData("N > D || N < D")]
    [InlineData("w.Count == D && X.RowCount == N")]
    [InlineData("Residual(w, X, y).L2Norm() > 0.1")]
    [InlineData("w.All(entry => Math.Abs(entry) < 100)")]
    [InlineData("new[] { 1, 2 }.Contains(1) // a comment")]
    [InlineData("w is { Count: > 1 } and not null")]
    [InlineData("Enumerable.Range(0, N).Select(i => y[i]).Sum() < 1e9")]
    public void A_constraint_uses_inputs_sizes_and_given_functions(string constraint)
    {
        using var spec = TinySpec.With($"- {Constraint}", $"- '{constraint}'");
        Assert.Empty(spec.Problems());
        Assert.Equal(13, spec.Load().Plan("seed").Questions[0].Points.Length);
    }

    [Theory]
    [InlineData("v[0] > 0", "CS0103: The name 'v' does not exist in the current context")]
    [InlineData("w.Size > 0", "CS1061: 'Vector<double>' does not contain a definition for 'Size' and no accessible extension method 'Size' accepting a first argument of type 'Vector<double>' could be found (are you missing a using directive or an assembly reference?)")]
    [InlineData("w.Count", "CS0029: Cannot implicitly convert type 'int' to 'bool'")]
    [InlineData("null", "CS0037: Cannot convert null to 'bool' because it is a non-nullable value type")]
    [InlineData("w => true", "CS1660: Cannot convert lambda expression to type 'bool' because it is not a delegate type")]
    [InlineData("Console.WriteLine()", "CS0029: Cannot implicitly convert type 'void' to 'bool'")]
    [InlineData("w[0] > 0)", "CS1073: Unexpected token ')'")]
    [InlineData("(w[0] > 0", "CS1026: ) expected")]
    [InlineData("w[0] > 0; y[0] > 0", "CS1073: Unexpected token ';'")]
    [InlineData("true; }, null), (__values => { bool a = true", "CS1073: Unexpected token ';'")]
    [InlineData("if (true) true", "CS1525: Invalid expression term 'if'")]
    [InlineData("/* w[0] > 0", "CS1733: Expected expression")]
    [InlineData("w[0] > 'ab'", "CS1012: Too many characters in character literal")]
    [InlineData("K > 3", "CS0103: The name 'K' does not exist in the current context")]
    public void A_constraint_that_does_not_compile_is_reported_where_it_stands(string constraint, string message)
    {
        string quoted = constraint.Replace("'", "''", StringComparison.Ordinal);
        using var spec = TinySpec.With($"- {Constraint}", $"- w[0] < 1e9\n      - '{quoted}'\n      - y[0] < 1e9");
        spec.Reports($"20:9: '{constraint}' does not compile: {message}");
    }

    [Fact]
    public void Each_of_several_expressions_is_reported_for_itself()
    {
        using var spec = TinySpec.Written(TinySpec.Replace(TinySpec.SpecWith($"- {Constraint}", "- a > 0\n      - w[0] > 0\n      - b > 0"), "\"X * w\"", "\"c * w\""));
        spec.Reports(
            "19:9: 'a > 0' does not compile: CS0103: The name 'a' does not exist in the current context",
            "21:9: 'b > 0' does not compile: CS0103: The name 'b' does not exist in the current context",
            "24:22: 'c * w' does not compile: CS0103: The name 'c' does not exist in the current context");
    }

    [Theory]
    [InlineData("in")]
    [InlineData("class")]
    [InlineData("values")]
    [InlineData("args")]
    [InlineData("Math")]
    [InlineData("α")]
    public void A_size_may_have_any_name_even_a_word_of_the_language(string size)
    {
        using var spec = TinySpec.Written(TinySpec.Spec.Replace("D: 2..4", $"{size}: 2..4", StringComparison.Ordinal)
            .Replace("size: D", $"size: {size}", StringComparison.Ordinal).Replace("[N, D]", $"[N, {size}]", StringComparison.Ordinal));
        Assert.Empty(spec.Problems());
        Assert.Equal(2, spec.Load().Plan("seed").Questions.Length);
    }

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("values", "values")]
    [InlineData("N_1", "N_1")]
    [InlineData("λ", "λ")]
    public void An_input_may_have_any_name_even_a_word_of_the_language(string name, string written)
    {
        using var spec = TinySpec.Asking($$"""
              - id: "1"
                title: Slope
                points: 1
                statement: The slope.
                answer: double Slope(double {{written}})
                definition: { value: {} }
                inputs:
                  {{name}}: {}
                constraints:
                  - {{(written[0] == '@' ? $"\"{written} > 0\"" : $"{written} > 0")}}
            """);
        Assert.Empty(spec.Problems());
        Assert.Equal(12, spec.Load().Plan("seed").Questions[0].Points.Length);
    }

    [Theory]
    [InlineData("__values")]
    [InlineData("__result")]
    public void A_name_that_the_script_has_for_itself_is_refused_as_a_problem(string name)
    {
        using var spec = TinySpec.Asking($$"""
              - id: "1"
                title: Slope
                points: 1
                statement: The slope.
                answer: double Slope(double {{name}})
                definition: { value: {} }
                inputs:
                  {{name}}: {}
                constraints:
                  - {{name}} > 0
            """);
        Assert.All(spec.Problems(), problem => Assert.StartsWith("assignment.yaml:17:9: ", problem, StringComparison.Ordinal));
        Assert.NotEmpty(spec.Problems());
    }

    [Fact]
    public void A_latent_function_may_be_used_by_an_expression()
    {
        using var spec = TinySpec.Asking("""
              - id: "1"
                title: Apply
                points: 1
                statement: Apply f.
                answer: Vector<double> Apply(Func<Vector<double>, Vector<double>> f, Vector<double> s)
                definition: { value: {} }
                inputs:
                  f: { function: ["Linear(A)"] }
                  J: { function: ["LinearJacobian(A)"] }
                  A: { size: [D, D] }
                  s: { size: D }
                constraints:
                  - (J(s) * s - f(s)).L2Norm() < 1e-9
                special-points:
                  - label: twice
                    inputs: { s: "J(s) * s" }
            """);
        Assert.Empty(spec.Problems());
        Assert.Equal(13, spec.Load().Plan("seed").Questions[0].Points.Length);
    }

    [Fact]
    public void An_input_that_could_not_be_read_is_not_reported_again_as_an_unknown_name()
    {
        using var spec = TinySpec.With("w: { size: D }", "w: D");
        spec.Reports("15:10: expected a mapping with size, values, magnitude, computed, idx, function, found 'D'");
        using var latent = TinySpec.Written(TinySpec.Replace(TinySpec.SpecWith("y: { size: N }", "y: { size: N }\n      t: 3"), ">= 0.3", ">= Math.Abs(t)"));
        latent.Reports("18:10: expected a mapping with size, values, magnitude, computed, idx, function, found '3'");
    }
}
