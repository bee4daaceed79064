using Autograder.Core.Reports;
using Autograder.Sandbox.Confinement;

namespace Autograder.Engine.Sandboxing;

/// <param name="Layers">What every worker and compiler is told to apply.</param>
/// <param name="Level">What they were seen to promise.</param>
/// <param name="Required">The level that was asked for; below it, every report says so.</param>
public sealed record ChosenSandbox(Layers Layers, SandboxLevel Level, SandboxLevel Required)
{
    /// <summary>What this machine should be able to; it was not tried out.</summary>
    public static ChosenSandbox Expected { get; } =
        new(LayersExtensions.OfThisMachine, LayersExtensions.OfThisMachine.Level(), SandboxLevel.None);

    internal SandboxStamp ToStamp() =>
        new(Level.ToString().ToLowerInvariant(), [.. Layers.Each().Select(layer => layer.Name())], Level < Required);
}
