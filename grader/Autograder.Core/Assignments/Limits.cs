namespace Autograder.Core.Assignments;

/// <summary>What a student's code may use. Whatever exceeds a limit is stopped and becomes a fault of that question.</summary>
public sealed record Limits
{
    public static readonly Limits Default = new();

    /// <summary>Wall-clock time of one call.</summary>
    public TimeSpan CallTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Processor time of one call, all threads together.</summary>
    public TimeSpan CallCpuTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Wall-clock time of a whole submission.</summary>
    public TimeSpan SubmissionTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Processor time of a whole submission.</summary>
    public TimeSpan SubmissionCpuTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory of the managed heap, in MiB.</summary>
    public int MemoryMebibytes { get; init; } = 256;

    /// <summary>Characters that one question's calls may print together.</summary>
    public int OutputCharacters { get; init; } = 262_144;

    /// <summary>Characters that a submission may print.</summary>
    public int SubmissionOutputCharacters { get; init; } = 2_097_152;
}
