using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Autograder.Engine.Specs.Yaml;

/// <summary>
/// Parses YAML into <see cref="SpecNode"/>s. YamlDotNet's own deserializer stops at the first mistake; a spec's are to be
/// reported all at once, so only its parser is used.
/// </summary>
internal sealed class SpecYaml
{
    /// <summary>No spec nests deeper; a file of brackets would otherwise overflow the stack.</summary>
    private const int MaxDepth = 32;

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
            SpecNode root = yaml.ReadNode(depth: 0);
            yaml._parser.Consume<DocumentEnd>();
            if (yaml.Next<DocumentStart>() is { } second)
            {
                problems.Add(yaml.PlaceOf(second.Start), "a second document begins here; a spec is one");
            }

            return root;
        }
        catch (YamlException exception)
        {
            problems.Add(yaml.PlaceOf(exception.Start), $"not valid YAML: {exception.Message}");
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OverflowException)
        {
            // The library's scanner gives up this way on some unclosed brackets, and on escaped characters that Unicode has not.
            problems.Add(yaml.PlaceOf(yaml._parser.Current?.End ?? Mark.Empty), $"not valid YAML from here on: is a bracket or quote left open? ({exception.Message})");
            return null;
        }
    }

    private SpecNode ReadNode(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested more than {MaxDepth} deep");
        }

        if (Next<Scalar>() is { } scalar)
        {
            return new ScalarNode(PlaceOf(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
        }

        if (Next<SequenceStart>() is { } sequence)
        {
            var items = new List<SpecNode>();
            while (Next<SequenceEnd>() is null)
            {
                items.Add(ReadNode(depth + 1));
            }

            return new SequenceNode(PlaceOf(sequence.Start), items);
        }

        if (Next<MappingStart>() is { } mapping)
        {
            return ReadMapping(mapping, depth);
        }

        AnchorAlias alias = _parser.Consume<AnchorAlias>();
        return new AliasNode(PlaceOf(alias.Start));
    }

    private MappingNode ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<(ScalarNode Key, SpecNode Value)>();
        var keys = new Dictionary<string, SpecPlace>(StringComparer.Ordinal);
        while (Next<MappingEnd>() is null)
        {
            SpecNode key = ReadNode(depth + 1);
            SpecNode value = ReadNode(depth + 1);
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
