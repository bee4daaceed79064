using System.Collections.Immutable;
using Autograder.Core.Values;

namespace Autograder.Core.Assignments;

/// <summary>What an answer is the answer <em>of</em>. It says how the answer is judged.</summary>
public abstract record Definition
{
    /// <summary>The given functions fix the answer: what is right can be computed without any key.</summary>
    public bool IsDetermined =>
        this is DerivativeDefinition or MinimiserDefinition or UpdateStepDefinition or TaylorDefinition or EquivalentFormDefinition;
}

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

/// <summary>
/// <paramref name="Variable"/> after one step of gradient descent on the given <paramref name="Function"/>: variable − rate ·
/// gradient, where every gradient of a question is taken at the old values. Compared as a step, (old − new) / rate.
/// </summary>
public sealed record UpdateStepDefinition(string Function, string Variable, StepRate Rate) : Definition;

/// <summary>A learning rate: an input's name, or the number that the homework fixes.</summary>
public readonly record struct StepRate(string? Name, double Fixed);

/// <summary>
/// The value of the Taylor polynomial of the given <paramref name="Function"/> of the order 1 or 2 around a point, at
/// <paramref name="Variable"/>.
/// </summary>
public sealed record TaylorDefinition(string Function, string Variable, int Order, Tensor Around) : Definition;

/// <summary>Another form of the given <paramref name="Function"/>, with the same value everywhere.</summary>
public sealed record EquivalentFormDefinition(string Function) : Definition;

/// <summary>Whatever the key returns; nothing given determines it.</summary>
public sealed record ValueDefinition : Definition;

/// <summary>The extents of something, such as (rows, columns) of a Jacobian: whole numbers.</summary>
public sealed record ShapeDefinition : Definition;

/// <summary>
/// Any answer that meets every condition; the key's is one of them. Shapes are asked of every answer as the key's has them.
/// </summary>
public sealed record ConditionsDefinition(ImmutableArray<Condition> Conditions) : Definition;

/// <param name="Expression">A C# condition over inputs, sizes and <c>answer</c>.</param>
/// <param name="Otherwise">What students are told when it does not hold; it does not give an answer away.</param>
public sealed record Condition(string Expression, string Otherwise);

/// <summary>
/// Trained weights, judged by a number that the grader computes from them, such as the accuracy on data held out. Each member
/// of the answer has the shape of the parameter of its name: the initial weights.
/// </summary>
/// <param name="Measure">A C# number over inputs, sizes and <c>answer</c>; null where it takes the key, which is not at hand.</param>
public sealed record TrainingDefinition(string? Measure, Goal Goal) : Definition;

/// <summary>A bound that a measured number keeps.</summary>
public readonly record struct Goal(double Bound, bool IsLeast)
{
    /// <summary>False for NaN.</summary>
    public bool IsReached(double measured) => IsLeast ? measured >= Bound : measured <= Bound;
}

/// <summary>An answer with named parts, each of which is the answer of something of its own.</summary>
public sealed record PartsDefinition(ImmutableArray<QuestionPart> Parts) : Definition
{
    /// <summary>Otherwise all parts must be right to earn the question's points.</summary>
    public bool HavePoints => Parts.All(part => part.Points is not null);

    /// <param name="name">Of a number in the answer; a part that is itself a group has several.</param>
    public QuestionPart Of(string name) =>
        Parts.First(part => name == part.Name || name.StartsWith($"{part.Name}.", StringComparison.Ordinal));
}

/// <param name="Points">Null where the points stand at the question.</param>
public sealed record QuestionPart(string Name, double? Points, Definition Definition);

/// <summary>Exactly one of the options, or any set of them when <paramref name="Several"/>.</summary>
public sealed record ChoiceDefinition(ImmutableArray<ChoiceOption> Options, bool Several) : Definition;

/// <param name="Key">What a student's method returns to choose it.</param>
/// <param name="Text">What the homework prints; accepted as well.</param>
public sealed record ChoiceOption(string Key, string Text);

/// <summary>A short text that must equal the key's, up to white space at its ends.</summary>
public sealed record BlankDefinition : Definition;

/// <summary>Prose for a person to judge: a derivation, a comment, an attestation. The grader keeps it and scores nothing.</summary>
public sealed record TextDefinition : Definition;
