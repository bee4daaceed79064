using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Processes;
using Autograder.Sandbox.Tests.Processes;

namespace Autograder.Sandbox.Tests.Confinement;

/// <summary>A child that has not done what it was told is refused, whatever it says of itself.</summary>
public sealed class AttestationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(Layers.SystemCalls, "without the system-call filter")]
    [InlineData(Layers.Limits, "may write files")]
    [InlineData(Layers.PrivateUser, "of another user")]
    public void A_child_that_has_done_nothing_is_refused(Layers layer, string why)
    {
        using ChildProcess child = Start("says that it is there");
        AssertRefused(child.Id, layer, why);
    }

    [Fact]
    public void A_child_that_has_filtered_one_thread_only_is_refused()
    {
        using ChildProcess child = Start("filters its own thread");
        AssertRefused(child.Id, Layers.SystemCalls, "without the system-call filter");
    }

    [Fact]
    public void A_child_that_has_filtered_every_thread_is_let_in()
    {
        using ChildProcess child = Start("filters every thread");
        Attestation.Check(child.Id, Layers.SystemCalls | Layers.Limits);
    }

    [Fact]
    public void A_child_that_is_gone_is_refused()
    {
        int process;
        using (ChildProcess child = Start("says that it is there"))
        {
            process = child.Id;
        }

        AssertRefused(process, Layers.SystemCalls, "");
    }

    [Fact]
    public void Nothing_that_was_not_asked_for_is_looked_for()
    {
        using ChildProcess child = Start("says that it is there");
        Attestation.Check(child.Id, Layers.ParentDeath | Layers.NonDumpable | Layers.Landlock | Layers.Namespaces);
    }

    private static void AssertRefused(int process, Layers layers, string why) =>
        Assert.Contains(why, Assert.Throws<SandboxException>(() => Attestation.Check(process, layers)).Message, StringComparison.Ordinal);

    private static ChildProcess Start(string scenario)
    {
        var child = ChildProcess.Start(TestChild.Program, 64L << 20, maxErrorCharacters: 1 << 20);
        Assert.True(child.TrySend(new FrameWriter(TestChild.Kind).Write(scenario).ToArray(), Patience));
        for (string said = "soon"; said == "soon";)
        {
            said = new FrameReader(child.Receive(Patience) ?? throw new InvalidOperationException($"The child said nothing: {child.WaitForEnd()}")).ReadString();
        }

        return child;
    }
}
