using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>Keys and kinds of values: one mistake each in a spec that is right otherwise.</summary>
public sealed class SpecReaderTests
{
    [Fact]
    public void The_tiny_spec_has_no_mistake()
    {
        using var spec = TinySpec.Written();
        Assert.Empty(spec.Problems());
    }

    [Theory]
    [InlineData("title: Tiny", "titel: Tiny", "2:1: unknown key 'titel'; did you mean 'title'?")]
    [InlineData("    points: 2", "    points: 2\n    pionts: 3", "11:5: unknown key 'pionts'; did you mean 'points'?")]
    [InlineData("w: { size: D }", "w: { Size: D }", "15:12: unknown key 'Size'; did you mean 'size'?")]
    [InlineData("relative: 1e-7", "relatve: 1e-7", "23:18: unknown key 'relatve'; did you mean 'relative'?")]
    [InlineData("call-seconds: 5", "call_seconds: 5", "6:11: unknown key 'call_seconds'; did you mean 'call-seconds'?")]
    [InlineData("label: no residual", "label: no residual\n        weight: 3", "22:9: unknown key 'weight'; known here: label, sizes, inputs")]
    [InlineData("gradient-of: Loss", "gradient: Loss", "13:19: unknown key 'gradient'; known here: derivative-of, gradient-of, jacobian-of, hessian-of, minimiser-of, step-of, taylor-of, with-respect-to, rate, order, around, equals, value, shape, satisfies, training, choice, choices, blank, text")]
    [InlineData("with-respect-to: w", "with-respect-of: w", "13:38: unknown key 'with-respect-of'; did you mean 'with-respect-to'?")]
    public void An_unknown_key_is_reported_with_the_nearest_known_one(string old, string changed, string expected) => Reports(old, changed, expected);

    [Theory]
    [InlineData("title: Tiny", "title: Tiny\ntitle: Other", "3:1: the key 'title' stands here a second time; the first is at line 2")]
    [InlineData("w: { size: D }", "w: { size: D, size: N }", "15:21: the key 'size' stands here a second time; the first is at line 15")]
    [InlineData("y: { size: N }", "y: { size: N }\n      w: { size: D }", "18:7: the key 'w' stands here a second time; the first is at line 15")]
    [InlineData("N: 3..5, D: 2..4", "N: 3..5, D: 2..4, N: 1..9", "5:28: the key 'N' stands here a second time; the first is at line 5")]
    public void A_duplicate_key_is_reported_with_the_first(string old, string changed, string expected) => Reports(old, changed, expected);

    [Theory]
    [InlineData("id: tiny\n", "", "1:1: the key 'id' is missing")]
    [InlineData("title: Tiny\n", "", "1:1: the key 'title' is missing")]
    [InlineData("given: Given.cs\n", "", "1:1: the key 'given' is missing")]
    [InlineData("reference: Reference.cs\n", "", "1:1: the key 'reference' is missing")]
    [InlineData("  - id: \"1\"\n    title", "  - title", "8:5: the key 'id' is missing")]
    [InlineData("    title: A choice\n", "", "24:5: the key 'title' is missing")]
    [InlineData("    points: none\n", "", "24:5: the key 'points' is missing")]
    [InlineData("    statement: Choose.\n", "", "24:5: the key 'statement' is missing")]
    [InlineData("    answer: string Choice()\n", "", "24:5: the key 'answer' is missing")]
    [InlineData("    definition: { choice: { a: This, b: That } }\n", "", "24:5: the key 'definition' is missing")]
    [InlineData("label: no residual\n        inputs", "inputs", "21:9: the key 'label' is missing")]
    public void A_missing_key_is_reported_where_its_mapping_begins(string old, string changed, string expected) => Reports(old, changed, expected);

    [Fact]
    public void A_spec_without_questions_is_reported()
    {
        using var missing = TinySpec.Written(TinySpec.FirstLines.Replace("questions:\n", "", StringComparison.Ordinal));
        missing.Reports("1:1: the key 'questions' is missing");
        using var empty = TinySpec.Written(TinySpec.FirstLines.Replace("questions:", "questions: []", StringComparison.Ordinal));
        empty.Reports("1:1: there are no questions");
        using var nothing = TinySpec.Written(TinySpec.FirstLines);
        nothing.Reports("7:11: expected a list, found nothing");
    }

