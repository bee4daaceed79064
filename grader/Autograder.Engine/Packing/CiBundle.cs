using System.Collections.Immutable;
using System.Text;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Packing;

/// <summary>
/// What makes a submission repository check itself on GitHub, on GitLab and in Classroom 50. Students and strangers can read all of it, so it
/// holds what <see cref="StudentBundle"/> gives them of the homework, and nothing else.
/// </summary>
public static class CiBundle
{
    private const string Classroom50Folder = "classroom50";

    /// <param name="version">Of the tool that is installed there.</param>
    /// <exception cref="SpecException">Students could not check by what they would get.</exception>
    public static ImmutableArray<BundleFile> Of(LoadedAssignment loaded, string version)
    {
        ImmutableArray<BundleFile> homework = StudentBundle.Of(loaded).Homework;
        string files = string.Join(", ", homework.Select(file => $"`{file.Name}`"));
        return
        [
            Text(".github/workflows/autograder.yml", "autograder.yml"),
            Text(".gitlab-ci.yml", "gitlab-ci.yml"),
            Text("README.md", "README.md"),
            Text($"{Classroom50Folder}/autograder.py", "autograder.py"),
            Text($"{Classroom50Folder}/runtime.json", "runtime.json"),
            .. homework,
            .. homework.Select(file => file with { Name = $"{Classroom50Folder}/{file.Name}" }),
        ];

        BundleFile Text(string name, string resource) => new(name, Encoding.UTF8.GetBytes(Resource(resource)
            .Replace("{version}", version, StringComparison.Ordinal)
            .Replace("{files}", files, StringComparison.Ordinal)));
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(CiBundle).Assembly.GetManifestResourceStream($"ci/{name}")
            ?? throw new InvalidOperationException($"{name} is missing in this build");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
