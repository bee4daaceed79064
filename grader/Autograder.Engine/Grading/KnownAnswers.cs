using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;

namespace Autograder.Engine.Grading;

/// <summary>What programs have answered in earlier runs of grading: where they would be asked the same once more, they are not run.</summary>
internal sealed class KnownAnswers(IGradingStore store, ReportKeys keys)
{
    /// <param name="asked">By question; null where there is nothing to call.</param>
    /// <returns>By question. Null where it is not known.</returns>
    internal ImmutableArray<QuestionObservations?>? Find(Submission submission, ImmutableArray<MethodCalls?> asked)
    {
        ImmutableArray<MethodCalls> calls = [.. asked.OfType<MethodCalls>()];
        if (store.FindSeen(keys.OfSeen(submission, calls)) is not { } seen || seen.Length != calls.Length)
        {
            return null;
        }

        var next = new Queue<QuestionObservations>(seen);
        return [.. asked.Select(one => one is null ? null : next.Dequeue())];
    }

    /// <summary>What was ended, or was not begun for want of time, may go otherwise on another day: it is not known.</summary>
    internal void Keep(Submission submission, ImmutableArray<MethodCalls?> asked, ImmutableArray<QuestionObservations?> seen)
    {
        if (asked.Zip(seen).All(one => one.First is null || (one.Second is not null && IsOver(one.Second))))
        {
            store.KeepSeen(keys.OfSeen(submission, [.. asked.OfType<MethodCalls>()]), [.. seen.OfType<QuestionObservations>()]);
        }
    }

    private static bool IsOver(QuestionObservations seen) => seen.First.Concat(seen.Second.OfType<Observation>())
        .All(observation => observation is not FaultObservation { Fault.Kind: not (FaultKind.Exception or FaultKind.WrongShape or FaultKind.NonFinite) });
}
