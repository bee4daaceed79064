using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Tests.Support;

internal static class Signatures
{
    /// <summary>A homework that asks for methods of these signatures, and knows nothing else.</summary>
    internal static Assignment Homework(params string[] signatures) => new(
        "homework", "Homework", [.. signatures.Select((signature, index) => Question($"{index + 1}", signature))], Limits.Default, "");

    private static Question Question(string id, string signature) => new(
        id,
        $"Question {id}",
        Points: 1,
        "",
        SignatureParser.Parse(new TextForm(new SpecPlace("assignment.yaml", 1, 1), signature), new SpecProblems())!,
        new ValueDefinition(),
        ImmutableSortedDictionary<string, SizeRange>.Empty,
        Inputs: [],
        Constraints: [],
        SpecialPoints: [],
        Tolerance.Default,
        Limits.Default);
}
