using System.Collections.Immutable;

namespace Autograder.Engine.Intake.Trees;

/// <summary>
/// A folder on the disk. The path that is given may lead over links, because staff gave it; nothing below it does. Listing looks at
/// names only, and contents are read by <see cref="RegularFile"/>, which looks again.
/// </summary>
internal static class FolderTree
{
    /// <param name="path">An existing folder.</param>
    internal static TreeFolder At(string path) => Folder(new DirectoryInfo(path), path, []);

    /// <summary>A file that staff pointed at.</summary>
    internal static TreeFile FileAt(string path) => new(Path.GetFileName(path), maxBytes => RegularFile.Read(Path.GetDirectoryName(path)!, [Path.GetFileName(path)], maxBytes));

    private static TreeFolder Folder(DirectoryInfo folder, string root, ImmutableArray<string> names) =>
        new(folder.Name, () => folder.EnumerateFileSystemInfos().Select(entry => Entry(entry, root, names.Add(entry.Name))));

    private static TreeEntry Entry(FileSystemInfo entry, string root, ImmutableArray<string> names) =>
        IsLink(entry) ? new TreeRefusal(entry.Name, RegularFile.IsLink)
        : entry is DirectoryInfo folder ? Folder(folder, root, names)
        : new TreeFile(entry.Name, maxBytes => RegularFile.Read(root, names, maxBytes));

    /// <summary>What .NET cannot name it cannot find again, and then says that all attributes are set.</summary>
    private static bool IsLink(FileSystemInfo entry) => (int)entry.Attributes != -1 && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
