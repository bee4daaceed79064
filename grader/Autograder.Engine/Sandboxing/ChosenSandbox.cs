using Autograder.Core.Reports;
using Autograder.Sandbox.Confinement;

namespace Autograder.Engine.Sandboxing;

/// <param name="Layers">What every worker and compiler is told to apply.</param>
/// <param name="Required">The level that was asked for; below it, every report says so.</param>
public sealed record ChosenSandbox(Layers Layers, SandboxLevel Required)
{
    internal SandboxStamp ToStamp()
    {
        SandboxLevel level = Layers.Level();
        return new SandboxStamp(level.ToString().ToLowerInvariant(), [.. Layers.Each().Select(layer => layer.Name())], level < Required);
    }
}
