using System.Text;

namespace Autograder.Engine.Intake;

/// <summary>
/// A C# file that <c>dotnet run FILE.cs</c> builds by itself, such as what check writes with --dump: its first lines have directives that begin with #:,
/// which no file among others may have. Only lines are looked at: a stranger's source is parsed in the compiler's process alone.
/// </summary>
internal static class FileBasedProgram
{
    /// <summary>Where directives can stand: in front of them are at most a shebang, comments, and directives of other kinds.</summary>
    internal static bool Is(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        bool isComment = false;
        while (reader.ReadLine()?.Trim() is { } line)
        {
            if (!isComment && line.StartsWith("#:", StringComparison.Ordinal))
            {
                return true;
            }

            bool isBegun = isComment || line.StartsWith("/*", StringComparison.Ordinal);
            isComment = isBegun && !line.Contains("*/", StringComparison.Ordinal);
            if (!isBegun && line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith('#'))
            {
                return false;
            }
        }

        return false;
    }
}
