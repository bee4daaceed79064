namespace Autograder.Engine.Packing;

/// <param name="Name">Within the bundle, which has no folders.</param>
public sealed record BundleFile(string Name, byte[] Content);
