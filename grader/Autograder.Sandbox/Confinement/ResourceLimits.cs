namespace Autograder.Sandbox.Confinement;

/// <summary>What a child process may take from the machine.</summary>
/// <param name="CpuSeconds">Processor time of the whole process, rounded up; the grader's own clock is finer.</param>
/// <param name="MemoryBytes">Of the managed heap. Everything else of the process may use 256 MiB on top.</param>
public sealed record ResourceLimits(int CpuSeconds, long MemoryBytes);
