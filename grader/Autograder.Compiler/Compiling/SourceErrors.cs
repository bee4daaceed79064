using System.Globalization;
using Autograder.Sandbox.Messages;
using Microsoft.CodeAnalysis;

namespace Autograder.Compiler.Compiling;

/// <summary>Puts what the compiler says into a message.</summary>
internal static class SourceErrors
{
    /// <summary>The place in the file as it was handed in; #line is not followed.</summary>
    internal static SourceError Of(Diagnostic failure)
    {
        FileLinePositionSpan place = failure.Location.GetLineSpan();
        return new SourceError(
            place.Path ?? "",
            place.StartLinePosition.Line + 1,
            place.StartLinePosition.Character + 1,
            failure.Id,
            failure.GetMessage(CultureInfo.InvariantCulture));
    }
}
