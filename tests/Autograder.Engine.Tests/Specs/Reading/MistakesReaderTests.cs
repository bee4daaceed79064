using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>What a spec says of answers other than the key's: what is read, and one mistake each.</summary>
public sealed class MistakesReaderTests
{
    /// <summary>Two questions, of which the second builds on the first.</summary>
    private const string Questions = """
          - id: "1"
            title: Gradient
            points: 2
            statement: Return the gradient.
            answer: Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y)
            definition: { gradient-of: Loss, with-respect-to: w }
            accepts: [ GradientByTranspose, "X.Transpose() * Residual(w, X, y)" ]
            terms: { fit: "X.Transpose() * (X * w)", target: "-(X.Transpose() * y)" }
            misconceptions:
              - id: no-transpose
                answer: NoTranspose
                hint: [ Look at the shapes., Which index is summed? ]
                credit: 0.25
              - id: weights
                answer: w
                hint: Look at the loss.
            invariants:
              - condition: answer.Count == D
                otherwise: A gradient has an entry for each weight.
            diagnoses: { sign: { hint: Which way is up?, credit: 0.5 } }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
          - id: "2"
            title: Step
            points: 2
            statement: Take a step.
            answer: Vector<double> Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate)
            definition: { step-of: Loss, with-respect-to: w, rate: rate }
            follow-through: { from: { earlier: "1" }, answer: w - rate * earlier, share: 0.75 }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
              rate: { values: positive, magnitude: 0.1..0.4 }
        """;

    private static readonly string Reference = TinySpec.Replace(TinySpec.Reference, "    public static string Choice", """
            public static Vector<double> GradientByTranspose(Vector<double> w, Matrix<double> X, Vector<double> y) => X.Transpose() * (X * w - y);
            public static Vector<double> NoTranspose(Vector<double> w, Matrix<double> X, Vector<double> y) => (X * w - y) * X * 1.5;
            public static Vector<double> Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate) => w - rate * Gradient(w, X, y);
            public static string Choice
        """);

    [Fact]
    public void Other_answers_are_read_as_methods_and_as_expressions()
    {
        using TinySpec spec = TinySpec.Written(TinySpec.FirstLines + Questions, reference: Reference);
        LoadedAssignment loaded = spec.Load();
        Question question = loaded.Assignment.Questions[0];
        QuestionPlan plan = loaded.Plan("any").Questions[0];
        QuestionKey key = plan.Key;
        SamplePoint point = plan.Points[0].Point;
        Value right = plan.Points[0].Reference!;

        Assert.Equal(["GradientByTranspose", "X.Transpose() * Residual(w, X, y)"], question.Accepts.AsEnumerable());
        Assert.All(key.Accepts, accepted => AssertClose(Numbers(right), Numbers(accepted(point))));
        Assert.Equal(["Look at the shapes.", "Which index is summed?"], question.Misconceptions[0].Remedy.Hints.AsEnumerable());
        Assert.Equal(0.25, question.Misconceptions[0].Remedy.Credit);
        AssertClose(Numbers(right).Select(entry => 1.5 * entry), Numbers(key.Misconceptions[0](point)));
        Assert.Equal(point.NumbersOf("w").Entries, Numbers(key.Misconceptions[1](point)));
        Assert.Equal(["fit", "target"], question.Terms.Select(term => term.Name));
        AssertClose(Numbers(right), key.Terms[0](point).Entries.Zip(key.Terms[1](point).Entries, (fit, target) => fit + target));
        Assert.True(key.Invariants[0](point, right));
        Assert.Equal(0.5, question.Diagnoses["sign"].Credit);
    }

    [Fact]
    public void What_follows_from_an_earlier_answer_is_computed_from_it()
    {
        using TinySpec spec = TinySpec.Written(TinySpec.FirstLines + Questions, reference: Reference);
        QuestionPlan plan = spec.Load().Plan("any").Questions[1];
        SamplePoint point = plan.Points[0].Point;
        Tensor w = point.NumbersOf("w");
        var earlier = new NumericValue(w.Map(_ => 2));

        Assert.Equal(0.75, plan.Question.FollowThrough!.Share);
        AssertClose(w.Map(entry => entry - (2 * point.NumbersOf("rate").Entries[0])).Entries, Numbers(plan.Key.FollowThrough!(point, ImmutableSortedDictionary<string, Value>.Empty.Add("earlier", earlier))));
    }

    [Theory]
    [InlineData("[ GradientByTranspose,", "[ Slope,", "14:16: the reference has double Slope(double u), which does not fit Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y)")]
    [InlineData("fit: \"X.Transpose() * (X * w)\", ", "", "15:14: a sum has two terms or more")]
    [InlineData("id: weights", "id: no-transpose", "21:13: the misconception 'no-transpose' is named already")]
    [InlineData("credit: 0.5", "credit: 5", "27:58: expected a share from 0 to 1, found '5'")]
    [InlineData("hint: Look at the loss.", "hint: []", "23:15: expected a hint, or a list of hints, found a list")]
    public void A_mistake_is_reported_at_its_place(string old, string changed, string problem)
    {
        using TinySpec spec = TinySpec.Written(TinySpec.FirstLines + TinySpec.Replace(Questions, old, changed), reference: Reference);
        spec.Reports(problem);
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> found) =>
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    private static IEnumerable<double> Numbers(Value value) => ((NumericValue)value).Tensor.Entries;
}
