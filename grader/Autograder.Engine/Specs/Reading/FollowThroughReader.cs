using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs.Documents;
using Microsoft.CodeAnalysis.CSharp;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads the earlier answers that an answer builds on.</summary>
/// <param name="earlier">The answers to the questions before this one, by id, as far as they could be read.</param>
internal sealed class FollowThroughReader(SpecProblems problems, QuestionDocument document, IReadOnlyDictionary<string, AnswerSignature> earlier)
{
    /// <param name="variables">What expressions of the question may use besides.</param>
    /// <returns>The names of the earlier answers with their C# types; null when there is something wrong with them.</returns>
    internal ImmutableArray<(string Name, string Type)>? Variables(ImmutableArray<(string Name, string Type)> variables) =>
        document.FollowThrough is { From: { Count: > 0, Unread.Count: 0 } from }
        && from.All(answer => earlier.ContainsKey(answer.Value.Text) && WhyNotNamed(answer.Key.Text, variables) is null)
            ? [.. from.Select(answer => (answer.Key.Text, earlier[answer.Value.Text].Judged.ToString()!))]
            : null;

    /// <param name="variables">What expressions of the question may use besides.</param>
    internal FollowThrough? Read(Question question, ImmutableArray<(string Name, string Type)> variables)
    {
        if (document.FollowThrough is not { From: { } from, Answer: { } text, Share: { } share } follow)
        {
            return null;
        }

        if (from.Count == 0 && from.Unread.Count == 0)
        {
            problems.Add(follow.Place, "'from' names no earlier question");
        }

        if (question.Definition is ConditionsDefinition or TrainingDefinition or TextDefinition)
        {
            problems.Add(follow.Place, "several answers are right here, or none is, so that nothing can be told to follow from an earlier one");
        }

        if (share.Value <= 0)
        {
            problems.Add(share.Place, "a share of 0 gives nothing; leave 'follow-through' out");
        }

        foreach ((TextForm name, TextForm id) in from)
        {
            if (WhyNotNamed(name.Text, variables) is string reason)
            {
                problems.Add(name.Place, reason);
            }

            CheckQuestion(id, question);
        }

        return new FollowThrough([.. from.Select(answer => new EarlierAnswer(answer.Key.Text, answer.Value.Text))], text.Text, share.Value);
    }

    private static string? WhyNotNamed(string name, ImmutableArray<(string Name, string Type)> variables) =>
        !SyntaxFacts.IsValidIdentifier(name) ? $"'{name}' cannot be the name of an earlier answer: expected one such as dW"
        : variables.Any(variable => variable.Name == name) ? $"'{name}' is a size or an input of this question; give the earlier answer another name"
        : null;

    private void CheckQuestion(TextForm id, Question question)
    {
        if (!earlier.TryGetValue(id.Text, out AnswerSignature? answer))
        {
            string advice = NearestName.Of(id.Text, earlier.Keys) is string near ? $"; did you mean '{near}'?" : "";
            problems.Add(id.Place, $"no question before this one has the id '{id.Text}'{advice}");
            return;
        }

        string[] missing = [.. answer.Inputs.Except(question.Inputs.Select(input => input.Name))];
        if (missing.Length > 0)
        {
            problems.Add(id.Place, $"the answer to {id.Text} cannot be taken at the points of this question, which has no input {string.Join(", ", missing)}");
        }
    }
}
