namespace Autograder.Engine.Execution;

/// <summary>
/// When whoever has started the grader ends it, whatever it is at. Submissions' budgets end with it, so that what was graded by then is
/// told. Counted from its making; thread-safe.
/// </summary>
public sealed class Deadline(TimeProvider clock, TimeSpan within)
{
    private readonly long _start = clock.GetTimestamp();

    public bool IsPast => clock.GetElapsedTime(_start) >= within;
}
