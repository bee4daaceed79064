namespace Autograder.Sandbox.Tests.Processes;

/// <summary>Open files of a process, as Linux names them.</summary>
internal static class Descriptors
{
    /// <summary>"number target", such as "2 pipe:[1234]".</summary>
    internal static string[] OfThisProcess() =>
        [.. Directory.EnumerateFiles("/proc/self/fd")
            .Select(path => (Number: Path.GetFileName(path), Target: TargetOf(path)))
            .Where(descriptor => descriptor.Target.Length > 0)
            .Select(descriptor => $"{descriptor.Number} {descriptor.Target}")];

    private static string TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget ?? "";
        }
        catch (IOException)
        {
            // The descriptor of the listing itself is closed by now.
            return "";
        }
    }
}
