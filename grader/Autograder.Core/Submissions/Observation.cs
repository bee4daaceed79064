using System.Collections.Immutable;
using Autograder.Core.Values;

namespace Autograder.Core.Submissions;

/// <summary>What one call of a student's method at one point came to.</summary>
public abstract record Observation;

/// <param name="ChangedInputs">Parameters whose contents the call changed.</param>
/// <param name="ReturnedInput">The parameter whose own object was returned as the answer, if any.</param>
public sealed record ReturnedValue(Value Value, ImmutableArray<string> ChangedInputs, string? ReturnedInput) : Observation;

public sealed record FaultObservation(Fault Fault) : Observation;

/// <summary>
/// Everything seen of a student's method on one question: each point called once in order and, where calls are repeated, once
/// more in reverse order on fresh copies. After a fault that ended the process the lists are shorter than the plan.
/// </summary>
/// <param name="First">By point.</param>
/// <param name="Second">By point, once more; null where the call did not take place.</param>
/// <param name="Console">What the calls printed, capped.</param>
public sealed record QuestionObservations(
    ImmutableArray<Observation> First, ImmutableArray<Observation?> Second, string Console);
