using Autograder.Core.Assignments;
using Autograder.Core.HandingIn;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>What being late costs, how many attempts are graded, and when students see what came of it.</summary>
public sealed class HandingInReaderTests
{
    private const string Before = "limits: { call-seconds: 5 }";

    [Fact]
    public void A_homework_may_have_rules_for_both()
    {
        using var spec = TinySpec.With(Before, "late: { grace-minutes: 30, percent-per-day: 12.5, most-percent: 50, cut-off-days: 3 }\nattempts: { most: 4, hours: 12 }");
        Assignment assignment = spec.Load().Assignment;

        Assert.Equal(new LateRule(TimeSpan.FromMinutes(30), 12.5, 50, TimeSpan.FromDays(3)), assignment.Late);
        Assert.Equal(new AttemptRule(4, TimeSpan.FromHours(12)), assignment.Attempts);
    }

    [Fact]
    public void What_is_not_said_costs_nothing_and_limits_nothing()
    {
        using var nothing = TinySpec.Written();
        using var little = TinySpec.With(Before, "late: { percent-per-day: 10 }");

        Assert.Equal((null, null), (nothing.Load().Assignment.Late, nothing.Load().Assignment.Attempts));
        Assert.Equal(new LateRule(TimeSpan.Zero, 10, 100, CutOff: null), little.Load().Assignment.Late);
    }

    [Theory]
    [InlineData("late: { grace-minutes: 5 }", "6:7: the key 'percent-per-day' is missing")]
    [InlineData("late: { percent-per-day: 110 }", "6:26: expected a percentage greater than 0 and at most 100, without the sign, found '110'")]
    [InlineData("late: { percent-per-day: 10 % }", "6:26: expected a percentage greater than 0 and at most 100, without the sign, found '10 %'")]
    [InlineData("late: { percent-per-day: 10, most-percent: 5 }", "6:44: 'most-percent' (5) is less than 'percent-per-day' (10), so that no day would cost what it says")]
    [InlineData("late: { percent-per-day: 10, grace-minutes: 1500, cut-off-days: 1 }", "6:65: nothing would count any more before 'grace-minutes' are over")]
    [InlineData("late: { percent-per-day: 10, grace-minutes: -1 }", "6:45: expected minutes from 0 to 10080, found '-1'")]
    [InlineData("late: { percent-per-day: 10, cut-off-days: 1e9 }", "6:44: expected days, more than 0 and at most 366, found '1e9'")]
    [InlineData("attempts: { most: 0, hours: 24 }", "6:19: expected a whole number from 1 to 100000000, found '0'")]
    [InlineData("attempts: { most: 3, hours: 0 }", "6:29: expected hours, more than 0 and at most 8784, found '0'")]
    [InlineData("attempts: { most: 3 }", "6:11: the key 'hours' is missing")]
    public void A_rule_that_cannot_be_kept_is_reported_at_its_place(string changed, string expected)
    {
        using var spec = TinySpec.With(Before, changed);
        spec.Reports(expected);
    }

    [Theory]
    [InlineData("visible", Visibility.Visible)]
    [InlineData("after-due-date", Visibility.AfterDueDate)]
    [InlineData("after-published", Visibility.AfterPublished)]
    [InlineData("hidden", Visibility.Hidden)]
    public void A_question_may_be_shown_later(string word, Visibility visibility)
    {
        using var spec = TinySpec.With("title: A choice", $"title: A choice\n    visibility: {word}");
        Assert.Equal([Visibility.Visible, visibility], spec.Load().Assignment.Questions.Select(question => question.Visibility));
    }

    [Fact]
    public void Another_word_for_when_is_reported()
    {
        using var spec = TinySpec.With("title: A choice", "title: A choice\n    visibility: later");
        spec.Reports("26:17: expected one of visible, after-due-date, after-published, hidden, found 'later'");
    }
}
