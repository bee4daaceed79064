namespace Autograder.Cli;

/// <summary>What was asked for cannot be done; the message says why, and what would help.</summary>
internal sealed class UsageException(string message) : Exception(message);
