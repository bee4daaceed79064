using System.IO.Compression;

namespace Autograder.Engine.Packing;

/// <summary>Writes a bundle as a folder or as a zip. The same files make the same zip, byte for byte: no entry knows when it was packed.</summary>
public static class BundleWriter
{
    /// <summary>The earliest that a zip can say.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const int Readable = (int)(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

    /// <summary>S_IFREG of stat.h, and where a zip has the mode.</summary>
    private const int RegularFile = 0x8000, UnixModeShift = 16;

    /// <param name="path">A zip where it ends in .zip, else a folder, which may exist; files of other names stay.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<BundleFile> files)
    {
        BundleFile[] ordered = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            WriteWhole(path, Zip(ordered));
            return;
        }

        Directory.CreateDirectory(path);
        foreach (BundleFile file in ordered)
        {
            string target = Path.Combine(path, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, file.Content);
            if (file.IsExecutable && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, File.GetUnixFileMode(target) | Executable);
            }
        }
    }

    /// <summary>Or not at all.</summary>
    private static void WriteWhole(string path, byte[] content)
    {
        string temporary = $"{path}.part";
        try
        {
            File.Delete(temporary);
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static byte[] Zip(BundleFile[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (BundleFile file in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                entry.ExternalAttributes = (RegularFile | Readable | (file.IsExecutable ? (int)Executable : 0)) << UnixModeShift;
                using Stream content = entry.Open();
                content.Write(file.Content);
            }
        }

        return bytes.ToArray();
    }
}
