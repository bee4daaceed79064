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
/// A student's code can find the worker's pipe and write into it, as some of the attacks do. Whatever can be read there is taken
/// down and judged: no failure of the grader, no question that counts as right with points left out.
/// </summary>
public sealed class ForgedFramesTests
{
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

    [Fact]
    public void What_a_result_says_beyond_the_answer_is_kept_within_bounds()
    {
        var asked = new AskedQuestion(Question(new ScalarType(ScalarKind.Real)), points: 2, areRepeated: false);
        asked.Add(new CallReturned(new WireNumbers([], [1]), [.. Enumerable.Range(0, 1_000_000)], 4711));
        asked.Add(new CallFailed(CallOutcome.Threw, new string('x', 100_000), new string('y', 1_000_000), 1));
        QuestionObservations seen = asked.ToObservations();
        ReturnedValue value = Assert.IsType<ReturnedValue>(seen.First[0]);
        Assert.Empty(value.ChangedInputs);
        Assert.Null(value.ReturnedInput);
        Fault fault = Assert.IsType<FaultObservation>(seen.First[1]).Fault;
        Assert.InRange(fault.Message.Length + fault.Line!.File.Length, 0, 10_000);
    }

    [Fact]
    public void A_group_of_other_kinds_than_declared_is_no_answer()
    {
        var pair = new GroupType([("a", new TensorType(1)), ("b", new TensorType(1))]);
        var asked = new AskedQuestion(Question(pair), points: 2, areRepeated: false);
        asked.Add(new CallReturned(new WireGroup([new WireNumbers([1], [1]), new WireText("b")]), [], -1));
        asked.Add(new CallReturned(new WireGroup([new WireNumbers([1], [1]), new WireNumbers([1], [1]), new WireNumbers([1], [1])]), [], -1));
        Assert.All(asked.ToObservations().First, seen => Assert.Equal(FaultKind.WrongShape, Assert.IsType<FaultObservation>(seen).Fault.Kind));
    }

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
