namespace Autograder.Engine.Packing;

/// <param name="Name">Within the bundle, with / between folders.</param>
public sealed record BundleFile(string Name, byte[] Content)
{
    /// <summary>A program.</summary>
    public bool IsExecutable { get; init; }
}
