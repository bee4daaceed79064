using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Tests.Support;

namespace Autograder.Core.Tests.Diagnosing;

public sealed class MethodBehaviourTests
{
    [Fact]
    public void A_right_answer_has_no_diagnosis() => Assert.Empty(MethodBehaviour.Of(Examples.LeastSquares, Seen(Agreement.Agree)));

    [Fact]
    public void A_wrong_answer_that_shows_nothing_else_has_none_either() => Assert.Empty(MethodBehaviour.Of(Examples.LeastSquares, Seen(Agreement.Off)));

    [Fact]
    public void Changing_an_argument_is_named_whether_or_not_the_answer_is_right()
    {
        foreach (Agreement agreement in Enum.GetValues<Agreement>())
        {
            Assert.Contains("input-changed", Ids(Seen(agreement) with { ChangedInputs = ["w", "X"] }));
        }

        Assert.Equal(
            "The method changes its arguments w, X.", Assert.Single(MethodBehaviour.Of(Examples.LeastSquares, Seen(Agreement.Agree) with { ChangedInputs = ["w", "X"] })).Rationale);
    }

    [Fact]
    public void An_answer_that_does_not_repeat_itself_is_named() =>
        Assert.Equal(["not-repeatable"], Ids(Seen(Agreement.Agree) with { IsRepeatable = false }));

    [Fact]
    public void Returning_an_argument_is_a_mistake_only_where_the_answer_is_wrong()
    {
        Assert.Empty(Ids(Seen(Agreement.Agree) with { ReturnedInput = "w" }));
        Assert.Equal(["input-returned"], Ids(Seen(Agreement.Off) with { ReturnedInput = "w" }));
    }

    [Fact]
    public void Lost_digits_are_told_from_wrong_numbers()
    {
        Assert.Equal(["imprecise"], Ids(Seen(Agreement.Gray)));
        Assert.Equal(["single-precision"], Ids(Seen(Agreement.Gray) with { IsSingle = true }));
        Assert.Empty(Ids(Seen(Agreement.Gray, Agreement.Off) with { IsSingle = true }));
    }

    [Theory]
    [InlineData(2e-7, "about 6 digits")]
    [InlineData(9e-7, "about 6 digits")]
    [InlineData(1e-4, "about 4 digits")]
    public void The_digits_that_agree_are_counted_at_the_worst_point(double difference, string digits)
    {
        QuestionComparison comparison = Seen(Agreement.Gray) with { Points = [Point(Agreement.Gray, 1.5e-7), Point(Agreement.Gray, difference)] };
        Assert.Contains(digits, Assert.Single(MethodBehaviour.Of(Examples.LeastSquares, comparison)).Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_at_which_the_gradient_does_not_vanish_is_named()
    {
        Assert.Equal(["not-stationary"], Ids(Seen(Agreement.Off) with { Points = [Point(Agreement.Off, 1) with { IsStationary = false }] }));
        Assert.Empty(Ids(Seen(Agreement.Undecided) with { Points = [Point(Agreement.Undecided, 1) with { IsStationary = false }] }));
    }

    [Fact]
    public void A_broken_rule_of_the_form_comes_first() => Assert.Equal(
        ["form", "not-repeatable"],
        Ids(Seen(Agreement.Off) with { BrokenRule = "the blank is empty", IsRepeatable = false }));

    [Fact]
    public void Where_nothing_was_compared_nothing_is_said_of_the_numbers() =>
        Assert.Empty(MethodBehaviour.Of(Examples.LeastSquares, Seen(Agreement.Off) with { Points = [] }));

    private static string[] Ids(QuestionComparison comparison) => [.. MethodBehaviour.Of(Examples.LeastSquares, comparison).Select(feedback => feedback.Id)];

    private static QuestionComparison Seen(params ImmutableArray<Agreement> agreements) => new(
        [.. agreements.Select(agreement => Point(agreement, agreement == Agreement.Agree ? 1e-15 : 1e-5))],
        Planned: agreements.Length,
        ChangedInputs: [],
        ReturnedInput: null,
        IsRepeatable: true,
        BrokenRule: null,
        IsEmptyText: false,
        IsSingle: false);

    private static PointComparison Point(Agreement agreement, double difference) =>
        new(Label: null, agreement, [new PartComparison("", agreement, difference)]);
}
