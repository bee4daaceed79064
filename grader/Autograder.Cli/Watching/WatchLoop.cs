using System.Threading.Channels;

namespace Autograder.Cli.Watching;

/// <summary>Checks at once and again after each save. An editor writes a file in several steps; what changes until it is quiet is one change.</summary>
/// <param name="changes">Names of files; the loop ends when no more can come.</param>
/// <param name="settle">Ends when it has been quiet for long enough.</param>
internal sealed class WatchLoop(ChannelReader<string> changes, Func<Task> settle, Func<Task> check, WaitingLine waiting, TextWriter output)
{
    internal async Task RunAsync()
    {
        await CheckAsync();
        while (await changes.WaitToReadAsync())
        {
            await settle();
            var changed = new SortedSet<string>(StringComparer.Ordinal);
            while (changes.TryRead(out string? name))
            {
                changed.Add(name);
            }

            await output.WriteLineAsync($"\nchanged: {string.Join(", ", changed)}");
            await CheckAsync();
        }
    }

    private async Task CheckAsync()
    {
        await check();
        await output.WriteLineAsync($"\n{waiting.Now}");
    }
}
