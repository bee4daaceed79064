using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autograder.Engine.Specs.Documents;
using Autograder.Engine.Specs.Reading;

namespace Autograder.Engine.Specs;

/// <summary>
/// The JSON schema of a spec, for editors to complete and check by. Generated from the types that the reader fills, so that
/// the two cannot disagree; their value notations bring their own schemas along.
/// </summary>
public static class SpecSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Generate()
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A homework of Autograder",
        };
        foreach ((string key, JsonNode? value) in Of(typeof(AssignmentDocument)))
        {
            root[key] = value?.DeepClone();
        }

        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Of(Type type)
    {
        if (type.IsAssignableTo(typeof(ISpecForm)))
        {
            return JsonNode.Parse((string)type.GetProperty("Schema", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!)!.AsObject();
        }

        if (type.IsGenericType)
        {
            JsonObject item = Of(type.GetGenericArguments()[0]);
            return type.GetGenericTypeDefinition() == typeof(SpecList<>)
                ? new JsonObject { ["type"] = "array", ["items"] = item }
                : new JsonObject { ["type"] = "object", ["additionalProperties"] = item };
        }

        return OfDocument(type);
    }

    private static JsonObject OfDocument(Type type)
    {
        PropertyInfo[] properties = [.. SpecReader.PropertiesOf(type)];
        var schema = Described(type, new JsonObject { ["type"] = "object" });
        schema["properties"] = new JsonObject(properties.Select(property =>
            KeyValuePair.Create<string, JsonNode?>(SpecReader.KeyOf(property), Described(property, Of(property.PropertyType)))));
        JsonNode?[] required = [.. properties.Where(property => property.IsDefined(typeof(RequiredAttribute))).Select(property => JsonValue.Create(SpecReader.KeyOf(property)))];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Described(MemberInfo member, JsonObject schema)
    {
        if (member.GetCustomAttribute<DescriptionAttribute>() is { } description)
        {
            schema.Remove("description");
            schema.Insert(0, "description", description.Description);
        }

        return schema;
    }
}
