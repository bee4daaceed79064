using System.Globalization;
using Autograder.Engine.Specs.Yaml;

namespace Autograder.Engine.Specs.Documents;

/// <summary>A share of something, from none to all of it.</summary>
internal sealed record ShareForm(SpecPlace Place, double Value) : ISpecForm<ShareForm>
{
    public static string Expected => "a share from 0 to 1";

    public static string Schema => """{ "type": "number", "minimum": 0, "maximum": 1 }""";

    public static ShareForm? Read(SpecNode node) =>
        node is ScalarNode scalar && NumberForm.TryParse(scalar, out double value) && value is >= 0 and <= 1
            ? new ShareForm(node.Place, value)
            : null;
}

/// <summary>A relative difference: greater than 0, and 1 where nothing is left in common.</summary>
internal sealed record RelativeForm(SpecPlace Place, double Value) : ISpecForm<RelativeForm>
{
    public static string Expected => "a relative size greater than 0 and at most 1, such as 1e-7";

    public static string Schema => """{ "type": "number", "exclusiveMinimum": 0, "maximum": 1 }""";

    public static RelativeForm? Read(SpecNode node) =>
        ShareForm.Read(node) is { Value: > 0 } share ? new RelativeForm(node.Place, share.Value) : null;
}

/// <summary>A time from a millisecond to a day.</summary>
internal sealed record SecondsForm(SpecPlace Place, TimeSpan Value) : ISpecForm<SecondsForm>
{
    public static string Expected => "seconds from 0.001 to 86400";

    public static string Schema => """{ "type": "number", "minimum": 0.001, "maximum": 86400 }""";

    public static SecondsForm? Read(SpecNode node) =>
        node is ScalarNode scalar && NumberForm.TryParse(scalar, out double value) && value is >= 0.001 and <= 86400
            ? new SecondsForm(node.Place, TimeSpan.FromSeconds(value))
            : null;
}

/// <summary>Memory in which a program can at least begin.</summary>
internal sealed record MebibytesForm(SpecPlace Place, int Value) : ISpecForm<MebibytesForm>
{
    public static string Expected => "a whole number of MiB from 16 to 65536";

    public static string Schema => """{ "type": "integer", "minimum": 16, "maximum": 65536 }""";

    public static MebibytesForm? Read(SpecNode node) =>
        CountForm.Read(node) is { Value: >= 16 and <= 65536 } count ? new MebibytesForm(node.Place, count.Value) : null;
}

internal sealed record CountForm(SpecPlace Place, int Value) : ISpecForm<CountForm>
{
    public static string Expected => "a whole number from 1 to 100000000";

    public static string Schema => """{ "type": "integer", "minimum": 1, "maximum": 100000000 }""";

    public static CountForm? Read(SpecNode node) =>
        node is ScalarNode { IsPlain: true } scalar
        && int.TryParse(scalar.Text, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= 100_000_000
            ? new CountForm(node.Place, value)
            : null;
}
