using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Autograder.Engine.Sandboxing;
using Autograder.Sandbox.Confinement;

namespace Autograder.Cli.Display;

/// <summary>What was found out about the sandbox, for people and for programs.</summary>
internal static class SandboxText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Of(SandboxReport report)
    {
        var text = new StringBuilder($"{Machine()}\n\n");
        text.Append(OfLayers(report)).Append('\n').Append(OfAttempts(report)).Append('\n');
        text.Append($"Level: {Name(report.Level)}. {Promise(report.Level)}");
        return text.ToString();
    }

    internal static string ToJson(SandboxReport report) => JsonSerializer.Serialize(
        new
        {
            Level = Name(report.Level),
            Machine = Machine(),
            Layers = report.Layers.Select(state => new { Name = state.Layer.Name(), Works = state.Failure is null, state.Failure, state.Remedy }),
            SelfTest = report.Attempts.Select(attempt => new { Attempt = attempt.What, attempt.IsStopped }),
        },
        Json);

    /// <summary>Why nothing was graded, and what to do about it.</summary>
    internal static string OfRefusal(SandboxReport report, SandboxLevel required) =>
        $"This machine cannot hold strangers' code as required: it is {Name(report.Level)}, and {Name(required)} is required. Nothing was run.\n"
        + OfLayers(report)
        + OfAttempts(report)
        + "`autograder doctor` says more. --sandbox limited asks for less; --allow-unsandboxed goes on all the same, and every report says so.";

    private static string OfLayers(SandboxReport report) => string.Concat(report.Layers.Select(state => state.Failure is null
        ? $"  ok  {state.Layer.Name(),-13} {What(state.Layer)}\n"
        : $"  no  {state.Layer.Name(),-13} {state.Failure}{(state.Remedy is null ? "" : $"; {state.Remedy}")}\n"));

    private static string OfAttempts(SandboxReport report)
    {
        string[] through = [.. report.Attempts.Where(attempt => !attempt.IsStopped).Select(attempt => attempt.What)];
        return $"Self-test: a program in this sandbox was stopped in {report.Attempts.Length - through.Length} of {report.Attempts.Length} attempts"
            + (through.Length == 0 ? ".\n" : $"; it could {string.Join(", ", through)}.\n");
    }

    private static string What(Layers layer) => layer switch
    {
        Layers.Limits => "processor time, memory, files and descriptors are limited",
        Layers.ParentDeath => "the kernel ends workers when the grader dies",
        Layers.NonDumpable => "other programs of the same user cannot look into workers",
        Layers.PrivateUser => "each worker is a user of its own, without capabilities",
        Layers.SystemCalls => "a filter on every thread lets through memory, time, threads and open pipes",
        Layers.Landlock => "files, TCP ports and signals are out of reach from before the runtime starts",
        Layers.Namespaces => "a network, System V objects and a host name of their own",
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, message: null),
    };

    private static string Promise(SandboxLevel level) => level switch
    {
        SandboxLevel.None => "Strangers' code may do what you may.",
        SandboxLevel.Limited => "Strangers' code can use up little, but may read and send what you may.",
        SandboxLevel.Confined => "Strangers' code can compute, and answer; grade needs this much.",
        SandboxLevel.Isolated => "Strangers' code can compute, and answer, and would stand alone even without the filter.",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, message: null),
    };

    private static string Machine() =>
        $"{RuntimeInformation.OSDescription}, {Name(RuntimeInformation.ProcessArchitecture)}, {RuntimeInformation.FrameworkDescription}, user {Environment.UserName}";

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
