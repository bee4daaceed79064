using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Comparing;

public sealed class TextComparerTests
{
    private static readonly ChoiceDefinition Several = Examples.Colours with { Several = true };
    private static readonly BlankDefinition Blank = new();

    [Theory]
    [InlineData("B")]
    [InlineData(" b ")]
    [InlineData("green")]
    [InlineData("GREEN\n")]
    public void An_option_is_chosen_by_key_or_text_without_regard_to_case_and_ends(string answer)
    {
        Assert.Null(TextComparer.BrokenRule(Examples.Colours, new TextValue(answer)));
        Assert.True(TextComparer.IsRight(Examples.Colours, new TextValue("B"), new TextValue(answer)));
        Assert.False(TextComparer.IsRight(Examples.Colours, new TextValue("A"), new TextValue(answer)));
    }

    [Theory]
    [InlineData("", "exactly one option is to be chosen, not 0: A, B, C")]
    [InlineData("  ", "exactly one option is to be chosen, not 0: A, B, C")]
    [InlineData("D", "'D' is none of the options: A, B, C")]
    [InlineData("A, B", "'A, B' is none of the options: A, B, C")]
    public void A_choice_that_is_none_says_which_rule_is_broken(string answer, string rule)
    {
        Assert.Equal(rule, TextComparer.BrokenRule(Examples.Colours, new TextValue(answer)));
        Assert.False(TextComparer.IsRight(Examples.Colours, new TextValue("A"), new TextValue(answer)));
    }

    [Fact]
    public void A_long_answer_is_not_repeated_in_full()
    {
        Assert.Equal($"'{new string('D', 200)}…' is none of the options: A, B, C", TextComparer.BrokenRule(Examples.Colours, new TextValue(new string('D', 201))));
        Assert.Contains(new string('D', 200) + "'", TextComparer.BrokenRule(Examples.Colours, new TextValue(new string('D', 200))), StringComparison.Ordinal);
        Assert.Contains($"{new string('D', 199)}…", TextComparer.BrokenRule(Examples.Colours, new TextValue($"{new string('D', 199)}\U0001F600")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_options_are_not_one()
    {
        var both = new TextListValue(["A", "B"]);
        Assert.Equal("exactly one option is to be chosen, not 2: A, B, C", TextComparer.BrokenRule(Examples.Colours, both));
        Assert.False(TextComparer.IsRight(Examples.Colours, new TextValue("A"), both));
    }

    [Fact]
    public void Of_several_choices_the_set_counts()
    {
        Assert.True(IsRight(["A", "C"], "C", "red"));
        Assert.False(IsRight(["A", "C"], "A"));
        Assert.False(IsRight(["A", "C"], "A", "B", "C"));

        static bool IsRight(string[] right, params string[] chosen) =>
            TextComparer.IsRight(Several, new TextListValue([.. right]), new TextListValue([.. chosen]));
    }

    [Theory]
    [InlineData("no option is chosen: A, B, C")]
    [InlineData("an option is chosen twice", "A", "red")]
    [InlineData("'yellow' is none of the options: A, B, C", "A", "yellow")]
    [InlineData("'' is none of the options: A, B, C", "")]
    public void Several_choices_have_rules_too(string rule, params string[] chosen)
    {
        var answer = new TextListValue([.. chosen]);
        Assert.Equal(rule, TextComparer.BrokenRule(Several, answer));
        Assert.False(TextComparer.IsRight(Several, new TextListValue(["A"]), answer));
    }

    [Fact]
    public void A_key_is_meant_before_the_text_of_another_option()
    {
        var numbers = new ChoiceDefinition([new ChoiceOption("1", "3"), new ChoiceOption("2", "1"), new ChoiceOption("3", "2")], Several: false);
        Assert.False(TextComparer.IsRight(numbers, new TextValue("1"), new TextValue("3")));
        Assert.True(TextComparer.IsRight(numbers, new TextValue("3"), new TextValue("3")));
        Assert.All(numbers.Options, right => Assert.Equal(
            [right.Key], numbers.Options.Select(option => option.Key).Where(key => TextComparer.IsRight(numbers, new TextValue(right.Key), new TextValue(key)))));
    }

    [Fact]
    public void A_key_comes_before_the_text_of_an_earlier_option()
    {
        var crossed = new ChoiceDefinition([new ChoiceOption("A", "B"), new ChoiceOption("B", "none")], Several: false);
        Assert.True(TextComparer.IsRight(crossed, new TextValue("B"), new TextValue("B")));
        Assert.False(TextComparer.IsRight(crossed, new TextValue("A"), new TextValue("B")));
    }

    [Fact]
    public void A_blank_equals_the_key_up_to_case_and_ends_and_not_within()
    {
        var key = new TextValue("10-606");
        Assert.True(TextComparer.IsRight(Blank, key, new TextValue(" 10-606\t")));
        Assert.False(TextComparer.IsRight(Blank, key, new TextValue("10 - 606")));
        Assert.False(TextComparer.IsRight(Blank, key, new TextValue("10606")));
        Assert.True(TextComparer.IsRight(Blank, new TextValue("Adam"), new TextValue("adam")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void An_empty_blank_breaks_its_rule_and_is_never_right(string answer)
    {
        Assert.Equal("the blank is empty", TextComparer.BrokenRule(Blank, new TextValue(answer)));
        Assert.False(TextComparer.IsRight(Blank, new TextValue("10-606"), new TextValue(answer)));
    }

    [Fact]
    public void Numbers_break_no_rule_of_a_form() => Assert.Null(TextComparer.BrokenRule(new ValueDefinition(), Examples.Number(1)));
}
