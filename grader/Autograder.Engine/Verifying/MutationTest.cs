using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;

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
        var compiler = new MutantCompiler(program);
        long patience = LeastPatience + (PatienceFactor * StepsOfKey(loaded, compiler, trials));

        ImmutableArray<MutantSource> sources = [.. MutantSources.Of(program, reach)];
        var fates = new MutantFate?[sources.Length];
        Parallel.For(0, sources.Length, index => fates[index] = FateOf(sources[index], compiler, trials, patience));

        var judgements = new MutationJudgements(program.ReferenceTree);
        ImmutableArray<MutationOutcome> outcomes = [.. sources.Zip(fates).Where(pair => pair.Second is not null)
            .Select(pair => Outcome(pair.First, pair.Second!.Value, judgements, trials))];
        return new MutationScore(outcomes, judgements.Unused, sources.Length - outcomes.Length);
    }

    private static MutationOutcome Outcome(MutantSource source, MutantFate fate, MutationJudgements judgements, ImmutableArray<MutationTrial> trials)
    {
        string? judgement = fate == MutantFate.Survived ? judgements.Find(source.Mutant) : null;
        return new MutationOutcome(
            source.Mutant,
            judgement is null ? fate : MutantFate.Equivalent,
            judgement,
            [.. source.ReachedBy.Select(index => trials[index].Id)]);
    }

    /// <returns>Null when it does not compile.</returns>
    private static MutantFate? FateOf(MutantSource source, MutantCompiler compiler, ImmutableArray<MutationTrial> trials, long patience)
    {
        using MutantProgram? mutant = compiler.Compile(source.Text);
        if (mutant is null)
        {
            return null;
        }

        mutant.Allow(patience);
        return source.ReachedBy.All(index => trials[index].Accepts(mutant)) ? MutantFate.Survived : MutantFate.Rejected;
    }

    private static long StepsOfKey(LoadedAssignment loaded, MutantCompiler compiler, ImmutableArray<MutationTrial> trials)
    {
        using MutantProgram unchanged = compiler.Compile(compiler.Reference)!;
        unchanged.Allow(long.MaxValue);
        var problems = new SpecProblems();
        foreach (MutationTrial trial in trials.Where(trial => !trial.Accepts(unchanged)))
        {
            int place = loaded.Assignment.Questions.IndexOf(trial.Question);
            problems.Add(loaded.Places[place], $"question {trial.Id}: the key does not give its own answers again");
        }

        return problems.Any ? throw new SpecException(problems.Ordered) : long.MaxValue - unchanged.Left;
    }
}
