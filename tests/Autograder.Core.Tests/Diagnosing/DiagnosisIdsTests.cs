using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Tests.Support;

namespace Autograder.Core.Tests.Diagnosing;

public sealed class DiagnosisIdsTests
{
    [Theory]
    [InlineData("transposed")]
    [InlineData("sign")]
    [InlineData("factor/N")]
    [InlineData("factor/-2-over-N")]
    [InlineData("factor/1-over-2lambda")]
    [InlineData("factor/N-minus-1-over-N")]
    [InlineData("factor/constant")]
    [InlineData("transposed+factor/1-over-2")]
    [InlineData("missing-term/penalty")]
    [InlineData("ignores/lambda")]
    [InlineData("answer-of/2.1")]
    [InlineData("not-recognised")]
    public void What_the_grader_may_say_of_a_question_is_known(string id) => Assert.True(DiagnosisIds.IsKnown(Planted.Question, id));

    [Theory]
    [InlineData("transpose")]
    [InlineData("factor/K")]
    [InlineData("factor/7")]
    [InlineData("missing-term/bonus")]
    [InlineData("ignores/mu")]
    [InlineData("stale-values/W")]
    [InlineData("misconception/squared")]
    [InlineData("answer-of/")]
    [InlineData("input-changed")]
    public void What_it_will_never_say_is_not(string id) => Assert.False(DiagnosisIds.IsKnown(Planted.Question, id));

    [Fact]
    public void Of_a_question_in_parts_each_may_be_another_or_stale()
    {
        Question step = Examples.Question("5", Examples.Scalar("a")) with { Definition = new PartsDefinition([new QuestionPart("newa", 1, new UpdateStepDefinition("Loss", "a", new StepRate("rate", 0)))]) };
        Assert.Equal(["answer-of/newa", "stale-values/newa"], DiagnosisIds.Of(step).Where(id => id.EndsWith("/newa", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(EarlierMistake.Named, "sign", "factor/N", "factor/constant", "transposed", "column-major+sign", "index-order", "reshaped", "misconception/squared")]
    [InlineData(EarlierMistake.Careless, "zeros", "constant", "ignores/x")]
    [InlineData(EarlierMistake.Unknown, "not-recognised", "invariant", "special-only", "depends-on/x")]
    [InlineData(EarlierMistake.Described, "missing-term/penalty", "terms", "block/rows", "special-missed", "direction", "wrong-variable/x", "right-where-positive/x", "answer-of/2.1")]
    public void Each_says_whether_an_answer_that_others_build_on_was_tried_in_earnest(EarlierMistake mistake, params string[] ids) =>
        Assert.All(ids, id => Assert.Equal(mistake, DiagnosisIds.AsEarlier(id)));

    [Fact]
    public void A_size_that_never_varies_gives_no_factor_its_name() => Assert.False(
        DiagnosisIds.IsKnown(Planted.Question with { Sizes = Planted.Question.Sizes.SetItem("N", new SizeRange(4, 4)) }, "factor/N"));

    [Fact]
    public void Every_id_stands_for_one_thing() => Assert.Distinct(DiagnosisIds.Of(Planted.Question));

    [Fact]
    public void An_id_has_no_spaces() => Assert.All(DiagnosisIds.Of(Planted.Question), id => Assert.Matches(@"^[a-z][-+/\w]*$", id));
}
