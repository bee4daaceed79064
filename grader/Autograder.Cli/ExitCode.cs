namespace Autograder.Cli;

/// <summary>What the process says to a script.</summary>
internal enum ExitCode
{
    /// <summary>Done, whatever the scores.</summary>
    Done = 0,

    /// <summary>A student's own check: not everything is right. Of grade: a score is below <c>--fail-under</c>.</summary>
    NotRight = 1,

    /// <summary>Wrong usage, or problems in a spec.</summary>
    Usage = 2,

    /// <summary>A failure of ours: something was not graded.</summary>
    Failure = 3,

    /// <summary>Ended from outside, as shells number it; what was graded is kept.</summary>
    Interrupted = 130,
}
