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

    /// <summary>What has to be before it works, where it is not said from where the tool comes; for those who pack.</summary>
    public static string WithoutSource(string version) =>
        $"What is packed installs the package Autograder, version {version}, from wherever the machine looks for packages, which is nuget.org unless it is set up otherwise. "
        + "It works once you have published it there (dotnet pack grader/Autograder.Cli, dotnet nuget push). As long as that name is not yours there, anybody may publish a program under it, "
        + "and that one would run beside your students' code. Publish it on a feed of your own and pack with --source URL: then it is looked for there and nowhere else.";

    /// <param name="version">Of the tool that is installed there.</param>
    /// <param name="source">Where its package is; null where the machine is to know.</param>
    /// <exception cref="SpecException">Students could not check by what they would get.</exception>
    public static ImmutableArray<BundleFile> Of(LoadedAssignment loaded, string version, PackageSource? source)
    {
        ImmutableArray<BundleFile> homework = StudentBundle.Of(loaded).Homework;
        string installs = source is null ? WithoutSource(version)
            : $"Each of them installs the package Autograder, version {version}, from {source.Location} and from nowhere else; publish it there before it is used (dotnet pack grader/Autograder.Cli, dotnet nuget push).";
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
            .Replace("{source}", source?.Location, StringComparison.Ordinal)
            .Replace("{option}", source?.Option, StringComparison.Ordinal)
            .Replace("{installs}", installs, StringComparison.Ordinal)
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
