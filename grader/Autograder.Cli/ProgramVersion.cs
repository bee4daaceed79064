using System.Reflection;

namespace Autograder.Cli;

/// <summary>The version of this program, and the commit that it was built from.</summary>
internal static class ProgramVersion
{
    /// <summary>As many as git shows.</summary>
    private const int CommitDigits = 7;

    private static readonly string Informational =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Such as 0.1.0.</summary>
    internal static string Number { get; } = Informational.Split('+')[0];

    /// <summary>Such as 0.1.0+1a2b3c4; without the commit where it was built outside of a repository.</summary>
    internal static string WithCommit { get; } = Shortened(Informational);

    internal static string Shortened(string informational) =>
        informational.Split('+') is [var number, { Length: > CommitDigits } commit] ? $"{number}+{commit[..CommitDigits]}" : informational;
}
