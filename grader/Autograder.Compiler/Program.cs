using Autograder.Compiler.Compiling;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

// Compiles strangers' sources in a process of its own: a compiler can be made to crash or hang by its input, and this one
// holds no secret, can be killed and is started again.
(Stream fromGrader, Stream toGrader) = ProtocolStreams.Take();
Console.SetIn(TextReader.Null);

byte[]? first = FrameStream.Read(fromGrader);
if (first is null)
{
    return;
}

Confined.Enter(ResourceLimits.From(new FrameReader(first)));
var compiler = new StudentCompiler();
compiler.WarmUp();
FrameStream.Write(toGrader, new FrameWriter((byte)CompilerFrame.Ready).ToArray());

while (FrameStream.Read(fromGrader) is { } frame)
{
    CompileRequest request = CompileRequest.From(new FrameReader(frame));
    FrameStream.Write(toGrader, compiler.Compile(request).ToFrame());
}
