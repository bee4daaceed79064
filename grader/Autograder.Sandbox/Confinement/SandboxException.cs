namespace Autograder.Sandbox.Confinement;

/// <summary>A child is not held as it should be. A failure of ours: nothing is graded, and nobody is blamed.</summary>
public sealed class SandboxException(string message) : InvalidOperationException(message);
