using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Execution;
using Autograder.Engine.Grading;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Execution;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Grading;

/// <summary>The new kinds of definition with the student's program in its own process, from the spec to the grade.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class KindsOfDefinitionGradingTests(Programs programs)
{
    private const string Header = """
        using MathNet.Numerics.LinearAlgebra;
        using Tiny;

        public static class Answers
        {

        """;

    [Theory]
    [InlineData("w - X.TransposeThisAndMultiply(X * w - y) * rate", Verdict.Correct)]
    [InlineData("(w / rate - X.TransposeThisAndMultiply(X * w - y)) * rate", Verdict.Correct)]
    [InlineData("w + rate * X.TransposeThisAndMultiply(X * w - y)", Verdict.Wrong)]
    [InlineData("w - 1.001 * rate * X.TransposeThisAndMultiply(X * w - y)", Verdict.Wrong)]
    [InlineData("w", Verdict.Wrong)]
    public async Task A_step_is_judged_by_what_it_changes(string step, Verdict verdict) => Assert.Equal(verdict, (await GradeAsync(
        KindsSpec.Step, $"public static Vector<double> Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate) => {step};")).Verdict);

    [Fact]
    public async Task Parts_earn_their_own_points()
    {
        QuestionGrade grade = await GradeAsync(
            KindsSpec.Parts,
            "public static (Vector<double> dw, double loss) Both(Vector<double> w, Matrix<double> X, Vector<double> y) => (X.Transpose() * (X * w - y), 2 * Given.Loss(w, X, y));");
        Assert.Equal((Verdict.Partial, 0.75, true), (grade.Verdict, grade.Score, grade.IsBonus));
        Assert.Equal([new PartGrade("dw", 3, Verdict.Correct, 1), new PartGrade("loss", 1, Verdict.Wrong, 0)], grade.Parts.ToArray());
    }

    [Theory]
    [InlineData("Vector<double>.Build.Dense(a.Count, i => i == 0 ? 5 * a[1] : i == 1 ? -5 * a[0] : 0)", Verdict.Correct, null)]
    [InlineData("2 * a", Verdict.Wrong, "It is not orthogonal to a.")]
    [InlineData("0 * a", Verdict.Wrong, "It is too short.")]
    public async Task Any_answer_that_meets_the_conditions_is_right(string answer, Verdict verdict, string? told)
    {
        QuestionGrade grade = await GradeAsync(KindsSpec.Conditions, Orthogonal(answer));
        Assert.Equal(verdict, grade.Verdict);
        Assert.Equal(told, grade.Feedback.ElementAtOrDefault(1)?.Rationale);
    }

    [Fact]
    public async Task A_condition_that_throws_at_an_answer_leaves_the_question_ungraded() => AssertUngraded(
        await GradeAsync(
            TinySpec.Replace(KindsSpec.Conditions, "Length(answer) > 0.1", "Convert.ToInt32(answer.L2Norm() + 1) > 0"),
            Orthogonal("Vector<double>.Build.Dense(a.Count, i => i == 0 ? Math.ScaleB(a[1], 60) : i == 1 ? -Math.ScaleB(a[0], 60) : 0)")),
        "the condition 'Convert.ToInt32(answer.L2Norm() + 1) > 0' failed with OverflowException");

    [Theory]
    [InlineData("(w, 1.0)", Verdict.Correct)]
    [InlineData("(w, 0.25)", Verdict.Wrong)]
    [InlineData("(w, double.NaN)", Verdict.Fault)]
    public async Task Training_is_called_once_and_judged_by_its_measure(string trained, Verdict verdict)
    {
        QuestionGrade grade = await GradeAsync(KindsSpec.Training, Train($"System.Console.Write(\"called \"); return {trained};"));
        Assert.Equal((verdict, "called "), (grade.Verdict, grade.Console));
    }

    [Fact]
    public async Task A_measure_that_throws_at_the_weights_leaves_the_question_ungraded() => AssertUngraded(
        await GradeAsync(KindsSpec.Training, Train("return (w, 1e9);")),
        "the measure 'Accuracy(answer.w, answer.b, Xheld, yheld)' failed with FormatException: too large");

    [Fact]
    public async Task Data_that_are_held_out_are_not_sent()
    {
        QuestionGrade grade = await GradeAsync(KindsSpec.Training, Train("return (w, X.RowCount == 1 && y.Count == 1 && y[0] == 7 ? 1 : 0);"));
        Assert.Equal(Verdict.Correct, grade.Verdict);
    }

    [Fact]
    public async Task Extents_are_whole_numbers()
    {
        Assert.Equal(Verdict.Correct, (await GradeAsync(KindsSpec.Shape, "public static (int, int) Extents(int n, int m) => (m * n, m);")).Verdict);
        Assert.Equal(Verdict.Wrong, (await GradeAsync(KindsSpec.Shape, "public static (int, int) Extents(int n, int m) => (m, m * n);")).Verdict);
    }

    private async Task<QuestionGrade> GradeAsync(string question, string method)
    {
        using TinySpec spec = KindsSpec.Asking(question);
        LoadedAssignment loaded = spec.Load();
        SamplePlan plan = loaded.Plan("seed");
        var grader = new SubmissionGrader(loaded, plan, programs.Compiler, new SubmissionRunner(programs.Paths, ThreeQuestions.Patient));
        GradeReport report = await grader.GradeAsync(Programs.Submission($"{Header}{method}\n}}"));
        programs.AssertNoWorkerIsLeft();
        return Assert.Single(report.Questions);
    }

    private static void AssertUngraded(QuestionGrade grade, string detail)
    {
        Assert.Equal((Verdict.InternalError, null, null), (grade.Verdict, grade.Score, grade.EarnedPoints));
        Assert.Equal([Audience.Student, Audience.Staff], grade.Feedback.Select(feedback => feedback.Audience));
        Assert.Contains(detail, grade.Feedback[1].Rationale, StringComparison.Ordinal);
        Assert.DoesNotContain(detail, grade.Feedback[0].Rationale, StringComparison.Ordinal);
    }

    private static string Orthogonal(string answer) => $"public static Vector<double> Orthogonal(Vector<double> a) => {answer};";

    private static string Train(string body) =>
        $"public static (Vector<double> w, double b) Train(Vector<double> w, double b, Matrix<double> X, Vector<double> y) {{ {body} }}";
}
