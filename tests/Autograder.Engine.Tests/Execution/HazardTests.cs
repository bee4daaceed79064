using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Engine.Tests.Execution;

/// <summary>
/// Whatever the second of three methods does, it becomes the right fault of the second question, and of that one only. What is done
/// on purpose stands among the attacks.
/// </summary>
[Collection(ProgramsCollection.Name)]
public sealed class HazardTests(Programs programs)
{
    private readonly ThreeQuestions _homework = new(programs);
    private readonly ThreeQuestions _hasty = new(programs, ThreeQuestions.Hasty);

    [Fact]
    public void Right_answers_are_right()
    {
        Assert.All(_homework.Grade("return x * x;").Questions, question => Assert.Equal(Verdict.Correct, question.Verdict));
    }

    [Theory]
    [InlineData("two methods that call each other", "return Other(x) + 1;", "static double Other(double x) => Second(x) * 2;")]
    [InlineData("a property that calls itself", "return P;", "static double P => P + 1;")]
    public void A_stack_overflow_is_a_crash(string what, string body, string members) =>
        AssertFault(FaultKind.Crash, "The stack overflowed", what, body, members);

    [Theory]
    [InlineData("killing itself", "Process.GetCurrentProcess().Kill(); Thread.Sleep(-1); return 0;", "was killed")]
    [InlineData("an exception in a finalizer", "Make(); GC.Collect(); GC.WaitForPendingFinalizers(); Thread.Sleep(-1); return 0;", "unhandled exception on a thread")]
    public void An_end_in_the_middle_of_a_call_is_a_crash(string what, string body, string message) => AssertFault(
        FaultKind.Crash,
        message,
        what,
        body,
        "[MethodImpl(MethodImplOptions.NoInlining)] static void Make() => new Final(); class Final { ~Final() => throw new Exception(); }");

    [Theory]
    [InlineData("a thread with a name", "new Thread(() => Thread.Sleep(-1)) { Name = \"Grader\" }.Start(); return x * x;")]
    [InlineData("a task that waits", "Task.Run(() => Thread.Sleep(-1)); return x * x;")]
    [InlineData("a long-running task", "Task.Factory.StartNew(() => Thread.Sleep(-1), TaskCreationOptions.LongRunning); return x * x;")]
    [InlineData("work for the pool", "ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(-1)); return x * x;")]
    public void Work_that_goes_on_is_a_thread_left_running(string what, string body) =>
        AssertFault(FaultKind.ThreadLeftRunning, "still running", what, body);

    [Theory]
    [InlineData("plain", "throw new InvalidOperationException(\"no\");", "InvalidOperationException: no")]
    [InlineData("of the runtime", "return new int[] { 1 }[(int)x + 5];", "IndexOutOfRangeException: ")]
    [InlineData("whose message throws", "throw new Hostile(() => throw new Exception());", "Hostile: (its message cannot be read: Exception)")]
    [InlineData("whose message is long", "throw new Exception(new string('x', 10_000_000));", "Exception: xxx")]
    [InlineData("whose message is of control characters", "throw new Exception(\"\\u001b[2J\\0\\ud800\");", "Exception: \u001b[2J\0\ufffd")]
    [InlineData("in a task", "return Task.Run(() => Given.Positive(-x)).Result;", "AggregateException: One or more errors occurred. (must be positive)")]
    [InlineData("after waiting for a task", "return Async(x).GetAwaiter().GetResult();", "ArgumentException: must be positive")]
    [InlineData("beside a thread that goes on", "new Thread(() => Thread.Sleep(-1)).Start(); throw new InvalidOperationException(\"no\");", "InvalidOperationException: no")]
    [InlineData("in a static constructor", "return Broken.Value;", "InvalidOperationException: never")]
    public void An_exception_is_told_with_the_students_own_line(string what, string body, string message)
    {
        const string Members = """
            class Hostile(Func<string> message) : Exception { public override string Message => message(); }
            static class Broken { public static double Value; static Broken() => throw new InvalidOperationException("never"); }
            static async Task<double> Async(double x) { await Task.Yield(); return Given.Positive(-x); }
            """;
        Fault fault = AssertFault(FaultKind.Exception, message, what, body, Members);
        Assert.Equal("Answers.cs", fault.Line?.File);
        Assert.InRange(fault.Line!.Line, ThreeQuestions.BodyLine, ThreeQuestions.BodyLine + 8);
    }

    [Theory]
    [InlineData("when thrown in the given code", "return Given.Positive(-x);", 0)]
    [InlineData("when thrown in the given code behind a helper", "\n        return Helper(x);", 6, "static double Helper(double x) => Given.Positive(-x);")]
    [InlineData("when thrown in the student's function, called by the given code", "return Given.Apply(y =>\n            throw new Exception(), x);", 1)]
    [InlineData("when thrown by the runtime", "double y = x;\n        return Enumerable.Empty<double>().First();", 1)]
    public void The_line_of_an_exception_is_the_students_own(string what, string body, int below, string members = "")
    {
        Fault fault = AssertFault(FaultKind.Exception, "", what, body, members);
        Assert.Equal(("Answers.cs", ThreeQuestions.BodyLine + below), (fault.Line?.File, fault.Line?.Line));
    }

    [Fact]
    public void A_module_initializer_that_throws_costs_every_question()
    {
        GradeReport report = _homework.Grade("return x * x;", "[ModuleInitializer] internal static void Initialize() => throw new Exception(\"never\");");
        Assert.All(report.Questions, question => Assert.Equal("Exception: never", ThreeQuestions.Faults(question)[0].Message));
    }

    [Fact]
    public void A_static_constructor_of_its_own_class_that_loops_costs_that_question()
    {
        string source = ThreeQuestions.Source("return 0;").Replace("double Second", "double NotSecond", StringComparison.Ordinal);
        GradeReport report = _hasty.GradeSource(
            source, "class Own { static Own() { while (true) { } } double Second(double x) => x * x; }");
        Assert.Equal(FaultKind.TimeLimit, ThreeQuestions.FaultOfSecond(report).Kind);
    }

    private Fault AssertFault(FaultKind kind, string message, string what, string body, string members = "")
    {
        GradeReport report = _homework.Grade(body, members);
        Fault fault = ThreeQuestions.FaultOfSecond(report);
        Assert.True(kind == fault.Kind && fault.Message.Contains(message, StringComparison.Ordinal), $"{what}: {fault}");
        return fault;
    }
}
