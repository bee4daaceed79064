using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Scoring;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Scoring;

/// <summary>The parts u and v, one of which or both follow from an earlier answer to "1" or "2", for 80 % of the points.</summary>
public sealed class FollowThroughScorerTests
{
    private static readonly FollowThrough FourFifths = new([new EarlierAnswer("a", "1"), new EarlierAnswer("b", "2")], "", 0.8);

    private static readonly Question Together = Examples.Question("3") with { FollowThrough = FourFifths };

    private static readonly Question ByParts = Together with
    {
        Points = 4,
        Definition = new PartsDefinition([new QuestionPart("u", 1, new ValueDefinition()), new QuestionPart("v", 3, new ValueDefinition())]),
    };

    private static readonly Feedback Other = new("misconception/sign", "A known mistake gives exactly this answer.", "Look at the sign.");
    private static readonly Feedback ForStaff = new("evidence", "Seen.", Audience: Audience.Staff);

    private static readonly Finding Unknown = new("not-recognised", "The grader does not recognise the mistake.", ["Compute by hand."], "No hypothesis fits");

    [Fact]
    public void A_whole_that_follows_earns_the_share_and_is_told_what_it_follows_from()
    {
        QuestionGrade grade = Combine(Together, u: 9, v: 9, [new FollowedParts(["1"], ["u", "v"])]);
        Assert.Equal((Verdict.Partial, 0.8), (grade.Verdict, grade.Score));
        Assert.Equal("This follows correctly from your answer to 1, which is wrong: 80 % of the points.", Told(grade));
    }

    [Fact]
    public void A_whole_may_follow_from_several_answers_and_be_right_in_some_parts()
    {
        Assert.Equal(
            "This follows correctly from your answers to 1 and 2, which are wrong: 80 % of the points.",
            Told(Combine(Together, u: 9, v: 9, [new FollowedParts(["1"], ["u"]), new FollowedParts(["2"], ["v"])])));
        Assert.Equal(0.8, Combine(Together, u: 1, v: 9, [new FollowedParts(["2"], ["v"])]).Score);
    }

    [Fact]
    public void A_whole_that_follows_in_some_of_its_wrong_parts_only_earns_nothing()
    {
        QuestionGrade grade = Combine(Together, u: 9, v: 9, [new FollowedParts(["1"], ["u"])]);
        Assert.Equal((Verdict.Wrong, 0.0, null), (grade.Verdict, grade.Score, Told(grade)));
        Assert.Contains(Other, grade.Feedback);
    }

