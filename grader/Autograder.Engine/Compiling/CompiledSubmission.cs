using System.Collections.Immutable;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Compiling;

/// <param name="Program">Null when the sources do not compile.</param>
/// <param name="Errors">The compiler's, at the student's own lines; empty bodies of methods with errors are left out of <paramref name="Program"/>.</param>
/// <param name="WhyNotCompiled">Why the compiler gave no result at all; null when it did.</param>
public sealed record CompiledSubmission(
    ProgramImage? Program, ImmutableArray<SourceError> Errors, ImmutableArray<MethodDescription> Methods, string? WhyNotCompiled = null);
