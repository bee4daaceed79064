using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Engine.Execution;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Execution;

/// <summary>
/// A student's code can find the worker's pipe and write into it. All that may come of it is values of its own or a fault: no
/// hang, no failure of the grader, no question that counts as right with points left out.
/// </summary>
[Collection(ProgramsCollection.Name)]
public sealed class ForgedFramesTests(Programs programs)
{
    private const string Forger = """
        static bool written;

        static readonly byte[] Result = Frame(6, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        static readonly byte[] Done = Frame(7, 0, 0, 0, 0, 0);

        static byte[] Frame(params byte[] payload) => [.. BitConverter.GetBytes(payload.Length), .. payload];

        // The library is loaded already, so that no file is opened for it.
        [DllImport("libc.so.6")] static extern int fcntl(int descriptor, int command, int argument);
        [DllImport("libc.so.6")] static extern long lseek(int descriptor, long offset, int from);

        // The worker's own to the grader is the last that can be written to and not be sought in, so much is known of it.
        static int Pipe() => Enumerable.Range(3, 1000).Last(descriptor =>
            fcntl(descriptor, 3, 0) is >= 0 and int flags && (flags & 3) == 1 && lseek(descriptor, 0, 1) < 0);

        static void Forge(byte[] bytes, int times = 1)
        {
            using var stream = new FileStream(new SafeFileHandle(Pipe(), ownsHandle: false), FileAccess.Write, 0);
            for (int time = 0; time < times; time++)
            {
                stream.Write(bytes);
            }
        }

        static byte[] Large()
        {
            byte[] payload = new byte[20 << 20];
            new byte[] { 6, 0, 0, 1, 0xFB, 0xFF, 0xFF, 0x09 }.CopyTo(payload, 0);
            return Frame(payload);
        }

        static byte[] Printed(int characters) => Frame([6, (byte)(characters | 0x80), (byte)(characters >> 7), .. Enumerable.Repeat((byte)'x', characters), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        """;

    private readonly ThreeQuestions _homework = new(programs);

    [Theory]
    [InlineData("noise", "Forge(new byte[] { 255, 255, 255, 255, 1, 2, 3 });")]
    [InlineData("results without end", "Forge(Result, int.MaxValue);")]
    [InlineData("one result too many", "if (++calls == 24) { Forge(Result); }")]
    [InlineData("an end too soon", "if (++calls == 2) { Forge(Done); Thread.Sleep(-1); }")]
    [InlineData("an end at once", "Forge(Done); Thread.Sleep(-1);")]
    [InlineData("an end that says nothing", "if (++calls == 1) { Forge(Frame(7)); Thread.Sleep(-1); }")]
    [InlineData("a message that only the grader sends", "Forge(Frame(5, 0, 0, 0, 0, 0)); Thread.Sleep(-1);")]
    [InlineData("a message of an unknown kind", "Forge(Frame(99)); Thread.Sleep(-1);")]
    [InlineData("a readiness", "Forge(Frame(2)); Thread.Sleep(-1);")]
    [InlineData("a function for an answer", "Forge(Frame(6, 0, 0, 4, 1, 65, 0, 0, 0)); Thread.Sleep(-1);")]
    [InlineData("a result that is cut short", "Forge(Frame(6, 0, 0, 0)); Thread.Sleep(-1);")]
    [InlineData("a result that is enormous", "Forge(Large()); Thread.Sleep(-1);")]
    [InlineData("a console that is full", "Forge(Printed(3000)); Thread.Sleep(-1);")]
    public void What_is_not_due_is_a_fault_of_the_protocol(string what, string forgery)
    {
        GradeReport report = _homework.Grade($"{forgery} return x * x;", Forger + "\nstatic int calls;");
        Fault fault = ThreeQuestions.FaultOfSecond(report);
        Assert.True(fault.Kind == FaultKind.Protocol, $"{what}: {fault}");
    }

    [Fact]
    public void A_forged_result_is_judged_like_any_other()
    {
        // Zero for every point. What such a program does to its own later questions is its own affair.
        GradeReport report = new ThreeQuestions(programs, ThreeQuestions.Hasty).Grade("if (!written) { written = true; Forge(Result, 24); Forge(Done); Thread.Sleep(-1); } return x * x;", Forger);
        Assert.Equal([Verdict.Correct, Verdict.Wrong], report.Questions.Take(2).Select(question => question.Verdict));
    }

    [Fact]
    public void A_pipe_that_is_closed_is_a_crash()
    {
        const string Body = """
            for (int descriptor = 3; descriptor < 1024; descriptor++)
            {
                new SafeFileHandle(descriptor, ownsHandle: true).Dispose();
            }
            return x * x;
            """;
        Assert.Equal(FaultKind.Crash, ThreeQuestions.FaultOfSecond(_homework.Grade(Body)).Kind);
    }

    public static TheoryData<CallResult[]> Sequences =>
    [
        [new CallReturned(new WireNumbers([0, int.MaxValue], []), [], -1)],
        [new CallReturned(new WireNumbers([1, 1, 1, 1, 1, 1, 1, 1, 1], [1]), [-1, int.MaxValue], int.MinValue)],
        [new CallReturned(new WireGroup([]), [7], 7)],
        [new CallReturned(new WireGroup([new WireGroup([new WireText("\0")]), new WireTexts(["", "\ufffd"])]), [], 0)],
        [new CallFailed((CallOutcome)77, "", "../../etc/passwd", -5)],
        [new CallFailed(CallOutcome.Threw, new string('x', 100_000), "\u001b[2J", int.MaxValue)],
        [new CallReturned(new WireText(new string('x', 100_000)), [], -1), new CallReturned(new WireTexts([]), [], -1)],
    ];

    [Theory]
    [MemberData(nameof(Sequences))]
    public void Any_result_that_can_be_read_can_be_taken_down(CallResult[] results)
    {
        var real = new ScalarType(ScalarKind.Real);
        AnswerType[] declared = [real, new TensorType(2), new GroupType([("a", real), ("b", new GroupType([("c", real)]))]), new TextType(), new TextListType()];
        foreach (AnswerType type in declared)
        {
            var asked = new AskedQuestion(Question(type), points: 2, areRepeated: true);
            foreach (CallResult result in results.Select(result => CallResult.From(new FrameReader(result.ToFrame()))))
            {
                asked.Add(result);
            }

            QuestionObservations observations = asked.ToObservations();
            Assert.Equal(results.Length, observations.First.Length);

            // And judged, against an answer that is a number.
            QuestionPlan plan = ThreeQuestions.Plans(Limits.Default)[0];
            QuestionComparison comparison = QuestionComparison.Of(plan, observations);
            QuestionGrade grade = QuestionScorer.Score(plan.Question, observations, comparison, Diagnosis.Of(plan, observations, comparison));
            Assert.Contains(grade.Verdict, new[] { Verdict.Fault, Verdict.Wrong });
        }
    }

    private static Question Question(AnswerType answer) => new(
        "1",
        "",
        Points: 1,
        "",
        new AnswerSignature("F", [], answer, ""),
        new ValueDefinition(),
        System.Collections.Immutable.ImmutableSortedDictionary<string, SizeRange>.Empty,
        Inputs: [],
        Constraints: [],
        SpecialPoints: [],
        Tolerance.Default,
        Limits.Default);
}
