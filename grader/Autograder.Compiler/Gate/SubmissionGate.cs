using System.Collections.Immutable;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autograder.Compiler.Gate;

/// <summary>
/// Looks for what is not available: in the program, because that is quick, and where something is found there also in the source,
/// to tell its place.
/// </summary>
internal static class SubmissionGate
{
    /// <param name="given">The homework's own code: looked at only to find whose fault it is.</param>
    /// <param name="program">What <paramref name="compilation"/> was emitted to.</param>
    internal static ImmutableArray<Diagnostic> Check(
        CSharpCompilation compilation, ImmutableArray<SyntaxTree> given, ImmutableArray<SyntaxTree> student, ProgramImage program)
    {
        ImmutableArray<AssemblyFinding> inAssembly = AssemblyGate.Check(program.Assembly);
        ImmutableArray<Diagnostic> inSource = inAssembly.IsEmpty
            ? [.. student.SelectMany(DeclarationRules.Check)]
            : [.. student.SelectMany(tree => SourceGate.Check(compilation, tree))];
        if (!inSource.IsEmpty || inAssembly.All(finding => finding.IsExcused))
        {
            return inSource;
        }

        ImmutableArray<Diagnostic> inGiven = [.. given.SelectMany(tree => SourceGate.Check(compilation, tree))];
        return inGiven.IsEmpty ? [.. inAssembly.Where(finding => !finding.IsExcused).Select(finding => GateDiagnostics.OfProgram(finding.Name))] : inGiven;
    }

    /// <summary>Whether all would be well without the members in which the failures are; what the compiler says may always be tried.</summary>
    internal static bool AreOfMembers(ImmutableArray<Diagnostic> failures) =>
        failures.All(failure => !GateDiagnostics.IsOne(failure) || GateScope.IsOneMember(failure));
}
