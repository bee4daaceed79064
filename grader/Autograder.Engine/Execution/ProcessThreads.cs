namespace Autograder.Engine.Execution;

/// <summary>Counts the threads of a worker from outside.</summary>
internal static class ProcessThreads
{
    /// <summary>How many threads are not the runtime's own helpers, which it names ".NET …". 0 where /proc is missing.</summary>
    internal static int CountStarted(int process)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task").Count(task => !NameOf(task).StartsWith(".NET", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

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
