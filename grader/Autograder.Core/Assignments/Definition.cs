using System.Collections.Immutable;

namespace Autograder.Core.Assignments;

/// <summary>What an answer is the answer <em>of</em>. It says how the answer is judged.</summary>
public abstract record Definition;

/// <summary>
/// A derivative of the given <paramref name="Function"/> with respect to its parameter <paramref name="Variable"/>.
/// Layout: the derivative of a scalar has the shape of the variable; a Jacobian has a row per output.
/// </summary>
public sealed record DerivativeDefinition(DerivativeKind Kind, string Function, string Variable) : Definition;

public enum DerivativeKind
{
    Derivative,
    Gradient,
    Jacobian,
    Hessian,
}

/// <summary>The <paramref name="Variable"/> at which the given scalar <paramref name="Function"/> is smallest.</summary>
public sealed record MinimiserDefinition(string Function, string Variable) : Definition;

/// <summary>Another form of the given <paramref name="Function"/>, with the same value everywhere.</summary>
public sealed record EquivalentFormDefinition(string Function) : Definition;

/// <summary>Whatever the key returns; nothing given determines it.</summary>
public sealed record ValueDefinition : Definition;

/// <summary>Exactly one of the options, or any set of them when <paramref name="Several"/>.</summary>
public sealed record ChoiceDefinition(ImmutableArray<ChoiceOption> Options, bool Several) : Definition;

/// <param name="Key">What a student's method returns to choose it.</param>
/// <param name="Text">What the homework prints; accepted as well.</param>
public sealed record ChoiceOption(string Key, string Text);

/// <summary>A short text that must equal the key's, up to white space at its ends.</summary>
public sealed record BlankDefinition : Definition;

/// <summary>Prose for a person to judge: a derivation, a comment, an attestation. The grader keeps it and scores nothing.</summary>
public sealed record TextDefinition : Definition;
