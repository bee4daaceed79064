using System.Diagnostics;
using Autograder.Core.Assignments;

namespace Autograder.Engine.Execution;

/// <summary>What a submission as a whole may still use, which is nothing once the grader itself has no more time. Not thread-safe.</summary>
internal sealed class Budget(Limits limits, Deadline? deadline = null)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _cpuTime;
    private long _printed;

    /// <param name="running">Processor time of the worker that is still at it.</param>
    internal bool IsSpent(TimeSpan running) =>
        deadline is { IsPast: true } || _clock.Elapsed > limits.SubmissionTime || _cpuTime + running > limits.SubmissionCpuTime || _printed > limits.SubmissionOutputCharacters;

    internal void Charge(TimeSpan cpuTime) => _cpuTime += cpuTime;

    internal void Charge(int printedCharacters) => _printed += printedCharacters;
}
