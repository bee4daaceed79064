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

        await new WatchLoop(changes.Reader, SettleAsync, CheckAsync, output).RunAsync();

        Assert.Equal(2, checks);
        Assert.Equal("\nchanged: Answers.cs, Helpers.cs\n", output.ToString());
    }

    [Fact]
    public async Task A_file_that_is_saved_is_a_change()
    {
        string folder = Directory.CreateTempSubdirectory("autograder-").FullName;
        using (var watcher = new SourceWatcher(folder))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "not C#");
            await File.WriteAllTextAsync(Path.Combine(folder, "Answers.cs"), "class A;");

            Assert.Equal("Answers.cs", await watcher.Changes.ReadAsync());
        }

        Directory.Delete(folder, recursive: true);
    }
}
