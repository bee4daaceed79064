using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Verifying;

/// <summary>
/// Changes the reference in one place at a time, as a student might have written it, and grades every such mutant at the points
/// of the plan. A mutant that is accepted is a mistake that these points would accept from a student, or no mistake at all.
/// </summary>
/// <remarks>
/// What only training reaches is left as it is, because a run takes seconds. So is what only misconceptions, accepted answers and
/// expressions of the spec call: they are not what is graded by.
/// </remarks>
public static class MutationTest
{
    /// <summary>Of the steps that the key itself takes; a mutant that takes more is one that does not end.</summary>
    private const int PatienceFactor = 10;

    private const long LeastPatience = 100_000;

    /// <exception cref="SpecException">The key does not give its own answers again.</exception>
    public static MutationScore Run(LoadedAssignment loaded, SamplePlan plan)
    {
        KeyProgram program = loaded.Program ?? throw new ArgumentException("The homework was loaded without its key.", nameof(loaded));
        ImmutableArray<MutationTrial> trials =
            [.. plan.Questions.Where(question => question.Key.Answer is not null && question.Question.Definition is not TrainingDefinition)
                .Select(question => new MutationTrial(question, program.AnswerTo(question.Question.Answer)!))];
        var reach = new MutationReach(program, [.. trials.Select(trial => trial.Function)]);
        ImmutableArray<Mutation> mutations = [.. Mutations.Of(program, reach)];
        (MutantProgram mutants, ImmutableHashSet<int> stillborn) = MutantCompiler.Compile(program, mutations);
        using (mutants)
        {
            long patience = LeastPatience + (PatienceFactor * StepsOfKey(loaded, mutants, trials));
            var judgements = new MutationJudgements(program.ReferenceTree);
            ImmutableArray<MutationOutcome> outcomes = [.. Enumerable.Range(0, mutations.Length).Where(index => !stillborn.Contains(index + 1))
                .Select(index =>
                {
                    mutants.Become(index + 1, patience);
                    return Try(mutants, mutations[index], trials, judgements);
                })];
            return new MutationScore(outcomes, judgements.Unused, stillborn.Count);
        }
    }

    private static MutationOutcome Try(MutantProgram mutant, Mutation mutation, ImmutableArray<MutationTrial> trials, MutationJudgements judgements)
    {
        bool isAccepted = mutation.ReachedBy.All(index => trials[index].Accepts(mutant));
        string? judgement = isAccepted ? judgements.Find(mutation.Mutant) : null;
        return new MutationOutcome(
            mutation.Mutant,
            !isAccepted ? MutantFate.Rejected : judgement is null ? MutantFate.Survived : MutantFate.Equivalent,
            judgement,
            [.. mutation.ReachedBy.Select(index => trials[index].Id)]);
    }

    private static long StepsOfKey(LoadedAssignment loaded, MutantProgram mutants, ImmutableArray<MutationTrial> trials)
    {
        mutants.Become(0, long.MaxValue);
        var problems = new SpecProblems();
        foreach (MutationTrial trial in trials.Where(trial => !trial.Accepts(mutants)))
        {
            int place = loaded.Assignment.Questions.IndexOf(trial.Question);
            problems.Add(loaded.Places[place].Question, $"question {trial.Id}: the key does not give its own answers again");
        }

        return problems.Any ? throw new SpecException(problems.Ordered) : long.MaxValue - mutants.StepsLeft;
    }
}
