using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Engine.Tests.Execution;

/// <summary>What was seen before something went wrong is kept, and what is used up is used up.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class PartialResultsTests(Programs programs)
{
    private const string Counter = "static int calls;";
    private readonly ThreeQuestions _homework = new(programs);

    [Theory]
    [InlineData("while (true) { }", FaultKind.TimeLimit)]
    [InlineData("Thread.Sleep(-1);", FaultKind.TimeLimit)]
    [InlineData("Environment.Exit(0);", FaultKind.Crash)]
    [InlineData("Second(x);", FaultKind.Crash)]
    [InlineData("Console.Write(new string('x', 5000));", FaultKind.OutputLimit)]
    public void The_points_before_the_fault_are_kept(string hazard, FaultKind kind)
    {
        GradeReport report = Hasty().Grade($"if (++calls >= 5) {{ {hazard} }} return x * x;", Counter);
        Assert.Equal(kind, ThreeQuestions.FaultOfSecond(report).Kind);
        Assert.Equal(5, report.Questions[1].Points.Length);
        Assert.Equal(4, ThreeQuestions.Agreed(report.Questions[1]));
        Assert.NotNull(report.Questions[1].Points[4].Fault);
    }

    [Theory]
    [InlineData("while (true) { }", FaultKind.TimeLimit)]
    [InlineData("Environment.FailFast(\"\");", FaultKind.Crash)]
    [InlineData("Console.Write(new string('x', 5000));", FaultKind.OutputLimit)]
    public void A_fault_in_the_second_round_counts_at_its_point(string hazard, FaultKind kind)
    {
        // Twelve calls in order, then backwards: the 14th is that of point 11.
        GradeReport report = Hasty().Grade($"if (++calls >= 14) {{ {hazard} }} return x * x;", Counter);
        Assert.Equal(kind, ThreeQuestions.FaultOfSecond(report).Kind);
        Assert.Equal(12, report.Questions[1].Points.Length);
        Assert.Equal(11, ThreeQuestions.Agreed(report.Questions[1]));
        Assert.NotNull(report.Questions[1].Points[10].Fault);
    }

    [Fact]
    public void An_exception_in_the_second_round_alone_is_another_result()
    {
        GradeReport report = _homework.Grade("return ++calls > 12 ? throw new Exception() : x * x;", Counter);
        Assert.Equal(Verdict.Wrong, report.Questions[1].Verdict);
        Assert.Contains(report.Questions[1].Feedback, feedback => feedback.Id == "not-repeatable");
    }

    [Fact]
    public void An_exception_at_one_point_leaves_the_others()
    {
        GradeReport report = _homework.Grade("return ++calls == 3 ? throw new Exception() : x * x;", Counter);
        Assert.Equal(FaultKind.Exception, ThreeQuestions.FaultOfSecond(report).Kind);
        Assert.Equal(11, ThreeQuestions.Agreed(report.Questions[1]));
    }

    [Fact]
    public void An_answer_that_depends_on_earlier_calls_is_found()
    {
        GradeReport report = _homework.Grade("return x * x + calls++;", Counter);
        Assert.Equal(Verdict.Wrong, report.Questions[1].Verdict);
        Assert.Contains(report.Questions[1].Feedback, feedback => feedback.Id == "not-repeatable");
    }

    [Fact]
    public void What_was_printed_before_the_fault_is_kept()
    {
        GradeReport report = _homework.Grade("Console.WriteLine($\"call {++calls}\"); if (calls == 3) { Environment.Exit(0); } return x * x;", Counter);
        Assert.Equal("call 1\ncall 2\n", report.Questions[1].Console);
    }

    [Fact]
    public void Output_that_is_cut_off_is_kept_up_to_the_limit()
    {
        GradeReport report = _homework.Grade("while (true) { Console.Write('x'); }");
        Assert.Equal(new string('x', 2000), report.Questions[1].Console);
    }

    [Fact]
    public void What_ends_the_worker_after_the_last_call_is_a_fault_all_the_same()
    {
        const string Members = """
            static int calls;
            static void LeaveSoon()
            {
                var clock = Stopwatch.StartNew();
                while (clock.ElapsedMilliseconds < 50) { }
                Environment.Exit(0);
            }
            """;
        GradeReport report = _homework.Grade("if (++calls == 24) { Task.Run(LeaveSoon); } return x * x;", Members);
        Assert.Contains(ThreeQuestions.FaultOfSecond(report).Kind, new[] { FaultKind.Crash, FaultKind.ThreadLeftRunning });
    }

    [Fact]
    public void Memory_that_one_question_keeps_is_not_missed_by_the_next()
    {
        // Below the limit by itself; Third's own share is too much only on top of it.
        string source = ThreeQuestions.Source("if (Kept.Count == 0) { for (int i = 0; i < 45; i++) { Kept.Add(new double[1 << 17]); } } return x * x;", "static readonly List<double[]> Kept = new();")
            .Replace("=> x + 1;", "=> x + new double[3 << 20].Length - (3 << 20) + 1;", StringComparison.Ordinal);
        Assert.All(_homework.GradeSource(source).Questions, question => Assert.Equal(Verdict.Correct, question.Verdict));
    }

    [Fact]
    public void What_one_question_prepares_for_the_next_falls_back_on_itself_or_on_nobody()
    {
        // The main thread meets the interrupt when it waits next: for the pool to calm down, or for the next question.
        GradeReport report = _homework.Grade("Thread.CurrentThread.Interrupt(); return x * x;");
        Assert.Equal(Verdict.Correct, report.Questions[0].Verdict);
        Assert.Equal(Verdict.Correct, report.Questions[2].Verdict);
    }

    [Fact]
    public void A_timer_that_is_left_behind_does_not_cost_the_next_question()
    {
        const string Members = "static readonly List<Timer> Timers = new();";
        string source = ThreeQuestions.Source("Timers.Add(new Timer(_ => Environment.Exit(0), null, 300, -1)); return x * x;", Members)
            .Replace("=> x + 1;", "{ var clock = Stopwatch.StartNew(); while (clock.ElapsedMilliseconds < 30) { } return x + 1; }", StringComparison.Ordinal);
        Assert.Equal(Verdict.Correct, _homework.GradeSource(source).Questions[2].Verdict);
    }

    [Fact]
    public void When_the_time_of_the_submission_is_used_up_the_question_ends_and_the_rest_is_skipped()
    {
        Limits limits = ThreeQuestions.Patient with { SubmissionTime = TimeSpan.FromSeconds(2) };
        GradeReport report = new ThreeQuestions(programs, limits).Grade("Thread.Sleep(500); return x * x;");
        Assert.Equal([Verdict.Correct, Verdict.Fault, Verdict.Skipped], report.Questions.Select(question => question.Verdict));
        Fault fault = ThreeQuestions.Faults(report.Questions[1])[0];
        Assert.Equal(FaultKind.TimeLimit, fault.Kind);
        Assert.Contains("submission", fault.Message, StringComparison.Ordinal);
        Assert.InRange(ThreeQuestions.Agreed(report.Questions[1]), 1, 4);
    }

    [Fact]
    public void When_the_processor_time_of_the_submission_is_used_up_the_question_ends_and_the_rest_is_skipped()
    {
        Limits limits = ThreeQuestions.Patient with { SubmissionCpuTime = TimeSpan.FromSeconds(1) };
        GradeReport report = new ThreeQuestions(programs, limits).Grade("Use(TimeSpan.FromSeconds(0.2)); return x * x;", """
            static void Use(TimeSpan time)
            {
                TimeSpan end = Process.GetCurrentProcess().TotalProcessorTime + time;
                while (Process.GetCurrentProcess().TotalProcessorTime < end)
                {
                    for (int i = 0; i < 1_000_000; i++) { }
                }
            }
            """);
        Assert.Equal([Verdict.Correct, Verdict.Fault, Verdict.Skipped], report.Questions.Select(question => question.Verdict));
        Assert.Equal(FaultKind.TimeLimit, ThreeQuestions.Faults(report.Questions[1])[0].Kind);
    }

    [Fact]
    public void The_processor_time_of_a_killed_worker_is_charged_to_the_submission()
    {
        Limits limits = ThreeQuestions.Hasty with { SubmissionCpuTime = TimeSpan.FromSeconds(0.7) };
        GradeReport report = new ThreeQuestions(programs, limits).Grade("while (true) { }");
        Assert.Equal([Verdict.Correct, Verdict.Fault, Verdict.Skipped], report.Questions.Select(question => question.Verdict));
    }

    [Fact]
    public void When_the_output_of_the_submission_is_used_up_the_rest_is_skipped()
    {
        Limits limits = ThreeQuestions.Patient with { OutputCharacters = 5000, SubmissionOutputCharacters = 3000 };
        GradeReport report = new ThreeQuestions(programs, limits).Grade("Console.Write(new string('x', 150)); return x * x;");
        Assert.Equal([Verdict.Correct, Verdict.Correct, Verdict.Skipped], report.Questions.Select(question => question.Verdict));
    }

    private ThreeQuestions Hasty() => new(programs, ThreeQuestions.Hasty);
}
