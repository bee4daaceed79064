using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Benchmarks;

/// <summary>What a submission costs in a warm batch, by phase and one after the other.</summary>
internal static class PhaseBenchmark
{
    internal static void Run(int repeats)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Repository.PathTo("problems", "matrix-calculus"));
        SamplePlan plan = loaded.Plan(loaded.DefaultSeed);
        Submission submission = new SubmissionReader(loaded.GivenFileName)
            .Read([Repository.PathTo("submissions-sample", "matrix-calculus", "correct-mathnet")]).Submissions[0];
        using var compiler = new CompilerClient(ProcessPaths.Installed);
        Measurements compile = new("compile (warm compiler process)"), spawn = new("spawn (worker until ready)"),
            run = new($"run ({plan.Questions.Length} questions, every point twice)"), compare = new("compare, diagnose, score");
        for (int repeat = -2; repeat < repeats; repeat++)
        {
            bool isWarmUp = repeat < 0;
            Measurements Of(Measurements measured) => isWarmUp ? new Measurements("") : measured;
            CompiledSubmission compiled = Of(compile).Time(() => compiler.Compile(loaded.Given, submission));
            ImmutableArray<Binding> bindings = MethodBinder.Bind(loaded.Assignment, compiled);
            using WorkerSession session = Of(spawn).Time(() => WorkerSession.Start(ProcessPaths.Installed.Worker, loaded.Assignment.Limits, ProcessPaths.Installed.Sandbox.Layers));
            ImmutableArray<QuestionObservations> observations = Of(run).Time(() => Ask(session, compiled, plan, bindings));
            ImmutableArray<QuestionGrade> grades = Of(compare).Time(() => Grade(plan, observations));
            if (grades.Any(grade => grade.Verdict is not (Verdict.Correct or Verdict.Manual)))
            {
                throw new InvalidOperationException("the benchmark's submission is not correct");
            }
        }

        foreach (Measurements phase in (Measurements[])[compile, spawn, run, compare])
        {
            Console.WriteLine(phase.Line);
        }
    }

    private static ImmutableArray<QuestionObservations> Ask(
        WorkerSession session, CompiledSubmission compiled, SamplePlan plan, ImmutableArray<Binding> bindings)
    {
        session.Load(compiled.Program!);
        return [.. plan.Questions.Select((question, index) => session.Ask(
            MethodCalls.Of(question, bindings[index].Place!).ToMessage(),
            question.Question,
            new Budget(question.Question.Limits)))];
    }

    private static ImmutableArray<QuestionGrade> Grade(SamplePlan plan, ImmutableArray<QuestionObservations> observations) =>
        [.. plan.Questions.Select((question, index) =>
        {
            QuestionComparison comparison = QuestionComparison.Of(question, observations[index]);
            return QuestionScorer.Score(question.Question, observations[index], comparison, Diagnosis.Of(question, observations[index], comparison));
        })];
}
