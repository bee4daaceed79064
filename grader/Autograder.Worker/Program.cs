using System.Collections.Concurrent;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Calls;

// A worker lives for one submission and knows nothing but the student's program and the inputs it is called with.
Walls.Raise(args);
(Stream fromGrader, Stream toGrader) = ProtocolStreams.Take();
var console = new CappedWriter();
Console.SetOut(console);
Console.SetError(console);
Console.SetIn(TextReader.Null);

byte[]? first = FrameStream.Read(fromGrader);
if (first is null)
{
    return;
}

ConfinementRequest request = ConfinementRequest.From(new FrameReader(first));
Needs.LoadUsual();

// The runtime's thread for timers is started here, so that the grader does not take it for one of the student's.
using var timer = new Timer(_ => { }, state: null, dueTime: TimeSpan.FromDays(1), period: Timeout.InfiniteTimeSpan);
Confined.Enter(request);

// Reading stands on a thread of its own, so that a worker whose grader has gone ends even in a student's endless loop.
using var frames = new BlockingCollection<byte[]>();
var reading = new Thread(() =>
{
    while (FrameStream.Read(fromGrader) is { } frame)
    {
        frames.Add(frame);
    }

    Confined.Exit();
})
{ IsBackground = true, Name = "frames" };
reading.Start();
FrameStream.Write(toGrader, new FrameWriter((byte)WorkerFrame.Ready).ToArray());

var loop = new CallLoop(toGrader, console, request.Layers);
foreach (byte[] frame in frames.GetConsumingEnumerable())
{
    loop.Serve(frame);
}
