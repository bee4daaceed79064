using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Grading;

/// <summary>
/// Hashes of all that a report depends on: the submission's files by name and content and what is noted of it; spec, given functions and key; the
/// points; how the program was held; and the grader's own programs as they were built. Not the submission's name: it is put in afterwards.
/// </summary>
internal sealed class ReportKeys
{
    private readonly byte[] _programs;
    private readonly byte[] _run;

    internal ReportKeys(LoadedAssignment loaded, SamplePlan plan, SandboxStamp sandbox, ProcessPaths paths)
    {
        _programs = Programs(loaded, sandbox, paths);
        _run = Hash([Text(_programs), loaded.Assignment.Fingerprint, plan.Seed, $"{plan.IsVerified}"]);
    }

    internal string Of(Submission submission) => Text(Hash([Text(_run), .. Files(submission), "notes", .. submission.Notes]));

    /// <summary>
    /// Of what a program answers: its own files and the given ones, what is called with what, and within which limits. Key, tolerance, hints and
    /// points do not matter.
    /// </summary>
    internal string OfSeen(Submission submission, ImmutableArray<MethodCalls> asked) => Text(Hash(
    [
        Text(_programs),
        .. Files(submission),
        .. asked.SelectMany(calls => (string[])[Text(SHA256.HashData(calls.ToMessage().ToFrame())), $"{calls.Question.Answer}", $"{calls.Question.Limits}"]),
    ]));

    private static byte[] Programs(LoadedAssignment loaded, SandboxStamp sandbox, ProcessPaths paths) => Hash(
    [
        loaded.Given.Name,
        Text(SHA256.HashData(loaded.Given.Content)),
        $"{loaded.Assignment.Limits}",
        sandbox.Level,
        .. sandbox.Layers,
        $"{sandbox.IsBelowRequired}",
        SubmissionGrader.Version,
        RuntimeInformation.FrameworkDescription,
        .. new[] { typeof(GradeReport), typeof(ReportKeys), typeof(SourceFile) }.Select(type => $"{type.Module.ModuleVersionId}"),
        .. new[] { paths.Compiler, paths.Worker }.Select(program => Text(SHA256.HashData(File.ReadAllBytes(program)))),
    ]);

    private static IEnumerable<string> Files(Submission submission) => submission.Files.SelectMany(file => (string[])[file.Name, Text(SHA256.HashData(file.Content))]);

    private static string Text(byte[] hash) => Convert.ToHexStringLower(hash);

    /// <summary>Each piece by its own hash: moving a character from one to the next is a change.</summary>
    private static byte[] Hash(IEnumerable<string> pieces) => SHA256.HashData([.. pieces.SelectMany(piece => SHA256.HashData(Encoding.UTF8.GetBytes(piece)))]);
}
