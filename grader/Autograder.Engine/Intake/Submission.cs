using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Autograder.Core.Reports;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Intake;

/// <summary>What one student, or group, handed in.</summary>
/// <param name="Name">The folder's or file's name; also the name of the results.</param>
/// <param name="Files">The C# sources, in the order of their names.</param>
/// <param name="Notes">What was left aside, and why.</param>
public sealed record Submission(string Name, ImmutableArray<SourceFile> Files, ImmutableArray<string> Notes)
{
    /// <summary>Whose it is, where the place in which it was found says so.</summary>
    public HandIn HandIn { get; init; } = HandIn.Unknown;

    /// <summary>SHA-256 over the contents: another name is no change.</summary>
    public string Fingerprint
    {
        get
        {
            IEnumerable<string> hashes = Files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Content))).Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(hashes))));
        }
    }
}
