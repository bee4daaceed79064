using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using Autograder.Tests.Shared;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Scoring;

/// <summary>What students read. The snapshots are there to be read as a student would.</summary>
public sealed class FeedbackTests
{
    private static readonly Question OneInput = Examples.Question("1", Examples.Vector("w", "D"));

    private static readonly Question WithSpecialPoints = OneInput with
    {
        SpecialPoints = [Examples.Special("a zero residual", ("w", Tensor.Vector(0, 0))), Examples.Special("exponents near 900", ("w", Tensor.Vector(900, -900)))],
    };

    private static readonly QuestionKey Echo = Examples.Key(point => point.Inputs["w"]);

    private static readonly Dictionary<string, Func<QuestionGrade>> Scenes = new(StringComparer.Ordinal)
    {
        ["correct"] = () => Grade(OneInput, Scaled(1 + 2.5e-13)),
        ["correct-to-the-last-bit"] = () => Grade(OneInput, Scaled(1)),
        ["correct-with-special-points"] = () => Grade(WithSpecialPoints, Scaled(1)),
        ["wrong"] = () => Grade(OneInput, Scaled(-1)),
        ["wrong-at-one-special-point-only"] = () => Grade(WithSpecialPoints, point => Scaled(point.Label?.Contains("900", StringComparison.Ordinal) == true ? 0.5 : 1)(point)),
        ["wrong-at-both-kinds-of-points"] = () => Grade(WithSpecialPoints, Scaled(2)),
        ["wrong-and-a-group"] = () => Classroom.Grade(SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, "seed"), point => Examples.LayerGradient(point, 1e-7)),
        ["imprecise"] = () => Grade(OneInput, Scaled(1 + 3e-6)),
        ["imprecise-in-floats"] = () => Grade(OneInput, point => new NumericValue(Examples.TensorOf(point, "w").Map(entry => (float)(entry * (1 + 5e-7))))),
        ["exception-with-its-line"] = () => Observe(OneInput, Classroom.Failed(
            FaultKind.Exception, "IndexOutOfRangeException: Index was outside the bounds of the array.", new SourceLine("Answers.cs", 12)), at: 0),
        ["exception-at-a-special-point"] = () => Observe(WithSpecialPoints, Classroom.Failed(FaultKind.Exception, "DivideByZeroException: Attempted to divide by zero."), at: 12),
        ["crash-in-the-middle"] = () => Ended(OneInput, Classroom.Failed(FaultKind.Crash, "The stack overflowed: a method calls itself without end."), at: 4),
        ["time-limit"] = () => Ended(OneInput, Classroom.Failed(FaultKind.TimeLimit, "The method did not finish in the time it may take."), at: 0),
        ["no-answer-to-the-last-points"] = () => Short(OneInput, answered: 5),
        ["another-shape"] = () => Grade(OneInput, _ => Examples.Vector(1, 2, 3, 4, 5, 6, 7)),
        ["another-shape-without-inputs"] = () => WithoutInputs(Examples.Vector(1, 2), Examples.Vector(1, 2, 3)),
        ["not-finite"] = () => Classroom.Grade(
            SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, "seed"),
            point => Examples.Group(("dW", ((GroupValue)Examples.LayerGradient(point, 1)).Members[0].Value), ("db", new NumericValue(Examples.TensorOf(point, "g").Map(_ => double.NaN))))),
        ["correct-without-inputs"] = () => WithoutInputs(Examples.Vector(1, 2), Examples.Vector(1, 2)),
        ["wrong-without-inputs"] = () => WithoutInputs(Examples.Vector(1, 2), Examples.Vector(1, 3)),
        ["imprecise-without-inputs"] = () => WithoutInputs(Examples.Vector(1, 2), Examples.Vector(1, 2.00001)),
        ["changes-its-inputs"] = () => Impure(value => new ReturnedValue(value, ChangedInputs: ["w"], ReturnedInput: null)),
        ["returns-an-input"] = () => Grade(OneInput, Scaled(2), value => new ReturnedValue(value, ChangedInputs: [], ReturnedInput: "w")),
        ["differs-from-call-to-call"] = () => Twice(OneInput, Scaled(1), Scaled(2)),
        ["no-minimiser"] = () => Minimise(student: 3, key: 1),
        ["key-against-definition"] = () => Minimise(student: 1, key: 2),
        ["choice-right"] = () => Choose("B", new TextValue("green")),
        ["choice-wrong"] = () => Choose("B", new TextValue("A")),
        ["choice-of-two"] = () => Choose("B", new TextListValue(["A", "B"])),
        ["choice-unknown"] = () => Choose("B", new TextValue("yellow")),
        ["blank-empty"] = () => Answer(new BlankDefinition(), new TextValue("10-606"), new TextValue(" ")),
        ["parts-some-right"] = () => Parts(weights: 1, bias: -1),
        ["parts-all-right"] = () => Parts(weights: 1, bias: 1),
        ["parts-all-wrong"] = () => Parts(weights: 2, bias: -1),
        ["parts-one-imprecise"] = () => Parts(weights: 1 + 3e-6, bias: 1),
        ["parts-one-imprecise-and-one-wrong"] = () => Parts(weights: 1 + 3e-6, bias: -1),
        ["parts-one-of-another-shape"] = () => Parts(point => Examples.Group(("dW", Layer(point, 0)), ("db", Examples.Vector(1, 2, 3, 4, 5, 6, 7, 8)))),
        ["parts-one-not-finite"] = () => Parts(point => Examples.Group(("dW", Layer(point, 0, double.NaN)), ("db", Layer(point, 1)))),
        ["parts-and-an-exception"] = () => PartsAndAnException(),
        ["parts-that-change-an-input"] = () => Parts(Right, value => new ReturnedValue(value, ChangedInputs: ["x"], ReturnedInput: null)),
        ["parts-one-ungraded"] = () => PartsOneUngraded(),
        ["conditions-met"] = () => Satisfy(Scaled(3)),
        ["conditions-not-met"] = () => Satisfy(Scaled(0.5)),
        ["conditions-not-met-at-a-special-point"] = () => Satisfy(point => Scaled(point.Label is null ? 3 : 0.5)(point)),
        ["conditions-not-met-without-inputs"] = () => SatisfyWithoutInputs("no"),
        ["conditions-met-without-inputs"] = () => SatisfyWithoutInputs("yes"),
        ["trained"] = () => Train(0.9375),
        ["trained-too-little"] = () => Train(0.84375),
        ["trained-to-nothing"] = () => Train(double.NaN),
        ["rounded"] = () => Round(entry => Math.Round(entry, 2)),
        ["rounded-without-inputs"] = () => RoundWithoutInputs(Examples.Number(2.72)),
        ["truncated"] = () => Round(entry => Math.Truncate(entry * 100) / 100),
        ["truncated-in-one-part"] = () => RoundWithoutInputs(Examples.Group(("mean", Examples.Number(2.71)), ("spread", Examples.Number(0.58)))),
        ["rounded-too-far"] = () => Round(entry => Math.Round(entry, 1)),
        ["extents-in-another-order"] = () => Answer(
            new ShapeDefinition(), Extents(3, 4), Extents(4, 3)),
        ["old-and-new-values-mixed-up"] = () => MixUp(),
        ["prose"] = () => Answer(new TextDefinition(), null, new TextValue("By the chain rule …")),
    };

    public static TheoryData<string> SceneNames => [.. Scenes.Keys];

    [Theory]
    [MemberData(nameof(SceneNames))]
    public void Messages_are_as_approved(string scene) => Snapshot.Verify(Print(Scenes[scene]()), scene);

    [Theory]
    [MemberData(nameof(SceneNames))]
    public void Messages_are_whole_sentences(string scene) => Assert.All(Scenes[scene]().Feedback, feedback =>
    {
        foreach (string text in new[] { feedback.Rationale, feedback.Hint }.OfType<string>())
        {
            // What is said of the parts is a list with a line for each.
            Assert.All(feedback.Id == "parts" ? text.Split('\n') : [], line => Assert.Matches(@"^\w+: \S.*[^.\s]\.$", line));
            Assert.Matches(feedback.Id == "parts" ? @"^\w" : @"^[A-Z]", text);
            Assert.Matches(@"[^.\s][.?]$", text);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void What_a_wrong_answer_is_told_depends_neither_on_the_key_nor_on_how_far_off_it_is() => Law.Holds(
        from seed in Draw.Seeds
        from factor in Draw.Magnitude(-30, 30).Where(factor => Math.Abs(factor - 1) > 1e-3)
        select (seed, factor),
        @case => Print(Wrong(@case.seed, @case.factor)) == Print(Wrong("seed", 0.377)),
        times: 50);

    [Fact]
    public void No_digits_of_the_reference_are_printed() => Law.Holds(
        from seed in Draw.Seeds
        from bad in Gen.Elements(-1, 1 + 1e-5, 1 + 1e-12, double.NaN)
        select (seed, bad),
        @case =>
        {
            QuestionPlan plan = SamplePlanner.Plan(Examples.LeastSquares, Examples.LeastSquaresKey, @case.seed);
            string text = Print(Wrong(@case.seed, @case.bad)).Replace(".", "", StringComparison.Ordinal);
            return plan.Points.SelectMany(planned => planned.Parts).SelectMany(part => part.Reference.Entries)
                .All(entry => !text.Contains(Digits(entry), StringComparison.Ordinal));
        },
        times: 50);

    [Fact]
    public void The_same_broken_form_is_told_the_same_whichever_option_is_right() => Assert.All(
        new Value[] { new TextValue(""), new TextValue("D"), new TextListValue(["A", "B"]) },
        answer => Assert.Single(new[] { "A", "B", "C" }.Select(right => Print(Choose(right, answer))).Distinct(StringComparer.Ordinal)));

    [Fact]
    public void Ids_do_not_depend_on_the_seed() => Law.HoldsForAnySeed(seed =>
        Wrong(seed, 1 + 1e-5).Feedback.Select(feedback => feedback.Id).SequenceEqual(["agreement", "imprecise"])
        && Wrong(seed, double.NaN).Feedback.Select(feedback => feedback.Id).SequenceEqual(["fault/non-finite", "not-finite", "not-finite/evidence"])
        && Wrong(seed, -1).Feedback.Select(feedback => feedback.Id).SequenceEqual(["agreement", "sign", "sign/evidence"]));

    /// <summary>The first four significant digits, wherever the point may stand.</summary>
    private static string Digits(double number) =>
        Math.Abs(number).ToString("E3", CultureInfo.InvariantCulture)[..5].Replace(".", "", StringComparison.Ordinal);

    private static QuestionGrade Wrong(string seed, double factor) => Classroom.Grade(
        SamplePlanner.Plan(Examples.LeastSquares, Examples.LeastSquaresKey, seed),
        point => Examples.Vector([.. Examples.LeastSquaresGradient(point, factor: 2).Select(entry => factor * entry)]));

    private static string Print(QuestionGrade grade) => string.Join('\n',
    [
        $"{grade.Verdict}, score {grade.Score?.ToString(CultureInfo.InvariantCulture) ?? "none"}",
        .. grade.Feedback.Where(feedback => feedback.Audience == Audience.Student).Select(feedback => $"[{feedback.Id}] {feedback.Rationale}{(feedback.Hint is null ? "" : $"\n    hint: {feedback.Hint}")}"),
    ]);

    private static QuestionGrade Grade(Question question, Func<SamplePoint, Value> student, Func<Value, Observation>? wrap = null)
    {
        QuestionPlan plan = SamplePlanner.Plan(question, Echo, "seed");
        return Classroom.Grade(plan, Wrapped(plan.Points, student, wrap), Wrapped(plan.Further.Value.All, student, wrap));
    }

    private static QuestionObservations Wrapped(ImmutableArray<PlannedPoint> points, Func<SamplePoint, Value> student, Func<Value, Observation>? wrap)
    {
        ImmutableArray<Observation> observations = [.. points.Select(planned => (wrap ?? Classroom.Returned)(student(planned.Point)))];
        return new QuestionObservations(observations, [.. observations], Console: "");
    }

    private static QuestionGrade Impure(Func<Value, Observation> wrap) => Grade(OneInput, Scaled(1), wrap);

    private static QuestionGrade Twice(Question question, Func<SamplePoint, Value> first, Func<SamplePoint, Value> second)
    {
        QuestionPlan plan = SamplePlanner.Plan(question, Echo, "seed");
        return Classroom.Grade(plan, Classroom.Observe(plan, first) with { Second = [.. Classroom.Observe(plan, second).First] });
    }

    private static QuestionGrade Observe(Question question, Observation fault, int at)
    {
        QuestionPlan plan = SamplePlanner.Plan(question, Echo, "seed");
        QuestionObservations observations = Classroom.Observe(plan, Scaled(1));
        return Classroom.Grade(plan, new QuestionObservations(observations.First.SetItem(at, fault), observations.Second.SetItem(at, null), Console: ""));
    }

    private static QuestionGrade Ended(Question question, Observation fault, int at)
    {
        QuestionPlan plan = SamplePlanner.Plan(question, Echo, "seed");
        ImmutableArray<Observation> first = [.. Classroom.Observe(plan, Scaled(1)).First.Take(at), fault];
        return Classroom.Grade(plan, new QuestionObservations(first, [.. first.Select(_ => (Observation?)null)], Console: ""));
    }

    private static QuestionGrade Short(Question question, int answered)
    {
        QuestionPlan plan = SamplePlanner.Plan(question, Echo, "seed");
        QuestionObservations all = Classroom.Observe(plan, Scaled(1));
        return Classroom.Grade(plan, new QuestionObservations([.. all.First.Take(answered)], [.. all.Second.Take(answered)], Console: ""));
    }

    private static QuestionGrade WithoutInputs(Value reference, Value answer)
    {
        Question question = Examples.Question("1");
        return Classroom.Grade(SamplePlanner.Plan(question, Examples.Key(_ => reference), "seed"), _ => answer);
    }

    private static QuestionGrade Minimise(double student, double key)
    {
        QuestionKey contract = Examples.Key(Scaled(key)) with
        {
            Given = Examples.Objective((point, v) => v.Entries.Zip(Examples.TensorOf(point, "w").Entries, (left, right) => Math.Pow(left - right, 2)).Sum()),
        };
        Question question = OneInput with { Definition = new MinimiserDefinition("Objective", "v") };
        return Classroom.Grade(SamplePlanner.Plan(question, contract, "seed"), Scaled(student));
    }

    private static QuestionGrade Choose(string right, Value answer) => Answer(Examples.Colours, new TextValue(right), answer);

    private static QuestionGrade Answer(Definition definition, Value? right, Value answer)
    {
        Question question = Examples.Question("1") with { Definition = definition };
        return Classroom.Grade(SamplePlanner.Plan(question, Examples.Key(right is null ? null : _ => right), "seed"), _ => answer);
    }

    private static QuestionGrade Parts(double weights, double bias) =>
        Parts(point => Examples.Group(("dW", Layer(point, 0, weights)), ("db", Layer(point, 1, bias))));

    private static QuestionGrade Parts(Func<SamplePoint, Value> student, Func<Value, Observation>? wrap = null) =>
        Classroom.Grade(LayerPlan, Wrapped(LayerPlan.Points, student, wrap), Wrapped(LayerPlan.Further.Value.All, student, wrap));

    private static QuestionGrade PartsAndAnException()
    {
        QuestionObservations right = Classroom.Observe(LayerPlan, Right);
        Observation fault = Classroom.Failed(FaultKind.Exception, "IndexOutOfRangeException: Index was outside the bounds of the array.", new SourceLine("Answers.cs", 12));
        return Classroom.Grade(LayerPlan, new QuestionObservations(right.First.SetItem(4, fault), right.Second.SetItem(4, null), Console: ""));
    }

    private static QuestionGrade PartsOneUngraded()
    {
        QuestionKey key = Examples.Key(Both) with { Given = Examples.Objective((_, v) => v.Entries.Sum(entry => entry * entry)) };
        Question question = OneInput with
        {
            Definition = new PartsDefinition([new QuestionPart("value", 1, new ValueDefinition()), new QuestionPart("best", 3, new MinimiserDefinition("Objective", "v"))]),
        };
        return Classroom.Grade(SamplePlanner.Plan(question, key, "seed"), Both);

        static Value Both(SamplePoint point) => Examples.Group(("value", point.Inputs["w"]), ("best", point.Inputs["w"]));
    }

    private static Value Right(SamplePoint point) => Examples.LayerGradient(point, 1e-6);

    /// <summary>One of the parts dW and db, scaled.</summary>
    private static NumericValue Layer(SamplePoint point, int part, double factor = 1) =>
        new(Examples.LayerGradient(point, 1e-6).NumericParts.ElementAt(part).Tensor.Map(entry => factor * entry));

    private static readonly QuestionPlan LayerPlan = SamplePlanner.Plan(
        Examples.Layer with { Definition = new PartsDefinition([new QuestionPart("dW", 3, new ValueDefinition()), new QuestionPart("db", 1, new ValueDefinition())]) },
        Examples.LayerKey,
        "seed");

    private static QuestionGrade Satisfy(Func<SamplePoint, Value> student)
    {
        Question question = WithSpecialPoints with
        {
            SpecialPoints = [WithSpecialPoints.SpecialPoints[1]],
            Definition = new ConditionsDefinition([new Condition("answer is longer than w", "Your vector is not longer than w.")]),
        };
        QuestionKey key = Examples.Key(Scaled(2)) with
        {
            Conditions = [(point, answer) => ((NumericValue)answer).Tensor.LargestMagnitude > Examples.TensorOf(point, "w").LargestMagnitude],
        };
        return Classroom.Grade(SamplePlanner.Plan(question, key, "seed"), student);
    }

    private static QuestionGrade SatisfyWithoutInputs(string answer)
    {
        Question question = Examples.Question("1") with { Definition = new ConditionsDefinition([new Condition("answer ends in s", "Your word does not end in s.")]) };
        QuestionKey key = Examples.Key(_ => new TextValue("hills")) with { Conditions = [(_, text) => ((TextValue)text).Text.EndsWith('s')] };
        return Classroom.Grade(SamplePlanner.Plan(question, key, "seed"), _ => new TextValue(answer));
    }

    private static QuestionGrade Train(double accuracy)
    {
        Question question = OneInput with
        {
            Definition = new TrainingDefinition("Accuracy(answer.w)", new Goal(0.9, IsLeast: true)),
            Answer = OneInput.Answer with { Result = new GroupType([("w", new TensorType(1))]) },
        };
        QuestionKey key = Echo with { Measure = (_, _) => accuracy };
        return Classroom.Grade(SamplePlanner.Plan(question, key, "seed"), point => Examples.Group(("w", point.Inputs["w"])));
    }

    private static QuestionGrade Round(Func<double, double> round)
    {
        Question question = OneInput with { Tolerance = new Tolerance { Decimals = 2 } };
        return Classroom.Grade(SamplePlanner.Plan(question, Echo, "seed"), point => new NumericValue(Examples.TensorOf(point, "w").Map(round)));
    }

    private static QuestionGrade RoundWithoutInputs(Value answer)
    {
        Question question = Examples.Question("1") with { Tolerance = new Tolerance { Decimals = 2 } };
        Value exact = answer is GroupValue ? Examples.Group(("mean", Examples.Number(2.71828)), ("spread", Examples.Number(0.57722))) : Examples.Number(2.71828);
        return Classroom.Grade(SamplePlanner.Plan(question, Examples.Key(_ => exact), "seed"), _ => answer);
    }

    private static GroupValue Extents(int rows, int columns) => Examples.Group(("rows", Examples.Number(rows)), ("columns", Examples.Number(columns)));

    /// <summary>A step on (a b − 2)² with the rate 0.1, of which b sees the new a.</summary>
    private static QuestionGrade MixUp()
    {
        Question question = Examples.Question("1", Examples.Scalar("a"), Examples.Scalar("b")) with
        {
            Definition = new PartsDefinition([.. new[] { "a", "b" }.Select(name => new QuestionPart($"new{name}", 2, new UpdateStepDefinition("Loss", name, new StepRate(null, 0.1))))]),
        };
        QuestionKey key = Examples.Key(point => Updated(point, isMixed: false)) with
        {
            Given = (_, point) => Tensor.Scalar(Math.Pow((Examples.NumberOf(point, "a") * Examples.NumberOf(point, "b")) - 2, 2)),
        };
        return Classroom.Grade(SamplePlanner.Plan(question, key, "seed"), point => Updated(point, isMixed: true));

        static GroupValue Updated(SamplePoint point, bool isMixed)
        {
            double a = Examples.NumberOf(point, "a"), b = Examples.NumberOf(point, "b");
            double newA = a - (0.2 * ((a * b) - 2) * b), seen = isMixed ? newA : a;
            return Examples.Group(("newa", Examples.Number(newA)), ("newb", Examples.Number(b - (0.2 * ((seen * b) - 2) * seen))));
        }
    }

    private static Func<SamplePoint, Value> Scaled(double factor) =>
        point => new NumericValue(Examples.TensorOf(point, "w").Map(entry => factor * entry));
}
