using System.Reflection;
using Autograder.Compiler.Compiling;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

// Compiles strangers' sources in a process of its own: a compiler can be made to crash or hang by its input, and this one
// holds no secret, can be killed and is started again.
Walls.Raise(args);
(Stream fromGrader, Stream toGrader) = ProtocolStreams.Take();
Console.SetIn(TextReader.Null);

byte[]? first = FrameStream.Read(fromGrader);
if (first is null)
{
    return;
}

ConfinementRequest request = ConfinementRequest.From(new FrameReader(first));
var compiler = new StudentCompiler();
compiler.WarmUp();
Preloading.Load([Assembly.GetEntryAssembly()!.GetName()]);
Confined.Enter(request);
Confined.Seal(request.Layers);
FrameStream.Write(toGrader, new FrameWriter((byte)CompilerFrame.Ready).ToArray());

while (FrameStream.Read(fromGrader) is { } frame)
{
    CompileRequest sources = CompileRequest.From(new FrameReader(frame));
    FrameStream.Write(toGrader, compiler.Compile(sources).ToFrame());
}
