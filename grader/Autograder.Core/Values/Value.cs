using System.Collections.Immutable;

namespace Autograder.Core.Values;

/// <summary>What goes into a question's method or comes out of it. Immutable.</summary>
public abstract record Value
{
    /// <summary>
    /// The numeric parts with their names, in order: one with the empty name for a plain number, vector or matrix;
    /// one per member of a group; none for text and functions.
    /// </summary>
    public virtual IEnumerable<(string Name, Tensor Tensor)> NumericParts => [];
}

/// <summary>A number, vector, matrix or tensor.</summary>
public sealed record NumericValue(Tensor Tensor) : Value
{
    public override IEnumerable<(string Name, Tensor Tensor)> NumericParts => [("", Tensor)];
}

/// <summary>Parts with names, such as (dW1, db1); each is judged by itself.</summary>
public sealed record GroupValue(ImmutableArray<(string Name, Value Value)> Members) : Value
{
    public override IEnumerable<(string Name, Tensor Tensor)> NumericParts =>
        Members.SelectMany(member => member.Value.NumericParts.Select(part =>
            (part.Name.Length == 0 ? member.Name : $"{member.Name}.{part.Name}", part.Tensor)));
}

/// <summary>A choice, a filled-in blank or prose.</summary>
public sealed record TextValue(string Text) : Value;

/// <summary>Several choices.</summary>
public sealed record TextListValue(ImmutableArray<string> Texts) : Value;

/// <summary>
/// A function handed to the answer as a delegate: what the homework's <paramref name="Factory"/> returns for
/// <paramref name="Arguments"/>. It travels by name, because code cannot travel as data.
/// </summary>
public sealed record FunctionValue(string Factory, ImmutableArray<Value> Arguments) : Value;
