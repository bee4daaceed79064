using System.Collections.Concurrent;
using System.Diagnostics;

namespace Autograder.Sandbox.Processes;

/// <summary>
/// Starts every child from one thread that lives as long as this process: a child that asks for its parent's death is sent it
/// when the thread that started it ends, not the process.
/// </summary>
internal static class StartingThread
{
    private static readonly BlockingCollection<Task<Process?>> Starts = Run();

    internal static Process? Start(ProcessStartInfo start)
    {
        var task = new Task<Process?>(() => Process.Start(start));
        Starts.Add(task);
        return task.GetAwaiter().GetResult();
    }

    private static BlockingCollection<Task<Process?>> Run()
    {
        var starts = new BlockingCollection<Task<Process?>>();
        var thread = new Thread(() =>
        {
            foreach (Task<Process?> start in starts.GetConsumingEnumerable())
            {
                start.RunSynchronously(TaskScheduler.Default);
            }
        })
        { IsBackground = true, Name = "children" };
        thread.Start();
        return starts;
    }
}
