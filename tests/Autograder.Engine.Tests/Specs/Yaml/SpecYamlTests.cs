using System.Text.RegularExpressions;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Yaml;

/// <summary>Files that are no YAML, or YAML that no spec uses; and places in files of every kind.</summary>
public sealed class SpecYamlTests
{
    [Theory]
    [InlineData("", "1:1: the file is empty; a spec begins with 'id:'")]
    [InlineData("\n\n", "1:1: the file is empty; a spec begins with 'id:'")]
    [InlineData("# only a comment\n", "1:1: the file is empty; a spec begins with 'id:'")]
    [InlineData("--- ~", "1:5: expected a mapping with id, title, given, reference, seed, sizes, limits, late, attempts, questions, found '~'")]
    [InlineData("homework", "1:1: expected a mapping with id, title, given, reference, seed, sizes, limits, late, attempts, questions, found 'homework'")]
    [InlineData("- id: a", "1:1: expected a mapping with id, title, given, reference, seed, sizes, limits, late, attempts, questions, found a list")]
    public void A_file_without_a_spec_is_reported(string text, string expected)
    {
        using var spec = TinySpec.Written(text);
        spec.Reports(expected);
    }

    [Theory]
    [InlineData("id: [a", "not valid YAML")]
    [InlineData("id: \"a", "not valid YAML")]
    [InlineData("id: a\n\ttitle: b", "not valid YAML")]
    [InlineData("id: a: b", "not valid YAML")]
    [InlineData("id: a\n title: b", "not valid YAML")]
    [InlineData("}", "not valid YAML")]
    [InlineData("id: @a", "not valid YAML")]
    [InlineData("id: `a`", "not valid YAML")]
    [InlineData("%YAML 9.9\n---\nid: a", "not valid YAML")]
    [InlineData("id: \"\\q\"", "not valid YAML")]
    [InlineData("id: \"\\UFFFFFFFF\"", "not valid YAML")]
    [InlineData("id: \"\\uD800\"", "not valid YAML")]
    [InlineData("id: \"\\uZZZZ\"", "not valid YAML")]
    [InlineData("? [a]\n: b", "a key is a word, not a list")]
    public void What_is_no_yaml_is_reported_with_its_place(string text, string expected)
    {
        using var spec = TinySpec.Written(text);
        Assert.Contains(spec.Problems(), problem => Regex.IsMatch(problem, $"^assignment.yaml:[12]:\\d+: {expected}", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Brackets_without_end_do_not_overflow_the_stack()
    {
        using var lists = TinySpec.Written($"id: {new string('[', 50_000)}");
        lists.Reports("1:37: not valid YAML: nested more than 32 deep");
        using var mappings = TinySpec.Written($"id: {string.Concat(Enumerable.Repeat("{a: ", 5_000))}");
        mappings.Reports("1:130: not valid YAML: nested more than 32 deep");
    }

    [Fact]
    public void An_alias_is_reported_and_the_rest_is_read_all_the_same()
    {
        using var spec = TinySpec.Written(TinySpec.SpecWith("w: { size: D }", "w: &w { size: D }")
            .Replace("y: { size: N }", "y: *w", StringComparison.Ordinal)
            .Replace("points: none", "points: zero", StringComparison.Ordinal));
        spec.Reports(
            "17:10: expected a mapping with size, values, magnitude, computed, idx, function, found an alias, which specs do not use",
            "26:13: expected a number of points greater than 0, or none for an item that is not scored, found 'zero'");
    }

    [Fact]
    public void A_merge_key_is_a_key_that_is_not_known()
    {
        using var spec = TinySpec.With("y: { size: N }", "y: { <<: *w, size: N }");
        spec.Reports("17:12: unknown key '<<'; known here: size, values, magnitude, computed, idx, function");
    }

    [Fact]
    public void A_second_document_is_reported()
    {
        using var spec = TinySpec.Written($"{TinySpec.Spec}---\nid: other\n");
        spec.Reports("30:1: a second document begins here; a spec is one");
    }

    [Fact]
    public void What_is_wrong_behind_a_document_end_is_reported()
    {
        using var spec = TinySpec.Written($"{TinySpec.Spec}...\n]\n");
        Assert.StartsWith("assignment.yaml:31:1: not valid YAML", Assert.Single(spec.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_the_same_with_line_ends_of_windows()
    {
        using var spec = TinySpec.Written(TinySpec.SpecWith("points: none", "points: zero").ReplaceLineEndings("\r\n"));
        spec.Reports("26:13: expected a number of points greater than 0, or none for an item that is not scored, found 'zero'");
    }

    [Fact]
    public void Places_are_the_same_behind_a_byte_order_mark()
    {
        using var spec = TinySpec.Written("\uFEFF" + TinySpec.SpecWith("id: tiny", "id: []"));
        spec.Reports("1:5: expected a text, found a list");
    }

    [Theory]
    [InlineData("{ é: This, ü: That, x: [] }", "29:50")]
    [InlineData("{ \"日本\": This, b: That, x: [] }", "29:53")]
    public void Columns_count_letters_of_any_language(string options, string place)
    {
        using var spec = TinySpec.With("{ a: This, b: That }", options);
        spec.Reports($"{place}: expected a text, found a list");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_reported_as_problems()
    {
        using var spec = TinySpec.Written();
        File.WriteAllBytes(Path.Combine(spec.Folder, AssignmentLoader.FileName), [0xFF, 0xFE, 0x00, 0x80, 0x0A, 0xC3]);
        Assert.NotEmpty(spec.Problems());
    }

    [Fact]
    public void Whatever_character_is_left_out_doubled_or_changed_only_spec_problems_come()
    {
        const string Odd = "\t\0:{}[]\"'&*!|>%@`#-,?~\u2028\uFFFE\r";
        for (int place = 0; place < TinySpec.FirstLines.Length; place++)
        {
            string broken = (place % 3) switch
            {
                0 => TinySpec.FirstLines.Remove(place, 1),
                1 => TinySpec.FirstLines.Insert(place, $"{Odd[place % Odd.Length]}"),
                _ => TinySpec.FirstLines.Remove(place, 1).Insert(place, $"{Odd[place % Odd.Length]}"),
            };
            using var spec = TinySpec.Written(broken);
            Assert.NotEmpty(spec.Problems());
        }
    }
}
