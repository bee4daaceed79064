using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Verifying;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Yaml;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Specs;

/// <summary>A spec that has been read and found in order, with the functions that judge its questions.</summary>
/// <param name="Keys">By question.</param>
/// <param name="Places">Where each question and its entries stand.</param>
/// <param name="Given">The given code, to be compiled into every submission.</param>
public sealed record LoadedAssignment(
    Assignment Assignment, ImmutableArray<QuestionKey> Keys, ImmutableArray<QuestionPlaces> Places, SourceFile Given)
{
    /// <summary>The staff's code that the keys are made of; null where they are made of something else.</summary>
    internal KeyProgram? Program { get; init; }

    /// <summary>The spec as it stands in the file; null where it was made from something else.</summary>
    internal MappingNode? Spec { get; init; }

    /// <summary>What only the staff know; null where the spec has none.</summary>
    internal string? Seed { get; init; }

    /// <summary>Whoever has the homework can draw the points by which it is graded.</summary>
    public bool ArePointsPublic => Seed is null;

    /// <summary>There is no key, only what students have.</summary>
    public bool IsKeyFree => Program is { HasReference: false };

    /// <summary>
    /// What points are drawn from unless a run has a seed of its own: the spec's, else the homework's id, so that two runs agree
    /// and a changed statement moves no point. Students' own checks have points of their own.
    /// </summary>
    public string DefaultSeed => IsKeyFree ? $"check/{Assignment.Id}" : Seed ?? Assignment.Id;

    public string GivenFileName => Given.Name;

    /// <summary>Where a question stands in the spec.</summary>
    public SpecPlace PlaceOf(Question question) => PlacesOf(question).Question;

    /// <summary>Where what a question has stands.</summary>
    public QuestionPlaces PlacesOf(Question question) => Places[Assignment.Questions.IndexOf(question)];

    /// <exception cref="SpecException">For a question no usable point is found, or the staff's code fails.</exception>
    public SamplePlan Plan(string seed)
    {
        var problems = new SpecProblems();
        var plans = ImmutableArray.CreateBuilder<QuestionPlan>();
        foreach (Question question in Assignment.Questions)
        {
            try
            {
                plans.Add(Plan(question, seed));
            }
            catch (Exception exception) when (exception is NoUsablePointException or KeyFailureException)
            {
                problems.Add(PlaceOf(question), $"question {question.Id}: {exception.Message} (seed '{seed}')");
            }
        }

        if (!problems.Any)
        {
            CheckFollowThrough(plans.ToImmutable(), problems);
        }

        return problems.Any ? throw new SpecException(problems.Ordered) : new SamplePlan(seed, plans.ToImmutable());
    }

    private void CheckFollowThrough(ImmutableArray<QuestionPlan> plans, SpecProblems problems)
    {
        for (int index = 0; index < plans.Length; index++)
        {
            string? problem;
            try
            {
                problem = FollowThroughCheck.FirstProblem(plans[index], plans[..index]);
            }
            catch (KeyFailureException failure)
            {
                problem = failure.Message;
            }

            if (problem is not null)
            {
                problems.Add(Places[index].Of(new SpecEntry(SpecEntryKind.FollowThrough)), $"question {plans[index].Question.Id}: {problem}");
            }
        }
    }

    /// <summary>The points of one question, which do not depend on the others.</summary>
    /// <exception cref="NoUsablePointException">No point obeys the rules.</exception>
    /// <exception cref="KeyFailureException">The staff's code threw.</exception>
    public QuestionPlan Plan(Question question, string seed)
    {
        ImmutableArray<KeyedQuestion> keyed = [.. Assignment.Questions.Zip(Keys, (asked, key) => new KeyedQuestion(asked, key))];
        int index = Assignment.Questions.IndexOf(question);
        return SamplePlanner.Plan(question, Keys[index], seed) with { Others = keyed.RemoveAt(index) };
    }
}
