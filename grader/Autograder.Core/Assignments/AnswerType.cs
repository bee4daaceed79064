using System.Collections.Immutable;

namespace Autograder.Core.Assignments;

/// <summary>
/// The mathematical type of a parameter or an answer. Several C# types stand for the same one (an array for a
/// vector), and all of them are accepted; <see cref="ToString"/> names it as a student would look for it.
/// </summary>
public abstract record AnswerType;

/// <summary>A double, whole number or truth value.</summary>
public sealed record ScalarType(ScalarKind Kind) : AnswerType
{
    public override string ToString() => Kind switch
    {
        ScalarKind.Real => "double",
        ScalarKind.Integer => "int",
        _ => "bool",
    };
}

public enum ScalarKind
{
    Real,
    Integer,
    Truth,
}

/// <summary>Numbers with <paramref name="Rank"/> indices: 1 a vector, 2 a matrix, 3 and 4 n-way arrays.</summary>
public sealed record TensorType(int Rank) : AnswerType
{
    public override string ToString() => Rank switch
    {
        1 => "Vector<double>",
        2 => "Matrix<double>",
        _ => $"double[{new string(',', Rank - 1)}]",
    };
}

/// <summary>One string.</summary>
public sealed record TextType : AnswerType
{
    public override string ToString() => "string";
}

/// <summary>Several strings.</summary>
public sealed record TextListType : AnswerType
{
    public override string ToString() => "string[]";
}

/// <summary>A tuple of named parts.</summary>
public sealed record GroupType(ImmutableArray<(string Name, AnswerType Type)> Members) : AnswerType
{
    public bool Equals(GroupType? other) => other is not null && Members.SequenceEqual(other.Members);

    public override int GetHashCode() => Members.Length;

    public override string ToString() => $"({string.Join(", ", Members.Select(member => $"{member.Type} {member.Name}".Trim()))})";
}

/// <summary>A delegate Func&lt;…, result&gt;.</summary>
public sealed record FunctionType(ImmutableArray<AnswerType> Parameters, AnswerType Result) : AnswerType
{
    public bool Equals(FunctionType? other) =>
        other is not null && Parameters.SequenceEqual(other.Parameters) && Result == other.Result;

    public override int GetHashCode() => HashCode.Combine(Parameters.Length, Result);

    public override string ToString() => $"Func<{string.Join(", ", Parameters.Append(Result))}>";
}
