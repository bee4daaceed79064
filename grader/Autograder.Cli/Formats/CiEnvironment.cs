using Autograder.Reporting.Formats;

namespace Autograder.Cli.Formats;

/// <summary>What a CI's runner tells the programs that it starts.</summary>
/// <param name="variable">The value of an environment variable; null where there is none.</param>
internal sealed class CiEnvironment(Func<string, string?> variable, TimeProvider clock)
{
    internal static CiEnvironment OfProcess { get; } = new(Environment.GetEnvironmentVariable, TimeProvider.System);

    /// <summary>The file to which GitHub's runner wants Markdown appended; null elsewhere.</summary>
    internal string? StepSummary => Known("GITHUB_STEP_SUMMARY");

    /// <exception cref="UsageException">It runs somewhere else.</exception>
    internal Classroom50Submission Classroom50()
    {
        string commit = Required("COMMIT_URL");
        return new Classroom50Submission(
            Required("CLASSROOM"),
            Required("ASSIGNMENT"),
            Known("ASSIGNMENT_TYPE") ?? "individual",
            Known("OWNER") ?? Required("USERNAME"),
            Required("SUBMISSION_TAG"),
            commit,
            Required("RELEASE_URL"),
            Known("REVIEW_URL") ?? commit,
            clock.GetUtcNow());
    }

    private string? Known(string name) => variable(name) is { Length: > 0 } value ? value : null;

    private string Required(string name) =>
        Known(name) ?? throw new UsageException($"--format classroom50 needs the environment variable {name}, which Classroom 50's runner sets");
}
