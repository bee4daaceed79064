using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs;

/// <summary>What only shows when the points are drawn: the staff's code fails, or no point obeys the rules.</summary>
public sealed class LoadedAssignmentTests
{
    private const string Gradient = "Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => X.TransposeThisAndMultiply(X * w - y)";

    [Theory]
    [InlineData("Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => throw new System.FormatException(\"no\")", "the reference Gradient failed with FormatException: no")]
    [InlineData("Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => null!", "the reference Gradient failed with NoValueException: null was returned")]
    [InlineData("Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => w * double.NaN", "no usable point in 5000 draws; 4998 of them failed because the reference is not finite")]
    [InlineData("Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => w * 0", "the reference is zero at every point, so a stub of zeros would earn the points; ask for it in one tuple with something that is not, under common points")]
    public void A_reference_that_fails_is_a_problem_of_the_spec(string changed, string expected)
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(TinySpec.Reference, Gradient, changed));
        Assert.Equal($"assignment.yaml:8:5: question 1: {expected} (seed 'seed')", Assert.Single(spec.PlanProblems()));
    }

    [Fact]
    public void A_reference_that_is_not_finite_at_a_special_point_is_a_problem_that_names_it()
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(TinySpec.Reference, Gradient, $"{Gradient} / (X * w - y).L2Norm()"));
        Assert.Equal(
            "assignment.yaml:8:5: question 1: at the special point 'no residual' the reference is not finite (seed 'seed')",
            Assert.Single(spec.PlanProblems()));
    }

    [Theory]
    [InlineData("(X * w - y).L2Norm() >= 1e6", "no usable point in 5000 draws; 5000 of them failed because the constraint '(X * w - y).L2Norm() >= 1e6' does not hold")]
    [InlineData("X[9, 9] > 0", "the constraint 'X[9, 9] > 0' failed with ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'row')")]
    [InlineData("w[0] > 1e9 || int.Parse(\"none\") > 0", "the constraint 'w[0] > 1e9 || int.Parse(\"none\") > 0' failed with FormatException: The input string 'none' was not in a correct format.")]
    public void A_constraint_that_fails_or_never_holds_is_a_problem_that_names_it(string constraint, string expected)
    {
        using var spec = TinySpec.With("(X * w - y).L2Norm() >= 0.3", constraint);
        Assert.Equal($"assignment.yaml:8:5: question 1: {expected} (seed 'seed')", Assert.Single(spec.PlanProblems()));
    }

    [Theory]
    [InlineData("\"X[9, 9]\"", "the expression 'X[9, 9]' failed with ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'row')")]
    [InlineData("\"null\"", "the expression 'null' failed with NoValueException: null was returned")]
    [InlineData("\"new object()\"", "the expression 'new object()' failed with NoValueException: a Object was returned")]
    [InlineData("\"1.5\"", "the expression '1.5' is a number, where 'y' is a vector of")]
    [InlineData("\"w\"", "the expression 'w' is a vector of")]
    public void An_expression_that_fails_or_has_another_shape_is_a_problem_that_names_it(string expression, string expected)
    {
        using var spec = TinySpec.With("\"X * w\"", expression);
        Assert.StartsWith($"assignment.yaml:8:5: question 1: {expected}", Assert.Single(spec.PlanProblems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_cannot_differ_are_a_problem()
    {
        using var spec = TinySpec.With("N: 3..5, D: 2..4", "N: 3..3, D: 3..3");
        Assert.Equal(
            "assignment.yaml:8:5: question 1: the sizes D, N cannot all be distinct within their ranges (seed 'seed')",
            Assert.Single(spec.PlanProblems()));
    }

    [Fact]
    public void A_choice_that_the_reference_does_not_offer_is_a_problem()
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(TinySpec.Reference, "\"a\"", "\"c\""));
        Assert.Equal(
            "assignment.yaml:24:5: question 2: the reference's own answer is not of the form: 'c' is none of the options: a, b (seed 'seed')",
            Assert.Single(spec.PlanProblems()));
    }

    [Fact]
    public void Problems_of_several_questions_come_together()
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(
            TinySpec.Replace(TinySpec.Reference, "\"a\"", "\"c\""), Gradient, Gradient.Replace("=> ", "=> 0 / 0.0 * ", StringComparison.Ordinal)));
        Assert.Equal(2, spec.PlanProblems().Length);
    }

    [Fact]
    public void A_text_question_needs_no_reference_even_where_it_has_inputs_and_constraints()
    {
        using var spec = TinySpec.Asking("""
              - id: "1"
                title: Prose
                points: 3
                statement: Say why.
                answer: string Why(double x)
                definition: { text: {} }
                inputs:
                  x: {}
                constraints:
                  - x > 0
            """);
        Assert.Empty(spec.Problems());
        Assert.Null(Assert.Single(Assert.Single(spec.Load().Plan("seed").Questions).Points).Reference);
    }
}
