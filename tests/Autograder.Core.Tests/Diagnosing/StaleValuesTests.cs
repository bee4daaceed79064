using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Diagnosing;

/// <summary>One step on L = (a b c − t)², as students write it who change one parameter after the other.</summary>
public sealed class StaleValuesTests
{
    private static readonly Question Question = Examples.Question(
        "5", Examples.Scalar("a"), Examples.Scalar("b"), Examples.Scalar("c"), Examples.Scalar("t"), Examples.Scalar("rate", NumericKind.Positive, 0.1, 0.4)) with
    {
        Definition = new PartsDefinition([.. new[] { "a", "b", "c" }.Select(variable =>
            new QuestionPart($"new{variable}", 1, new UpdateStepDefinition("Loss", variable, new StepRate("rate", 0))))]),
    };

    private static readonly QuestionKey Key = Examples.Key(point => Updated(point, stale: "")) with
    {
        Given = (_, point) => Tensor.Scalar(Math.Pow((Of(point, "a") * Of(point, "b") * Of(point, "c")) - Of(point, "t"), 2)),
    };

    [Theory]
    [InlineData("a", "stale-values/newb stale-values/newc", "The step uses the new newa where the old values belong: newc.")]
    [InlineData("ab", "stale-values/newb stale-values/newc", "The step uses the new newa and newb where the old values belong: newc.")]
    [InlineData("b", "stale-values/newc", "The step uses the new newb where the old values belong: newc.")]
    public void Gradients_taken_too_late_are_named_with_what_was_changed_before(string stale, string ids, string rationale)
    {
        QuestionGrade grade = Classroom.Grade(SamplePlanner.Plan(Question, Key, "seed"), point => Updated(point, stale));
        Assert.Equal(Verdict.Partial, grade.Verdict);
        Assert.Equal(ids, string.Join(' ', grade.Feedback.Where(feedback => feedback.Id.StartsWith("stale", StringComparison.Ordinal) && feedback.Audience == Audience.Student).Select(feedback => feedback.Id)));
        Assert.Contains(grade.Feedback, feedback => feedback.Rationale == rationale);
    }

    [Fact]
    public void Neither_a_right_step_nor_another_mistake_is_taken_for_it()
    {
        QuestionPlan plan = SamplePlanner.Plan(Question, Key, "seed");
        QuestionGrade right = Classroom.Grade(plan, point => Updated(point, stale: ""));
        QuestionGrade ascent = Classroom.Grade(plan, point => Examples.Group(
            [.. Updated(point, stale: "").Members.Select(member => (member.Name, (Value)Examples.Number((2 * Of(point, member.Name[3..])) - member.Value.NumericParts.Single().Tensor.Entries[0])))]));
        Assert.Equal(Verdict.Correct, right.Verdict);
        Assert.Equal(Verdict.Wrong, ascent.Verdict);
        Assert.DoesNotContain(right.Feedback.Concat(ascent.Feedback), feedback => feedback.Id.StartsWith("stale", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_in_another_wrapping_is_still_diagnosed()
    {
        // A worker is a stranger: it may send a group in a group, whose members are named otherwise.
        QuestionGrade grade = Classroom.Grade(SamplePlanner.Plan(Question, Key, "seed"), point =>
        {
            ImmutableArray<(string, Value Value)> members = Updated(point, stale: "a").Members;
            return Examples.Group(("newa", Examples.Group(("1", members[0].Value), ("2", members[1].Value))), ("newb", members[2].Value));
        });
        Assert.Equal(Verdict.Partial, grade.Verdict);
        Assert.Contains(grade.Feedback, feedback => feedback.Id == "stale-values/newc");
    }

    /// <param name="stale">The parameters that are changed on the spot: the gradients after them see the new values.</param>
    private static GroupValue Updated(SamplePoint point, string stale)
    {
        var values = "abc".ToDictionary(name => name, name => Of(point, $"{name}"));
        var updated = new Dictionary<char, double>();
        foreach (char name in "abc")
        {
            double product = values['a'] * values['b'] * values['c'];
            updated[name] = values[name] - (Of(point, "rate") * 2 * (product - Of(point, "t")) * product / values[name]);
            values[name] = stale.Contains(name, StringComparison.Ordinal) ? updated[name] : values[name];
        }

        return Examples.Group([.. updated.Select(pair => ($"new{pair.Key}", (Value)Examples.Number(pair.Value)))]);
    }

    private static double Of(SamplePoint point, string input) => Examples.NumberOf(point, input);
}
