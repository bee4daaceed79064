using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Values;
using Autograder.Engine.Specs.Yaml;

namespace Autograder.Engine.Specs.Documents;

/// <summary>A value that stands at one place in a spec and has a notation of its own.</summary>
internal interface ISpecForm
{
    SpecPlace Place { get; }
}

/// <typeparam name="TSelf">The form itself.</typeparam>
internal interface ISpecForm<TSelf> : ISpecForm
    where TSelf : class
{
    /// <summary>What is expected, for messages: "a number greater than 0".</summary>
    static abstract string Expected { get; }

    /// <summary>The same as a JSON schema.</summary>
    static abstract string Schema { get; }

    /// <returns>Null when the node is something else.</returns>
    static abstract TSelf? Read(SpecNode node);
}

/// <summary>A mapping with keys of its own.</summary>
internal abstract class SpecDocument
{
    public SpecPlace Place { get; set; }

    /// <summary>Keys that stand here, misspelled or with a value that could not be read, which is reported: they are not missing.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);
}

internal sealed class SpecList<T> : List<T>;

/// <summary>A mapping of free names, in the order of the file.</summary>
internal sealed class SpecMap<T> : List<KeyValuePair<TextForm, T>>, ISpecMap
{
    /// <summary>Names whose values could not be read, which is reported: they stand here, so they are not missing.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    void ISpecMap.Put(TextForm key, object? value)
    {
        if (value is null)
        {
            Unread.Add(key.Text);
        }
        else
        {
            Add(KeyValuePair.Create(key, (T)value));
        }
    }
}

/// <summary>A <see cref="SpecMap{T}"/> whose type is only known when a spec is read.</summary>
internal interface ISpecMap
{
    /// <param name="value">Null when it could not be read.</param>
    void Put(TextForm key, object? value);
}

internal sealed record TextForm(SpecPlace Place, string Text) : ISpecForm<TextForm>
{
    public static string Expected => "a text";

    public static string Schema => """{ "type": "string" }""";

    public static TextForm? Read(SpecNode node) =>
        node is ScalarNode { Text.Length: > 0 } scalar ? new TextForm(scalar.Place, scalar.Text) : null;
}

internal sealed record NumberForm(SpecPlace Place, double Value) : ISpecForm<NumberForm>
{
    public static string Expected => "a number greater than 0";

    public static string Schema => """{ "type": "number", "exclusiveMinimum": 0 }""";

    public static NumberForm? Read(SpecNode node) =>
        node is ScalarNode scalar && TryParse(scalar, out double value) && value > 0 ? new NumberForm(node.Place, value) : null;

    internal static bool TryParse(ScalarNode scalar, out double value)
    {
        value = 0;
        return scalar.IsPlain
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }
}

/// <param name="Value">Null for "none".</param>
internal sealed record PointsForm(SpecPlace Place, double? Value) : ISpecForm<PointsForm>
{
    public static string Expected => "a number of points greater than 0, or none for an item that is not scored";

    public static string Schema => """{ "anyOf": [ { "type": "number", "exclusiveMinimum": 0 }, { "const": "none" } ] }""";

    public static PointsForm? Read(SpecNode node) =>
        node is ScalarNode { Text: "none" } ? new PointsForm(node.Place, null)
        : NumberForm.Read(node) is { } number ? new PointsForm(node.Place, number.Value)
        : null;
}

/// <summary>An extent's values, such as 3..7.</summary>
internal sealed record SizeRangeForm(SpecPlace Place, SizeRange Range) : ISpecForm<SizeRangeForm>
{
    public static string Expected => "a range of sizes such as 3..7";

    public static string Schema => """{ "type": "string", "pattern": "^[0-9]+[.][.][0-9]+$" }""";

    public static SizeRangeForm? Read(SpecNode node) =>
        node is ScalarNode scalar
        && scalar.Text.Split("..") is [var first, var last]
        && int.TryParse(first, CultureInfo.InvariantCulture, out int least)
        && int.TryParse(last, CultureInfo.InvariantCulture, out int most)
        && least >= 1 && most >= least && most <= 100_000
            ? new SizeRangeForm(node.Place, new SizeRange(least, most))
            : null;
}

/// <summary>One size, for a special point.</summary>
internal sealed record SizeForm(SpecPlace Place, int Value) : ISpecForm<SizeForm>
{
    public static string Expected => "a size such as 3";

    public static string Schema => """{ "type": "integer", "minimum": 1, "maximum": 100000 }""";

    public static SizeForm? Read(SpecNode node) =>
        node is ScalarNode { IsPlain: true } scalar && int.TryParse(scalar.Text, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= 100_000
            ? new SizeForm(node.Place, value)
            : null;
}

/// <summary>The extents of a vector or matrix: a name or number, or a list of them.</summary>
internal sealed record ExtentsForm(SpecPlace Place, IReadOnlyList<(SpecPlace Place, Extent Extent)> Extents) : ISpecForm<ExtentsForm>
{
    public static string Expected => "a size such as D or 3, or a list such as [N, D]";

    public static string Schema =>
        """
        { "anyOf": [ { "type": ["string", "integer"] }, { "type": "array", "items": { "type": ["string", "integer"] }, "minItems": 1 } ] }
        """;

    public static ExtentsForm? Read(SpecNode node)
    {
        IReadOnlyList<SpecNode> items = node is SequenceNode sequence ? sequence.Items : [node];
        (SpecPlace, Extent)?[] extents = [.. items.Select(ReadOne)];
        return items.Count > 0 && extents.All(extent => extent is not null)
            ? new ExtentsForm(node.Place, [.. extents.Select(extent => extent!.Value)])
            : null;
    }

