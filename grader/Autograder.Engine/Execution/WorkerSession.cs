using System.Diagnostics;
using Autograder.Core.Assignments;
using Autograder.Core.Submissions;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Sandbox.Processes;

namespace Autograder.Engine.Execution;

/// <summary>
/// One worker process with one student's program. Asks it question after question until it hangs, crashes or breaks a rule;
/// then <see cref="IsUsable"/> is false and another session has to take over. Not thread-safe.
/// </summary>
internal sealed class WorkerSession : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ThreadPatience = TimeSpan.FromMilliseconds(250);
    private readonly ChildProcess _process;
    private readonly int _ownThreads;

    private WorkerSession(ChildProcess process)
    {
        _process = process;
        _ownThreads = ProcessThreads.CountStarted(process.Id);
    }

    internal bool IsUsable { get; private set; } = true;

    internal TimeSpan CpuTime => _process.CpuTime;

    /// <exception cref="InvalidOperationException">The worker cannot be started: a failure of ours.</exception>
    internal static WorkerSession Start(string worker, Limits limits)
    {
        long memory = (long)limits.MemoryMebibytes << 20;
        var process = ChildProcess.Start(worker, memory, limits.SubmissionOutputCharacters);
        var resources = new ResourceLimits((int)Math.Ceiling(limits.SubmissionCpuTime.TotalSeconds) + 1, memory);
        if (process.TrySend(resources.ToFrame((byte)WorkerFrame.Confine), StartPatience)
            && process.Receive(StartPatience) is [(byte)WorkerFrame.Ready, ..])
        {
            return new WorkerSession(process);
        }

        ProcessEnd end = process.WaitForEnd();
        process.Dispose();
        throw new InvalidOperationException($"The worker process did not start (exit code {end.ExitCode}). {end.Errors}");
    }

    internal void Load(ProgramImage program) => _process.TrySend(program.ToFrame(), StartPatience);

    /// <summary>Calls the method at every point twice and takes down what happens.</summary>
    internal QuestionObservations Ask(QuestionCalls calls, Question question)
    {
        var asked = new AskedQuestion(question, calls.Points.Length);
        if (!_process.TrySend(calls.ToFrame(), question.Limits.CallTime))
        {
            asked.Add(End());
            return asked.ToObservations();
        }

        while (IsUsable && Await(question.Limits) is var frame)
        {
            if (frame is null)
            {
                asked.Add(End());
            }
            else if (frame[0] == (byte)WorkerFrame.Done)
            {
                asked.Finish(Leftover(frame));
                break;
            }
            else
            {
                Take(frame, asked);
            }
        }

        return asked.ToObservations();
    }

    public void Dispose() => _process.Dispose();

    private void Take(byte[] frame, AskedQuestion asked)
    {
        try
        {
            CallResult result = CallResult.From(new FrameReader(frame));
            asked.Add(result);
            IsUsable = result is not CallFailed { Outcome: CallOutcome.TooMuchOutput };
        }
        catch (FrameException)
        {
            IsUsable = false;
            asked.Add(Broken());
        }
    }

    /// <summary>The next frame; null when the process has ended or was ended for taking too long.</summary>
    private byte[]? Await(Limits limits)
    {
        if (_process.Receive(Tick) is { } soon)
        {
            return soon;
        }

        // Only a call that takes longer than a tick pays for looking at the clocks.
        var clock = Stopwatch.StartNew();
        TimeSpan cpuBefore = _process.CpuTime;
        while (!_process.HasEnded)
        {
            if (_process.Receive(Tick) is { } frame)
            {
                return frame;
            }

            if (clock.Elapsed > limits.CallTime || _process.CpuTime - cpuBefore > limits.CallCpuTime)
            {
                _isOutOfTime = true;
                _process.Kill();
                return null;
            }
        }

        return null;
    }

    private bool _isOutOfTime;

    /// <summary>Why the process has ended.</summary>
    private Fault End()
    {
        IsUsable = false;
        if (_process.BrokeProtocol)
        {
            return Broken();
        }

        ProcessEnd end = _process.WaitForEnd();
        return ProcessEnds.Describe(end, _isOutOfTime, _process.IsFlooding);
    }

    private static Fault Broken() => new(FaultKind.Protocol, "The program wrote into the grader's own channel.");

    /// <summary>Work that goes on after the method returned; it would disturb the next question.</summary>
    private Fault? Leftover(byte[] done)
    {
        bool isPoolBusy = new FrameReader(done).ReadBoolean();
        if (!isPoolBusy && SpinWait.SpinUntil(() => ProcessThreads.CountStarted(_process.Id) <= _ownThreads, ThreadPatience))
        {
            return null;
        }

        IsUsable = false;
        return new Fault(
            FaultKind.ThreadLeftRunning, "The method returned, but a thread or task that it had started was still running.");
    }
}
