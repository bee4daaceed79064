namespace Autograder.Engine.Packing;

/// <param name="Name">Within the bundle, with slashes where it has folders.</param>
public sealed record BundleFile(string Name, byte[] Content);
