using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using Autograder.Tests.Shared;

namespace Autograder.Core.Tests.Diagnosing;

/// <summary>Every kind of mistake with all that students and staff read of it, word for word.</summary>
public sealed partial class WhatIsToldTests
{
    private static readonly ImmutableSortedDictionary<string, int> Three = ImmutableSortedDictionary<string, int>.Empty.Add("K", 3);

    /// <summary>xⱼ³ for each entry.</summary>
    private static readonly Question Entries = Examples.Question("8", Examples.Vector("x", "K")) with
    {
        Sizes = Examples.Sizes.Clear().Add("K", new SizeRange(2, 5)),
    };

    private static readonly QuestionKey EntriesKey = Examples.Key(point => new NumericValue(point.NumbersOf("x").Map(Cube)));

    /// <summary>One step of size ε on a²b²c²d²/2, parameter by parameter.</summary>
    private static readonly Question Step = Examples.Question(
        "5", [.. "abcd".Select(name => (InputDomain)Examples.Scalar($"{name}")), Examples.Scalar("rate", NumericKind.Positive, 0.1, 0.4)]) with
    {
        Definition = new PartsDefinition([.. "abcd".Select(name => new QuestionPart($"new{name}", 1, new UpdateStepDefinition("Loss", $"{name}", new StepRate("rate", 0))))]),
    };

    private static readonly QuestionKey StepKey = Examples.Key(point => Stepped(point, "")) with
    {
        Given = (_, point) => Tensor.Scalar("abcd".Aggregate(0.5, (product, name) => product * Math.Pow(Examples.NumberOf(point, $"{name}"), 2))),
    };

    [Fact]
    public void Of_a_whole_answer() => Verify("told-of-a-matrix", RecognitionLaws.Mistakes.Select(mistake => (mistake.Key, Told(Planted.Question, Planted.Key, mistake.Value))));

    [Fact]
    public void Of_places() => Verify("told-of-places",
    [
        .. new (string What, Func<int, int, bool> IsRight)[]
        {
            ("the first", (place, _) => place == 0),
            ("all but the first", (place, _) => place > 0),
            ("the last", (place, count) => place == count - 1),
            ("all but the last", (place, count) => place < count - 1),
        }.SelectMany(mistake => new[]
        {
            ($"entries: {mistake.What}", Told(Entries, EntriesKey, point => WrongUnless(point, mistake.IsRight))),
            ($"rows: {mistake.What}", Told(Planted.Question, Planted.Key, point => WrongUnless(Planted.Right(point), 0, mistake.IsRight))),
            ($"columns: {mistake.What}", Told(Planted.Question, Planted.Key, point => WrongUnless(Planted.Right(point), 1, mistake.IsRight))),
        }),
        ("of three entries: one", Told(OfThree(), EntriesKey, point => WrongUnless(point, (place, _) => place == 1))),
        ("of three entries: two", Told(OfThree(), EntriesKey, point => WrongUnless(point, (place, _) => place != 1))),
        ("where an entry is positive", Told(Entries, EntriesKey, point => point.NumbersOf("x").Map(x => x > 0 ? Cube(x) : Math.Exp(x)))),
        ("where a number is positive", Told(Examples.Question("8", Examples.Scalar("s")), Examples.Key(point => Examples.Number(Examples.NumberOf(point, "s"))), point => point.NumbersOf("s").Map(Math.Abs))),
    ]);

    [Fact]
    public void Of_special_inputs() => Verify("told-of-special-inputs",
    [
        ("right at one", Told(OfThree(Labelled("ones", 1)), EntriesKey, point => point.Label is null ? point.NumbersOf("x").Map(Math.Exp) : Right(point))),
        ("right at two", Told(OfThree(Labelled("ones", 1), Labelled("twos", 2)), EntriesKey, point => point.Label is null ? point.NumbersOf("x").Map(Math.Exp) : Right(point))),
        ("right at one of two", Told(OfThree(Labelled("ones", 1), Labelled("twos", 2)), EntriesKey, point => point.Label == "ones" ? Right(point) : point.NumbersOf("x").Map(Math.Exp))),
        ("wrong at one", Told(OfThree(Labelled("ones", 1)), EntriesKey, point => point.Label is null ? Right(point) : Right(point).Map(entry => entry + 1))),
        ("wrong at two", Told(OfThree(Labelled("ones", 1), Labelled("twos", 2)), EntriesKey, point => point.Label is null ? Right(point) : Right(point).Map(entry => entry + 1))),
        ("infinite at one", Told(OfThree(Labelled("large", 9)), EntriesKey, Overflowing)),
        ("infinite at two", Told(OfThree(Labelled("large", 9), Labelled("larger", 10)), EntriesKey, Overflowing)),
        ("infinite at some others", Told(OfThree(), EntriesKey, point => point.NumbersOf("x").Entries[0] > 0 ? Right(point).Map(_ => double.NaN) : Right(point))),
        ("infinite at some others, and wrong", Told(OfThree(), EntriesKey, point => point.NumbersOf("x").Entries[0] > 0 ? Right(point).Map(_ => double.NaN) : Right(point).Map(Math.Exp))),
    ]);

