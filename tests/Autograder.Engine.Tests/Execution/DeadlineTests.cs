using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Engine.Execution;

namespace Autograder.Engine.Tests.Execution;

/// <summary>Whatever time a submission may still have for itself, it ends with the grader's.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class DeadlineTests(Programs programs)
{
    [Fact]
    public async Task What_was_graded_by_then_counts_and_the_rest_was_not_run()
    {
        // A day of its own time; the deadline is past after 250 looks at the clock, of which the first answer takes 30 and each 20 ms of the second one.
        Limits limits = ThreeQuestions.Patient with { CallTime = TimeSpan.FromDays(1), CallCpuTime = TimeSpan.FromDays(1), SubmissionTime = TimeSpan.FromDays(1) };
        var clock = new SteppingClock(TimeSpan.FromSeconds(1));

        GradeReport report = await ThreeQuestions.Grader(programs.Paths, programs.Compiler, limits, new Deadline(clock, TimeSpan.FromSeconds(250)))
            .GradeAsync(Programs.Submission(ThreeQuestions.Source("System.Threading.Thread.Sleep(-1); return 0;")));

        Assert.Equal([Verdict.Correct, Verdict.Fault, Verdict.Skipped], report.Questions.Select(question => question.Verdict));
        Assert.Equal("Not run: the time that there is to grade a submission was used up before it.", report.Questions[2].Feedback[0].Rationale);
        programs.AssertNoWorkerIsLeft();
    }

    [Fact]
    public async Task Past_it_from_the_start_nothing_is_run()
    {
        GradeReport report = await ThreeQuestions.Grader(programs.Paths, programs.Compiler, ThreeQuestions.Patient, new Deadline(TimeProvider.System, TimeSpan.Zero))
            .GradeAsync(Programs.Submission(ThreeQuestions.Source("return x * x;")));

        Assert.All(report.Questions, question => Assert.Equal(Verdict.Skipped, question.Verdict));
        programs.AssertNoWorkerIsLeft();
    }

    /// <summary>Each look at it is a step later.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, step.Ticks);
    }
}
