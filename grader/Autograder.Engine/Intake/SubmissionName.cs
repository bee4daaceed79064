using System.Collections.Frozen;
using System.Text;
using Autograder.Core.Reports;

namespace Autograder.Engine.Intake;

/// <summary>
/// Names that strangers give to files. A submission's becomes a folder of the results on any system, a row of a gradebook and a line on
/// a screen, so whatever means something to one of them becomes an underscore.
/// </summary>
internal static class SubmissionName
{
    private const int MaxBytes = 200;
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>Devices of Windows, whatever extension follows.</summary>
    private static readonly FrozenSet<string> Devices = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"])]);

    /// <summary>What the results of a class are, beside the submissions' folders, unless it begins with a dot.</summary>
    private static readonly string[] OurOwn = [".csv", ".json", ".md"];

    /// <summary>A name for a folder: never empty, never a way out of where it stands, never that of the grader's own files there.</summary>
    internal static string For(string name)
    {
        string safe = Replace(name, rune => !PlainText.IsPlain(rune) || Forbidden.Contains((char)Math.Min(rune.Value, char.MaxValue)), MaxBytes);
        string trimmed = safe.TrimEnd('.', ' ').TrimStart(' ');
        bool isTaken = trimmed.Length == 0 || trimmed[0] == '.' || Devices.Contains(trimmed.Split('.')[0].TrimEnd())
            || OurOwn.Any(extension => trimmed.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        return isTaken ? $"_{trimmed}" : trimmed;
    }

    /// <summary>A path as it is shown to people.</summary>
    internal static string Shown(string path) => Replace(path, rune => !PlainText.IsPlain(rune), MaxBytes);

    private static string Replace(string name, Predicate<Rune> isReplaced, int maxBytes)
    {
        var text = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                return text.Append('…').ToString();
            }

            text.Append(isReplaced(rune) ? "_" : rune.ToString());
        }

        return text.ToString();
    }
}
