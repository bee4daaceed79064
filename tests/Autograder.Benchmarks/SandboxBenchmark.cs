using Autograder.Core.Assignments;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Confinement;
using Autograder.Tests.Shared;

namespace Autograder.Benchmarks;

/// <summary>What holding a program costs: the life of a worker, from its start over one question to its end, bare and held, in turn.</summary>
internal static class SandboxBenchmark
{
    internal static void Run(int repeats)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Repository.PathTo("problems", "matrix-calculus"));
        using var compiler = new CompilerClient(ProcessPaths.Installed);
        CompiledSubmission compiled = compiler.Compile(loaded.Given, new SubmissionReader(loaded.GivenFileName)
            .Read([Repository.PathTo("submissions-sample", "matrix-calculus", "correct-mathnet")]).Submissions[0]);
        MethodCalls calls = MethodCalls.Of(loaded.Plan(loaded.DefaultSeed).Questions[0], MethodBinder.Bind(loaded.Assignment, compiled)[0].Place!);

        Layers confined = LayersExtensions.OfThisMachine;
        Measurements none = new("worker, bare"), one = new("worker, confined"), all = new("worker, isolated");
        for (int repeat = -2; repeat < repeats; repeat++)
        {
            foreach ((Measurements measured, Layers layers) in new[] { (none, Layers.None), (one, confined), (all, LayersExtensions.For(SandboxLevel.Isolated)) })
            {
                (repeat < 0 ? new Measurements("") : measured).Time(() => Live(layers));
            }
        }

        foreach (Measurements life in (Measurements[])[none, one, all])
        {
            Console.WriteLine(life.Line);
        }

        Console.WriteLine($"  Confined, a worker takes {one.Median - none.Median:0} ms more than bare; isolated, {all.Median - none.Median:0} ms.");

        bool Live(Layers layers)
        {
            Limits limits = loaded.Assignment.Limits;
            using WorkerSession session = WorkerSession.Start(ProcessPaths.Installed.Worker, limits, layers);
            session.Load(compiled.Program!);
            return session.Ask(calls.ToMessage(), calls.Question, new Budget(limits)).First.Length > 0;
        }
    }
}
