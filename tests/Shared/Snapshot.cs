using System.Runtime.CompilerServices;
using System.Text;

namespace Autograder.Tests.Shared;

/// <summary>
/// Compares text with an approved file in the folder Snapshots beside the test. A difference fails and leaves what was
/// received beside it as NAME.received.txt; setting AUTOGRADER_APPROVE=1 approves it instead, to be reviewed in the diff.
/// </summary>
internal static class Snapshot
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void Verify(string received, string name, [CallerFilePath] string testFile = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        string approvedPath = Path.Combine(folder, $"{name}.txt");
        string receivedPath = Path.Combine(folder, $"{name}.received.txt");
        string text = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("AUTOGRADER_APPROVE") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(approvedPath, text, Utf8);
            return;
        }

        string approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath) : "";
        if (approved == text)
        {
            File.Delete(receivedPath);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedPath, text, Utf8);
        Assert.Fail($"{name} differs from what was approved: compare {receivedPath} with {approvedPath}, and run the test with AUTOGRADER_APPROVE=1 to approve it.\n{FirstDifference(approved, text)}");
    }

    private static string FirstDifference(string approved, string received)
    {
        string[] left = approved.Split('\n'), right = received.Split('\n');
        int line = Enumerable.Range(0, Math.Max(left.Length, right.Length))
            .First(index => index >= left.Length || index >= right.Length || left[index] != right[index]);
        return $"Line {line + 1}\n  approved: {left.ElementAtOrDefault(line) ?? "(none)"}\n  received: {right.ElementAtOrDefault(line) ?? "(none)"}";
    }
}
