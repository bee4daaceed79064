using Autograder.Core.Verifying;
using Autograder.Engine.Tests.Support;
using Autograder.Engine.Verifying;

namespace Autograder.Engine.Tests.Verifying;

/// <summary>A small homework that holds, and what is said where one thing in it does not.</summary>
public sealed class VerifierTests
{
    private const string Question = """
          - id: "1"
            title: Gradient of a quadratic form with a penalty
            points: 2
            statement: Return the gradient.
            answer: Vector<double> Gradient(Matrix<double> M, Vector<double> x, double c)
            definition: { gradient-of: Form, with-respect-to: x }
            accepts: [ GradientByLoops ]
            misconceptions:
              - { id: symmetric, answer: 2 * M * x + c * x, hint: Is M symmetric? }
            terms: { form: (M + M.Transpose()) * x, penalty: c * x }
            invariants:
              - { condition: answer.Count == n, otherwise: It has another length than x. }
            inputs:
              A: { size: [n, n] }
              M: { size: [n, n] }
              x: { size: n }
              c: {}
        """;

    private const string Given = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Tiny;

        public static class Given
        {
            public static double Form(Matrix<double> M, Vector<double> x, double c) => x * M * x + 0.5 * c * x.DotProduct(x);
        }
        """;

    private const string Reference = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Tiny;

        public static class Reference
        {
            public static Vector<double> Gradient(Matrix<double> M, Vector<double> x, double c) => M * x + x * M + c * x;

            public static Vector<double> GradientByLoops(Matrix<double> M, Vector<double> x, double c)
            {
                var sum = c * x;
                for (var i = 0; i < x.Count; i++)
                {
                    for (var j = 0; j < x.Count; j++)
                    {
                        sum[i] += (M[i, j] + M[j, i]) * x[j];
                    }
                }

                return sum;
            }
        }
        """;

    [Fact]
    public void Every_step_has_its_figure_where_all_holds()
    {
        Verification verification = Verify();

        Assert.True(verification.Holds, Shown(verification));
        Assert.Equal(
            [
                (VerificationStep.Key, false), (VerificationStep.Accepted, false), (VerificationStep.Mistakes, false), (VerificationStep.Mutants, false),
                (VerificationStep.Hypotheses, false), (VerificationStep.Points, false), (VerificationStep.Invariants, false),
            ],
            Assert.Single(verification.Questions).Steps.Select(step => (step.Step, step.IsEmpty)));
        Assert.Equal("1 of 1 correct", FigureOf(verification, VerificationStep.Accepted));
        Assert.Equal("1 of 1 rejected, zeros rejected", FigureOf(verification, VerificationStep.Mistakes));
        Assert.EndsWith("1 misconception named", FigureOf(verification, VerificationStep.Hypotheses), StringComparison.Ordinal);
        Assert.Matches("^each within \\d+ draws?, κ at most \\d+(\\.\\d)?, smallest term 0\\.\\d+ of the largest$", FigureOf(verification, VerificationStep.Points));
        Assert.Equal("1 of 1 hold at 12 points", FigureOf(verification, VerificationStep.Invariants));
    }

