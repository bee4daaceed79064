using Autograder.Core.Submissions;
using Autograder.Sandbox.Processes;

namespace Autograder.Engine.Execution;

/// <summary>Reads from how a worker ended what the student's code did.</summary>
internal static class ProcessEnds
{
    private const int SignalBase = 128;
    private const int SignalAbort = 6;
    private const int SignalKill = 9;
    private const int SignalCpuTime = 24;
    private const int SignalFileSize = 25;
    private const int SignalSystemCall = 31;

    internal static Fault CallOutOfTime { get; } = new(FaultKind.TimeLimit, "The method did not finish in the time it may take.");

    internal static Fault SubmissionOutOfTime { get; } = new(FaultKind.TimeLimit, "The submission used up the time that all its methods together may take.");

    internal static Fault TooManyThreads { get; } = new(FaultKind.Security, "The program started more threads than it may.");

    /// <param name="outOfTime">Why the grader ended it, if it did.</param>
    internal static Fault Describe(ProcessEnd end, Fault? outOfTime, bool isFlooding)
    {
        // What the runtime writes as it dies says more than the signal, and comes before any limit that it then meets.
        if (end.Errors.Contains("Stack overflow.", StringComparison.Ordinal))
        {
            return new Fault(FaultKind.Crash, "The stack overflowed: a method calls itself without end.");
        }

        if (end.Errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || end.Errors.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal))
        {
            return new Fault(FaultKind.MemoryLimit, "The program used more memory than it may.");
        }

        if (isFlooding)
        {
            return new Fault(FaultKind.OutputLimit, "The program printed more than it may.");
        }

        if (outOfTime is not null)
        {
            return outOfTime;
        }

        if (end.ExitCode is SignalBase + SignalCpuTime)
        {
            return SubmissionOutOfTime;
        }

        if (end.ExitCode is SignalBase + SignalFileSize)
        {
            return new Fault(FaultKind.Security, "The program tried to write a file.");
        }

        if (end.ExitCode is SignalBase + SignalSystemCall)
        {
            return new Fault(
                FaultKind.Security, "The program asked the system for what no answer may do (start or signal a process, for instance), and was ended for it.");
        }

        return new Fault(FaultKind.Crash, end.ExitCode switch
        {
            SignalBase + SignalAbort => "The program ended itself in the middle of the call (Environment.FailFast or an unhandled exception on a thread).",
            SignalBase + SignalKill => "The program was killed in the middle of the call.",
            > SignalBase => $"The program ended with signal {end.ExitCode - SignalBase} in the middle of the call.",
            _ => "The program ended itself in the middle of the call (Environment.Exit).",
        });
    }
}