    [Fact]
    public void Of_derivatives_and_steps() => Verify("told-of-derivatives-and-steps",
    [
        ("by another variable", Told(RecognisedMistakesTests.Gradient, RecognisedMistakesTests.GradientKey, point => point.NumbersOf("x"))),
        ("not recognised", Told(RecognisedMistakesTests.Gradient, RecognisedMistakesTests.GradientKey, point => Planted.Sum(point.NumbersOf("x").Map(Math.Exp), point.NumbersOf("t").Map(Math.Exp)))),
        ("a gradient without one of its inputs", Told(RecognisedMistakesTests.Gradient, RecognisedMistakesTests.GradientKey, point => point.NumbersOf("t").Map(Math.Exp))),
        ("a gradient without any", Told(RecognisedMistakesTests.Gradient, RecognisedMistakesTests.GradientKey, point => point.NumbersOf("t").Map(_ => 0.7))),
        .. new[] { "a", "ab", "abc", "ac" }.Select(stale => ($"after {stale}", Told(Step, StepKey, point => Stepped(point, stale)))),
        ("no step at all", Told(Step, StepKey, point => Examples.Group([.. "abcd".Select(name => ($"new{name}", point.Inputs[$"{name}"]))]))),
        ("up instead of down", Told(Step, StepKey, point => Ascended(point))),
    ]);

    [Fact]
    public void Of_terms_and_factors() => Verify("told-of-terms-and-factors",
    [
        ("one term", Told(Planted.Question, Planted.Key, point => Planted.Sum(Planted.Data(point), Planted.Penalty(point), 1.9))),
        ("both terms", Told(Planted.Question, Planted.Key, point => Planted.Sum(Planted.Data(point).Map(entry => 0.7 * entry), Planted.Penalty(point), 1.9))),
        ("a term times two inputs", Told(Planted.Question, Planted.Key, point => Planted.Sum(Planted.Data(point), Planted.Penalty(point), Examples.NumberOf(point, "lambda")))),
        ("a negative factor without a name", Told(Planted.Question, Planted.Key, point => Planted.Right(point).Map(entry => -0.377 * entry))),
        ("a number times a factor without a name", Told(Examples.Question("8", Examples.Scalar("s")), Examples.Key(point => point.Inputs["s"]), point => point.NumbersOf("s").Map(s => 0.377 * s))),
        ("the answer to another question", Told(
            SamplePlanner.Plan(Examples.Layer, Examples.LayerKey, "seed") with { Others = [new KeyedQuestion(Examples.Question("9", Examples.Vector("g", "N")), Examples.Key(point => point.Inputs["g"]))] },
            point => Examples.Group(("dW", ((GroupValue)Examples.LayerKey.Answer!(point)).Members[0].Value), ("db", point.Inputs["g"])))),
        ("seen at random points only", Unseen(Planted.Question, Planted.Key, point => Planted.Right(point).Map(entry => -entry))),
    ]);

    private static void Verify(string name, IEnumerable<(string What, IEnumerable<Feedback> Told)> mistakes, [CallerFilePath] string testFile = "")
    {
        var text = new StringBuilder();
        foreach ((string what, IEnumerable<Feedback> told) in mistakes)
        {
            text.Append("# ").Append(what).Append('\n');
            foreach (Feedback feedback in told)
            {
                text.Append(feedback.Audience == Audience.Staff ? "  staff " : "  ").Append(feedback.Id).Append(": ").Append(feedback.Rationale).Append('\n');
                foreach (string? hint in feedback.FurtherHints.Prepend(feedback.Hint).Where(hint => hint is not null))
                {
                    text.Append("    → ").Append(hint).Append('\n');
                }
            }
        }

        // What rounding leaves is another machine's affair.
        Snapshot.Verify(Residual().Replace(text.ToString(), "residual tiny"), name, testFile);
    }

