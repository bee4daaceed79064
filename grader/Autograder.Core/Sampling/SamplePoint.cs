using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>One set of inputs at which answers are compared.</summary>
/// <param name="Label">Null for a random point.</param>
/// <param name="Inputs">By name; latent inputs included.</param>
public sealed record SamplePoint(
    string? Label, ImmutableSortedDictionary<string, int> Sizes, ImmutableSortedDictionary<string, Value> Inputs)
{
    /// <summary>What a call of the answer needs, in the order of <see cref="AnswerSignature.Inputs"/>.</summary>
    public ImmutableArray<Value> Arguments(AnswerSignature answer) => [.. answer.Inputs.Select(name => Inputs[name])];
}

/// <summary>
/// What the staff's code says about a question. The functions may throw <see cref="KeyFailureException"/>, and nothing else.
/// </summary>
/// <param name="Answer">The right answer at a point; null for prose.</param>
/// <param name="Constraints">In the order of <see cref="Question.Constraints"/>.</param>
/// <param name="Expression">The value of a special point's expression for an input.</param>
/// <param name="Objective">For a minimiser: the objective at a point with its variable replaced.</param>
public sealed record QuestionKey(
    Func<SamplePoint, Value>? Answer,
    ImmutableArray<Func<SamplePoint, bool>> Constraints,
    Func<SamplePoint, string, Value> Expression,
    Func<SamplePoint, Tensor, double>? Objective);

/// <summary>The staff's own code failed at a point; a spec problem, never a student's.</summary>
public sealed class KeyFailureException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No point could be drawn that obeys the rules; the message names the rule that failed most.</summary>
public sealed class NoUsablePointException(string message) : Exception(message);
