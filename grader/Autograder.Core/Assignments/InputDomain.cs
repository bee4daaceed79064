using System.Collections.Immutable;

namespace Autograder.Core.Assignments;

/// <summary>An extent: a number, or a name that is bound to a number anew at every point.</summary>
public readonly record struct Extent(string? Name, int Fixed)
{
    public int At(IReadOnlyDictionary<string, int> sizes) => Name is null ? Fixed : sizes[Name];

    public override string ToString() => Name ?? $"{Fixed}";
}

/// <summary>Where one input is drawn from. An input that is no parameter of the answer is latent: other inputs use it.</summary>
/// <param name="Extents">None for a number and for a delegate.</param>
public abstract record InputDomain(string Name, ImmutableArray<Extent> Extents);

/// <summary>
/// Numbers. Entries are independent with |entry| uniform in [<paramref name="Least"/>, <paramref name="Most"/>], kept
/// away from 0, ½, 1 and 2, which hide mistakes, and from each other.
/// </summary>
public sealed record NumericDomain(
    string Name, ImmutableArray<Extent> Extents, NumericKind Kind, double Least, double Most) : InputDomain(Name, Extents);

public enum NumericKind
{
    /// <summary>Both signs; every vector has both.</summary>
    Signed,

    /// <summary>Greater than 0.</summary>
    Positive,

    /// <summary>0 or 1; every vector has both. Labels, so never perturbed.</summary>
    Binary,

    /// <summary>Whole numbers between the bounds. Never perturbed.</summary>
    Integer,
}

/// <summary>Not drawn: the value of a C# <paramref name="Expression"/> over sizes and the inputs before it.</summary>
public sealed record ComputedDomain(string Name, ImmutableArray<Extent> Extents, string Expression) : InputDomain(Name, Extents);

/// <summary>Not drawn: the same data at every point.</summary>
public sealed record DataDomain(string Name, Values.Tensor Data)
    : InputDomain(Name, [.. Data.Shape.Extents.Select(extent => new Extent(null, extent))]);

/// <summary>
/// A delegate out of a family. Every function input of a question takes the same place in its list at a point, so that
/// a Jacobian belongs to its function.
/// </summary>
public sealed record FunctionDomain(string Name, ImmutableArray<FunctionCall> Family) : InputDomain(Name, []);

/// <summary>A call of a factory in Given.cs with other inputs as arguments, such as <c>Waves(A, B)</c>.</summary>
public sealed record FunctionCall(string Factory, ImmutableArray<string> Arguments);

/// <summary>The values that a named extent may take, both ends included.</summary>
public readonly record struct SizeRange(int Least, int Most);

/// <summary>
/// A labelled point on top of the random ones, where something special happens (a zero residual, a large exponent, the
/// homework's own numbers). What it does not fix is drawn.
/// </summary>
/// <param name="Expressions">C# expressions over the other inputs, by input.</param>
public sealed record SpecialPoint(
    string Label,
    ImmutableSortedDictionary<string, int> Sizes,
    ImmutableSortedDictionary<string, Values.Tensor> Inputs,
    ImmutableSortedDictionary<string, string> Expressions);
