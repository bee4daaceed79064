using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Autograder.Engine.Specs.Yaml;

/// <summary>Writes nodes as YAML: what was written in lines stays in lines, and a mapping or list of words stands in one.</summary>
internal static class SpecText
{
    private const int Width = 120;

    internal static string Of(MappingNode root)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: Width, isCanonical: false, maxSimpleKeyLength: 1024).WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Emit(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, SpecNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                MappingStyle style = mapping.Entries.All(entry => IsShort(entry.Value)) && mapping.Entries.Count <= 4 ? MappingStyle.Flow : MappingStyle.Block;
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
                foreach ((ScalarNode key, SpecNode value) in mapping.Entries)
                {
                    Emit(emitter, key);
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case SequenceNode sequence:
                emitter.Emit(new SequenceStart(
                    AnchorName.Empty, TagName.Empty, isImplicit: true, sequence.Items.All(IsShort) ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (SpecNode item in sequence.Items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case ScalarNode scalar:
                ScalarStyle written = scalar.Text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal : scalar.IsPlain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, scalar.Text, written, isPlainImplicit: true, isQuotedImplicit: true));
                break;
            default:
                throw new ArgumentException($"{node.Kind} is no part of a spec", nameof(node));
        }
    }

    private static bool IsShort(SpecNode node) => node is ScalarNode { Text: { Length: <= 30 } text } && !text.Contains('\n', StringComparison.Ordinal)
        || (node is SequenceNode sequence && sequence.Items.All(IsShort))
        || node is MappingNode { Entries.Count: 0 };
}
