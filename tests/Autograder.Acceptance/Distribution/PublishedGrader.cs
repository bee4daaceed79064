using Autograder.Tests.Shared;

namespace Autograder.Acceptance.Distribution;

/// <summary>
/// The grader as <c>dotnet publish -r linux-x64</c> makes it, once for all tests that need it: from a copy of the sources, so that nothing
/// is built anew under the other tests.
/// </summary>
public sealed class PublishedGrader : IDisposable
{
    private static readonly string[] NotSources = ["bin", "obj"];
    private readonly TemporaryFolder _folder = new();

    public PublishedGrader()
    {
        foreach (string file in Directory.GetFiles(Repository.Root).Where(file => Path.GetFileName(file) != "Autograder.sln"))
        {
            File.Copy(file, _folder.PathTo(Path.GetFileName(file)));
        }

        Copy("grader");

        // The other tests' build has looked at the sources already; nodes and compilers that live on would be left behind.
        Commands.Result published = Commands.Run(
            "dotnet", "publish", _folder.PathTo("grader", "Autograder.Cli"), "-r", "linux-x64", "-o", Folder, "-v", "quiet", "-nologo",
            "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false");
        _ = published.Required;
    }

    internal string Folder => _folder.PathTo("published");

    internal string Program => Path.Combine(Folder, "autograder");

    public void Dispose() => _folder.Dispose();

    private void Copy(string relative)
    {
        Directory.CreateDirectory(_folder.PathTo(relative));
        foreach (string file in Directory.GetFiles(Repository.PathTo(relative)))
        {
            File.Copy(file, _folder.PathTo(relative, Path.GetFileName(file)));
        }

        foreach (string child in Directory.GetDirectories(Repository.PathTo(relative)).Select(child => Path.GetFileName(child)).Except(NotSources))
        {
            Copy(Path.Combine(relative, child));
        }
    }
}

[CollectionDefinition(Name)]
public sealed class PublishedGraderCollection : ICollectionFixture<PublishedGrader>
{
    public const string Name = "The published grader";
}
