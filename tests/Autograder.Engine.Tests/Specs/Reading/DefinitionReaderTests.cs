using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>What an answer is the answer of, against the given functions: one mistake each.</summary>
public sealed class DefinitionReaderTests
{
    private const string Loss = "double Loss(Vector<double> w, Matrix<double> X, Vector<double> y)";
    private const string Residual = "Vector<double> Residual(Vector<double> w, Matrix<double> X, Vector<double> y)";
    private const string Kinds = "derivative-of, gradient-of, jacobian-of, hessian-of, minimiser-of, step-of, taylor-of, equals, value, shape, satisfies, training, choice, choices, blank, text";

    /// <summary>A question on the minimum; its answer stands at line 12, its definition at line 13.</summary>
    private const string Minimum = """
          - id: "1"
            title: Minimum
            points: 1
            statement: Where is the loss smallest?
            answer: Vector<double> Minimiser(Matrix<double> X, Vector<double> y)
            definition: { minimiser-of: Loss, with-respect-to: w }
            sizes: { N: 5..6 }
            inputs:
              X: { size: [N, D] }
              y: { size: N }
        """;

    [Theory]
    [InlineData("gradient-of: Loss, with-respect-to: w", "", $"13:17: a definition has exactly one of {Kinds}; this one has none")]
    [InlineData("gradient-of: Loss, with-respect-to: w", "with-respect-to: w", $"13:17: a definition has exactly one of {Kinds}; this one has none")]
    [InlineData("gradient-of: Loss", "gradient-of: Loss, value: {}", $"13:17: a definition has exactly one of {Kinds}; this one has gradient-of and value")]
    [InlineData("{ choice: { a: This, b: That } }", "{ choice: { a: This, b: That }, choices: { a: This, b: That } }", $"29:17: a definition has exactly one of {Kinds}; this one has choice and choices")]
    [InlineData("gradient-of: Loss, with-respect-to: w", "gradient-of: Loss", "13:17: the key 'with-respect-to' is missing: which parameter of the function is varied?")]
    [InlineData("with-respect-to: w", "with-respect-to: v", $"13:55: 'v' is no parameter of the given function {Loss}")]
    [InlineData("gradient-of: Loss, with-respect-to: w", "equals: Residual, with-respect-to: w", "13:54: 'with-respect-to' says nothing beside 'equals'; it belongs to derivative-of, gradient-of, jacobian-of, hessian-of, minimiser-of, step-of, taylor-of")]
    [InlineData("gradient-of: Loss", "gradient-of: Lose", "13:32: the given code has no public static method 'Lose'; did you mean 'Loss'?")]
    [InlineData("gradient-of: Loss", "gradient-of: Losss", "13:32: the given code has no public static method 'Losss'; did you mean 'Loss'?")]
    [InlineData("gradient-of: Loss", "gradient-of: Residual", $"13:32: the gradient is of a scalar function; the given function {Residual} is none")]
    [InlineData("gradient-of: Loss", "hessian-of: Residual", "12:13: the Hessian of Residual by w has 3 indices, which Vector<double> has not")]
    [InlineData("gradient-of: Loss", "jacobian-of: Loss", $"13:32: the Jacobian is of a vector function; the given function {Loss} is none")]
    [InlineData("gradient-of: Loss", "derivative-of: Loss", $"13:34: the derivative is of a scalar function of a scalar; the given function {Loss} is none")]
    [InlineData("gradient-of: Loss", "hessian-of: Loss", "12:13: the Hessian of Loss by w has 2 indices, which Vector<double> has not")]
    [InlineData("with-respect-to: w", "with-respect-to: X", "12:13: the gradient of Loss by X has 2 indices, which Vector<double> has not")]
    [InlineData("gradient-of: Loss", "jacobian-of: Residual", "12:13: the Jacobian of Residual by w has 2 indices, which Vector<double> has not")]
    [InlineData("gradient-of: Loss, with-respect-to: w", "equals: Loss", $"12:13: the answer has the value of the given function {Loss}, which is no Vector<double>")]
    [InlineData("gradient-of: Loss, with-respect-to: w", "equals: Nothing", "13:27: the given code has no public static method 'Nothing'; it has Loss, Residual, Square, Linear, LinearJacobian")]
    [InlineData("gradient-of: Loss, with-respect-to: w", "gradient-of: Square, with-respect-to: u", "12:13: the gradient of Square by u has 0 indices, which Vector<double> has not", "13:57: 'u' is no input of this question")]
    [InlineData("{ choice: { a: This, b: That } }", "{ choice: {} }", "29:17: a choice has at least two options")]
    [InlineData("{ choice: { a: This, b: That } }", "{ choice: { a: This } }", "29:17: a choice has at least two options")]
    [InlineData("{ choice: { a: This, b: That } }", "{ choices: { a: This, b: That } }", "28:13: several choices are answered by string[], not string")]
    [InlineData("string Choice()", "double Choice()", "28:13: a choice is answered by string, not double", "28:13: the reference has string Choice(), which does not fit double Choice()")]
    [InlineData("{ gradient-of: Loss, with-respect-to: w }", "{ text: {} }", "12:13: it is answered by string, not Vector<double>")]
    [InlineData("{ gradient-of: Loss, with-respect-to: w }", "{ blank: {} }", "12:13: it is answered by string, not Vector<double>")]
    [InlineData("{ gradient-of: Loss, with-respect-to: w }", "{ value: { of: Loss } }", "13:28: unknown key 'of'; known here: ")]
    public void A_definition_is_held_against_the_given_functions(string old, string changed, params string[] expected)
    {
        using var spec = TinySpec.With(old, changed);
        spec.Reports(expected);
    }

