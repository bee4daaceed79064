using System.Text;
using Autograder.Compiler.Compiling;
using Autograder.Compiler.Gate;
using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Gate;

/// <summary>Sources held against the gate, or compiled past it.</summary>
internal static class Gated
{
    private static readonly StudentCompiler Compiler = new();

    /// <summary>What the compiled program shows by itself; null when it does not compile.</summary>
    internal static string[]? InAssembly(string source)
    {
        CompileResponse response = Compile(source, isGated: false);
        return response.Program is { } program ? [.. AssemblyGate.Check(program.Assembly).Where(finding => !finding.IsExcused).Select(finding => finding.Name)] : null;
    }

    internal static CompileResponse Compile(string source, bool isGated) => Compiler.Compile(
        new CompileRequest([], [new SourceFile("Answers.cs", Encoding.UTF8.GetBytes(source))], isGated));

    internal static CompileResponse Compile(SourceFile[] given, SourceFile[] student) => Compiler.Compile(new CompileRequest(given, student));
}