    [Fact]
    public void Parts_earn_their_own_shares_and_the_outcome_says_so()
    {
        QuestionGrade grade = Combine(ByParts, u: 9, v: 9, [new FollowedParts(["2"], ["v"])]);
        Assert.Equal((Verdict.Partial, 0.6), (grade.Verdict, Math.Round(grade.Score!.Value, 9)));
        Assert.Equal([new PartGrade("u", 1, Verdict.Wrong, 0), new PartGrade("v", 3, Verdict.Partial, 0.8)], grade.Parts.ToArray());
        Assert.Equal("v follows correctly from your answer to 2, which is wrong: 80 % of its points.", Told(grade));
        Assert.Contains("v: does not agree with the reference (2.4 of 3 points).", grade.Feedback[0].Rationale, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_follow_from_different_answers_are_told_apart() => Assert.Equal(
        "u follows correctly from your answer to 1, which is wrong: 80 % of its points. v follows correctly from your answer to 2, which is wrong: 80 % of its points.",
        Told(Combine(ByParts, u: 9, v: 9, [new FollowedParts(["1"], ["u"]), new FollowedParts(["2"], ["v"])])));

    [Fact]
    public void Parts_that_follow_from_one_answer_are_told_together() => Assert.Equal(
        "u and v follow correctly from your answer to 1, which is wrong: 80 % of their points.",
        Told(Combine(ByParts, u: 9, v: 9, [new FollowedParts(["1"], ["u", "v"])])));

    [Fact]
    public void A_right_part_keeps_all_its_points_beside_one_that_follows()
    {
        QuestionGrade grade = Combine(ByParts, u: 1, v: 9, [new FollowedParts(["2"], ["v"])]);
        Assert.Equal(0.85, grade.Score!.Value, 9);
        Assert.Equal(Verdict.Correct, grade.Parts[0].Verdict);
    }

    [Fact]
    public void What_else_was_recognised_is_dropped_where_all_follows_and_kept_otherwise()
    {
        Assert.DoesNotContain(Other, Combine(ByParts, u: 9, v: 9, [new FollowedParts(["1"], ["u", "v"])]).Feedback);
        Assert.DoesNotContain(Other, Combine(Together, u: 9, v: 9, [new FollowedParts(["1"], ["u", "v"])]).Feedback);
        Assert.Contains(Other, Combine(ByParts, u: 9, v: 9, [new FollowedParts(["1"], ["u"])]).Feedback);
        Assert.Contains(ForStaff, Combine(Together, u: 9, v: 9, [new FollowedParts(["1"], ["u", "v"])]).Feedback);
    }

    [Fact]
    public void A_part_is_told_one_thing()
    {
        QuestionGrade grade = Combine(ByParts, u: 9, v: 9, [new FollowedParts(["2"], ["v"])]);
        Assert.Equal("The grader does not recognise the mistake: u.", grade.Feedback.Single(feedback => feedback.Id == "not-recognised").Rationale);
        Assert.Equal("No hypothesis fits: u, v.", grade.Feedback.Single(feedback => feedback.Id == "not-recognised/evidence").Rationale);
        Assert.DoesNotContain(Combine(ByParts, u: 9, v: 9, [new FollowedParts(["1"], ["u", "v"])]).Feedback, feedback => feedback.Id == "not-recognised");
    }

    [Fact]
    public void What_the_answer_has_already_stays_where_it_is_more()
    {
        QuestionGrade credited = Grade(Together, 9, 9) with { Verdict = Verdict.Partial, Score = 0.9 };
        QuestionGrade byParts = Grade(ByParts, 9, 9);
        byParts = byParts with { Parts = [byParts.Parts[0] with { Verdict = Verdict.Partial, Score = 0.9 }, byParts.Parts[1]] };
        ImmutableArray<FollowedParts> both = [new FollowedParts(["1"], ["u", "v"])];

        Assert.Equal(0.9, Combine(credited, Together, 9, 9, both).Score);
        Assert.Equal(["0.9", "0.8"], Combine(byParts, ByParts, 9, 9, both).Parts.Select(part => $"{part.Score}"));
        Assert.Equal("v follows correctly from your answer to 1, which is wrong: 80 % of its points.", Told(Combine(byParts, ByParts, 9, 9, both)));
    }

    [Fact]
    public void What_is_not_graded_stays_so()
    {
        QuestionGrade open = Grade(Together, 9, 9) with { Verdict = Verdict.Inconclusive, Score = null };
        Assert.Equal(open, Combine(open, Together, 9, 9, [new FollowedParts(["1"], ["u", "v"])]) with { Feedback = open.Feedback });
    }

    [Fact]
    public void Why_an_earlier_answer_is_not_followed_is_told_to_the_staff()
    {
        QuestionGrade grade = FollowThroughScorer.Combine(
            Grade(Together, 9, 9), Together, QuestionComparison.Of(Plan(Together), Observe(Together, 9, 9)), Diagnosed(Together), new FollowThroughComparison([], ["Not followed from the answer to 1: zero."]));
        Assert.Equal(new Feedback("follow-through/refused", "Not followed from the answer to 1: zero.", Audience: Audience.Staff), grade.Feedback[^1]);
    }

    private static string? Told(QuestionGrade grade) => grade.Feedback.SingleOrDefault(feedback => feedback.Id == "follow-through")?.Rationale;

    private static QuestionGrade Combine(Question question, double u, double v, ImmutableArray<FollowedParts> followed) =>
        Combine(Grade(question, u, v), question, u, v, followed);

    private static QuestionGrade Combine(QuestionGrade grade, Question question, double u, double v, ImmutableArray<FollowedParts> followed) =>
        FollowThroughScorer.Combine(grade, question, QuestionComparison.Of(Plan(question), Observe(question, u, v)), Diagnosed(question), new FollowThroughComparison(followed, []));

    private static QuestionGrade Grade(Question question, double u, double v)
    {
        QuestionObservations observed = Observe(question, u, v);
        return QuestionScorer.Score(question, observed, QuestionComparison.Of(Plan(question), observed), Diagnosed(question));
    }

    private static Diagnosis Diagnosed(Question question) => Diagnosis.Of(question, [Other, ForStaff], [("u", Unknown), ("v", Unknown)]);

    private static QuestionObservations Observe(Question question, double u, double v) => Classroom.Observe(Plan(question), _ => Answer(u, v));

    private static QuestionPlan Plan(Question question) => Classroom.Plan(question, Answer(1, 1));

    private static Value Answer(double u, double v) => Examples.Group(("u", Examples.Number(u)), ("v", Examples.Number(v)));
}
