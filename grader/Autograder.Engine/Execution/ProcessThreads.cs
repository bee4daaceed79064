namespace Autograder.Engine.Execution;

/// <summary>Counts the threads of a worker from outside.</summary>
internal static class ProcessThreads
{
    /// <summary>
    /// How many threads are not the runtime's own helpers, which it names ".NET …"; a long-running task has such a name too,
    /// but is the program's. 0 where /proc is missing.
    /// </summary>
    internal static int CountStarted(int process)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task").Count(task => IsStarted(NameOf(task)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static bool IsStarted(string name) =>
        !name.StartsWith(".NET", StringComparison.Ordinal) || name.StartsWith(".NET Long", StringComparison.Ordinal);

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText($"{task}/comm");
        }
        catch (IOException)
        {
            // It ended between being listed and being read.
            return ".NET";
        }
    }
}
