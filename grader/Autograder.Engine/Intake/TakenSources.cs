using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Autograder.Engine.Intake.Trees;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Intake;

/// <summary>Fills a submission with sources and notes, within limits that no homework comes near.</summary>
internal sealed class TakenSources
{
    internal const int MaxDepth = 32;
    private const int MaxEntries = 20_000;
    private const int MaxFiles = 64;
    private const int MaxFileBytes = 256 << 10;
    private const int MaxBytes = 4 << 20;
    private const int MaxNotes = 50;

    private readonly List<SourceFile> _files = [];
    private readonly List<string> _notes = [];
    /// <summary>Of all sources that were looked into: one that cannot be read has cost time as well.</summary>
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _entries;
    private int _leftOut;
    private long _bytes;

    /// <summary>Then nothing of it is graded: which of the files were met first would be luck.</summary>
    internal bool IsTooMuch => _entries > MaxEntries;

    /// <returns>Whether it may.</returns>
    internal bool LooksAtAnother()
    {
        _entries++;
        return !IsTooMuch;
    }

    internal void Take(ImmutableArray<string> path, TreeFile file)
    {
        if (_names.Count >= MaxFiles)
        {
            LeaveAside(path, $"there are more than {MaxFiles} files");
        }
        else if (!_names.Add(string.Join('/', path)))
        {
            LeaveAside(path, "there is another of that name");
        }
        else
        {
            FileContent content = file.Read(MaxFileBytes);
            if ((content.WhyNot ?? WhyNot(content.Bytes)) is { } reason)
            {
                LeaveAside(path, reason);
                return;
            }

            _bytes += content.Bytes.Length;
            _files.Add(new SourceFile(Shown(path), content.Bytes));
        }
    }

    internal void LeaveAside(ImmutableArray<string> path, string reason) => Note($"{Shown(path)}: not graded, because {reason}");

    internal void Note(string note)
    {
        if (_notes.Count < MaxNotes)
        {
            _notes.Add(note);
        }
        else
        {
            _leftOut++;
        }
    }

    internal Submission ToSubmission(string name)
    {
        if (IsTooMuch)
        {
            return new Submission(name, [], [string.Create(CultureInfo.InvariantCulture, $"not graded, because there are more than {MaxEntries:#,0} files and folders: hand in the sources alone")]);
        }

        ImmutableArray<string> notes =
        [
            .. _notes,
            .. _leftOut > 0 ? [$"{_leftOut} more are left aside"] : Array.Empty<string>(),
            .. _files.Count == 0 ? ["no C# source was found"] : Array.Empty<string>(),
        ];
        return new Submission(name, [.. _files], notes);
    }

    private string? WhyNot(byte[] content) =>
        _bytes + content.Length > MaxBytes ? $"the sources are larger than {MaxBytes >> 20} MiB together"
        : content.Contains((byte)0) && !content.AsSpan().StartsWith(Encoding.Unicode.Preamble) && !content.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble) ? "it is no text"
        : FileBasedProgram.Is(content) ? "it is a program of its own for 'dotnet run', by its first lines that begin with '#:'; take these out if it is to be graded"
        : null;

    private static string Shown(ImmutableArray<string> path) => SubmissionName.Shown(string.Join('/', path));
}
