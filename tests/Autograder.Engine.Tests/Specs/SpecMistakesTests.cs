using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

/// <summary>Each mistake that staff can make is told with its place and what would be right.</summary>
public sealed class SpecMistakesTests
{
    [Fact]
    public void A_homework_without_mistakes_is_read_and_its_points_are_drawn()
    {
        using var folder = new SpecFolder();

        Assert.Equal(2, folder.Load().Plan("seed").Questions.Length);
    }

    [Theory]
    [InlineData("title: A small", "titel: A small", "assignment.yaml:1:1: the key 'title' is missing\nassignment.yaml:2:1: unknown key 'titel'; did you mean 'title'?")]
    [InlineData("title: Gradient", "title: Gradient\n    colour: red", "assignment.yaml:9:5: unknown key 'colour'; known here: id, title, points, statement, answer, definition, inputs, sizes, constraints, special-points, tolerance, limits")]
    [InlineData("title: Gradient", "title: Gradient\n    title: Again", "assignment.yaml:9:5: the key 'title' stands here a second time; the first is at line 8")]
    [InlineData("    title: Gradient\n", "", "assignment.yaml:7:5: the key 'title' is missing")]
    [InlineData("points: 2", "points: two", "assignment.yaml:9:13: expected a number of points greater than 0, or none for an item that is not scored, found 'two'")]
    [InlineData("points: 2", "points: 0", "assignment.yaml:9:13: expected a number of points greater than 0, or none for an item that is not scored, found '0'")]
    [InlineData("points: 2", "points: -1", "assignment.yaml:9:13: expected a number of points greater than 0, or none for an item that is not scored, found '-1'")]
    [InlineData("points: 2", "points: [2]", "assignment.yaml:9:13: expected a number of points greater than 0, or none for an item that is not scored, found a list")]
    [InlineData("N: 3..5", "N: 3", "assignment.yaml:5:13: expected a range of sizes such as 3..7, found '3'")]
    [InlineData("N: 3..5", "N: 5..3", "assignment.yaml:5:13: expected a range of sizes such as 3..7, found '5..3'")]
    [InlineData("id: \"2\"", "id: \"1\"", "assignment.yaml:21:9: the question id '1' is used already, at line 7")]
    [InlineData("Matrix<double> X)\n", "Matrix<double> X\n", "assignment.yaml:11:13: 'Vector<double> Gradient(Vector<double> w, Matrix<double> X' does not parse: ) expected; a signature reads like 'Vector<double> Gradient(Vector<double> w, Matrix<double> X)'")]
    [InlineData("string Chosen()", "Answer Chosen()", "assignment.yaml:25:13: 'Answer' is no type of answers; use double, int, bool, string, string[], Vector<double>, Matrix<double>, arrays of double, tuples or Func<…>")]
    [InlineData("      X: { size: [N, D] }\n", "", "assignment.yaml:11:13: the parameter 'X' has no domain; add it under inputs\nassignment.yaml:12:32: the parameter 'X' of the given function")]
    [InlineData("w: { size: D }", "w: { size: d }", "assignment.yaml:14:18: the size 'd' is never bound; did you mean 'D'?")]
    [InlineData("w: { size: D }", "w: { size: length }", "assignment.yaml:14:18: the size 'length' is never bound; add it to 'sizes', for instance length: 2..5")]
    [InlineData("X: { size: [N, D] }", "X: { size: N }", "assignment.yaml:15:10: the domain of 'X' does not fit its type Matrix<double>: a matrix has sizes such as { size: [N, D] }")]
    [InlineData("w: { size: D }", "w: { size: D, values: both }", "assignment.yaml:14:29: expected one of signed, positive, binary, integer, found 'both'")]
    [InlineData("w: { size: D }", "w: { size: D, magnitude: 2..1 }", "assignment.yaml:14:32: expected a range of magnitudes such as 0.3..1.5, found '2..1'")]
    [InlineData("      X: { size: [N, D] }", "      X: { size: [N, D] }\n      W: { size: D }", "assignment.yaml:16:7: the input 'W' is no parameter of the answer, and no function uses it")]
    [InlineData("gradient-of: Loss", "gradient-of: Los", "assignment.yaml:12:32: the given code has no public static method 'Los'; did you mean 'Loss'?")]
    [InlineData("with-respect-to: w", "with-respect-to: v", "assignment.yaml:12:55: 'v' is no parameter of the given function double Loss(MathNet.Numerics.LinearAlgebra.Vector<double> w, MathNet.Numerics.LinearAlgebra.Matrix<double> X)")]
    [InlineData(", with-respect-to: w }", " }", "assignment.yaml:12:17: the key 'with-respect-to' is missing: which parameter of the function is varied?")]
    [InlineData("gradient-of: Loss", "gradient-of: Loss, equals: Loss", "assignment.yaml:12:17: a definition has exactly one of derivative-of, gradient-of, jacobian-of, hessian-of, minimiser-of, equals, value, choice, choices, blank, text; this one has gradient-of and equals")]
    [InlineData("gradient-of: Loss", "hessian-of: Loss", "assignment.yaml:11:13: the hessian of Loss by w has 2 indices, which Vector<double> has not")]
    [InlineData("{ a: The first, b: The second }", "{ a: The first }", "assignment.yaml:26:17: a choice has at least two options")]
    [InlineData("string Chosen()", "string[] Chosen()", "assignment.yaml:25:13: a choice is answered by string, not string[]\nassignment.yaml:25:13: the reference has string Chosen(), which does not fit string[] Chosen()")]
    [InlineData("Gradient(Vector<double> w, M", "Gradiant(Vector<double> w, M", "assignment.yaml:11:13: the reference has no public static method 'Gradiant'; did you mean 'Gradient'?")]
    [InlineData("(X * w).L2Norm() >= 0.1", "(X * v).L2Norm() >= 0.1", "assignment.yaml:17:9: '(X * v).L2Norm() >= 0.1' does not compile: CS0103: The name 'v' does not exist in the current context")]
    [InlineData("(X * w).L2Norm() >= 0.1", "(X * w).L2Norm()", "assignment.yaml:7:5: question 1: the constraint '(X * w).L2Norm()' is no condition: it must be true or false (seed 'small')")]
    [InlineData("(X * w).L2Norm() >= 0.1", "X[99, 0] > 0", "assignment.yaml:7:5: question 1: the constraint 'X[99, 0] > 0' failed with ArgumentOutOfRangeException")]
    [InlineData("(X * w).L2Norm() >= 0.1", "w[0] > 100", "assignment.yaml:7:5: question 1: no usable point in 5000 draws; 5000 of them failed because the constraint 'w[0] > 100' does not hold (seed 'small')")]
    [InlineData("w: [1, 1]", "w: [1, 1, 1]", "assignment.yaml:20:36: 'X' has 2 where D is 3")]
    [InlineData("w: [1, 1]", "v: [1, 1]", "assignment.yaml:20:19: 'v' is no input with numbers of this question")]
    [InlineData("w: [1, 1]", "w: [1, one]", "assignment.yaml:20:22: expected a number, a list of numbers, a list of equally long lists, or a C# expression in quotes, found a list")]
    [InlineData("- label: ones", "- label: ones\n        sizes: { K: 3 }", "assignment.yaml:20:18: 'K' is no size of this question")]
    [InlineData("given: Given.cs", "given: Gone.cs", "assignment.yaml:3:8: the given code cannot be read")]
    [InlineData("id: small", "id: [small", "not valid YAML")]
    public void A_mistake_is_told_with_its_place(string right, string wrong, string told)
    {
        Assert.Contains(right, SpecFolder.Spec, StringComparison.Ordinal);
        using var folder = new SpecFolder(SpecFolder.Spec.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(told, folder.Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_told() => Assert.Equal(
        "assignment.yaml:1:1: the file is empty; a spec begins with 'id:'", Problems(spec: ""));

    [Fact]
    public void A_reference_that_does_not_compile_is_told_with_the_compilers_own_message() => Assert.EndsWith(
        "Reference.cs:6:38: does not compile: CS0029: Cannot implicitly convert type 'int' to 'string'",
        Problems(reference: SpecFolder.Reference.Replace("\"a\"", "1", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Fact]
    public void A_reference_that_throws_is_told() => Assert.Equal(
        "assignment.yaml:7:5: question 1: the reference Gradient failed with InvalidOperationException: oops (seed 'small')",
        Problems(reference: SpecFolder.Reference.Replace("2 * X.Transpose() * (X * w)", "throw new InvalidOperationException(\"oops\")", StringComparison.Ordinal)));

    [Fact]
    public void A_reference_that_is_not_a_number_is_told() => Assert.Equal(
        "assignment.yaml:7:5: question 1: no usable point in 5000 draws; 5000 of them failed because the reference is not finite (seed 'small')",
        Problems(SpecFolder.Spec.Replace("(X * w).L2Norm() >= 0.1", "true", StringComparison.Ordinal), reference: SpecFolder.Reference.Replace("2 * X.Transpose()", "double.NaN * X.Transpose()", StringComparison.Ordinal)));

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        string spec = SpecFolder.Spec
            .Replace("title: A small", "titel: A small", StringComparison.Ordinal)
            .Replace("title: Gradient", "title: Gradient\n    title: Twice", StringComparison.Ordinal)
            .Replace("points: 2", "points: 0", StringComparison.Ordinal)
            .Replace("string Chosen()", "string Chosen(", StringComparison.Ordinal)
            .Replace("w: { size: D }", "w: { size: d }", StringComparison.Ordinal)
            .Replace("      X: { size: [N, D] }\n", "", StringComparison.Ordinal)
            .Replace("gradient-of: Loss", "gradient-of: Los", StringComparison.Ordinal)
            .Replace("id: \"2\"", "id: \"1\"", StringComparison.Ordinal);
        string reference = SpecFolder.Reference.Replace("=> \"a\"", "=> 1", StringComparison.Ordinal);

        Snapshot.Verify(string.Join('\n', Problems(spec, reference).Split('\n').Select(AfterFolder)), "all-mistakes");
    }

    [Fact]
    public void An_expression_is_looked_at_even_when_something_else_is_wrong() => Assert.Equal(
        "assignment.yaml:17:9: 'v[0] > 0' does not compile: CS0103: The name 'v' does not exist in the current context\n"
        + "assignment.yaml:25:13: the reference has no public static method 'Chooses'; did you mean 'Chosen'?",
        Problems(SpecFolder.Spec
            .Replace("(X * w).L2Norm() >= 0.1", "v[0] > 0", StringComparison.Ordinal)
            .Replace("Chosen()", "Chooses()", StringComparison.Ordinal)));

    private static string AfterFolder(string line) => line[(line.IndexOf("Reference.cs", StringComparison.Ordinal) is >= 0 and int start ? start : 0)..];

    private static string Problems(string spec = SpecFolder.Spec, string reference = SpecFolder.Reference)
    {
        using var folder = new SpecFolder(spec, reference: reference);
        return folder.Problems();
    }
}
