using System.Reflection;
using System.Runtime.Loader;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Worker.Calls;

/// <summary>Serves one grader: a program, then questions, until the grader closes the pipe.</summary>
internal sealed class CallLoop(Stream toGrader, CappedWriter console, Layers layers)
{
    private static readonly TimeSpan PoolPatience = TimeSpan.FromMilliseconds(250);
    private readonly Lock _sending = new();
    private Assembly? _program;

    internal void Serve(byte[] frame)
    {
        var reader = new FrameReader(frame);
        switch ((WorkerFrame)reader.Kind)
        {
            case WorkerFrame.Program when _program is null:
                Load(ProgramImage.From(reader));
                break;
            case WorkerFrame.Calls:
                Run(QuestionCalls.From(reader));
                break;
            default:
                throw new FrameException($"a {(WorkerFrame)reader.Kind} is not expected");
        }
    }

    /// <summary>Runs nothing of the program, not even a module's initializer.</summary>
    private void Load(ProgramImage image)
    {
        try
        {
            _program = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image.Assembly), new MemoryStream(image.Symbols));
        }
        catch (Exception failure) when (failure is BadImageFormatException or FileLoadException)
        {
            Write(new FrameWriter((byte)WorkerFrame.Unloadable).Write(failure.GetType().Name).ToArray());
            return;
        }

        Needs.LoadFor(_program);
        Confined.Seal(layers);
        Write(new FrameWriter((byte)WorkerFrame.Sealed).ToArray());
    }

    private void Run(QuestionCalls calls)
    {
        console.Allow(calls.OutputCharacters, EndForOutput);
        var method = new StudentMethod(_program ?? throw new FrameException("no program was sent"), calls.Place, calls.Delegates);
        var returned = new Stack<int>();
        for (int point = 0; point < calls.Points.Length; point++)
        {
            if (Send(method.Call(calls.Points[point])) is CallReturned && calls.AreRepeated)
            {
                returned.Push(point);
            }
        }

        // Again in the opposite order: an answer that depends on what was asked before is no function.
        while (returned.TryPop(out int point))
        {
            Send(method.CallAgain(calls.Points[point]));
        }

        bool isBusy = IsPoolBusy();
        Write(new FrameWriter((byte)WorkerFrame.Done).Write(isBusy).Write(PoolThreads()).ToArray());
    }

    /// <summary>Those that the runtime has started for tasks, which idle on, with the one that watches over them.</summary>
    private static int PoolThreads() => ThreadPool.CompletedWorkItemCount > 0 ? ThreadPool.ThreadCount + 1 : 0;

    /// <summary>Whether tasks are still running. Those that are about to end are given the time to.</summary>
    private static bool IsPoolBusy() => !SpinWait.SpinUntil(
        () =>
        {
            ThreadPool.GetMaxThreads(out int most, out _);
            ThreadPool.GetAvailableThreads(out int idle, out _);
            return idle == most && ThreadPool.PendingWorkItemCount == 0;
        },
        PoolPatience);

    private CallResult Send(CallResult result)
    {
        CallResult withConsole = result with { Console = console.Take() };
        Write(withConsole.ToFrame());
        return withConsole;
    }

    private void EndForOutput()
    {
        Send(new CallFailed(CallOutcome.TooMuchOutput, "more was printed than is allowed", File: "", Line: 0));
        Confined.Exit();
    }

    private void Write(byte[] payload)
    {
        lock (_sending)
        {
            FrameStream.Write(toGrader, payload);
        }
    }
}
