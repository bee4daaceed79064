using System.Text;

namespace Autograder.Reporting;

/// <summary>
/// Writes a file whole or not at all: a reader, or a crash, never meets half of it. What stands at its place, or where it is written first, may be a student's,
/// such as a link to another file: it is replaced and never written through.
/// </summary>
public static class AtomicFile
{
    /// <summary>UTF-8 without a byte order mark, which Gradescope refuses.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="IOException">It cannot be written; what stood there still does.</exception>
    public static void Write(string path, string text)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string temporary = $"{full}.part";
        try
        {
            File.Delete(temporary);
            using (var writer = new StreamWriter(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write), Utf8))
            {
                writer.Write(text);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
