using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Compiling;

/// <summary>The student's method that answers a question, or why there is none.</summary>
/// <param name="Place">Null when there is none.</param>
/// <param name="Verdict">What the question comes to when there is none.</param>
public sealed record Binding(MethodPlace? Place, Verdict Verdict, Feedback? Feedback)
{
    /// <summary>Where the method that answers, or was meant to, stands in the student's file; null where there is none.</summary>
    public SourceLine? Line { get; init; }
}

/// <summary>
/// Finds, for every question, the method that answers it, by name in whatever class holds it. A missing method, a misspelled
/// one, one of other types, several of the same kind and one that does not compile are told apart.
/// </summary>
public static class MethodBinder
{
    private const int ShownErrors = 3;

    /// <summary>The compiler's code for methods and statements outside of any class.</summary>
    private const string TopLevelStatements = "CS8805";

    public static ImmutableArray<Binding> Bind(Assignment assignment, CompiledSubmission submission) =>
        [.. assignment.Questions.Select(question => submission.Program is null
            ? NotCompiled(submission)
            : Bind(assignment, question.Answer, submission.Methods))];

    private static Binding NotCompiled(CompiledSubmission submission) => submission.Errors.Any(error => error.IsForbidden)
        ? new(null, Verdict.ForbiddenApi, new Feedback(
            "forbidden-api",
            "Nothing could be run, because the program uses what is not available here; the messages at the head of the report say what, and where.",
            "Take it out where it stands; no question needs it."))
        : new(null, Verdict.CompilationError, new Feedback(
        "does-not-compile",
        submission.WhyNotCompiled is string reason
            ? $"Nothing could be run: {reason}."
            : "Nothing could be run, because the program does not compile; the compiler's messages stand at the head of the report.",
        submission.Errors.Any(error => error.Code == TopLevelStatements)
            ? "Methods stand in a class: public static class Answers { … }"
            : "Build it at home first; the first message is usually the cause of the others."));

    private static Binding Bind(Assignment assignment, AnswerSignature expected, ImmutableArray<MethodDescription> methods)
    {
        MethodDescription[] named = [.. methods.Where(method => method.Place.Method == expected.Name)];
        MethodDescription[] fitting = Nearest(expected, [.. named.Where(method => Fits(expected, method) && method.WhyNotCallable.Length == 0)]);
        return (named.Length, fitting.Length) switch
        {
            (0, _) => Missing(assignment, expected, methods),
            (_, 0) when Array.Find(named, method => method.Errors.Length > 0) is { } broken => Broken(broken),
            (_, 0) => WrongSignature(expected, Array.Find(named, method => Fits(expected, method)) ?? named[0]),
            (_, 1) => fitting[0].Errors.Length == 0 ? new Binding(fitting[0].Place, default, null) { Line = LineOf(fitting[0]) } : Broken(fitting[0]),
            _ => Ambiguous(expected, fitting),
        };
    }

    /// <summary>Of several, the one with exactly the types asked for: an overload for arrays may stand beside it.</summary>
    private static MethodDescription[] Nearest(AnswerSignature expected, MethodDescription[] fitting) =>
        fitting.Length > 1 && fitting.Where(method => IsExact(expected, method)).ToArray() is [var exact] ? [exact] : fitting;

    private static bool IsExact(AnswerSignature expected, MethodDescription method) =>
        CSharpTypes.Short(method.ResultType) == expected.WrittenResult
        && method.ParameterTypes.Select(CSharpTypes.Short).SequenceEqual(expected.Parameters.Select(parameter => parameter.Written));

    private static bool Fits(AnswerSignature expected, MethodDescription method) =>
        method.ParameterTypes.Length == expected.Parameters.Length
        && method.ParameterTypes.Zip(expected.Parameters).All(pair => CSharpTypes.IsParameterFor(pair.Second.Type, pair.First))
        && CSharpTypes.IsResultFor(expected.Result, method.ResultType);

    private static Binding Missing(Assignment assignment, AnswerSignature expected, ImmutableArray<MethodDescription> methods)
    {
        var others = assignment.Questions.Select(question => question.Answer.Name).ToHashSet(StringComparer.Ordinal);
        string[] candidates = [.. methods.Select(method => method.Place.Method).Distinct().Where(name => !others.Contains(name))];
        if (NearestName.Of(expected.Name, candidates) is not string near)
        {
            return new Binding(null, Verdict.Missing, new Feedback("missing", $"There is no method {expected.Name}. Expected: {expected}"));
        }

        MethodDescription meant = methods.First(method => method.Place.Method == near);
        return new Binding(null, Verdict.Missing, new Feedback(
            "misnamed",
            $"There is no method {expected.Name}. Expected: {expected}",
            $"Is {near} ({LineOf(meant)}) meant for it? Names must match letter by letter."))
        {
            Line = LineOf(meant),
        };
    }

    private static Binding WrongSignature(AnswerSignature expected, MethodDescription found) =>
        new(null, Verdict.CompilationError, new Feedback(
            "wrong-signature",
            found.WhyNotCallable.Length > 0
                ? $"{found.Place.Method} ({LineOf(found)}) cannot be called: {found.WhyNotCallable}. Expected: {expected}"
                : $"{found.Place.Method} ({LineOf(found)}) has another signature. Expected: {expected}; found: {Show(found)}",
            found.WhyNotCallable.Length > 0
                ? "Make it a static method without type parameters, in a class without any."
                : "Parameters are matched by their order and types; arrays may stand for vectors and matrices."))
        {
            Line = LineOf(found),
        };

    private static Binding Ambiguous(AnswerSignature expected, MethodDescription[] found) =>
        new(null, Verdict.CompilationError, new Feedback(
            "ambiguous",
            $"{found.Length} methods could answer this question: {string.Join(", ", found.Select(method => $"{method.Place.Type}.{method.Place.Method} ({LineOf(method)})"))}. Expected one: {expected}",
            "Keep the one that you want to be judged by."))
        {
            Line = LineOf(found[0]),
        };

    private static Binding Broken(MethodDescription method) => Array.TrueForAll(method.Errors, error => error.IsForbidden)
        ? new(null, Verdict.ForbiddenApi, new Feedback(
            "forbidden-api",
            $"{method.Place.Method} was not run, because of what it uses: {Show(method.Errors)}",
            "No question needs it. The other methods were graded without this one."))
        {
            Line = LineOf(method),
        }
        : new(null, Verdict.CompilationError, new Feedback(
            "does-not-compile", $"{method.Place.Method} does not compile: {Show(method.Errors)}", "The other methods were graded without it."))
        {
            Line = LineOf(method),
        };

    private static string Show(IReadOnlyCollection<SourceError> errors) =>
        string.Join("; ", errors.Take(ShownErrors)) + (errors.Count > ShownErrors ? $"; and {errors.Count - ShownErrors} more" : "");

    private static string Show(MethodDescription method) =>
        $"{CSharpTypes.Short(method.ResultType)} {method.Place.Method}({string.Join(", ", method.ParameterTypes.Select(CSharpTypes.Short))})";

    private static SourceLine LineOf(MethodDescription method) => new(method.File, method.Line, method.Column);
}
