using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Execution;
using Autograder.Engine.Grading;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Execution;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Grading;

/// <summary>Answers that build on wrong ones, with the student's program in its own process.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class FollowThroughGradingTests(Programs programs)
{
    private const string RightGradient = "X.Transpose() * (X * w - y)";
    private const string RightResidual = "X * w - y";

    [Fact]
    public async Task A_step_that_follows_from_a_wrong_gradient_earns_its_share()
    {
        QuestionGrade grade = await GradeAsync($"2 * ({RightGradient})", RightResidual, "(w - rate * Gradient(w, X, y), 0.5 * Residual(w, X, y) * Residual(w, X, y))");
        Assert.Equal([new PartGrade("w", 3, Verdict.Partial, 0.5), new PartGrade("loss", 1, Verdict.Correct, 1)], grade.Parts.ToArray());
        Assert.Equal("w follows correctly from your answer to 1, which is wrong: 50 % of its points.", Told(grade));
    }

    [Fact]
    public async Task Each_part_follows_from_its_own_earlier_answer()
    {
        QuestionGrade grade = await GradeAsync($"2 * ({RightGradient})", "y + X * w", "(w - rate * Gradient(w, X, y), 0.5 * Residual(w, X, y) * Residual(w, X, y))");
        Assert.Equal((Verdict.Partial, 0.5), (grade.Verdict, grade.Score));
        Assert.Equal(
            "w follows correctly from your answer to 1, which is wrong: 50 % of its points. loss follows correctly from your answer to 2, which is wrong: 50 % of its points.",
            Told(grade));
    }

    [Theory]
    [InlineData("0 * w", "w")]
    [InlineData("w.Clone()", "(1 - rate) * w")]
    [InlineData("w", "(1 - rate) * w")]
    [InlineData("0 * w + 1", "w - rate")]
    [InlineData("w + 0.01 * w.PointwisePower(2)", "w - rate * (w + 0.01 * w.PointwisePower(2))")]
    [InlineData("2 * w + 1", "w - rate * (2 * w + 1)")]
    [InlineData("w.PointwisePower(3)", "w - rate * w.PointwisePower(3)")]
    [InlineData("1e-5 * w", "(1 - 1e-5 * rate) * w")]
    [InlineData("(calls++ % 2 + 1) * w", "w - rate * w")]
    [InlineData("w.Append(1.0).ToArray() is var longer ? Vector<double>.Build.Dense(longer) : w", "w - rate * w")]
    public async Task A_gradient_that_is_made_up_earns_nothing(string gradient, string step)
    {
        QuestionGrade grade = await GradeAsync(gradient, RightResidual, $"({step}, Given.Loss(w, X, y))");
        Assert.Equal(new PartGrade("w", 3, Verdict.Wrong, 0), grade.Parts[0]);
        Assert.Null(Told(grade));
    }

    [Fact]
    public async Task A_step_that_is_wrong_by_itself_earns_nothing()
    {
        QuestionGrade grade = await GradeAsync($"2 * ({RightGradient})", RightResidual, "(w + rate * Gradient(w, X, y), Given.Loss(w, X, y))");
        Assert.Equal(0.25, grade.Score);
    }

    [Fact]
    public async Task A_right_gradient_changes_nothing()
    {
        QuestionGrade grade = await GradeAsync(RightGradient, RightResidual, "(w - 2 * rate * Gradient(w, X, y), Given.Loss(w, X, y))");
        Assert.Equal((0.25, null), (grade.Score, Told(grade)));
    }

    [Fact]
    public async Task An_earlier_answer_that_ends_the_program_at_the_later_points_costs_the_share_and_no_more()
    {
        // In the first worker the gradient is called before the step, in the second one the step is called before it.
        QuestionGrade grade = await GradeAsync(
            $"stepped ? throw new System.InvalidOperationException() : 2 * ({RightGradient})",
            RightResidual,
            $"(stepped = true) ? (w - rate * 2 * ({RightGradient}), Given.Loss(w, X, y)) : default");
        Assert.Equal([new PartGrade("w", 3, Verdict.Wrong, 0), new PartGrade("loss", 1, Verdict.Correct, 1)], grade.Parts.ToArray());
    }

    private static string? Told(QuestionGrade grade) => grade.Feedback.FirstOrDefault(feedback => feedback.Id == "follow-through")?.Rationale;

    private async Task<QuestionGrade> GradeAsync(string gradient, string residual, string step)
    {
        using TinySpec spec = FollowSpec.Written();
        LoadedAssignment loaded = spec.Load();
        SamplePlan plan = loaded.Plan("seed");
        var grader = new SubmissionGrader(loaded, plan, programs.Compiler, new SubmissionRunner(programs.Paths, ThreeQuestions.Patient));
        GradeReport report = await grader.GradeAsync(Programs.Submission($$"""
            using MathNet.Numerics.LinearAlgebra;
            using Tiny;

            public static class Answers
            {
                private static int calls;
                private static bool stepped;

                public static Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => {{gradient}};

                public static Vector<double> Residual(Vector<double> w, Matrix<double> X, Vector<double> y) => {{residual}};

                public static (Vector<double> w, double loss) Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate) => {{step}};
            }
            """));
        programs.AssertNoWorkerIsLeft();
        return report.Questions[2];
    }
}
