namespace Autograder.Cli.Watching;

/// <summary>Says that the program is at work although nothing moves, and since when.</summary>
/// <param name="watched">As it was given.</param>
/// <param name="clock">Null where nobody watches the output come: a file is the same at any time.</param>
internal sealed class WaitingLine(string watched, TimeProvider? clock)
{
    internal string Now => $"{(clock is null ? "" : $"{clock.GetLocalNow():HH:mm:ss}  ")}Watching {watched}; Ctrl-C ends it.";
}
