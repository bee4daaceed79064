using System.Threading.Channels;

namespace Autograder.Cli.Watching;

/// <summary>The names of C# files that are saved, renamed or deleted at a path: a file, or a folder with all below it.</summary>
internal sealed class SourceWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
    private readonly string? _written;

    /// <param name="written">A file that each check writes, which is no change; null where there is none.</param>
    internal SourceWatcher(string path, string? written)
    {
        _written = written is null ? null : Path.GetFullPath(written);
        bool isFolder = Directory.Exists(path);
        _watcher = new FileSystemWatcher(
            isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, isFolder ? "*.cs" : Path.GetFileName(path))
        {
            IncludeSubdirectories = isFolder,
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size,
        };
        _watcher.Changed += Note;
        _watcher.Created += Note;
        _watcher.Deleted += Note;
        _watcher.Renamed += Note;
        _watcher.EnableRaisingEvents = true;
    }

    internal ChannelReader<string> Changes => _changes.Reader;

    public void Dispose() => _watcher.Dispose();

    private void Note(object sender, FileSystemEventArgs change)
    {
        if (Path.GetFullPath(change.FullPath) != _written)
        {
            _changes.Writer.TryWrite(Path.GetFileName(change.Name ?? change.FullPath));
        }
    }
}
