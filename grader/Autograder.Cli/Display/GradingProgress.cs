using Autograder.Core.Reports;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>A bar on standard error while a class is graded, where that is a terminal.</summary>
internal static class GradingProgress
{
    internal static Task<Gradebook> ShowAsync(int submissions, Func<Action, Task<Gradebook>> grade) =>
        submissions < 2 || !Consoles.IsErrorScreen
            ? grade(() => { })
            : Consoles.ErrorScreen.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(async context =>
                {
                    ProgressTask task = context.AddTask($"Grading {submissions}", maxValue: submissions);
                    return await grade(() => task.Increment(1));
                });
}
