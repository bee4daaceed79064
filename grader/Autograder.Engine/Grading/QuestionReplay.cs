using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Grading;

/// <summary>What one point of a question came to when it was run again.</summary>
/// <param name="Observation">Null when the program ended before this point, or there is no method.</param>
/// <param name="Comparison">Null without an observation, and when the homework's own code failed on the answer.</param>
/// <param name="WhyNotRun">What is said to a student who has no such method; null when there is one.</param>
/// <param name="Console">What the calls printed.</param>
public sealed record ReplayedPoint(
    PlannedPoint Planned, Observation? Observation, PointComparison? Comparison, Feedback? WhyNotRun, string Console)
{
    /// <summary>Where nothing compiles: the compiler's messages.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];
}

/// <summary>An earlier answer, at a point of a question that builds on it.</summary>
/// <param name="Name">By which the question calls it.</param>
public sealed record EarlierReplay(string Name, QuestionPlan Plan, ReplayedPoint Replayed);

/// <summary>Runs a submission's answer to one question again, as it is graded: through the compiler, in a worker of its own.</summary>
/// <param name="sample">All questions: an answer may build on an earlier one.</param>
public sealed class QuestionReplay(
    LoadedAssignment loaded, SamplePlan sample, QuestionPlan plan, Submission submission, CompilerClient compiler, SubmissionRunner runner)
{
    private readonly Lazy<CompiledSubmission> _compiled = new(() => compiler.Compile(loaded.Given, submission));

    /// <summary>Calls the method at this point only, so that what it prints there is told from the rest.</summary>
    /// <param name="point">Counted from 0.</param>
    public Task<ReplayedPoint> RunAloneAsync(int point) => RunAsync(plan with { Points = [plan.Points[point]] }, 0);

    /// <summary>Calls the method at all points, as grading does, and takes this one.</summary>
    public Task<ReplayedPoint> RunInOrderAsync(int point) => RunAsync(plan, point);

    /// <summary>Calls the methods for the earlier answers that this one builds on; none when it builds on none.</summary>
    /// <exception cref="KeyFailureException">The key of an earlier question failed at a point of this one.</exception>
    public async Task<ImmutableArray<EarlierReplay>> RunEarlierAsync(int point)
    {
        var replays = ImmutableArray.CreateBuilder<EarlierReplay>();
        foreach (EarlierAnswer answer in plan.Question.FollowThrough?.From ?? [])
        {
            QuestionPlan earlier = sample.Questions.First(other => other.Question.Id == answer.Question);
            SamplePoint at = plan.Points[point].Point;
            Value right = earlier.Key.Answer!(at);
            IEnumerable<ExpectedPart> parts = JudgedParts.Of(earlier.Question, at, right)
                .Select(part => new ExpectedPart(part.Name, part.Tensor, part.Tensor.LargestMagnitude, earlier.Question.Tolerance.Relative));
            replays.Add(new EarlierReplay(
                answer.Name, earlier, await RunAsync(earlier with { Points = [new PlannedPoint(at, right, [.. parts])] }, 0).ConfigureAwait(false)));
        }

        return replays.ToImmutable();
    }

    private async Task<ReplayedPoint> RunAsync(QuestionPlan points, int point)
    {
        PlannedPoint planned = points.Points[point];
        Binding binding = MethodBinder.Bind(loaded.Assignment, _compiled.Value)[loaded.Assignment.Questions.IndexOf(points.Question)];
        if (_compiled.Value.Program is not { } program || binding.Place is not { } place)
        {
            return new ReplayedPoint(planned, Observation: null, Comparison: null, binding.Feedback, Console: "")
            {
                Errors = _compiled.Value.Program is null ? [.. _compiled.Value.Errors.Select(error => error.ToString())] : [],
            };
        }

        ImmutableArray<QuestionObservations?> observed = await runner.RunAsync(
            program, [MethodCalls.Of(points, place)], runner.StartAsync(), runner.NewBudget()).ConfigureAwait(false);
        var compared = ComparedQuestion.Of(points, binding, observed[0]);
        return new ReplayedPoint(
            planned,
            observed[0]?.First.ElementAtOrDefault(point),
            compared.Comparison?.Points.ElementAtOrDefault(point),
            WhyNotRun: null,
            observed[0]?.Console ?? "");
    }
}
