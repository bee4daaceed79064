using Autograder.Core.Assignments;
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
    public void A_size_that_never_varies_gives_no_factor_its_name() => Assert.False(
        DiagnosisIds.IsKnown(Planted.Question with { Sizes = Planted.Question.Sizes.SetItem("N", new SizeRange(4, 4)) }, "factor/N"));

    [Fact]
    public void Every_id_stands_for_one_thing() => Assert.Distinct(DiagnosisIds.Of(Planted.Question));

    [Fact]
    public void An_id_has_no_spaces() => Assert.All(DiagnosisIds.Of(Planted.Question), id => Assert.Matches(@"^[a-z][-+/\w]*$", id));
}
