using System.Globalization;
using Autograder.Sandbox.Confinement;

namespace Autograder.Sandbox.Processes;

/// <summary>
/// Looks from outside whether a child is confined as it was told to be, on every thread it has: what the child says of itself is
/// not asked. Before this has passed, it gets no input of a student's or of a homework's.
/// </summary>
public static class Attestation
{
    private const string Filtered = "2";
    private const string NoCapabilities = "0000000000000000";

    /// <exception cref="SandboxException">Something of what was asked for is not there.</exception>
    public static void Check(int process, Layers layers)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            string[] threads = Directory.GetDirectories($"/proc/{process}/task");
            Require(threads.Length > 0, process, "has no threads");
            foreach (string thread in threads)
            {
                if (Status(thread) is { } status)
                {
                    CheckThread(process, layers, status);
                }
            }

            if (layers.HasFlag(Layers.Limits))
            {
                Require(File.ReadLines($"/proc/{process}/limits").Any(IsNoFileSize), process, "may write files");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"Process {process} cannot be looked at: {exception.Message}");
        }
    }

    private static void CheckThread(int process, Layers layers, Dictionary<string, string> status)
    {
        if (layers.HasFlag(Layers.SystemCalls))
        {
            Require(status["Seccomp"] == Filtered, process, "has a thread without the system-call filter");
            Require(status["NoNewPrivs"] == "1", process, "has a thread that may gain privileges");
        }

        if (layers.HasFlag(Layers.PrivateUser))
        {
            string user = PrivateUser.Of(process).ToString(CultureInfo.InvariantCulture);
            Require(status["Uid"].Split('\t').All(id => id == user), process, "has a thread of another user");
            Require(status["CapEff"] == NoCapabilities && status["CapPrm"] == NoCapabilities, process, "has a thread with capabilities");
        }
    }

    /// <summary>Null when the thread has ended since it was listed.</summary>
    private static Dictionary<string, string>? Status(string thread)
    {
        try
        {
            return File.ReadLines($"{thread}/status")
                .Select(line => line.Split(':', 2))
                .Where(parts => parts.Length == 2)
                .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsNoFileSize(string line) =>
        line.StartsWith("Max file size", StringComparison.Ordinal)
        && line["Max file size".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["0", "0", ..];

    private static void Require(bool holds, int process, string otherwise)
    {
        if (!holds)
        {
            throw new SandboxException($"Process {process} {otherwise}: it is not confined as it was told to be.");
        }
    }
}
