namespace Autograder.Engine.Tests.Verifying;

/// <summary>What each operator makes of an expression.</summary>
public sealed class MutationOperatorsTests
{
    [Theory]
    [InlineData("t + b[0]", "t - b[0]", "t", "b[0]", "-(t + b[0])", "t + b[1]", "t + c[0]")]
    [InlineData("t / b[0]", "t * b[0]", "1.0 / b[0]")]
    [InlineData("-t", "t")]
    [InlineData("3.5 * t", "4.5 * t", "-3.5 * t", "7.0 * t", "3.5 / t", "t", "3.5")]
    [InlineData("1.0 / b.Count", "1 / b.Count", "0.0 / b.Count", "1.0 / (b.Count - 1)", "1.0 / c.Count")]
    [InlineData("b[1]", "b[2]", "b[0]")]
    [InlineData("b.Count % 3", "b.Count / 3", "b.Count")]
    public void Arithmetic_is_changed_in_signs_terms_factors_and_constants(string expression, params string[] changed) => Has(expression, changed);

    [Theory]
    [InlineData("t > 0.7 ? t : b[0]", "t < 0.7 ? t : b[0]", "t >= 0.7 ? t : b[0]", "t", "b[0]")]
    [InlineData("t == 0.7 && t < 2 ? t : b[0]", "t == 0.7 || t < 2 ? t : b[0]", "t != 0.7 && t < 2 ? t : b[0]", "t == 0.7 && t <= 2 ? t : b[0]")]
    [InlineData("!(t > 0.7) ? t : b[0]", "(t > 0.7) ? t : b[0]")]
    public void Logic_is_changed_in_comparisons_boundaries_and_branches(string expression, params string[] changed) => Has(expression, changed);

    [Theory]
    [InlineData("b * A * c", "b * A.Transpose() * c", "b * S * c", "c * A * c")]
    [InlineData("b * A.Transpose() * c", "b * A * c")]
    [InlineData("A.TransposeThisAndMultiply(b) * c", "A.Multiply(b) * c", "A.Transpose().TransposeThisAndMultiply(b) * c", "b * c")]
    [InlineData("A[0, 1]", "A[1, 0]")]
    [InlineData("A.RowCount", "A.ColumnCount", "(A.RowCount - 1)")]
    [InlineData("b.OuterProduct(c).RowSums() * c", "b.OuterProduct(c).ColumnSums() * c", "b.OuterProduct(c).Transpose().RowSums() * c", "b.OuterProduct(b).RowSums() * c")]
    public void Matrices_are_changed_in_transposes_indices_and_sizes(string expression, params string[] changed) => Has(expression, changed);

    [Theory]
    [InlineData("Math.Exp(t)", "Math.Log(t)", "t")]
    [InlineData("b.PointwiseExp().Maximum()", "b.PointwiseLog().Maximum()", "b.Maximum()", "b.PointwiseExp().Minimum()")]
    [InlineData("b.PointwiseMultiply(c).Sum()", "b.PointwiseDivide(c).Sum()", "b.Sum()", "c.Sum()", "b.PointwiseMultiply(c).Average()")]
    [InlineData("Math.Pow(t, 2)", "Math.Pow(2, t)", "Math.Pow(t, 3)", "Math.Pow(t, 1)", "t")]
    [InlineData("Math.Max(t, b[0])", "Math.Min(t, b[0])", "t")]
    [InlineData("Vector<double>.Build.DenseOfArray([t, b[0]]) * c.SubVector(0, 2)", "Vector<double>.Build.DenseOfArray([b[0], t]) * c.SubVector(0, 2)")]
    [InlineData("b.Map(Math.Tanh).Sum()", "b.Sum()")]
    public void Calls_are_changed_in_functions_operands_and_the_order_of_arguments(string expression, params string[] changed) => Has(expression, changed);

    [Theory]
    [InlineData("Matrix<double>.Build.DenseIdentity(b.Count) * b * c", "DenseIdentity(b.Count).Transpose()")]
    [InlineData("Math.Max(t, b[0])", "Math.Max(b[0], t)")]
    [InlineData("t / 2.0", "t / 2 ")]
    public void What_changes_nothing_is_not_tried(string expression, string change) =>
        Assert.DoesNotContain(MutantsOf.Expression(expression), found => $"{found} ".Contains($"→ {change}", StringComparison.Ordinal));

    [Fact]
    public void Every_mutant_is_made_once()
    {
        string[] changes = MutantsOf.Expression("2 * t + 1 - t");
        Assert.Equal(changes.Distinct(), changes);
    }

    [Fact]
    public void Members_of_a_tuple_are_negated_and_change_places() =>
        Assert.Superset(
            new HashSet<string>(["(b, c) → (c, b)", "(b, c) → (-b, c)", "(b, c) → (b, -c)"]),
            MutantsOf.Expression("(b, c)", "(Vector<double> first, Vector<double> second)").ToHashSet());

    [Fact]
    public void A_long_expression_is_shortened_to_what_stands_near_the_change()
    {
        string[] changes = MutantsOf.Expression(
            "Vector<double>.Build.Dense(3, i => b[0] * b[0] * b[0] + b[1] * b[1] * b[1] + c[0] * c[0] * c[0] + c[1] * c[1] * c[1])", "Vector<double>");
        Assert.Contains("…c[0] * c[0] * c[0] + c[1] * c[1] * c[1] → …c[0] * c[0] * c[0] - c[1] * c[1] * c[1]", changes);
    }

    private static void Has(string expression, string[] changed) =>
        Assert.Superset(changed.Select(change => $"{expression} → {change}").ToHashSet(), MutantsOf.Expression(expression).ToHashSet());
}
