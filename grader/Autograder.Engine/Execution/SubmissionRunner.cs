using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Engine.Compiling;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Execution;

/// <summary>
/// Runs a submission's methods: one worker, replaced by a fresh one for the remaining questions whenever a question has hung
/// or crashed it, so that a bad answer never costs the others.
/// </summary>
/// <param name="deadline">None unless given.</param>
public sealed class SubmissionRunner(ProcessPaths paths, Limits limits, Deadline? deadline = null)
{
    /// <summary>Nothing more is run, whatever a submission's own budget may have left.</summary>
    internal bool IsOutOfTime => deadline is { IsPast: true };

    /// <summary>How the programs are held.</summary>
    internal SandboxStamp Sandbox => paths.Sandbox.ToStamp();

    /// <summary>Starts a worker ahead of time, while the submission compiles.</summary>
    internal Task<WorkerSession> StartAsync() => Task.Factory.StartNew(
        () => WorkerSession.Start(paths.Worker, limits, paths.Sandbox.Layers), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>What one submission may use, however often it is run.</summary>
    internal Budget NewBudget() => new(limits, deadline);

    /// <param name="asked">By question; null where there is nothing to call.</param>
    /// <returns>By question; null where nothing was to be called, or no budget was left.</returns>
    internal async Task<ImmutableArray<QuestionObservations?>> RunAsync(
        ProgramImage program, ImmutableArray<MethodCalls?> asked, Task<WorkerSession> started, Budget budget)
    {
        var observations = ImmutableArray.CreateBuilder<QuestionObservations?>();
        WorkerSession? session = await started.ConfigureAwait(false);
        try
        {
            session.Load(program);
            foreach (MethodCalls? next in asked)
            {
                if (next is not { } calls || budget.IsSpent(session?.CpuTime ?? TimeSpan.Zero))
                {
                    observations.Add(null);
                    continue;
                }

                session ??= Restart(program);
                bool isFresh = session.IsFresh;
                QuestionObservations seen = session.Ask(calls.ToMessage(), calls.Question, budget);
                if (!isFresh && MayStemFromEarlier(seen))
                {
                    // Whose fault it was shows in a worker that no other question has touched.
                    End(ref session, budget);
                    session = Restart(program);
                    seen = session.Ask(calls.ToMessage(), calls.Question, budget);
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
            End(ref session, budget);
        }

        return observations.ToImmutable();
    }

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

    private WorkerSession Restart(ProgramImage program) =>
        WorkerSession.StartWith(program, paths.Worker, limits, paths.Sandbox.Layers);
}
