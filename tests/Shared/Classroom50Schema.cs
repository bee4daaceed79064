using System.Text.Json;

namespace Autograder.Tests.Shared;

/// <summary>What the published schema of Classroom 50's result.json demands, and its runner beyond it.</summary>
internal static class Classroom50Schema
{
    private static readonly string[] Texts =
        ["schema", "classroom", "assignment", "assignment_type", "owner", "submission", "commit", "release", "review", "datetime"];

    private static readonly string[] Required = [.. Texts, "score", "max-score", "tests"];

    internal static void Check(JsonElement result)
    {
        string[] keys = [.. result.EnumerateObject().Select(property => property.Name)];
        Assert.Empty(Required.Except(keys));
        Assert.Empty(keys.Except([.. Required, "graded_at", "submitted_by"]));
        Assert.All(Texts, key => Assert.NotEqual("", result.GetProperty(key).GetString()));
        Assert.Equal("classroom50/result/v1", result.GetProperty("schema").GetString());
        Assert.True(result.GetProperty("assignment_type").GetString() is "individual" or "group");
        Assert.StartsWith("submit/", result.GetProperty("submission").GetString(), StringComparison.Ordinal);
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$", result.GetProperty("datetime").GetString());
        CheckScore(result);
        Assert.All(result.GetProperty("tests").EnumerateArray(), test =>
        {
            Assert.NotEqual("", test.GetProperty("test-name").GetString());
            Assert.True(test.GetProperty("passed").ValueKind is JsonValueKind.True or JsonValueKind.False);
            CheckScore(test);
        });
    }

    /// <summary>Integers as they are written, not only as they are read.</summary>
    private static void CheckScore(JsonElement scored)
    {
        Assert.All(["score", "max-score"], key => Assert.Matches(@"^\d+$", scored.GetProperty(key).GetRawText()));
        Assert.True(scored.GetProperty("score").GetInt32() <= scored.GetProperty("max-score").GetInt32());
    }
}
