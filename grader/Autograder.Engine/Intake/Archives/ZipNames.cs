using System.Collections.Immutable;
using System.Text;

namespace Autograder.Engine.Intake.Archives;

/// <summary>Names in zip archives. Nothing is ever written under them; what would lead out of a folder is refused all the same.</summary>
internal static class ZipNames
{
    /// <summary>A homework is no deeper than this, and recursion is bounded.</summary>
    private const int MaxDepth = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8 where it is that, whatever the flag says: macOS does not set it. Else every byte a character, as in Latin-1.</summary>
    internal static string Decode(ReadOnlySpan<byte> name)
    {
        try
        {
            return Utf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }

    internal static bool IsFolder(string name) => name[^1] is '/' or '\\';

    /// <returns>Null for a name that says no place in a folder.</returns>
    internal static ImmutableArray<string>? Split(string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        // Old tools under Windows write backslashes.
        string[] names = (IsFolder(name) ? name[..^1] : name).Split('/', '\\');
        return names.Length > MaxDepth || Array.Exists(names, part => part is "" or "." or ".." || part.Contains('\0')) || IsDrive(names[0]) ? null : [.. names];
    }

    /// <summary>Of a name that is not split.</summary>
    internal static string WhyNot(string name) =>
        name.Split('/', '\\').Length > MaxDepth + 1 ? $"it stands in more than {MaxDepth} folders" : "its name leads out of the archive";

    private static bool IsDrive(string name) => name.Length >= 2 && name[1] == ':' && char.IsAsciiLetter(name[0]);
}
