using System.Collections.Immutable;

namespace Autograder.Core.Assignments;

/// <summary>What a delegate of an answer is applied to. Code cannot be compared; what it returns can, and is judged in its place.</summary>
/// <param name="Member">The delegate's name in the answer's tuple; <see cref="Whole"/> when the answer itself is the delegate.</param>
/// <param name="Arguments">Names of inputs of the question, or of members that are applied before this one.</param>
public sealed record Application(string Member, ImmutableArray<string> Arguments)
{
    /// <summary>Stands for an answer that is one single delegate.</summary>
    public const string Whole = "answer";
}
