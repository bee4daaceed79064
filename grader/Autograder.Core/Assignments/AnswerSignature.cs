using System.Collections.Immutable;

namespace Autograder.Core.Assignments;

/// <param name="Written">The type as the staff wrote it; students are shown this one.</param>
public sealed record Parameter(string Name, AnswerType Type, string Written)
{
    public override string ToString() => $"{Written} {Name}";
}

/// <summary>The method that answers a question: what students write, and what the key provides.</summary>
/// <param name="WrittenResult">The type of the result as the staff wrote it.</param>
public sealed record AnswerSignature(string Name, ImmutableArray<Parameter> Parameters, AnswerType Result, string WrittenResult)
{
    public override string ToString() => $"{WrittenResult} {Name}({string.Join(", ", Parameters)})";
}