    [Theory]
    [InlineData("minimiser-of: Loss", "minimiser-of: Residual", $"13:33: what is minimised is a number of type double, which the given function {Residual} does not return")]
    [InlineData("with-respect-to: w", "with-respect-to: v", $"13:33: the parameter 'w' of the given function {Loss} is no input of this question", $"13:56: 'v' is no parameter of the given function {Loss}")]
    [InlineData("Vector<double> Minimiser", "Matrix<double> Minimiser", "12:13: the answer minimises over w, so its type is that of w, not Matrix<double>", "12:13: the reference has Vector<double> Minimiser(Matrix<double> X, Vector<double> y), which does not fit Matrix<double> Minimiser(Matrix<double> X, Vector<double> y)")]
    [InlineData(", with-respect-to: w", "", "13:17: the key 'with-respect-to' is missing: which parameter of the function is varied?")]
    public void A_minimiser_is_held_against_its_objective(string old, string changed, params string[] expected)
    {
        using var spec = TinySpec.Asking(TinySpec.Replace(Minimum, old, changed));
        spec.Reports(expected);
    }

    [Fact]
    public void A_given_function_takes_an_input_in_the_type_of_the_answer()
    {
        using var spec = TinySpec.Written(given: TinySpec.Given
            .Replace("Loss(Vector<double> w, Matrix<double> X, Vector<double> y) => 0.5 * Residual(w, X, y).DotProduct(X * w - y)", "Loss(Vector<double> w, Matrix<double> X, double y) => y", StringComparison.Ordinal));
        spec.Reports(
            "13:32: the given function double Loss(Vector<double> w, Matrix<double> X, double y) takes another type of 'y' than the answer, Vector<double>");
    }

    [Fact]
    public void Of_several_given_functions_of_a_name_the_one_over_the_inputs_is_meant()
    {
        using var spec = TinySpec.Written(
            TinySpec.FirstLines + Minimum,
            TinySpec.Replace(TinySpec.Given, "public static double Square", "public static double Loss(double other) => other;\n    public static double Square").Replace(
                "public static double Loss(Vector", "public static string Loss() => \"\";\n    public static double Loss(Vector", StringComparison.Ordinal));
        Assert.Empty(spec.Problems());
        Assert.Equal(12, spec.Load().Plan("seed").Questions[0].Points.Length);
    }
}