    [GeneratedRegex(@"residual [0-9.]+e(0|-1\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Residual();

    private static IEnumerable<Feedback> Told(Question question, QuestionKey key, Func<SamplePoint, Tensor> answer) => Told(question, key, point => new NumericValue(answer(point)));

    private static IEnumerable<Feedback> Told(Question question, QuestionKey key, Func<SamplePoint, Value> answer) => Told(SamplePlanner.Plan(question, key, "seed"), answer);

    private static IEnumerable<Feedback> Told(QuestionPlan plan, Func<SamplePoint, Value> answer) => Diagnosed(Classroom.Grade(plan, answer));

    /// <summary>Of a program that was not called at the points held out.</summary>
    private static IEnumerable<Feedback> Unseen(Question question, QuestionKey key, Func<SamplePoint, Tensor> answer)
    {
        QuestionPlan plan = SamplePlanner.Plan(question, key, "seed");
        QuestionObservations seen = Classroom.Observe(plan, point => new NumericValue(answer(point)));
        return Diagnosed(QuestionScorer.Score(question, seen, QuestionComparison.Of(plan, seen), Diagnosis.Of(plan, seen, QuestionComparison.Of(plan, seen), null)));
    }

    private static IEnumerable<Feedback> Diagnosed(QuestionGrade grade) => grade.Feedback.Where(feedback => feedback.Id is not ("agreement" or "parts"));

    private static Question OfThree(params ImmutableArray<SpecialPoint> special) => Entries with
    {
        Sizes = Examples.Sizes.Clear().Add("K", new SizeRange(3, 3)),
        SpecialPoints = special,
    };

    private static SpecialPoint Labelled(string label, double entry) => Examples.Special(label, ("x", Tensor.Vector(entry, 2 * entry, 3 * entry))) with { Sizes = Three };

    private static double Cube(double x) => x * x * x;

    private static Tensor Right(SamplePoint point) => point.NumbersOf("x").Map(Cube);

    private static Tensor Overflowing(SamplePoint point) => point.NumbersOf("x").Map(x => x > 5 ? double.PositiveInfinity : Cube(x));

    private static Tensor WrongUnless(SamplePoint point, Func<int, int, bool> isRight) => WrongUnless(Right(point), 0, isRight);

    private static Tensor WrongUnless(Tensor right, int axis, Func<int, int, bool> isRight)
    {
        int inner = right.Shape.Extents.Skip(axis + 1).Aggregate(1, (count, extent) => count * extent);
        return new Tensor(right.Shape, [.. right.Entries.Select((entry, place) =>
            isRight(place / inner % right.Shape.Extents[axis], right.Shape.Extents[axis]) ? entry : Math.Exp(entry) + 2 + (0.1 * place))]);
    }

    /// <param name="stale">The parameters that are changed on the spot: the gradients after them see the new values.</param>
    private static GroupValue Stepped(SamplePoint point, string stale)
    {
        var values = "abcd".ToDictionary(name => name, name => Examples.NumberOf(point, $"{name}"));
        var updated = ImmutableArray.CreateBuilder<(string, Value)>();
        foreach (char name in "abcd")
        {
            double gradient = "abcd".Aggregate(1.0, (product, other) => product * (other == name ? values[other] : values[other] * values[other]));
            double next = values[name] - (Examples.NumberOf(point, "rate") * gradient);
            updated.Add(($"new{name}", Examples.Number(next)));
            values[name] = stale.Contains(name, StringComparison.Ordinal) ? next : values[name];
        }

        return new GroupValue(updated.ToImmutable());
    }

    private static GroupValue Ascended(SamplePoint point) => Examples.Group([.. Stepped(point, "").Members.Select(member =>
        (member.Name, (Value)Examples.Number((2 * Examples.NumberOf(point, member.Name[3..])) - member.Value.NumericParts.Single().Tensor.Entries[0])))]);
}
