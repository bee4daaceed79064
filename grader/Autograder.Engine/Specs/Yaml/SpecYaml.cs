using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Autograder.Engine.Specs.Yaml;

/// <summary>
/// Parses YAML into <see cref="SpecNode"/>s. YamlDotNet's own deserializer stops at the first mistake; a spec's are to be
/// reported all at once, so only its parser is used.
/// </summary>
internal sealed class SpecYaml
{
    private readonly string _file;
    private readonly SpecProblems _problems;
    private readonly Parser _parser;

    private SpecYaml(string file, string text, SpecProblems problems)
    {
        _file = file;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <returns>Null, with a problem added, when the text is not YAML.</returns>
    internal static SpecNode? Parse(string file, string text, SpecProblems problems)
    {
        var yaml = new SpecYaml(file, text, problems);
        try
        {
            yaml._parser.Consume<StreamStart>();
            if (yaml.Next<StreamEnd>() is not null)
            {
                problems.Add(new SpecPlace(file, 1, 1), "the file is empty; a spec begins with 'id:'");
                return null;
            }

            yaml._parser.Consume<DocumentStart>();
            return yaml.ReadNode();
        }
        catch (YamlException exception)
        {
            problems.Add(yaml.PlaceOf(exception.Start), $"not valid YAML: {exception.Message}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The library's scanner gives up this way on some unclosed brackets.
            problems.Add(yaml.PlaceOf(yaml._parser.Current?.End ?? Mark.Empty), "not valid YAML from here on: is a bracket or quote left open?");
            return null;
        }
    }

    private SpecNode ReadNode()
    {
        if (Next<Scalar>() is { } scalar)
        {
            return new ScalarNode(PlaceOf(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
        }

        if (Next<SequenceStart>() is { } sequence)
        {
            var items = new List<SpecNode>();
            while (Next<SequenceEnd>() is null)
            {
                items.Add(ReadNode());
            }

            return new SequenceNode(PlaceOf(sequence.Start), items);
        }

        if (Next<MappingStart>() is { } mapping)
        {
            return ReadMapping(mapping);
        }

        ParsingEvent other = _parser.Consume<ParsingEvent>();
        throw new YamlException(other.Start, other.End, "anchors and aliases are not used in specs");
    }

    private MappingNode ReadMapping(MappingStart start)
    {
        var entries = new List<(ScalarNode Key, SpecNode Value)>();
        var keys = new Dictionary<string, SpecPlace>(StringComparer.Ordinal);
        while (Next<MappingEnd>() is null)
        {
            SpecNode key = ReadNode();
            SpecNode value = ReadNode();
            if (key is not ScalarNode name)
            {
                _problems.Add(key.Place, $"a key is a word, not {key.Kind}");
            }
            else if (!keys.TryAdd(name.Text, name.Place))
            {
                _problems.Add(name.Place, $"the key '{name.Text}' stands here a second time; the first is at line {keys[name.Text].Line}");
            }
            else
            {
                entries.Add((name, value));
            }
        }

        return new MappingNode(PlaceOf(start.Start), entries);
    }

    private T? Next<T>()
        where T : ParsingEvent => _parser.Accept<T>(out _) ? _parser.Consume<T>() : null;

    private SpecPlace PlaceOf(Mark mark) => new(_file, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));
}
