using System.Collections.Immutable;
using Autograder.Cli.Display.Replays;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Engine.Grading;
using Autograder.Tests.Shared;

namespace Autograder.Cli.Tests.Display.Replays;

/// <summary>A step of gradient descent with a loss beside it, at one point, in what a student may make of it.</summary>
public sealed class ReplayTextTests
{
    private static readonly Question Step = Question(
        new AnswerSignature("Step", [new Parameter("f", new ScalarType(ScalarKind.Real), "Func<double, double>"), new Parameter("W", new TensorType(2), "Matrix<double>"), new Parameter("rate", new ScalarType(ScalarKind.Real), "double")], new GroupType([("W", new TensorType(2)), ("loss", new ScalarType(ScalarKind.Real))]), "(Matrix<double> W, double loss)"),
        new PartsDefinition([new QuestionPart("W", null, new UpdateStepDefinition("Loss", "W", new StepRate("rate", 0))), new QuestionPart("loss", null, new ValueDefinition())]),
        new NumericDomain("W", [new Extent("m", 0), new Extent(null, 3)], NumericKind.Signed, 0.3, 1.5),
        new NumericDomain("rate", [], NumericKind.Positive, 0.1, 0.5),
        new NumericDomain("seed", [], NumericKind.Integer, 1, 100),
        new FunctionDomain("f", [new FunctionCall("Given.Waves", ["seed"])]));

    private static readonly SamplePoint Point = new(
        "the printed one",
        ImmutableSortedDictionary<string, int>.Empty.Add("m", 2),
        ImmutableSortedDictionary<string, Value>.Empty
            .Add("W", new NumericValue(Tensor.Matrix(2, 3, 0.5, -1.25, 1 / 3.0, 1, 2, -3)))
            .Add("rate", Number(0.25))
            .Add("seed", Number(7))
            .Add("f", new FunctionValue("Given.Waves", [Number(7)])));

    private static readonly Value Right = Answer(Tensor.Matrix(2, 3, 0.25, -1, 1 / 6.0, 1, 1.5, -2), 1.75);

    [Fact]
    public void Weights_and_step_stand_beside_the_reference_with_marks() =>
        Verify(Step, Returned(Answer(Tensor.Matrix(2, 3, 0.25, -1.5, 1 / 6.0, 1, 1.500001, -2), 1.75)), "step", console: "h = 0.5\u001b[31m\nh = 0.25\n");

    [Fact]
    public void Without_the_reference_only_the_student_s_own_is_seen()
    {
        string text = Text(Step, Returned(Answer(Tensor.Matrix(2, 3, 0, 0, 0, 0, 0, 0), 2)), Point, Right, "", showsReference: false);
        Snapshot.Verify(text, "step-without-reference");
        Assert.DoesNotContain("1.75", text, StringComparison.Ordinal);
        Assert.DoesNotContain("reference", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shape_stands_beside_the_right_one() =>
        Verify(Step, Returned(Answer(Tensor.Matrix(3, 2, 1, 2, 3, 4, 5, 6), double.NaN)), "another-shape");

    [Fact]
    public void An_argument_that_is_changed_or_handed_back_is_said() =>
        Verify(Step, new ReturnedValue(Right, ["W"], "W"), "changes-an-argument");

    [Fact]
    public void A_fault_is_shown_with_its_line() => Verify(
        Step, new FaultObservation(new Fault(FaultKind.Exception, "DivideByZeroException: Attempted to divide by zero.", new SourceLine("Answers.cs", 12))), "fault");

    [Fact]
    public void A_choice_is_shown_beside_the_right_one() => Verify(
        Question(new AnswerSignature("Pick", [], new TextListType(), "string[]"), new ChoiceDefinition([new ChoiceOption("a", "A"), new ChoiceOption("b", "B")], Several: true)),
        Returned(new TextListValue(["a", "c"])),
        "choice",
        Empty,
        new TextListValue(["b"]));

    [Fact]
    public void Rounded_numbers_are_held_against_the_last_decimal() => Verify(
        Question(new AnswerSignature("Rounded", [], new ScalarType(ScalarKind.Real), "double"), new ValueDefinition()) with { Tolerance = Tolerance.Default with { Decimals = 2 } },
        Returned(Number(1.88)),
        "rounded",
        Empty,
        Number(1.88784));

    [Fact]
    public void A_program_that_has_ended_and_a_method_that_is_not_there_are_said()
    {
        QuestionPlan plan = Plan(Step, Point, Right);
        Assert.Equal("  The program ended before this point.", ReplayText.Of(plan, new ReplayedPoint(plan.Points[0], null, null, null, ""), "seed", 1, true).Last());
        Assert.Equal(
            "  There is no method Step.",
            ReplayText.Of(plan, new ReplayedPoint(plan.Points[0], null, null, new Feedback("missing", "There is no method Step."), ""), "seed", 1, true).Last());
    }

    private static SamplePoint Empty => new(null, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, Value>.Empty);

    private static void Verify(Question question, Observation observation, string name, SamplePoint? point = null, Value? right = null, string console = "") =>
        Snapshot.Verify(Text(question, observation, point ?? Point, right ?? Right, console, showsReference: true), name);

    private static string Text(Question question, Observation observation, SamplePoint point, Value right, string console, bool showsReference)
    {
        QuestionPlan plan = Plan(question, point, right);
        var replayed = new ReplayedPoint(plan.Points[0], observation, AnswerComparer.Compare(question, plan.Points[0], observation), WhyNotRun: null, console);
        return string.Join('\n', ReplayText.Of(plan, replayed, "autumn", 3, showsReference).Select(line => line.TrimEnd()));
    }

    private static QuestionPlan Plan(Question question, SamplePoint point, Value right)
    {
        var key = new QuestionKey(_ => right, [], (_, _) => right, (_, _) => Tensor.Scalar(0), [], null);
        ImmutableArray<ExpectedPart> parts = [.. JudgedParts.Of(question, point, right).Select(part => new ExpectedPart(part.Name, part.Tensor, part.Tensor.LargestMagnitude, 1e-7))];
        var planned = new PlannedPoint(point, right, parts);
        return new QuestionPlan(question, key, [planned, planned, planned]);
    }

    private static Question Question(AnswerSignature answer, Definition definition, params ImmutableArray<InputDomain> inputs) => new(
        "1", "A question", 1, "", answer, definition, ImmutableSortedDictionary<string, SizeRange>.Empty, inputs, [], [], Tolerance.Default, Limits.Default);

    private static ReturnedValue Returned(Value value) => new(value, [], null);

    private static NumericValue Number(double value) => new(Tensor.Scalar(value));

    private static GroupValue Answer(Tensor weights, double loss) => new([("W", new NumericValue(weights)), ("loss", Number(loss))]);
}
