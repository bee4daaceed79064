using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Engine.Tests.Execution;

/// <summary>Whatever the second of three methods does, it becomes the right fault of the second question, and of that one only.</summary>
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
    [InlineData("an endless loop", "while (true) { }")]
    [InlineData("an endless loop that calculates", "for (double y = x; ; y = Math.Sin(y)) { if (y > 2) { return y; } }")]
    [InlineData("an endless loop on all cores", "Parallel.For(0, 4, _ => { while (true) { } }); return 0;")]
    [InlineData("an endless loop with allocations", "while (true) { GC.KeepAlive(new double[1000]); }")]
    [InlineData("an endless loop in finally", "try { throw new Exception(); } catch { } finally { while (true) { } } return 0;")]
    [InlineData("an endless loop that catches all", "while (true) { try { throw new Exception(); } catch { } }")]
    [InlineData("a pool that never gets done", "Task.WaitAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => { while (true) { } })).ToArray()); return 0;")]
    public void Too_much_processor_time_is_a_time_limit(string what, string body) => AssertFault(FaultKind.TimeLimit, "did not finish", what, body);

    [Theory]
    [InlineData("sleeping", "Thread.Sleep(Timeout.Infinite); return 0;")]
    [InlineData("waiting for nobody", "new ManualResetEvent(false).WaitOne(); return 0;")]
    [InlineData("a deadlock", "var held = new ManualResetEvent(false); new Thread(() => { lock (typeof(Answers)) { held.Set(); Thread.Sleep(-1); } }).Start(); held.WaitOne(); lock (typeof(Answers)) { return x; }")]
    [InlineData("a task that never ends", "new TaskCompletionSource().Task.Wait(); return 0;")]
    [InlineData("leaving by a handler that hangs", "AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(-1); Environment.Exit(0); return 0;")]
    public void Too_much_time_without_work_is_a_time_limit(string what, string body) => AssertFault(FaultKind.TimeLimit, "did not finish", what, body);

    [Theory]
    [InlineData("a method that calls itself", "return Second(x + 1) + 1;", "")]
    [InlineData("two methods that call each other", "return Other(x) + 1;", "static double Other(double x) => Second(x) * 2;")]
    [InlineData("a property that calls itself", "return P;", "static double P => P + 1;")]
    [InlineData("on a thread of its own", "var thread = new Thread(() => Deep(0)); thread.Start(); thread.Join(); return 0;", "static int Deep(int n) => Deep(n + 1) + 1;")]
    [InlineData("in a task", "return Task.Run(() => Deep(0)).Result;", "static int Deep(int n) => Deep(n + 1) + 1;")]
    public void A_stack_overflow_is_a_crash(string what, string body, string members) =>
        AssertFault(FaultKind.Crash, "The stack overflowed", what, body, members);

    [Theory]
    [InlineData("leaving", "Environment.Exit(0); return 0;", "Environment.Exit")]
    [InlineData("leaving with a code", "Environment.Exit(3); return 0;", "Environment.Exit")]
    [InlineData("leaving while the console is locked", "lock (Console.Out) { Environment.Exit(0); } return 0;", "Environment.Exit")]
    [InlineData("failing fast", "Environment.FailFast(\"enough\"); return 0;", "Environment.FailFast")]
    [InlineData("an exception on a thread", "new Thread(() => throw new Exception(\"alone\")).Start(); Thread.Sleep(-1); return 0;", "unhandled exception on a thread")]
    [InlineData("killing itself", "Process.GetCurrentProcess().Kill(); Thread.Sleep(-1); return 0;", "was killed")]
    [InlineData("a wild pointer", "Marshal.WriteByte((IntPtr)8, 1); Marshal.WriteByte((IntPtr)(1L << 40), 1); return Marshal.ReadInt32((IntPtr)(1L << 50));", "")]
    [InlineData("an exception in a finalizer", "Make(); GC.Collect(); GC.WaitForPendingFinalizers(); Thread.Sleep(-1); return 0;", "unhandled exception on a thread")]
    public void An_end_in_the_middle_of_a_call_is_a_crash(string what, string body, string message) => AssertFault(
        what == "a wild pointer" ? FaultKind.Exception : FaultKind.Crash,
        message,
        what,
        body,
        "[MethodImpl(MethodImplOptions.NoInlining)] static void Make() => new Final(); class Final { ~Final() => throw new Exception(); }");

    [Theory]
    [InlineData("eight gigabytes at once", "GC.KeepAlive(new double[1L << 30]); return 0;")]
    [InlineData("eight gigabytes that are not the runtime's", "return (double)Marshal.AllocHGlobal((IntPtr)(8L << 30));")]
    [InlineData("more and more", "var all = new List<double[]>(); while (true) { all.Add(new double[100_000]); }")]
    [InlineData("more and more, kept for good", "while (true) { Kept.Add(new double[100_000]); }")]
    [InlineData("a text that doubles", "string text = \"x\"; while (true) { text += text; }")]
    [InlineData("lists in lists", "object list = new List<object>(); while (true) { list = new List<object> { list, new byte[10_000] }; }")]
    public void Too_much_memory_is_a_memory_limit(string what, string body) =>
        AssertFault(FaultKind.MemoryLimit, "", what, body, "static readonly List<double[]> Kept = new();");

    [Theory]
    [InlineData("line by line", "while (true) { Console.WriteLine(x); }")]
    [InlineData("character by character", "while (true) { Console.Write('x'); }")]
    [InlineData("at once", "Console.Write(new string('x', 1_000_000)); return x * x;")]
    [InlineData("on standard error", "while (true) { Console.Error.WriteLine(x); }")]
    [InlineData("from many threads", "Parallel.For(0, 8, _ => { while (true) { Console.WriteLine(x); } }); return 0;")]
    [InlineData("past the writer, on standard output", "var output = Console.OpenStandardOutput(); while (true) { output.Write(new byte[1000]); }")]
    [InlineData("past the writer, on standard error", "var output = Console.OpenStandardError(); while (true) { output.Write(new byte[1000]); }")]
    [InlineData("a little each time", "Console.Write(new string('x', 200)); return x * x;")]
    public void Too_much_on_the_console_is_an_output_limit(string what, string body) => AssertFault(FaultKind.OutputLimit, "printed", what, body);

    [Theory]
    [InlineData("a thread that works", "new Thread(() => { while (true) { } }).Start(); return x * x;")]
    [InlineData("a thread in the background", "new Thread(() => Thread.Sleep(-1)) { IsBackground = true }.Start(); return x * x;")]
    [InlineData("a thread with a name", "new Thread(() => Thread.Sleep(-1)) { Name = \"Grader\" }.Start(); return x * x;")]
    [InlineData("a task", "Task.Run(() => { while (true) { } }); return x * x;")]
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

    [Fact]
    public void A_message_that_never_comes_is_a_time_limit()
    {
        const string Members = "class Hostile : Exception { public override string Message { get { while (true) { } } } }";
        AssertFault(FaultKind.TimeLimit, "did not finish", "an endless message", "throw new Hostile();", Members);
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
    public void Writing_a_file_is_forbidden()
    {
        string path = Path.Combine(Path.GetTempPath(), $"autograder-{Environment.ProcessId}.txt");
        AssertFault(FaultKind.Exception, "UnauthorizedAccessException", "writing a file", $"File.WriteAllText(\"{path}\", \"my answers\"); return x * x;");
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Starting_a_process_is_forbidden()
    {
        string seconds = $"6000.{Environment.ProcessId}";
        AssertFault(FaultKind.Exception, "Access to the path is denied", "starting a process", $"Process.Start(\"/bin/sleep\", \"{seconds}\"); return x * x;");
        Programs.AssertNoProcessIsLeft(seconds);
    }

    [Fact]
    public void A_module_initializer_that_loops_costs_every_question()
    {
        GradeReport report = _hasty.Grade("return x * x;", "[ModuleInitializer] internal static void Initialize() { while (true) { } }");
        Assert.All(report.Questions, question => Assert.Equal(FaultKind.TimeLimit, ThreeQuestions.Faults(question)[0].Kind));
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
        GradeReport report = (kind == FaultKind.TimeLimit ? _hasty : _homework).Grade(body, members);
        Fault fault = ThreeQuestions.FaultOfSecond(report);
        Assert.True(kind == fault.Kind && fault.Message.Contains(message, StringComparison.Ordinal), $"{what}: {fault}");
        return fault;
    }
}
