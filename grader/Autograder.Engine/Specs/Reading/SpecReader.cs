using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Autograder.Engine.Specs.Documents;
using Autograder.Engine.Specs.Yaml;

namespace Autograder.Engine.Specs.Reading;

/// <summary>
/// Fills the spec's document types from YAML nodes and reports every key that is unknown, missing or of the wrong kind. The
/// types are the only description of the format; the JSON schema is generated from the same ones.
/// </summary>
internal static class SpecReader
{
    /// <summary>Keys are the property names in kebab case.</summary>
    internal static string KeyOf(PropertyInfo property) =>
        property.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);

    /// <summary>The properties that stand for keys, in the order of the type.</summary>
    internal static IEnumerable<PropertyInfo> PropertiesOf(Type document) =>
        document.GetProperties().Where(property => property.DeclaringType != typeof(SpecDocument));

    internal static T? Read<T>(SpecNode node, SpecProblems problems)
        where T : class => (T?)Read(typeof(T), node, problems);

    private static object? Read(Type type, SpecNode node, SpecProblems problems)
    {
        if (type.IsAssignableTo(typeof(ISpecForm)))
        {
            return ReadForm(type, node, problems);
        }

        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(SpecList<>))
        {
            return ReadList(type, node, problems);
        }

        return generic == typeof(SpecMap<>) ? ReadMap(type, node, problems) : ReadObject(type, node, problems);
    }

    private static object? ReadForm(Type type, SpecNode node, SpecProblems problems)
    {
        object? form = type.GetMethod("Read", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, [node]);
        if (form is null)
        {
            string expected = (string)type.GetProperty("Expected", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
            problems.Add(node.Place, $"expected {expected}, found {node.Kind}");
        }

        return form;
    }

    private static object? ReadList(Type type, SpecNode node, SpecProblems problems)
    {
        if (node is not SequenceNode sequence)
        {
            problems.Add(node.Place, $"expected a list, found {node.Kind}");
            return null;
        }

        var list = (IList)Activator.CreateInstance(type)!;
        foreach (SpecNode item in sequence.Items)
        {
            if (Read(type.GetGenericArguments()[0], item, problems) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    private static object? ReadMap(Type type, SpecNode node, SpecProblems problems)
    {
        if (node is not MappingNode mapping)
        {
            problems.Add(node.Place, $"expected a mapping of names, found {node.Kind}");
            return null;
        }

        var map = (ISpecMap)Activator.CreateInstance(type)!;
        foreach ((ScalarNode key, SpecNode value) in mapping.Entries)
        {
            map.Put(new TextForm(key.Place, key.Text), Read(type.GetGenericArguments()[0], value, problems));
        }

        return map;
    }

    private static object? ReadObject(Type type, SpecNode node, SpecProblems problems)
    {
        if (node is not MappingNode mapping)
        {
            problems.Add(node.Place, $"expected a mapping with {string.Join(", ", Keys(type))}, found {node.Kind}");
            return null;
        }

        var document = (SpecDocument)Activator.CreateInstance(type)!;
        document.Place = node.Place;
        var properties = PropertiesOf(type).ToDictionary(KeyOf);
        foreach ((ScalarNode key, SpecNode value) in mapping.Entries)
        {
            if (!properties.TryGetValue(key.Text, out PropertyInfo? property))
            {
                string? near = NearestName.Of(key.Text, properties.Keys);
                string advice = near is null ? $"known here: {string.Join(", ", properties.Keys)}" : $"did you mean '{near}'?";
                problems.Add(key.Place, $"unknown key '{key.Text}'; {advice}");
                document.Unread.Add(near ?? key.Text);
            }
            else if (Read(property.PropertyType, value, problems) is { } read)
            {
                property.SetValue(document, read);
            }
            else
            {
                document.Unread.Add(key.Text);
            }
        }

        foreach (PropertyInfo property in properties.Values.Where(property => property.IsDefined(typeof(RequiredAttribute))))
        {
            if (property.GetValue(document) is null && !document.Unread.Contains(KeyOf(property)))
            {
                problems.Add(node.Place, $"the key '{KeyOf(property)}' is missing");
            }
        }

        return document;
    }

    private static IEnumerable<string> Keys(Type type) => PropertiesOf(type).Select(KeyOf);
}