    [Fact]
    public void What_only_follows_from_a_wrong_key_is_held_back()
    {
        Verification verification = Verify(reference: Reference.Replace("=> M * x + x * M + c * x;", "=> M * x + c * x;", StringComparison.Ordinal));
        QuestionVerification question = Assert.Single(verification.Questions);
        StepResult step = Assert.Single(question.Steps);
        Assert.Equal((VerificationStep.Key, "the key is wrong", 6), (step.Step, question.WhyEnded, question.LeftOut));
        Assert.StartsWith("the key is not the gradient of Form by x", Assert.Single(step.Failures).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_failure_stands_where_its_entry_does()
    {
        Assert.EndsWith("assignment.yaml:14:16", Place(VerificationStep.Accepted, reference: Reference.Replace("var sum = c * x;", "var sum = 2 * c * x;", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith("assignment.yaml:16:9", Place(VerificationStep.Mistakes, Changed("2 * M * x + c * x,", "(M + M.Transpose()) * x + c * x,")), StringComparison.Ordinal);
        Assert.EndsWith("assignment.yaml:16:9", Place(VerificationStep.Hypotheses, Changed("2 * M * x + c * x,", "'-Gradient(M, x, c)',")), StringComparison.Ordinal);
        Assert.EndsWith("assignment.yaml:17:14", Place(VerificationStep.Points, Changed("penalty: c * x", "penalty: 0.5 * c * x")), StringComparison.Ordinal);
        Assert.EndsWith("assignment.yaml:17:45", Place(VerificationStep.Points, Changed("c: {}", "c: { magnitude: 0.001..0.002 }")), StringComparison.Ordinal);
        Assert.EndsWith("assignment.yaml:19:9", Place(VerificationStep.Invariants, Changed("answer.Count == n", "answer.Count == n + 1")), StringComparison.Ordinal);
        Assert.EndsWith("assignment.yaml:23:7", Place(VerificationStep.Points, Changed("c: {}", "c: { values: positive, magnitude: 0.7..0.7 }")), StringComparison.Ordinal);
        Assert.EndsWith("Reference.cs:7:34", Place(VerificationStep.Key, reference: Reference.Replace("=> M * x + x * M + c * x;", "=> M * x + c * x;", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_meet_its_own_condition_is_to_blame_for_missing_points()
    {
        Verification verification = Verify(Question
            .Replace("definition: { gradient-of: Form, with-respect-to: x }", "definition: { satisfies: [ { condition: answer.Count > n, otherwise: It is too short. } ] }", StringComparison.Ordinal)
            .Replace("    inputs:", "    constraints: [ c > 0.5 ]\n    inputs:", StringComparison.Ordinal));
        Assert.Matches(
            "^no usable point in 5000 draws; \\d+ of them failed because the key does not meet its own condition under 'satisfies', 'answer.Count > n'\\.$",
            Assert.Single(Assert.Single(Assert.Single(verification.Questions).Steps).Failures).Fact);
    }

    [Fact]
    public void An_accepted_answer_that_is_wrong() => Fails(
        VerificationStep.Accepted, "the accepted answer 'GradientByLoops' is wrong: at random point 1 it differs by ", reference: Reference.Replace("var sum = c * x;", "var sum = 2 * c * x;", StringComparison.Ordinal));

    [Fact]
    public void A_misconception_that_is_right() => Fails(
        VerificationStep.Mistakes, "the misconception 'symmetric' is correct: the points cannot tell it from the key.", Changed("2 * M * x + c * x,", "(M + M.Transpose()) * x + c * x,"));

    [Fact]
    public void A_misconception_that_has_no_value() => Fails(
        VerificationStep.Mistakes, "the misconception 'symmetric' has no value at any point, so it is never named: ", Changed("2 * M * x + c * x,", "'M.Row(0).SubVector(n, n)',"));

    [Fact]
    public void A_misconception_that_is_told_by_another_name() => Fails(
        VerificationStep.Hypotheses, "the misconception 'symmetric' is never named: sign is said instead.", Changed("2 * M * x + c * x,", "'-Gradient(M, x, c)',"));

    [Fact]
    public void A_matrix_that_is_always_symmetric() => Fails(
        VerificationStep.Points,
        "the matrix M is symmetric at every random point: the points cannot see a transpose",
        Changed("M: { size: [n, n] }", "M: { size: [n, n], computed: A + A.Transpose() }").Replace("- { id: symmetric, answer: 2 * M * x", "- { id: other, answer: 3 * M * x", StringComparison.Ordinal),
        reference: Reference.Replace("=> M * x + x * M + c * x;", "=> 2 * M * x + c * x;", StringComparison.Ordinal));

    [Fact]
    public void A_size_that_never_changes() => Fails(
        VerificationStep.Points, "the size n is 3 at every random point", Changed("    inputs:", "    sizes: { n: 3..3 }\n    inputs:"));

    [Fact]
    public void An_input_that_never_changes() => Fails(
        VerificationStep.Points, "the input c is the same at every random point", Changed("c: {}", "c: { values: positive, magnitude: 0.7..0.7 }"));

    [Fact]
    public void Terms_that_are_not_all() => Fails(
        VerificationStep.Points, "the terms do not add up to the key at random point 1 (n = ", Changed("penalty: c * x", "penalty: 0.5 * c * x"));

    [Fact]
    public void A_term_that_is_too_small_to_be_seen() => Fails(
        VerificationStep.Points, "the term penalty comes to ", Changed("c: {}", "c: { magnitude: 0.001..0.002 }"));

    [Fact]
    public void An_invariant_that_the_key_does_not_satisfy() => Fails(
        VerificationStep.Invariants, "the key does not satisfy the invariant 'answer.Count == n + 1' at random point 1 (n = ", Changed("answer.Count == n", "answer.Count == n + 1"));

    [Fact]
    public void A_branch_that_no_point_takes()
    {
        VerificationFailure failure = Fails(
            VerificationStep.Points,
            "no point takes the branch where c > 2 is true: a mistake in it cannot be seen.",
            reference: Reference.Replace("M * x + x * M + c * x;", "M * x + x * M + (c > 2 ? x : c * x);", StringComparison.Ordinal));
        Assert.EndsWith("Reference.cs:7:109", failure.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_of_switches_count_and_guards_do_not()
    {
        Verification verification = Verify(reference: Reference.Replace("=> M * x + x * M + c * x;", """
            {
                if (c > 2)
                {
                    throw new System.ArgumentException("never at the points");
                }

                var one = x.Count switch { 2 => 1.0, 3 or 4 => 1.0, _ => throw new System.ArgumentException("never, either") };
                switch (x.Count % 2)
                {
                    case 0:
                        one *= 1;
                        break;
                    default:
                        one /= 1;
                        break;
                }

                return c is var factor && factor > 2 ? x : one * (M * x + x * M + c * x);
            }
            """, StringComparison.Ordinal));
        Assert.EndsWith(", 5 of 5 branches", FigureOf(verification, VerificationStep.Points), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_key_that_the_points_cannot_see()
    {
        VerificationFailure failure = Fails(
            VerificationStep.Mutants,
            "the points cannot see this change in Gradient: ",
            reference: Reference.Replace("M * x + x * M + c * x;", "M * x + x * M + c * x + 1e-12 * x;", StringComparison.Ordinal));
        Assert.Contains("Reference.cs:7:", failure.Place, StringComparison.Ordinal);
        Assert.Contains("// equivalent: ", failure.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judgement_about_nothing_belongs_to_no_question()
    {
        Verification verification = Verify(reference: Reference.Replace(
            "    public static Vector<double> Gradient(",
            "    // equivalent: x → y, because it was once.\n    public static Vector<double> Gradient(", StringComparison.Ordinal));
        Assert.Equal("this judgement is about no mutant that survives: x → y.", Assert.Single(verification.Failures).Fact);
        Assert.False(verification.Holds);
    }

    [Fact]
    public void A_question_without_points_does_not_hide_the_others()
    {
        Verification verification = Verify(Question + "\n" + Question
            .Replace("\"1\"", "\"2\"", StringComparison.Ordinal)
            .Replace("    inputs:", "    constraints: [ c > 100 ]\n    inputs:", StringComparison.Ordinal));
        Assert.Empty(verification.Questions[0].Steps.SelectMany(step => step.Failures));
        StepResult step = Assert.Single(verification.Questions[1].Steps);
        Assert.Equal("there are no points", verification.Questions[1].WhyEnded);
        Assert.Equal("no usable point in 5000 draws; 5000 of them failed because the constraint 'c > 100' does not hold.", Assert.Single(step.Failures).Fact);
    }

    [Fact]
    public void Only_what_is_asked_for_is_looked_at()
    {
        using TinySpec spec = TinySpec.Written();
        Verification verification = Verifier.Run(spec.Load(), "seed", ["2"]);
        StepResult step = Assert.Single(verification.Questions).Steps[0];
        Assert.Equal((true, "nothing given determines it"), (step.IsEmpty, step.Figure));
    }

    /// <summary>Of the first failure of a step.</summary>
    private static string? Place(VerificationStep step, string question = Question, string reference = Reference) =>
        Verify(question, reference).Questions[0].Steps.First(result => result.Step == step).Failures[0].Place;

    private static string Changed(string old, string changed) => TinySpec.Replace(Question, old, changed);

    private static Verification Verify(string question = Question, string reference = Reference)
    {
        using TinySpec spec = TinySpec.Written(TinySpec.FirstLines.Replace("D: 2..4", "n: 2..4", StringComparison.Ordinal) + Used(question), Given, reference);
        return Verifier.Run(spec.Load(), "seed", []);
    }

    /// <summary>A is there for the matrices that are made of it, and refused where none is.</summary>
    private static string Used(string question) =>
        question.Contains("A.Transpose()", StringComparison.Ordinal) ? question : question.Replace("      A: { size: [n, n] }\n", "", StringComparison.Ordinal);

    private static VerificationFailure Fails(VerificationStep step, string fact, string question = Question, string reference = Reference)
    {
        Verification verification = Verify(question, reference);
        VerificationFailure[] failures = [.. verification.Questions[0].Steps.First(result => result.Step == step).Failures];
        VerificationFailure? failure = Array.Find(failures, failure => failure.Fact.StartsWith(fact, StringComparison.Ordinal));
        Assert.True(failure is not null, $"Expected:\n{step}: {fact}\nFound:\n{Shown(verification)}");
        Assert.False(verification.Holds);
        return failure;
    }

    private static string Shown(Verification verification) => string.Join('\n', verification.Questions.SelectMany(question => question.Steps)
        .SelectMany(step => step.Failures.Select(failure => $"{step.Step}: {failure.Place} {failure.Fact}")).Prepend(
            string.Join('\n', verification.Questions.SelectMany(question => question.Steps).Select(step => $"{step.Step} {step.Figure}"))));

    private static string FigureOf(Verification verification, VerificationStep step) => verification.Questions[0].Steps.First(result => result.Step == step).Figure;
}
