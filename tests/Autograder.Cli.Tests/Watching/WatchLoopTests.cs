using System.Threading.Channels;
using Autograder.Cli.Watching;

namespace Autograder.Cli.Tests.Watching;

public sealed class WatchLoopTests
{
    [Fact]
    public async Task It_checks_at_once_and_once_more_for_all_that_changes_until_it_is_quiet()
    {
        var changes = Channel.CreateUnbounded<string>();
        using var output = new StringWriter { NewLine = "\n" };
        int checks = 0;

        Task SettleAsync()
        {
            // An editor goes on writing while the loop waits.
            changes.Writer.TryWrite("Answers.cs");
            changes.Writer.TryWrite("Helpers.cs");
            changes.Writer.Complete();
            return Task.CompletedTask;
        }

        Task CheckAsync()
        {
            checks++;
            if (checks == 1)
            {
                changes.Writer.TryWrite("Answers.cs");
            }

            return Task.CompletedTask;
        }

        await new WatchLoop(changes.Reader, SettleAsync, CheckAsync, new WaitingLine("Answers.cs", new Clock()), output).RunAsync();

        Assert.Equal(2, checks);
        Assert.Equal("\n14:05:09  Watching Answers.cs; Ctrl-C ends it.\n\nchanged: Answers.cs, Helpers.cs\n\n14:05:09  Watching Answers.cs; Ctrl-C ends it.\n", output.ToString());
    }

    [Fact]
    public async Task A_file_that_is_saved_is_a_change()
    {
        string folder = Directory.CreateTempSubdirectory("autograder-").FullName;
        using (var watcher = new SourceWatcher(folder, Path.Combine(folder, "Failing.cs")))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Failing.cs"), "what the check writes itself");
            await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "not C#");
            await File.WriteAllTextAsync(Path.Combine(folder, "Answers.cs"), "class A;");

            Assert.Equal("Answers.cs", await watcher.Changes.ReadAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void In_a_file_there_are_no_times() => Assert.Equal("Watching a folder; Ctrl-C ends it.", new WaitingLine("a folder", clock: null).Now);

    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 14, 5, 9, TimeSpan.Zero);
    }
}
