namespace Autograder.Engine.Specs.Yaml;

/// <summary>A YAML document as it stands in the file: every node knows its place.</summary>
internal abstract record SpecNode(SpecPlace Place)
{
    /// <summary>As it is called in messages.</summary>
    internal abstract string Kind { get; }
}

/// <param name="IsPlain">Written without quotes, so that it may be a number.</param>
internal sealed record ScalarNode(SpecPlace Place, string Text, bool IsPlain) : SpecNode(Place)
{
    internal override string Kind => Text.Length == 0 ? "nothing" : IsPlain ? $"'{Text}'" : "a text";
}

/// <summary>A reference to an anchor, which no spec needs: repeated values stand where they are read.</summary>
internal sealed record AliasNode(SpecPlace Place) : SpecNode(Place)
{
    internal override string Kind => "an alias, which specs do not use";
}

internal sealed record SequenceNode(SpecPlace Place, IReadOnlyList<SpecNode> Items) : SpecNode(Place)
{
    internal override string Kind => "a list";
}

internal sealed record MappingNode(SpecPlace Place, IReadOnlyList<(ScalarNode Key, SpecNode Value)> Entries) : SpecNode(Place)
{
    internal override string Kind => "a mapping";
}