    private static (SpecPlace, Extent)? ReadOne(SpecNode node) =>
        SizeForm.Read(node) is { } size ? (node.Place, new Extent(null, size.Value))
        : node is ScalarNode scalar && scalar.Text.Length > 0 && scalar.Text.All(char.IsLetterOrDigit) && char.IsLetter(scalar.Text[0])
            ? (node.Place, new Extent(scalar.Text, 0))
            : null;
}

/// <summary>The bounds of |entry|, such as 0.3..1.5.</summary>
internal sealed record MagnitudeForm(SpecPlace Place, double Least, double Most) : ISpecForm<MagnitudeForm>
{
    public static string Expected => "a range of magnitudes such as 0.3..1.5";

    public static string Schema => """{ "type": "string", "pattern": "^[0-9.eE+-]+[.][.][0-9.eE+-]+$" }""";

    public static MagnitudeForm? Read(SpecNode node) =>
        node is ScalarNode scalar
        && scalar.Text.Split("..") is [var first, var last]
        && double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out double least)
        && double.TryParse(last, NumberStyles.Float, CultureInfo.InvariantCulture, out double most)
        && least >= 0 && most >= least && double.IsFinite(most)
            ? new MagnitudeForm(node.Place, least, most)
            : null;
}

internal sealed record ValuesForm(SpecPlace Place, NumericKind Kind) : ISpecForm<ValuesForm>
{
    public static string Expected => "one of signed, positive, binary, integer";

    public static string Schema => """{ "enum": ["signed", "positive", "binary", "integer"] }""";

    public static ValuesForm? Read(SpecNode node) =>
        node is ScalarNode { Text: "signed" or "positive" or "binary" or "integer" } scalar
            ? new ValuesForm(node.Place, Enum.Parse<NumericKind>(scalar.Text, ignoreCase: true))
            : null;
}

/// <summary>Numbers that are written out: one, a row, or rows of equal length.</summary>
internal sealed record NumbersForm(SpecPlace Place, Tensor Numbers) : ISpecForm<NumbersForm>
{
    public static string Expected => "a number, a list of numbers or a list of equally long lists";

    public static string Schema =>
        """
        { "anyOf": [ { "type": "number" }, { "type": "array", "items": { "type": "number" } },
          { "type": "array", "items": { "type": "array", "items": { "type": "number" } } } ] }
        """;

    public static NumbersForm? Read(SpecNode node)
    {
        switch (node)
        {
            case ScalarNode scalar when NumberForm.TryParse(scalar, out double number):
                return new NumbersForm(node.Place, Tensor.Scalar(number));
            case SequenceNode sequence when sequence.Items.All(item => item is ScalarNode):
                return ReadRow(sequence) is { } entries ? new NumbersForm(node.Place, Tensor.Vector(entries)) : null;
            case SequenceNode sequence:
                double[]?[] rows = [.. sequence.Items.Select(ReadRow)];
                return rows.All(row => row is not null && row.Length == rows[0]!.Length)
                    ? new NumbersForm(node.Place, Tensor.Matrix(rows.Length, rows[0]!.Length, [.. rows.SelectMany(row => row!)]))
                    : null;
            default:
                return null;
        }
    }

    private static double[]? ReadRow(SpecNode node)
    {
        var entries = new List<double>();
        foreach (SpecNode item in (node as SequenceNode)?.Items ?? [])
        {
            if (item is not ScalarNode scalar || !NumberForm.TryParse(scalar, out double entry))
            {
                return null;
            }

            entries.Add(entry);
        }

        return entries.Count > 0 ? [.. entries] : null;
    }
}

/// <summary>An input of a special point: numbers, or a C# expression over the other inputs.</summary>
internal sealed record SpecialInputForm(SpecPlace Place, Tensor? Numbers, string? Expression) : ISpecForm<SpecialInputForm>
{
    public static string Expected => "a number, a list of numbers, a list of equally long lists, or a C# expression in quotes";

    public static string Schema =>
        """
        { "anyOf": [ { "type": ["number", "string"] }, { "type": "array", "items": { "type": "number" } },
          { "type": "array", "items": { "type": "array", "items": { "type": "number" } } } ] }
        """;

    public static SpecialInputForm? Read(SpecNode node) =>
        NumbersForm.Read(node) is { } numbers ? new SpecialInputForm(node.Place, numbers.Numbers, null)
        : node is ScalarNode { Text.Length: > 0 } scalar ? new SpecialInputForm(node.Place, null, scalar.Text)
        : null;
}

/// <summary>One hint, or several for one try after the other.</summary>
internal sealed record HintsForm(SpecPlace Place, IReadOnlyList<string> Hints) : ISpecForm<HintsForm>
{
    public static string Expected => "a hint, or a list of hints";

    public static string Schema => """{ "anyOf": [ { "type": "string" }, { "type": "array", "items": { "type": "string" }, "minItems": 1 } ] }""";

    public static HintsForm? Read(SpecNode node)
    {
        IReadOnlyList<SpecNode> items = node is SequenceNode sequence ? sequence.Items : [node];
        TextForm?[] hints = [.. items.Select(TextForm.Read)];
        return items.Count > 0 && hints.All(hint => hint is not null) ? new HintsForm(node.Place, [.. hints.Select(hint => hint!.Text)]) : null;
    }
}
