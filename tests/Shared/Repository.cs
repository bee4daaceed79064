namespace Autograder.Tests.Shared;

/// <summary>The repository that the tests stand in.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autograder.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository: Autograder.sln is not above them.");
    }
}
