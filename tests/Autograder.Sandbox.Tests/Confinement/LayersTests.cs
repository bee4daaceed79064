using Autograder.Sandbox.Confinement;

namespace Autograder.Sandbox.Tests.Confinement;

public sealed class LayersTests
{
    [Theory]
    [InlineData(Layers.None, SandboxLevel.None)]
    [InlineData(Layers.Limits, SandboxLevel.Limited)]
    [InlineData(Layers.SystemCalls, SandboxLevel.None)]
    [InlineData(Layers.Limits | Layers.SystemCalls, SandboxLevel.Confined)]
    [InlineData(Layers.Limits | Layers.SystemCalls | Layers.PrivateUser, SandboxLevel.Confined)]
    [InlineData(Layers.Limits | Layers.SystemCalls | Layers.Landlock, SandboxLevel.Confined)]
    [InlineData(Layers.Limits | Layers.SystemCalls | Layers.Landlock | Layers.PrivateUser, SandboxLevel.Isolated)]
    [InlineData(Layers.Limits | Layers.Landlock | Layers.PrivateUser, SandboxLevel.Limited)]
    [InlineData(Layers.SystemCalls | Layers.Landlock | Layers.PrivateUser | Layers.Namespaces, SandboxLevel.None)]
    [InlineData(LayersExtensions.Swift, SandboxLevel.Confined)]
    [InlineData(LayersExtensions.All, SandboxLevel.Isolated)]
    public void A_level_is_what_its_layers_promise(Layers layers, SandboxLevel level) => Assert.Equal(level, layers.Level());

    [Fact]
    public void A_layer_more_never_holds_less()
    {
        for (Layers layers = Layers.None; layers <= LayersExtensions.All; layers++)
        {
            Assert.All(LayersExtensions.All.Each(), layer => Assert.True((layers | layer).Level() >= layers.Level()));
        }
    }

    [Theory]
    [InlineData(Layers.Limits, SandboxLevel.None)]
    [InlineData(Layers.ParentDeath, SandboxLevel.Isolated)]
    [InlineData(Layers.NonDumpable, SandboxLevel.Isolated)]
    [InlineData(Layers.PrivateUser, SandboxLevel.Confined)]
    [InlineData(Layers.SystemCalls, SandboxLevel.Limited)]
    [InlineData(Layers.Landlock, SandboxLevel.Confined)]
    [InlineData(Layers.Namespaces, SandboxLevel.Isolated)]
    public void Without_one_layer_the_level_is_what_the_others_promise(Layers without, SandboxLevel level) =>
        Assert.Equal(level, (LayersExtensions.All & ~without).Level());

    [Fact]
    public void Layers_are_named_as_options_are() => Assert.Equal(
        ["limits", "parent-death", "non-dumpable", "private-user", "system-calls", "landlock", "namespaces"],
        LayersExtensions.All.Each().Select(layer => layer.Name()));

    [Fact]
    public void Only_what_needs_a_second_start_is_left_out_where_confined_is_enough()
    {
        Assert.Equal(LayersExtensions.All, LayersExtensions.Swift | LayersExtensions.BeforeStart);
        Assert.Equal(Layers.None, LayersExtensions.For(SandboxLevel.Confined) & LayersExtensions.BeforeStart);
        Assert.Equal(LayersExtensions.Possible, LayersExtensions.For(SandboxLevel.Isolated));
    }
}
