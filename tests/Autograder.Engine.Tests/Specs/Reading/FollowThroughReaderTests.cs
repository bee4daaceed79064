using Autograder.Core.Assignments;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>What a spec says of earlier answers: one mistake each.</summary>
public sealed class FollowThroughReaderTests
{
    private const string From = "from: { g: \"1\", r: \"2\" }";

    [Fact]
    public void Earlier_answers_have_names_and_questions()
    {
        using TinySpec spec = FollowSpec.Written();
        Assert.Empty(spec.Problems());
        FollowThrough follow = spec.Load().Assignment.Questions[2].FollowThrough!;
        Assert.Equal([new EarlierAnswer("g", "1"), new EarlierAnswer("r", "2")], follow.From.ToArray());
        Assert.Equal(0.5, follow.Share);
        Assert.Equal(3, spec.Load().Plan("seed").Questions.Length);
    }

    [Theory]
    [InlineData(From, "from: { g: \"1\", r: \"3\" }", "36:26: no question before this one has the id '3'")]
    [InlineData(From, "from: { w: \"1\", r: \"2\" }", "36:15: 'w' is a size or an input of this question; give the earlier answer another name")]
    [InlineData(From, "from: { g-1: \"1\", r: \"2\" }", "36:15: 'g-1' cannot be the name of an earlier answer: expected one such as dW")]
    [InlineData(From, "from: {}", "36:7: 'from' names no earlier question")]
    [InlineData(From, "from: 1", "36:13: expected a mapping of names, found '1'")]
    [InlineData("share: 0.5", "share: 0", "38:14: a share of 0 gives nothing; leave 'follow-through' out")]
    [InlineData("0.5 * r * r", "0.5 * r * s", "37:15: '(w - rate * g, 0.5 * r * s)' does not compile: CS0103: The name 's' does not exist in the current context")]
    public void Mistakes_are_reported_at_their_places(string old, string changed, params string[] expected)
    {
        using TinySpec spec = FollowSpec.With(old, changed);
        spec.Reports(expected);
    }

    [Fact]
    public void A_later_question_has_all_inputs_of_an_earlier_one()
    {
        using TinySpec spec = TinySpec.Written(
            TinySpec.FirstLines + TinySpec.Replace(
                TinySpec.Replace(FollowSpec.Questions, "Residual(Vector<double> w, Matrix<double> X, Vector<double> y)", "Residual(Vector<double> u, Matrix<double> X, Vector<double> y)"),
                "definition: { value: {} }\n    inputs:\n      w:",
                "definition: { value: {} }\n    inputs:\n      u:"),
            reference: TinySpec.Replace(
                FollowSpec.Reference, "Residual(Vector<double> w, Matrix<double> X, Vector<double> y) => X * w - y;", "Residual(Vector<double> u, Matrix<double> X, Vector<double> y) => X * u - y;"));
        spec.Reports("36:26: the answer to 2 cannot be taken at the points of this question, which has no input u");
    }

    [Fact]
    public void What_has_several_right_answers_follows_from_none()
    {
        using TinySpec spec = FollowSpec.With(
            "    parts:\n      w: { points: 3, step-of: Loss, with-respect-to: w, rate: rate }\n      loss: { points: 1, equals: Loss }\n",
            "    points: 1\n    definition: { satisfies: [{ condition: answer.loss > 0, otherwise: No. }] }\n");
        spec.Reports("35:7: several answers are right here, or none is, so that nothing can be told to follow from an earlier one");
    }

    [Fact]
    public void An_expression_that_does_not_give_the_key_is_reported_with_the_parts()
    {
        using TinySpec spec = FollowSpec.With("(w - rate * g, 0.5 * r * r)", "(w - rate * g, 2 * r * r)");
        Assert.Equal("assignment.yaml:37:15: question 3: from right earlier answers 'follow-through' gives something else than the key, in loss", Assert.Single(spec.PlanProblems()));
    }

    [Fact]
    public void An_expression_that_fails_is_reported()
    {
        using TinySpec spec = FollowSpec.With("0.5 * r * r)", "0.5 * r * g)");
        Assert.StartsWith("assignment.yaml:37:15: question 3: the answer of 'follow-through' failed with ArgumentException", Assert.Single(spec.PlanProblems()), StringComparison.Ordinal);
    }
}
