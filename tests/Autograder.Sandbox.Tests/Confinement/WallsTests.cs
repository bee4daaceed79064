using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Processes;
using Autograder.Sandbox.Tests.Processes;

namespace Autograder.Sandbox.Tests.Confinement;

/// <summary>
/// Why the walls are raised before the runtime starts: Landlock holds one thread and its descendants, and the runtime's finalizer
/// is older than any line of ours.
/// </summary>
public sealed class WallsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _secret = Path.Combine(Directory.CreateTempSubdirectory("autograder-walls-").FullName, "secret.txt");

    public WallsTests() => File.WriteAllText(_secret, "the answer");

    [Fact]
    public void A_thread_that_restricts_itself_leaves_the_finalizer_outside() =>
        Assert.Equal("itself: refused, its finalizer: the answer", Said(TestChild.RestrictsItsThread, walls: null));

    [Fact]
    public void Walls_that_stand_before_the_runtime_hold_its_finalizer_too() =>
        Assert.Equal("itself: refused, its finalizer: refused", Said(TestChild.ReadsInAFinalizer, Walls.Argument(Layers.Landlock)));

    [Fact]
    public void Without_walls_everybody_reads() =>
        Assert.Equal("itself: the answer, its finalizer: the answer", Said(TestChild.ReadsInAFinalizer, walls: null));

    [Fact]
    public void Walls_are_asked_for_only_where_a_layer_needs_them()
    {
        Assert.Null(Walls.Argument(LayersExtensions.Swift));
        Assert.NotNull(Walls.Argument(Layers.Namespaces));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_secret)!, recursive: true);

    private string Said(string scenario, string? walls)
    {
        using ChildProcess child = ChildProcess.Start(TestChild.Program, 64L << 20, maxErrorCharacters: 1 << 20, walls);
        Assert.True(child.TrySend(new FrameWriter(TestChild.Kind).Write(scenario + _secret).ToArray(), Patience));
        return child.Receive(Patience) is { } frame ? new FrameReader(frame).ReadString() : $"{child.WaitForEnd()}";
    }
}
