using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Engine.Compiling;
using Autograder.Engine.Keys;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Execution;

/// <summary>
/// Runs a submission's methods: one worker, replaced by a fresh one for the remaining questions whenever a question has hung
/// or crashed it, so that a bad answer never costs the others.
/// </summary>
public sealed class SubmissionRunner(ProcessPaths paths, SamplePlan plan, Limits limits)
{
    /// <summary>Starts a worker ahead of time, while the submission compiles.</summary>
    internal Task<WorkerSession> StartAsync() => Task.Factory.StartNew(
        () => WorkerSession.Start(paths.Worker, limits), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <returns>By question; null where there was no method to call, or no budget left.</returns>
    internal async Task<ImmutableArray<QuestionObservations?>> RunAsync(
        ProgramImage program, ImmutableArray<Binding> bindings, Task<WorkerSession> started)
    {
        var observations = ImmutableArray.CreateBuilder<QuestionObservations?>();
        var budget = new Budget(limits);
        WorkerSession? session = await started.ConfigureAwait(false);
        try
        {
            session.Load(program);
            for (int index = 0; index < bindings.Length; index++)
            {
                if (bindings[index].Place is not { } place || budget.IsSpent(session?.CpuTime ?? TimeSpan.Zero))
                {
                    observations.Add(null);
                    continue;
                }

                session ??= Restart(program);
                bool isFresh = session.IsFresh;
                QuestionObservations seen = Ask(session, index, place, budget);
                if (!isFresh && MayStemFromEarlier(seen))
                {
                    // Whose fault it was shows in a worker that no other question has touched.
                    End(ref session, budget);
                    session = Restart(program);
                    seen = Ask(session, index, place, budget);
                }

                observations.Add(seen);
                budget.Charge(seen.Console.Length);
                if (!session.IsUsable || MayStemFromEarlier(seen))
                {
                    End(ref session, budget);
                }
            }
        }
        finally
        {
            session?.Dispose();
        }

        return observations.ToImmutable();
    }

    private QuestionObservations Ask(WorkerSession session, int index, MethodPlace place, Budget budget) =>
        session.Ask(Calls(plan.Questions[index], place), plan.Questions[index].Question, budget);

    private static void End(ref WorkerSession? session, Budget budget)
    {
        budget.Charge(session?.CpuTime ?? TimeSpan.Zero);
        session?.Dispose();
        session = null;
    }

    /// <summary>An earlier question of the same worker may have filled its memory, or have left something that ends it later.</summary>
    private static bool MayStemFromEarlier(QuestionObservations seen) => seen.First.Any(observation => observation is FaultObservation
    {
        Fault.Kind: FaultKind.Crash or FaultKind.MemoryLimit or FaultKind.OutputLimit or FaultKind.Security or FaultKind.Protocol,
    });

    private WorkerSession Restart(ProgramImage program)
    {
        WorkerSession session = WorkerSession.Start(paths.Worker, limits);
        session.Load(program);
        return session;
    }

    internal static QuestionCalls Calls(QuestionPlan plan, MethodPlace place) => new(
        place,
        WireMapping.ToWire(plan.Question.Answer),
        [.. plan.Points.Select(point => WireMapping.ToWire(point.Point, plan.Question.Answer))],
        plan.Question.IsRepeated,
        plan.Question.Limits.OutputCharacters);
}
