using System.Text;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Execution;
using Autograder.Engine.Grading;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Starters;
using Autograder.Engine.Tests.Execution;
using Autograder.Engine.Tests.Support;
using Autograder.Sandbox.Messages;
using Autograder.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Tests.Specs.Starters;

[Collection(ProgramsCollection.Name)]
public sealed class StarterFileTests(Programs programs)
{
    public static TheoryData<string> Names() => HomeworkTests.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_kept_starter_is_the_generated_one(string homework)
    {
        string path = Repository.PathTo("problems", homework, StarterFile.FileName);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == Generate(Load(homework)),
            $"problems/{homework}/{StarterFile.FileName} is not what the spec says. Generate it, and look at the diff:\n"
            + $"dotnet run --project grader/Autograder.Cli -- starter problems/{homework} > problems/{homework}/{StarterFile.FileName}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_starter_compiles_and_every_question_waits_to_be_written(string homework)
    {
        LoadedAssignment loaded = Load(homework);
        SamplePlan plan = loaded.Plan(loaded.DefaultSeed);
        var grader = new SubmissionGrader(loaded, plan, programs.Compiler, new SubmissionRunner(programs.Paths, loaded.Assignment.Limits));
        GradeReport report = await grader.GradeAsync(new Submission(
            "student", [new SourceFile(StarterFile.FileName, Encoding.UTF8.GetBytes(StarterFile.Generate(loaded, plan)))], []));

        Assert.Empty(report.Notes);
        Assert.All(report.Questions, question =>
        {
            Assert.Equal(Verdict.Fault, question.Verdict);
            Assert.Equal(question.IsForPeople ? null : 0, question.Score);
            Assert.Contains("ot written yet; it throws NotImplementedException (Starter.cs:", question.Feedback[0].Rationale, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_seed_leaves_no_trace(string homework)
    {
        LoadedAssignment loaded = Load(homework);
        Assert.Equal(Generate(loaded), Generate(loaded, "other points"));
        Assert.Equal(Generate(loaded), Generate(loaded, "more of them"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_secret_is_in_a_starter(string homework)
    {
        Question[] questions = [.. Load(homework).Assignment.Questions];
        string starter = Dense(Generate(Load(homework))), told = string.Concat(questions.Select(question => Dense(question.Statement)));
        IEnumerable<string> expressions = questions.SelectMany(question => question.Constraints
            .Concat(question.SpecialPoints.SelectMany(point => point.Expressions.Values))
            .Concat(question.Inputs.OfType<ComputedDomain>().Select(computed => computed.Expression)));

        Assert.All(ReferenceBodies(), body => Assert.DoesNotContain(Dense(body), starter, StringComparison.Ordinal));
        Assert.All(expressions.Select(Dense), secret =>
            Assert.True(!starter.Contains(secret, StringComparison.Ordinal) || told.Contains(secret, StringComparison.Ordinal), secret));
    }

    [Fact]
    public void A_starter_reads_well()
    {
        using TinySpec spec = EveryKind.Written();
        Snapshot.Verify(Generate(spec.Load()), "every-kind");
    }

    [Theory]
    [InlineData(">= 0.301", ">= 0.302")]
    [InlineData("where a weight vanishes", "where something else happens")]
    [InlineData("[0, 0.43, 0.7]", "[0, 0.9, 0.4]")]
    [InlineData("1.25e-7", "1.5e-7")]
    [InlineData("2 * X * w\"", "3 * X * w\"")]
    [InlineData("id: every-kind", "id: another-seed")]
    [InlineData("Linear(A)", "Waves(A)")]
    [InlineData("answer > u", "answer >= u")]
    [InlineData("at-most: 1e9", "at-most: 1e8")]
    [InlineData("=> u + 1", "=> u + 2")]
    [InlineData("\"seventeen\"", "\"eighteen\"")]
    [InlineData("string One() => \"b\"", "string One() => \"a\"")]
    [InlineData("string[] Several() => [\"b\"]", "string[] Several() => [\"a\", \"b\"]")]
    public void What_students_may_not_know_has_no_say(string old, string changed)
    {
        using TinySpec spec = EveryKind.Written(), other = EveryKind.With(old, changed);
        Assert.Equal(Generate(spec.Load()), Generate(other.Load()));
    }

    private static LoadedAssignment Load(string homework) => HomeworkTests.Homeworks[homework].Value;

    private static string Generate(LoadedAssignment loaded, string? seed = null) => StarterFile.Generate(loaded, loaded.Plan(seed ?? loaded.DefaultSeed));

    private static string Dense(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static IEnumerable<string> ReferenceBodies() => Directory.GetFiles(Repository.PathTo("reference"), "*.cs")
        .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .Select(method => $"{method.Body}{method.ExpressionBody}");
}
