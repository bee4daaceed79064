using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
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
    PlannedPoint Planned, Observation? Observation, PointComparison? Comparison, Feedback? WhyNotRun, string Console);

/// <summary>Runs a submission's answer to one question again, as it is graded: through the compiler, in a worker of its own.</summary>
/// <param name="question">Its place in the assignment.</param>
public sealed class QuestionReplay(
    LoadedAssignment loaded, QuestionPlan plan, int question, Submission submission, CompilerClient compiler, SubmissionRunner runner)
{
    private readonly Lazy<CompiledSubmission> _compiled = new(() => compiler.Compile(loaded.Given, submission));

    /// <summary>Calls the method at this point only, so that what it prints there is told from the rest.</summary>
    /// <param name="point">Counted from 0.</param>
    public Task<ReplayedPoint> RunAloneAsync(int point) => RunAsync(plan with { Points = [plan.Points[point]] }, 0);

    /// <summary>Calls the method at all points, as grading does, and takes this one.</summary>
    public Task<ReplayedPoint> RunInOrderAsync(int point) => RunAsync(plan, point);

    private async Task<ReplayedPoint> RunAsync(QuestionPlan points, int point)
    {
        PlannedPoint planned = points.Points[point];
        Binding binding = MethodBinder.Bind(loaded.Assignment, _compiled.Value)[question];
        if (_compiled.Value.Program is not { } program || binding.Place is not { } place)
        {
            return new ReplayedPoint(planned, Observation: null, Comparison: null, binding.Feedback, Console: "");
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
