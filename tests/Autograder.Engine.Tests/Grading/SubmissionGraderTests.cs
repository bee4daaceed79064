using Autograder.Core.Reports;
using Autograder.Engine.Compiling;
using Autograder.Engine.Tests.Execution;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Grading;

[Collection(ProgramsCollection.Name)]
public sealed class SubmissionGraderTests(Programs programs)
{
    private readonly ThreeQuestions _homework = new(programs);

    [Fact]
    public void A_method_that_does_not_compile_costs_its_own_question()
    {
        GradeReport report = _homework.Grade("return y;");
        Assert.Equal([Verdict.Correct, Verdict.CompilationError, Verdict.Correct], report.Questions.Select(question => question.Verdict));
        Assert.Contains($"Answers.cs:{ThreeQuestions.BodyLine}:16: CS0103", report.Questions[1].Feedback[0].Rationale, StringComparison.Ordinal);
        Assert.Equal(["Answers.cs:8:26", "Answers.cs:10:26", "Answers.cs:15:26"], report.Questions.Select(question => $"{question.Method}"));
        Assert.Equal(($"Answers.cs:{ThreeQuestions.BodyLine}:16", "CS0103"), report.CompilerMessages.Select(message => ($"{message.Place}", message.Code)).Single());
    }

    [Fact]
    public void Methods_are_found_in_whatever_class_and_file_holds_them()
    {
        GradeReport report = _homework.GradeSource(
            "namespace One { class Own { double First(double x) => 2 * x; } }",
            "public record Two { public double Second(int n) => n; internal static double Second(double x) => x * x; }",
            "struct Three { class Inner { private Inner() { } private double Third(double x) => x + 1; } }");
        Assert.All(report.Questions, question => Assert.Equal(Verdict.Correct, question.Verdict));
    }

    [Fact]
    public void A_submission_that_does_not_compile_says_why_once()
    {
        GradeReport report = _homework.GradeSource("class {");
        Assert.All(report.Questions, question => Assert.Equal(Verdict.CompilationError, question.Verdict));
        Assert.All(report.Questions, question => Assert.DoesNotContain("Answers.cs", question.Feedback[0].Rationale, StringComparison.Ordinal));
        Assert.StartsWith("Answers.cs:1:7", report.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_submission_without_files_misses_every_question()
    {
        Assert.All(_homework.GradeSource().Questions, question => Assert.Equal(Verdict.Missing, question.Verdict));
    }

    [Fact]
    public void The_same_submission_gives_the_same_report()
    {
        const string Body = "Console.Write(x); return x > 1 ? throw new Exception(\"large\") : x * x;";
        GradeReport first = _homework.Grade(Body), second = _homework.Grade(Body);
        Assert.Equal(Show(first), Show(second));

        static string Show(GradeReport report) => string.Join('\n', report.Questions.SelectMany(question =>
            (string[])[$"{question.Verdict} {question.Score}", question.Console, .. question.Feedback.Select(feedback => $"{feedback}"), .. question.Points.Select(point => $"{point.Agreement} {point.Fault}")]));
    }

    [Fact]
    public async Task What_a_method_may_not_use_costs_its_question_and_is_told_with_its_place()
    {
        using var compiler = new CompilerClient(programs.Paths);
        GradeReport report = await ThreeQuestions.Grader(programs.Paths, compiler, ThreeQuestions.Patient)
            .GradeAsync(Programs.Submission(ThreeQuestions.Source("return System.IO.File.ReadAllText(\"key\").Length;")));
        Assert.Equal([Verdict.Correct, Verdict.ForbiddenApi, Verdict.Correct], report.Questions.Select(question => question.Verdict));
        Assert.Equal(0, report.Questions[1].Score);
        string place = $"Answers.cs:{ThreeQuestions.BodyLine}:26: AG0001: System.IO.File is not available here";
        Assert.Contains(place, Assert.Single(report.Questions[1].Feedback).Rationale, StringComparison.Ordinal);
        Assert.Contains(place, Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_homeworks_own_code_may_not_use_is_a_failure_of_ours()
    {
        var given = new SourceFile("Given.cs", "public static class Given { public static int Id => System.Environment.ProcessId; }"u8.ToArray());
        using var compiler = new CompilerClient(programs.Paths);
        var failure = Assert.Throws<InvalidOperationException>(() => compiler.Compile(given, Programs.Submission("class A;")));
        Assert.Contains("Given.cs:1:72: AG0001", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_that_does_not_start_leaves_no_worker_behind()
    {
        ProcessPaths paths = programs.Paths with { Compiler = Path.Combine(AppContext.BaseDirectory, "none.dll") };
        using var compiler = new CompilerClient(paths);
        await Assert.ThrowsAsync<SandboxException>(() => ThreeQuestions.Grader(paths, compiler, ThreeQuestions.Patient).GradeAsync(Programs.Submission("class A;")));
        programs.AssertNoWorkerIsLeft();
    }

    [Fact]
    public async Task A_worker_that_does_not_start_is_a_failure_of_ours()
    {
        ProcessPaths paths = programs.Paths with { Worker = Path.Combine(AppContext.BaseDirectory, "none.dll") };
        var failure = await Assert.ThrowsAsync<SandboxException>(() =>
            ThreeQuestions.Grader(paths, programs.Compiler, ThreeQuestions.Patient).GradeAsync(Programs.Submission("static class A { static double First(double x) => 2 * x; }")));
        Assert.Contains("did not start", failure.Message, StringComparison.Ordinal);
    }
}
