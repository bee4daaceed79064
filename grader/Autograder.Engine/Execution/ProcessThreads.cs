using System.Globalization;

namespace Autograder.Engine.Execution;

/// <summary>Looks at the threads of a worker from outside. There are none to be seen where /proc is missing.</summary>
internal static class ProcessThreads
{
    internal static HashSet<string> Of(int process)
    {
        try
        {
            return [.. Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task"))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>
    /// Whether there are threads beside those that the runtime had before any student's code ran and so many that it has started
    /// since, for tasks. Names tell nothing: in a sealed process the runtime cannot give any, which takes a file.
    /// </summary>
    internal static bool HasStarted(int process, HashSet<string> before, int poolThreads) =>
        Of(process).Count(thread => !before.Contains(thread)) > poolThreads;
}
