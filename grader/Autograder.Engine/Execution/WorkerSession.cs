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

    /// <summary>The largest answer, with what the calls may print.</summary>
    private const int MaxResultBytes = 8 << 20;

    /// <summary>All answers to a question, every point twice.</summary>
    private const long MaxQuestionBytes = 64 << 20;

    /// <summary>More than any answer needs on any machine; where the user is not the worker's own, the kernel sets no limit.</summary>
    private const int MostThreads = 1024;

    private readonly ChildProcess _process;
    private readonly Layers _layers;
    private HashSet<string> _ownThreads = [];
    private Fault? _unloadable;
    private long _receivedBytes;
    private TimeSpan _seenCpuTime;
    private Fault? _outOfTime;


    private WorkerSession(ChildProcess process, Layers layers)
    {
        _process = process;
        _layers = layers;
    }

    internal bool IsUsable { get; private set; } = true;

    /// <summary>Nothing of the student's has run in it.</summary>
    internal bool IsFresh { get; private set; } = true;

    internal TimeSpan CpuTime => _process.CpuTime;

    /// <exception cref="SandboxException">The worker cannot be started: a failure of ours.</exception>
    internal static WorkerSession Start(string worker, Limits limits, Layers layers)
    {
        var resources = new ResourceLimits((int)Math.Ceiling(limits.SubmissionCpuTime.TotalSeconds) + 1, (long)limits.MemoryMebibytes << 20);
        return new WorkerSession(ChildProcess.StartConfined(worker, resources, layers, limits.SubmissionOutputCharacters), layers);
    }

    /// <summary>Gives the worker its program, before any input, and sees to it that it is confined.</summary>
    /// <exception cref="SandboxException">It is not: a failure of ours, and nothing of the student's has run.</exception>
    internal void Load(ProgramImage program)
    {
        byte[]? answer = _process.TrySend(program.ToFrame(), StartPatience) ? _process.Receive(StartPatience) : null;
        if (answer is [(byte)WorkerFrame.Unloadable, ..])
        {
            _unloadable = new Fault(FaultKind.Crash, $"The runtime does not load this program ({new FrameReader(answer).ReadString()}).");
            return;
        }

        if (answer is not [(byte)WorkerFrame.Sealed, ..])
        {
            ProcessEnd end = _process.WaitForEnd();
            throw new SandboxException($"The worker process could not be sealed (exit code {end.ExitCode}). {end.Errors}");
        }

        Attestation.Check(_process.Id, _layers);
        _ownThreads = ProcessThreads.Of(_process.Id);
    }

    /// <summary>Calls the method at every point twice and takes down what happens.</summary>
    internal QuestionObservations Ask(QuestionCalls calls, Question question, Budget budget)
    {
        IsFresh = false;
        _receivedBytes = 0;
        var asked = new AskedQuestion(question, calls.Points.Length, calls.AreRepeated);
        if (_unloadable is { } unloadable)
        {
            asked.Add(unloadable);
            return asked.ToObservations();
        }

        if (!_process.TrySend(calls.ToFrame(), question.Limits.CallTime))
        {
            EndIfRunning(ProcessEnds.CallOutOfTime);
            asked.Add(End());
            return asked.ToObservations();
        }

        bool isDone = false;
        while (IsUsable && !isDone)
        {
            if (!asked.IsComplete && budget.IsSpent(_seenCpuTime))
            {
                EndIfRunning(ProcessEnds.SubmissionOutOfTime);
                asked.Add(End());
            }
            else if (Await(question.Limits, budget) is { } frame)
            {
                isDone = Take(frame, asked);
            }
            else
            {
                asked.Add(End());
            }
        }

        return asked.ToObservations();
    }

    public void Dispose() => _process.Dispose();

    /// <returns>Whether the question is done. Whoever sends what is not due is no worker of ours, but a student's code on its channel.</returns>
    private bool Take(byte[] frame, AskedQuestion asked)
    {
        try
        {
            var reader = new FrameReader(frame);
            switch ((WorkerFrame)reader.Kind)
            {
                case WorkerFrame.Result when frame.Length <= MaxResultBytes && (_receivedBytes += frame.Length) > MaxQuestionBytes:
                    IsUsable = false;
                    asked.Add(new Fault(FaultKind.OutputLimit, "The answers are larger together than those to a question may be."));
                    return true;
                case WorkerFrame.Result when frame.Length <= MaxResultBytes:
                    CallResult result = CallResult.From(reader);
                    asked.Add(result);
                    IsUsable = result is not CallFailed { Outcome: CallOutcome.TooMuchOutput };
                    return false;
                case WorkerFrame.Done when asked.IsComplete:
                    if (Leftover(reader.ReadBoolean(), reader.ReadInt32()) is { } fault)
                    {
                        asked.Add(fault);
                    }

                    return true;
                default:
                    throw new FrameException("this is not due");
            }
        }
        catch (Exception exception) when (exception is FrameException or OverflowException or ArgumentException)
        {
            IsUsable = false;
            asked.Add(Broken());
            return true;
        }
    }

    /// <summary>The next frame; null when the process has ended or was ended for taking too long.</summary>
    private byte[]? Await(Limits limits, Budget budget)
    {
        var clock = Stopwatch.StartNew();
        if (_process.Receive(Tick) is { } soon)
        {
            // A busy machine may wake this thread late: what the call has used is seen all the same.
            _seenCpuTime = clock.Elapsed > Tick ? _process.CpuTime : _seenCpuTime;
            return soon;
        }

        // Only a call that takes longer than a tick pays for looking at the processor's clock.
        TimeSpan cpuBefore = _process.CpuTime;
        while (!_process.HasEnded)
        {
            if (_process.Receive(Tick) is { } frame)
            {
                return frame;
            }

            _seenCpuTime = _process.CpuTime;
            if (clock.Elapsed > limits.CallTime || _seenCpuTime - cpuBefore > limits.CallCpuTime)
            {
                EndIfRunning(ProcessEnds.CallOutOfTime);
            }
            else if (budget.IsSpent(_seenCpuTime))
            {
                EndIfRunning(ProcessEnds.SubmissionOutOfTime);
            }
            else if (ProcessThreads.Of(_process.Id).Count > MostThreads)
            {
                EndIfRunning(ProcessEnds.TooManyThreads);
            }

            if (_outOfTime is not null)
            {
                return null;
            }
        }

        return null;
    }

    private void EndIfRunning(Fault reason)
    {
        if (!_process.HasEnded)
        {
            _outOfTime = reason;
            _process.Kill();
        }
    }

    /// <summary>Why the process has ended.</summary>
    private Fault End()
    {
        IsUsable = false;
        if (_process.BrokeProtocol)
        {
            return Broken();
        }

        ProcessEnd end = _process.WaitForEnd();
        return ProcessEnds.Describe(end, _outOfTime, _process.IsFlooding);
    }

    private static Fault Broken() => new(FaultKind.Protocol, "The program wrote into the grader's own channel.");

    /// <summary>Work that goes on after the method returned; it would disturb the next question.</summary>
    private Fault? Leftover(bool isPoolBusy, int poolThreads)
    {
        bool wasQuiet = !isPoolBusy && !ProcessThreads.HasStarted(_process.Id, _ownThreads, poolThreads);
        bool isQuiet = wasQuiet || (!isPoolBusy && SpinWait.SpinUntil(() => !ProcessThreads.HasStarted(_process.Id, _ownThreads, poolThreads), ThreadPatience));
        if (_process.HasExited(wasQuiet ? TimeSpan.Zero : ThreadPatience))
        {
            // What was left running has ended the worker.
            return End();
        }

        if (isQuiet)
        {
            return null;
        }

        IsUsable = false;
        return new Fault(
            FaultKind.ThreadLeftRunning, "The method returned, but a thread or task that it had started was still running.");
    }
}
