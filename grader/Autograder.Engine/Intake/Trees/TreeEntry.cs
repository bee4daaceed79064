namespace Autograder.Engine.Intake.Trees;

/// <summary>Something with a name in what was handed in. A folder on a disk and a zip archive give the same entries, so one set of rules reads both.</summary>
/// <param name="Name">As it stands there: nothing about it is certain but that it is not empty.</param>
internal abstract record TreeEntry(string Name);

/// <param name="Read">Its contents, unless they are more bytes than the argument says. Callable until what holds the tree is disposed.</param>
internal sealed record TreeFile(string Name, Func<int, FileContent> Read) : TreeEntry(Name);

/// <param name="Entries">What is in it, in no order.</param>
/// <exception cref="IOException">Thrown by Entries: it cannot be listed.</exception>
/// <exception cref="UnauthorizedAccessException">Likewise.</exception>
internal sealed record TreeFolder(string Name, Func<IEnumerable<TreeEntry>> Entries) : TreeEntry(Name)
{
    /// <summary>False where it cannot be listed, which is told when it is read.</summary>
    internal bool HasSome(Func<TreeEntry, bool> isMeant)
    {
        try
        {
            return Entries().Any(isMeant);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>What is never opened.</summary>
/// <param name="Reason">Follows "because".</param>
internal sealed record TreeRefusal(string Name, string Reason) : TreeEntry(Name);

/// <summary>A file's bytes, or why there are none.</summary>
internal sealed record FileContent
{
    private FileContent(byte[] bytes, string? whyNot) => (Bytes, WhyNot) = (bytes, whyNot);

    /// <summary>Empty where <see cref="WhyNot"/> is said.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Follows "because"; null where the bytes are there.</summary>
    internal string? WhyNot { get; }

    internal static FileContent Of(byte[] bytes) => new(bytes, whyNot: null);

    internal static FileContent Refused(string reason) => new([], reason);

    internal static FileContent TooLarge(int maxBytes) => Refused($"it is larger than {maxBytes >> 10} KiB");

    internal static FileContent Unreadable { get; } = Refused("it cannot be read");
}
