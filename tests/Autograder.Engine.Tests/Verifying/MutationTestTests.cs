using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Specs;
using Autograder.Engine.Tests.Support;
using Autograder.Engine.Verifying;

namespace Autograder.Engine.Tests.Verifying;

public sealed class MutationTestTests
{
    private const string Answer = $"public static double Answer({MutantsOf.Inputs})";

    public static TheoryData<string, string?> HomeworksAndSeeds()
    {
        var data = new TheoryData<string, string?>();
        foreach (string homework in HomeworkTests.Homeworks.Keys.Order(StringComparer.Ordinal))
        {
            data.Add(homework, null);
            data.Add(homework, "autumn");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(HomeworksAndSeeds))]
    public void The_points_of_a_homework_see_every_change_of_its_key_that_is_a_mistake(string homework, string? seed)
    {
        LoadedAssignment loaded = HomeworkTests.Homeworks[homework].Value;
        MutationScore score = MutationTest.Run(loaded, loaded.Plan(seed ?? loaded.DefaultSeed));
        Assert.Empty(score.With(MutantFate.Survived));
        Assert.Empty(score.Stale);
        Assert.True(score.With(MutantFate.Rejected).Length >= 90, $"only {score.Outcomes.Length} mutants");
        Assert.True(score.Stillborn < score.Outcomes.Length / 5, $"{score.Stillborn} mutants do not compile");
    }

    [Fact]
    public void A_transpose_that_symmetric_points_cannot_show_survives_and_the_others_do_not()
    {
        MutationScore score = MutantsOf.Key($"{Answer} => b * A * c + S.Row(0) * c;");
        Assert.Equal(
            """
            7:127 Answer: b * A * c + S.Row(0) * c → b * A * c + S.Transpose().Row(0) * c
            7:128 Answer: b * A * c + S.Row(0) * c → b * A * c + S.Column(0) * c
            """,
            string.Join('\n', score.With(MutantFate.Survived)));
        Assert.Contains(score.With(MutantFate.Rejected), mutant => mutant.EndsWith("→ b * A.Transpose() * c + S.Row(0) * c", StringComparison.Ordinal));
    }

    [Fact]
    public void A_survivor_that_is_judged_is_equivalent_and_its_reason_is_kept()
    {
        MutationScore score = MutantsOf.Key($$"""
            {{Answer}} =>
                // equivalent: b * S * c → b * S.Transpose() * c,
                // because S is symmetric
                b * S * c;
            """);
        MutationOutcome judged = Assert.Single(score.Outcomes, outcome => outcome.Fate == MutantFate.Equivalent);
        Assert.Equal("b * S * c → b * S.Transpose() * c", judged.Mutant.Change);
        Assert.Equal("S is symmetric", judged.Judgement);
        Assert.Equal(10, judged.Mutant.Place.Line);
        Assert.Contains("10:5 Answer: b * S * c → c * S * c", score.With(MutantFate.Rejected));
        Assert.Empty(score.With(MutantFate.Survived));
        Assert.Empty(score.Stale);
    }

    [Fact]
    public void Several_judgements_stand_above_one_line_and_one_can_be_about_whatever_is_done_to_an_expression()
    {
        MutationScore score = MutantsOf.Key($$"""
            {{Answer}}
            {
                // equivalent: Ignored(0.1 + t) → anything, because it is ignored
                var nothing = Ignored(0.1 + t);
                // Both are of one kind.
                // equivalent: b * S * c + nothing → b * S.Transpose() * c + nothing, because S is symmetric
                // equivalent: b * S * c + nothing → c * S * c + nothing, because nobody has looked
                // equivalent: b * S * c + nothing → b * S * c - nothing, because nothing is 0
                // equivalent: b * S * c + nothing → b * S * c, because nothing is 0
                return b * S * c + nothing;
            }

            // equivalent: x * 0 → anything, because it is ignored
            private static double Ignored(double x) => x * 0;
            """);
        Assert.Empty(score.With(MutantFate.Survived));
        Assert.Equal(["b * S * c + nothing → c * S * c + nothing"], score.Stale.Select(stale => stale.Text));
    }

