using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Messages;

/// <summary>Kinds of the frames between grader and worker, in the order in which they are exchanged.</summary>
public enum WorkerFrame : byte
{
    /// <summary>To the worker, first: <see cref="ConfinementRequest"/>.</summary>
    Confine = ConfinementRequest.Kind,

    /// <summary>From the worker: everything is loaded that a program may need.</summary>
    Ready = ConfinementRequest.Ready,

    /// <summary>To the worker: <see cref="ProgramImage"/>.</summary>
    Program,

    /// <summary>From the worker: the program is loaded, nothing of it has run, and the last layer is on.</summary>
    Sealed,

    /// <summary>To the worker: <see cref="QuestionCalls"/>.</summary>
    Calls,

    /// <summary>From the worker: <see cref="CallResult"/>, one for each call.</summary>
    Result,

    /// <summary>From the worker: all calls of a question are done; says whether pool work is still running, and how many threads the pool has.</summary>
    Done,

    /// <summary>From the worker, in the place of <see cref="Sealed"/>: the runtime does not take the program; says why.</summary>
    Unloadable,
}

/// <summary>A student's compiled program.</summary>
public sealed record ProgramImage(byte[] Assembly, byte[] Symbols)
{
    public byte[] ToFrame() => new FrameWriter((byte)WorkerFrame.Program).Write(Assembly).Write(Symbols).ToArray();

    public static ProgramImage From(FrameReader reader) => new(reader.ReadBytes(), reader.ReadBytes());
}

/// <summary>Where a student's method stands in the compiled program.</summary>
/// <param name="Type">As reflection names it.</param>
/// <param name="Overload">Its place among the methods of that name, in the order of the source.</param>
public sealed record MethodPlace(string Type, string Method, int Overload);

/// <summary>A delegate in what a method returns, to be called at once: code cannot travel, what it returns can.</summary>
/// <param name="Member">The delegate's place in the tuple; −1 when the result itself is the delegate.</param>
/// <param name="Arguments">
/// Places of its arguments: among the values of the point, and from their number on among the results of the delegates that
/// are called before this one.
/// </param>
public sealed record DelegateCall(int Member, int[] Arguments);

/// <summary>
/// All calls of one question: every point in order and then, if they are to be repeated, every point that gave a value once
/// more, backwards.
/// </summary>
/// <param name="Delegates">What to do with the delegates in a result, in order.</param>
/// <param name="Points">By point the arguments of the method, then what else its delegates are called with.</param>
/// <param name="OutputCharacters">What the calls may print together.</param>
public sealed record QuestionCalls(MethodPlace Place, DelegateCall[] Delegates, WireValue[][] Points, bool AreRepeated, int OutputCharacters)
{
    public byte[] ToFrame() => new FrameWriter((byte)WorkerFrame.Calls)
        .Write(Place.Type).Write(Place.Method).Write(Place.Overload).Write(AreRepeated).Write(OutputCharacters)
        .WriteList(Delegates, (writer, call) => writer.Write(call.Member).WriteList(call.Arguments, (inner, index) => inner.Write(index)))
        .WriteList(Points, (writer, point) => writer.WriteList(point, (inner, value) => inner.Write(value)))
        .ToArray();

    public static QuestionCalls From(FrameReader reader)
    {
        var place = new MethodPlace(reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        bool areRepeated = reader.ReadBoolean();
        int output = reader.ReadInt32();
        DelegateCall[] delegates = reader.ReadList(call => new DelegateCall(call.ReadInt32(), call.ReadList(argument => argument.ReadInt32())));
        var calls = new QuestionCalls(place, delegates, reader.ReadList(point => point.ReadList(value => value.ReadValue())), areRepeated, output);
        reader.ExpectEnd();
        return calls.AreDelegatesCallable() ? calls : throw new FrameException("a delegate is to be called with what is not there");
    }

    /// <summary>Whether each argument of a delegate is a value of the point, of every one alike, or what an earlier delegate returned.</summary>
    private bool AreDelegatesCallable()
    {
        int values = Points.FirstOrDefault()?.Length ?? 0;
        return Delegates.Length == 0
            || (Array.TrueForAll(Points, point => point.Length == values)
                && Delegates.Select((call, earlier) => Array.TrueForAll(call.Arguments, index => index >= 0 && index < values + earlier)).All(isThere => isThere));
    }
}

/// <summary>What became of one call.</summary>
public abstract record CallResult
{
    /// <summary>What the call printed.</summary>
    public string Console { get; init; } = "";

    public byte[] ToFrame()
    {
        var writer = new FrameWriter((byte)WorkerFrame.Result);
        writer.Write(Console);
        switch (this)
        {
            case CallReturned returned:
                return writer.Write((int)CallOutcome.Returned).Write(returned.Value)
                    .WriteList(returned.ChangedArguments, (inner, index) => inner.Write(index))
                    .Write(returned.ReturnedArgument + 1).ToArray();
            case CallFailed failed:
                return writer.Write((int)failed.Outcome).Write(failed.Message).Write(failed.File).Write(failed.Line).ToArray();
            default:
                throw new InvalidOperationException($"{GetType()} has no wire form");
        }
    }

    public static CallResult From(FrameReader reader)
    {
        string console = reader.ReadString();
        var outcome = (CallOutcome)reader.ReadInt32();
        CallResult result = outcome == CallOutcome.Returned
            ? new CallReturned(reader.ReadValue(), reader.ReadList(inner => inner.ReadInt32()), reader.ReadInt32() - 1)
            : new CallFailed(outcome, reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        reader.ExpectEnd();
        return result with { Console = console };
    }
}

/// <param name="ChangedArguments">Indices of arguments whose contents changed.</param>
/// <param name="ReturnedArgument">Index of the argument that is itself the result; −1 when none is.</param>
public sealed record CallReturned(WireValue Value, int[] ChangedArguments, int ReturnedArgument) : CallResult;

/// <param name="File">The student's file; empty when unknown.</param>
public sealed record CallFailed(CallOutcome Outcome, string Message, string File, int Line) : CallResult;

public enum CallOutcome
{
    Returned,

    /// <summary>The method threw.</summary>
    Threw,

    OutOfMemory,

    /// <summary>It printed, or returned, more than it may. The worker ends itself after saying so.</summary>
    TooMuchOutput,

    /// <summary>It returned null or something that is no mathematical value.</summary>
    NoValue,
}
