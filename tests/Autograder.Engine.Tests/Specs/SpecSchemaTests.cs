using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Yaml;
using Autograder.Engine.Tests.Support;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

public sealed class SpecSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(SpecSchema.Generate())!.AsObject();

    [Fact]
    public void The_kept_schema_is_the_generated_one() => Assert.True(
        SpecSchema.Generate() == File.ReadAllText(Repository.PathTo("problems", "assignment.schema.json")),
        "problems/assignment.schema.json is not what the spec's types say. Regenerate it, and look at the diff:\n"
        + "dotnet run --project grader/Autograder.Cli -- schema > problems/assignment.schema.json");

    [Theory]
    [InlineData("matrix-calculus")]
    [InlineData("chain-rule-and-softmax")]
    public void A_homework_is_valid_by_the_schema_and_names_it(string homework)
    {
        string text = File.ReadAllText(Repository.PathTo("problems", homework, AssignmentLoader.FileName));
        Assert.StartsWith("# yaml-language-server: $schema=../assignment.schema.json\n", text, StringComparison.Ordinal);
        Assert.Empty(Violations(text));
    }

    [Fact]
    public void The_tiny_spec_is_valid_by_the_schema() => Assert.Empty(Violations(TinySpec.Spec));

    [Theory]
    [InlineData("title: Tiny", "titel: Tiny", "/title is missing", "/titel is unknown")]
    [InlineData("points: 2", "points: -2", "/questions/0/points is none of its forms")]
    [InlineData("points: none", "points: some", "/questions/1/points is none of its forms")]
    [InlineData("N: 3..5", "N: 3", "/sizes/N is no string")]
    [InlineData("N: 3..5", "N: three", "/sizes/N does not match ^[0-9]+[.][.][0-9]+$")]
    [InlineData("w: { size: D }", "w: { size: D, values: labels }", "/questions/0/inputs/w/values is none of its values")]
    [InlineData("w: { size: D }", "w: { size: [] }", "/questions/0/inputs/w/size is none of its forms")]
    [InlineData("relative: 1e-7", "imprecise-credit: 2", "/questions/0/tolerance/imprecise-credit is out of its range")]
    [InlineData("call-seconds: 5", "memory-mebibytes: 0.5", "/limits/memory-mebibytes is no integer", "/limits/memory-mebibytes is out of its range")]
    [InlineData("call-seconds: 5", "call-seconds: 0", "/limits/call-seconds is out of its range")]
    [InlineData("y: \"X * w\"", "y: { at: 1 }", "/questions/0/special-points/0/inputs/y is none of its forms")]
    public void What_the_reader_refuses_the_schema_refuses_too(string old, string changed, params string[] expected)
    {
        using var spec = TinySpec.With(old, changed);
        Assert.NotEmpty(spec.Problems());
        Assert.Equal(expected, Violations(TinySpec.SpecWith(old, changed)));
    }

    [Fact]
    public void Every_key_says_what_it_is_for()
    {
        static IEnumerable<JsonObject> Documents(JsonNode? node) => node switch
        {
            JsonObject document => document.SelectMany(pair => Documents(pair.Value)).Prepend(document),
            JsonArray array => array.SelectMany(Documents),
            _ => [],
        };
        Assert.All(
            Documents(Schema).Where(document => document["properties"] is JsonObject && document["additionalProperties"] is JsonValue)
                .SelectMany(document => document["properties"]!.AsObject()),
            property => Assert.False(string.IsNullOrWhiteSpace((string?)property.Value!["description"]), property.Key));
    }

    private static string[] Violations(string yaml)
    {
        var problems = new SpecProblems();
        JsonNode? document = Json(SpecYaml.Parse("assignment.yaml", yaml, problems)!);
        Assert.False(problems.Any);
        return [.. Violations(document, Schema, "")];
    }

    /// <summary>As an editor reads it: plain scalars that are numbers are numbers.</summary>
    private static JsonNode? Json(SpecNode node) => node switch
    {
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        ScalarNode { IsPlain: true } plain when double.TryParse(plain.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => JsonValue.Create(number),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    /// <summary>The keywords that the schema uses, and no others: one that is added fails the test below.</summary>
    private static IEnumerable<string> Violations(JsonNode? value, JsonObject schema, string path)
    {
        foreach ((string keyword, JsonNode? rule) in schema)
        {
            foreach (string violation in keyword switch
            {
                "$schema" or "title" or "description" => [],
                "type" => OfType(value, rule!) ? [] : [$"{path} is no {rule}"],
                "enum" => rule!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)) ? [] : [$"{path} is none of its values"],
                "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path} is not {rule}"],
                "pattern" => value is JsonValue text && text.TryGetValue(out string? word) && !Regex.IsMatch(word, (string)rule!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [$"{path} does not match {rule}"] : [],
                "minimum" => Bounded(value, number => number >= (double)rule!, path),
                "exclusiveMinimum" => Bounded(value, number => number > (double)rule!, path),
                "maximum" => Bounded(value, number => number <= (double)rule!, path),
                "minItems" => value is JsonArray list && list.Count < (int)rule! ? [$"{path} is too short"] : [],
                "items" => value is JsonArray list ? list.SelectMany((item, index) => Violations(item, rule!.AsObject(), $"{path}/{index}")) : [],
                "anyOf" => rule!.AsArray().Any(form => !Violations(value, form!.AsObject(), path).Any()) ? [] : [$"{path} is none of its forms"],
                "required" => value is JsonObject document ? rule!.AsArray().Select(key => (string)key!).Where(key => !document.ContainsKey(key)).Select(key => $"{path}/{key} is missing") : [],
                "properties" => value is JsonObject document ? document.Where(pair => rule![pair.Key] is not null).SelectMany(pair => Violations(pair.Value, rule![pair.Key]!.AsObject(), $"{path}/{pair.Key}")) : [],
                "additionalProperties" => Additional(value, schema, rule!, path),
                _ => throw new InvalidOperationException($"The schema uses {keyword}, which this test does not know."),
            })
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<string> Additional(JsonNode? value, JsonObject schema, JsonNode rule, string path)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> others =
            (value as JsonObject ?? []).Where(pair => schema["properties"]?.AsObject().ContainsKey(pair.Key) != true);
        return rule is JsonObject item
            ? others.SelectMany(pair => Violations(pair.Value, item, $"{path}/{pair.Key}"))
            : others.Select(pair => $"{path}/{pair.Key} is unknown");
    }

    private static string[] Bounded(JsonNode? value, Func<double, bool> isWithin, string path) =>
        value is JsonValue number && number.TryGetValue(out double found) && !isWithin(found) ? [$"{path} is out of its range"] : [];

    private static bool OfType(JsonNode? value, JsonNode rule) => rule is JsonArray several
        ? several.Any(one => OfType(value, one!))
        : (string)rule! switch
        {
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value is JsonValue text && text.TryGetValue(out string? _),
            "number" => value is JsonValue number && number.TryGetValue(out double _),
            "integer" => value is JsonValue number && number.TryGetValue(out double whole) && double.IsInteger(whole),
            _ => false,
        };
}
