using System.Diagnostics;
using System.Reflection;
using Autograder.Sandbox.Messages;

namespace Autograder.Worker.Calls;

/// <summary>Says what a student's method threw and at which line of the student's. The exception may be of a hostile type.</summary>
internal static class ThrownException
{
    private const int MaxMessageCharacters = 2000;
    private const int MaxWrappings = 16;

    /// <summary>What a starter throws: no mistake, but work to be done.</summary>
    private const string NotWritten = "not written yet; it throws NotImplementedException";

    internal static CallFailed Describe(Exception exception, Assembly program)
    {
        // Reflection and the runtime wrap what was thrown in a constructor, a static constructor or behind a delegate.
        var wrappings = new List<Exception> { exception };
        while (wrappings[^1] is (TargetInvocationException or TypeInitializationException) and { InnerException: { } inner }
            && wrappings.Count < MaxWrappings)
        {
            wrappings.Add(inner);
        }

        // The line is where the innermost of them passed through the student's file, which not all of them do.
        StackFrame? frame = wrappings.AsEnumerable().Reverse().Select(wrapping => InStudentsFile(wrapping, program)).FirstOrDefault(found => found is not null);
        Exception cause = wrappings[^1];
        return new CallFailed(
            cause is OutOfMemoryException ? CallOutcome.OutOfMemory : CallOutcome.Threw,
            IsNotWritten(cause) ? NotWritten : $"{Shorten(cause.GetType().Name)}: {MessageOf(cause)}",
            frame?.GetFileName() ?? "",
            frame?.GetFileLineNumber() ?? 0);
    }

    /// <summary>Of the files in the program's symbols only the student's have a name.</summary>
    private static StackFrame? InStudentsFile(Exception exception, Assembly program) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame =>
            !string.IsNullOrEmpty(frame.GetFileName()) && frame.GetMethod()?.Module.Assembly == program);

    /// <summary>With a message of its own it says more than that.</summary>
    private static bool IsNotWritten(Exception cause) =>
        cause.GetType() == typeof(NotImplementedException) && cause.Message == new NotImplementedException().Message;

    private static string MessageOf(Exception exception)
    {
        try
        {
            return Shorten(exception.Message ?? "");
        }
        catch (Exception failure)
        {
            // The property is the student's own code.
            return $"(its message cannot be read: {Shorten(failure.GetType().Name)})";
        }
    }

    private static string Shorten(string text) => text.Length <= MaxMessageCharacters ? text : text[..MaxMessageCharacters] + "…";
}
