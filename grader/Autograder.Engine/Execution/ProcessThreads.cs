using System.Globalization;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Execution;

/// <summary>Looks at the threads of a worker from outside.</summary>
internal static class ProcessThreads
{
    /// <summary>
    /// Whether there are threads beside the main one, those that the runtime and the worker name as their own, and so many of
    /// the pool: in a sealed process their names cannot be set, which takes a file. Never where /proc is missing.
    /// </summary>
    internal static bool HasStarted(int process, int poolThreads)
    {
        string main = process.ToString(CultureInfo.InvariantCulture);
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task")
                .Count(task => Path.GetFileName(task) != main && IsStarted(NameOf(task))) > poolThreads;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsStarted(string name) =>
        !name.StartsWith(WorkerThreads.OwnPrefix, StringComparison.Ordinal)
        || name.StartsWith(WorkerThreads.LongRunningTaskPrefix, StringComparison.Ordinal);

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText($"{task}/comm");
        }
        catch (IOException)
        {
            // It ended between being listed and being read.
            return WorkerThreads.OwnPrefix;
        }
    }
}
