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
    /// <summary>One for each delegate of the result, in the order in which they are applied.</summary>
    public ImmutableArray<Application> Applications { get; init; } = [];

    /// <summary>The type of what is judged: the result, with what each of its delegates returns in the delegate's place.</summary>
    public AnswerType Judged => Result switch
    {
        GroupType group => new GroupType([.. group.Members.Select(member => (member.Name, Applied(member.Type)))]),
        _ => Applied(Result),
    };

    /// <summary>Names of the inputs that a call needs: the parameters, then those that only delegates are applied to.</summary>
    public ImmutableArray<string> Inputs =>
    [
        .. Parameters.Select(parameter => parameter.Name)
            .Concat(Applications.SelectMany(application => application.Arguments)
                .Except(Applications.Select(application => application.Member)))
            .Distinct(),
    ];

    public override string ToString() => $"{WrittenResult} {Name}({string.Join(", ", Parameters)})";

    private static AnswerType Applied(AnswerType type) => type is FunctionType function ? function.Result : type;
}
