using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Intake;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Grading;

/// <summary>
/// Hashes of all that a report depends on: the submission's files by name and content and what is noted of it; spec, given functions and key; the
/// points; how the program was held; and the grader's own programs as they were built. Not the submission's name: it is put in afterwards.
/// </summary>
internal sealed class ReportKeys
{
    private readonly byte[] _run;

    internal ReportKeys(Assignment assignment, SamplePlan plan, SandboxStamp sandbox, ProcessPaths paths) => _run = Hash(
    [
        assignment.Fingerprint,
        plan.Seed,
        $"{plan.IsVerified}",
        sandbox.Level,
        .. sandbox.Layers,
        $"{sandbox.IsBelowRequired}",
        SubmissionGrader.Version,
        RuntimeInformation.FrameworkDescription,
        .. new[] { typeof(GradeReport), typeof(ReportKeys), typeof(SourceFile) }.Select(type => $"{type.Module.ModuleVersionId}"),
        .. new[] { paths.Compiler, paths.Worker }.Select(program => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(program)))),
    ]);

    internal string Of(Submission submission) => Convert.ToHexStringLower(Hash(
    [
        Convert.ToHexStringLower(_run),
        .. submission.Files.SelectMany(file => (string[])[file.Name, Convert.ToHexStringLower(SHA256.HashData(file.Content))]),
        "notes",
        .. submission.Notes,
    ]));

    /// <summary>Each piece by its own hash: moving a character from one to the next is a change.</summary>
    private static byte[] Hash(IEnumerable<string> pieces) => SHA256.HashData([.. pieces.SelectMany(piece => SHA256.HashData(Encoding.UTF8.GetBytes(piece)))]);
}
