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
    /// <summary>Which member of their families the functions are, counted round.</summary>
    public int FamilyPlace { get; init; }

    /// <summary>What a call of the answer needs, in the order of <see cref="AnswerSignature.Inputs"/>.</summary>
    public ImmutableArray<Value> Arguments(AnswerSignature answer) => [.. answer.Inputs.Select(name => Inputs[name])];

    /// <summary>Of an input that is numbers.</summary>
    public Tensor NumbersOf(string input) => ((NumericValue)Inputs[input]).Tensor;

    public SamplePoint With(string input, Value value) => this with { Inputs = Inputs.SetItem(input, value) };
}

/// <summary>
/// What the staff's code says about a question. The functions may throw <see cref="KeyFailureException"/>, and nothing else.
/// </summary>
/// <param name="Answer">The right answer at a point; null for prose.</param>
/// <param name="Constraints">In the order of <see cref="Question.Constraints"/>.</param>
/// <param name="Expression">The value of a special point's or a computed input's expression.</param>
/// <param name="Given">What a given function returns at a point, in which a variable may have been replaced.</param>
/// <param name="Conditions">Whether an answer meets each of the question's conditions, in their order.</param>
/// <param name="Measure">For training: the number by which the returned weights are judged.</param>
public sealed record QuestionKey(
    Func<SamplePoint, Value>? Answer,
    ImmutableArray<Func<SamplePoint, bool>> Constraints,
    Func<SamplePoint, string, Value> Expression,
    Func<string, SamplePoint, Tensor> Given,
    ImmutableArray<Func<SamplePoint, Value, bool>> Conditions,
    Func<SamplePoint, Value, double>? Measure)
{
    /// <summary>
    /// The right answer once more, by differences of another width: by what both say alike can be judged. Null where the answer is
    /// the staff's.
    /// </summary>
    public Func<SamplePoint, Value>? Recomputed { get; init; }

    /// <summary>What each of the question's misconceptions makes of the answer, in their order.</summary>
    public ImmutableArray<Func<SamplePoint, Value>> Misconceptions { get; init; } = [];

    /// <summary>In the order of <see cref="Question.Accepts"/>.</summary>
    public ImmutableArray<Func<SamplePoint, Value>> Accepts { get; init; } = [];

    /// <summary>In the order of <see cref="Question.Terms"/>; each of the shape of its part.</summary>
    public ImmutableArray<Func<SamplePoint, Tensor>> Terms { get; init; } = [];

    /// <summary>Whether an answer satisfies each of <see cref="Question.Invariants"/>.</summary>
    public ImmutableArray<Func<SamplePoint, Value, bool>> Invariants { get; init; } = [];

    /// <summary>The right answer at a point, given answers to the earlier questions there by their names; null when it builds on none.</summary>
    public Func<SamplePoint, ImmutableSortedDictionary<string, Value>, Value>? FollowThrough { get; init; }
}

/// <summary>The staff's own code failed at a point; a spec problem, never a student's.</summary>
public sealed class KeyFailureException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No point could be drawn that obeys the rules; the message names the rule that failed most.</summary>
public sealed class NoUsablePointException(string message) : Exception(message);
