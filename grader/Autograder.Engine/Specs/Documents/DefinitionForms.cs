using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs.Yaml;

namespace Autograder.Engine.Specs.Documents;

internal sealed record TruthForm(SpecPlace Place, bool Value) : ISpecForm<TruthForm>
{
    public static string Expected => "true or false";

    public static string Schema => """{ "type": "boolean" }""";

    public static TruthForm? Read(SpecNode node) =>
        node is ScalarNode { IsPlain: true, Text: "true" or "false" } scalar ? new TruthForm(node.Place, scalar.Text == "true") : null;
}

/// <summary>A learning rate: a number or the name of an input.</summary>
internal sealed record RateForm(SpecPlace Place, StepRate Rate) : ISpecForm<RateForm>
{
    public static string Expected => "a number greater than 0 or the name of an input";

    public static string Schema => """{ "anyOf": [ { "type": "number", "exclusiveMinimum": 0 }, { "type": "string" } ] }""";

    public static RateForm? Read(SpecNode node) =>
        NumberForm.Read(node) is { } number ? new RateForm(node.Place, new StepRate(null, number.Value))
        : node is ScalarNode { Text.Length: > 0 } scalar && !NumberForm.TryParse(scalar, out _) ? new RateForm(node.Place, new StepRate(scalar.Text, 0))
        : null;
}

/// <summary>The order of a Taylor polynomial.</summary>
internal sealed record OrderForm(SpecPlace Place, int Value) : ISpecForm<OrderForm>
{
    public static string Expected => "1 or 2";

    public static string Schema => """{ "enum": [1, 2] }""";

    public static OrderForm? Read(SpecNode node) =>
        node is ScalarNode { IsPlain: true, Text: "1" or "2" } scalar
            ? new OrderForm(node.Place, int.Parse(scalar.Text, CultureInfo.InvariantCulture))
            : null;
}

/// <summary>Decimals of a rounded number.</summary>
internal sealed record DecimalsForm(SpecPlace Place, int Value) : ISpecForm<DecimalsForm>
{
    public static string Expected => "a number of decimals from 0 to 9";

    public static string Schema => """{ "type": "integer", "minimum": 0, "maximum": 9 }""";

    public static DecimalsForm? Read(SpecNode node) =>
        node is ScalarNode { IsPlain: true, Text: [>= '0' and <= '9'] } scalar
            ? new DecimalsForm(node.Place, scalar.Text[0] - '0')
            : null;
}

/// <summary>A place in a file of data.</summary>
internal sealed record IndexForm(SpecPlace Place, int Value) : ISpecForm<IndexForm>
{
    public static string Expected => "a whole number, 0 or greater";

    public static string Schema => """{ "type": "integer", "minimum": 0 }""";

    public static IndexForm? Read(SpecNode node) =>
        node is ScalarNode { IsPlain: true } scalar
        && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? new IndexForm(node.Place, value)
            : null;
}