    [Theory]
    [InlineData("id: tiny", "id: [tiny]", "1:5: expected a text, found a list")]
    [InlineData("title: Tiny", "title:", "2:7: expected a text, found nothing")]
    [InlineData("title: Tiny", "title: { en: Tiny }", "2:8: expected a text, found a mapping")]
    [InlineData("statement: Return the gradient.", "statement: \"\"", "11:16: expected a text, found nothing")]
    [InlineData("constraints:\n      - (X * w - y).L2Norm() >= 0.3", "constraints: (X * w - y).L2Norm() >= 0.3", "18:18: expected a list, found '(X * w - y).L2Norm() >= 0.3'")]
    [InlineData("sizes: { N: 3..5, D: 2..4 }", "sizes: [N, D]", "5:8: expected a mapping of names, found a list")]
    [InlineData("w: { size: D }", "w: D", "15:10: expected a mapping with size, values, magnitude, computed, idx, function, found 'D'")]
    [InlineData("w: { size: D }", "w:", "15:9: expected a mapping with size, values, magnitude, computed, idx, function, found nothing")]
    [InlineData("definition: { choice: { a: This, b: That } }", "definition: choice", "29:17: expected a mapping with derivative-of, gradient-of, jacobian-of, hessian-of, minimiser-of, step-of, taylor-of, with-respect-to, rate, order, around, equals, value, shape, satisfies, training, choice, choices, blank, text, found 'choice'")]
    [InlineData("definition: { choice: { a: This, b: That } }", "definition: { choice: { a: This, b: [That] } }", "29:41: expected a text, found a list")]
    [InlineData("X: { size: [N, D] }", "X: { size: [N, { D: 3 }] }", "16:18: expected a size such as D or 3, or a list such as [N, D], found a list")]
    [InlineData("y: { size: N }", "y: { size: N, values: labels }", "17:29: expected one of signed, positive, binary, integer, found 'labels'")]
    [InlineData("y: { size: N }", "y: { size: N, magnitude: 3 }", "17:32: expected a range of magnitudes such as 0.3..1.5, found '3'")]
    [InlineData("y: { size: N }", "y: { size: N, magnitude: 2..1 }", "17:32: expected a range of magnitudes such as 0.3..1.5, found '2..1'")]
    [InlineData("y: { size: N }", "y: { size: N, magnitude: -1..1 }", "17:32: expected a range of magnitudes such as 0.3..1.5, found '-1..1'")]
    [InlineData("y: { size: N }", "y: { size: N, magnitude: 0..1e999 }", "17:32: expected a range of magnitudes such as 0.3..1.5, found '0..1e999'")]
    [InlineData("y: { size: N }", "y: { size: N, magnitude: NaN..1 }", "17:32: expected a range of magnitudes such as 0.3..1.5, found 'NaN..1'")]
    [InlineData("D: 2..4", "D: 4..2", "5:22: expected a range of sizes such as 3..7, found '4..2'")]
    [InlineData("D: 2..4", "D: 0..2", "5:22: expected a range of sizes such as 3..7, found '0..2'")]
    [InlineData("D: 2..4", "D: 3", "5:22: expected a range of sizes such as 3..7, found '3'")]
    [InlineData("D: 2..4", "D: 2...4", "5:22: expected a range of sizes such as 3..7, found '2...4'")]
    [InlineData("D: 2..4", "D: 2..99999999999999999999", "5:22: expected a range of sizes such as 3..7, found '2..99999999999999999999'")]
    [InlineData("y: \"X * w\"", "y: []", "22:22: expected a number, a list of numbers, a list of equally long lists, or a C# expression in quotes, found a list")]
    [InlineData("y: \"X * w\"", "y: [[1, 2], [3]]", "22:22: expected a number, a list of numbers, a list of equally long lists, or a C# expression in quotes, found a list")]
    [InlineData("y: \"X * w\"", "y: [1, two]", "22:22: expected a number, a list of numbers, a list of equally long lists, or a C# expression in quotes, found a list")]
    [InlineData("y: \"X * w\"", "y: [[1], 2]", "22:22: expected a number, a list of numbers, a list of equally long lists, or a C# expression in quotes, found a list")]
    [InlineData("y: \"X * w\"", "y: { at: 1 }", "22:22: expected a number, a list of numbers, a list of equally long lists, or a C# expression in quotes, found a mapping")]
    [InlineData("label: no residual", "label: no residual\n        sizes: { N: 0 }", "22:21: expected a size such as 3, found '0'")]
    [InlineData("label: no residual", "label: no residual\n        sizes: { N: 2000000000 }", "22:21: expected a size such as 3, found '2000000000'")]
    public void A_value_of_another_kind_is_reported_with_what_is_expected(string old, string changed, string expected) => Reports(old, changed, expected);

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("two")]
    [InlineData("1/2")]
    [InlineData("0x10")]
    [InlineData(".nan")]
    [InlineData(".inf")]
    [InlineData("1e999")]
    [InlineData("1,5")]
    [InlineData("~")]
    public void Points_are_a_number_greater_than_0(string points) =>
        Reports("points: 2", $"points: {points}", $"10:13: expected a number of points greater than 0, or none for an item that is not scored, found '{points}'");

    [Fact]
    public void Points_in_quotes_are_a_text() =>
        Reports("points: 2", "points: \"2\"", "10:13: expected a number of points greater than 0, or none for an item that is not scored, found a text");

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("2.50", 2.5)]
    [InlineData(".5", 0.5)]
    [InlineData("+3", 3)]
    [InlineData("1e1", 10)]
    public void Points_may_be_written_as_any_plain_number(string written, double points)
    {
        using var spec = TinySpec.With("points: 2", $"points: {written}");
        Assert.Equal(points, spec.Load().Assignment.Questions.Sum(question => question.Points));
    }

    private static void Reports(string old, string changed, string expected)
    {
        using var spec = TinySpec.With(old, changed);
        spec.Reports(expected);
    }
}