    [Fact]
    public void A_judgement_of_what_is_rejected_is_stale_and_so_is_one_of_another_form()
    {
        MutationScore score = MutantsOf.Key($$"""
            {{Answer}} =>
                // equivalent: b * A * c → b * A.Transpose() * c, because nobody has looked
                // equivalent: whatever is done here
                b * A * c;
            """);
        Assert.Equal(["8:5 b * A * c → b * A.Transpose() * c", "9:5 equivalent: whatever is done here"], score.Stale.Select(stale => $"{stale.Place.Line}:{stale.Place.Column} {stale.Text}"));
    }

    [Fact]
    public void A_mutant_that_would_never_end_is_rejected()
    {
        MutationScore score = MutantsOf.Key($$"""
            {{Answer}}
            {
                var sum = 0.0;
                for (var i = 0; i < 3;)
                {
                    sum += b[i] * Power(t, i);
                    i += 1;
                }

                return sum;
            }

            private static double Power(double x, int k) => k == 0 ? 1 : x * Power(x, k - 1);
            """);
        Assert.Contains("13:11 Answer: i += 1 → i -= 1", score.With(MutantFate.Rejected));
        Assert.Contains("13:14 Answer: i += 1 → i += 0", score.With(MutantFate.Rejected));
        Assert.Contains(score.With(MutantFate.Rejected), mutant => mutant.Contains("x * Power(x, k + 1)", StringComparison.Ordinal));
        Assert.Empty(score.With(MutantFate.Survived));
    }

    [Fact]
    public void Helpers_are_tried_at_all_questions_that_reach_them_and_what_no_question_reaches_is_left_alone()
    {
        const string second = """
              - id: "2"
                title: Twice the value
                points: 1
                statement: Return it.
                answer: double Twice(double t)
                definition: { value: {} }
                inputs: { t: {} }
                misconceptions: [{ id: once, answer: Mistake(t), hint: Look again. }]
            """;
        MutationScore score = MutantsOf.Key($$"""
            {{Answer}} => t + Squared(t);
            public static double Twice(double t) => 2 * new[] { t }.Select(Squared).Sum();
            private static double Squared(double t) => t * t;
            public static double Mistake(double t) => t + 1;
            """, more: second);
        Assert.Equal(["Answer: 1", "Twice: 2", "Squared: 1 2"], score.Outcomes.Select(outcome => $"{outcome.Mutant.Method}: {string.Join(' ', outcome.Questions)}").Distinct());
    }

    [Fact]
    public void A_mutant_that_throws_is_rejected_and_one_that_does_not_compile_is_only_counted()
    {
        MutationScore score = MutantsOf.Key($"{Answer} => b[0] * c.Count;");
        Assert.Contains("7:116 Answer: b[0] * c.Count → b[-1] * c.Count", score.With(MutantFate.Rejected));
        Assert.Equal(0, score.Stillborn);

        // A number for a vector.
        MutationScore other = MutantsOf.Key($"{Answer} => A * b / t * c;");
        Assert.NotEqual(0, other.Stillborn);
        Assert.DoesNotContain(other.Outcomes, outcome => outcome.Mutant.Change.EndsWith("→ t * c", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_does_not_give_its_answers_again_is_a_problem_of_the_spec()
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(
            TinySpec.Reference, "y) => X.TransposeThisAndMultiply(X * w - y);", "y) => X.TransposeThisAndMultiply(X * w - y) * (Calls++ < 1 ? 2 : 1); private static int Calls;"));
        LoadedAssignment loaded = spec.Load();
        SpecProblem problem = Assert.Single(Assert.Throws<SpecException>(() => MutationTest.Run(loaded, loaded.Plan("seed"))).Problems);
        Assert.Equal("question 1: the key does not give its own answers again", problem.Message);
    }
}
