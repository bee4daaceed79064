namespace Autograder.Cli.Commands;

/// <summary>Where folders lie, whatever links lead there.</summary>
internal static class FolderPaths
{
    /// <summary>As many links in a row as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <param name="path">May not be there yet.</param>
    internal static bool IsAtOrBelow(string path, string folder)
    {
        string relative = Path.GetRelativePath(Resolved(folder), Resolved(path));
        return !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
    }

    private static string Resolved(string path, int links = 0)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        string place = Path.Combine(Resolved(parent, links), Path.GetFileName(full));
        return links < MostLinks && new DirectoryInfo(place).LinkTarget is { } target ? Resolved(Path.Combine(Path.GetDirectoryName(place)!, target), links + 1) : place;
    }
}
