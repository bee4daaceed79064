using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;

namespace Autograder.Compiler.Gate;

/// <summary>What the gate refuses, as errors of the compilation. Their ids are stable.</summary>
internal static class GateDiagnostics
{
    private const string MayUse = $"is not available here: answers may use {AllowedApi.InShort}";

    /// <summary>Whether it is the gate's, and not the compiler's.</summary>
    internal static bool IsOne(Diagnostic failure) => failure.Id.StartsWith(SourceError.ForbiddenPrefix, StringComparison.Ordinal);

    /// <summary>A type or a member that stands on no list.</summary>
    internal static Diagnostic OfApi(string name, Location place) => Error("0001", $"{name} {MayUse}", place);

    /// <summary>Something of the language.</summary>
    /// <param name="advice">What to do instead, where that is not plain; begins with a colon.</param>
    internal static Diagnostic OfFeature(string name, Location place, string advice = "") =>
        Error("0002", $"{name} is not available here{advice}", place);

    /// <summary>Found in the compiled program only, so that its place is not known.</summary>
    internal static Diagnostic OfProgram(string name) => Error("0003", $"the compiled program uses {name}, which {MayUse}", Location.None);

    private static Diagnostic Error(string number, string message, Location place) => Diagnostic.Create(
        SourceError.ForbiddenPrefix + number,
        "Gate",
        message,
        DiagnosticSeverity.Error,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        warningLevel: 0,
        location: place);
}
