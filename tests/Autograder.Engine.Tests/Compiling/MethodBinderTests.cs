using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Engine.Compiling;
using Autograder.Engine.Tests.Specs;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Compiling;

/// <summary>Why a question has no method is told apart, each with the signature that is expected.</summary>
public sealed class MethodBinderTests
{
    private const string Expected = "Vector<double> Gradient(Vector<double> w, Matrix<double> X)";

    [Fact]
    public void The_method_of_that_name_and_kind_is_found_whatever_else_has_its_name() =>
        Assert.Equal("Mine", Bind(Method("Gradient", "double", "double") with { Place = new MethodPlace("Other", "Gradient", 0) }, Method("Gradient", "double[]", "double[]", "double[,]")).Place!.Type);

    [Fact]
    public void A_missing_method_is_told_with_what_is_expected() =>
        AssertTold(Verdict.Missing, "missing", $"There is no method Gradient. Expected: {Expected}", Bind(Method("Loss", "double")));

    [Fact]
    public void A_misspelt_method_is_asked_about() =>
        Assert.Equal("Is Gradiant (Answers.cs:7:5) meant for it? Names must match letter by letter.", Bind(Method("Gradiant", "double[]")).Feedback!.Hint);

    [Fact]
    public void Another_questions_method_is_never_taken_for_a_misspelt_one()
    {
        using var folder = new SpecFolder(
            SpecFolder.Spec.Replace("string Chosen()", "string Gradiant()", StringComparison.Ordinal),
            reference: SpecFolder.Reference.Replace("Chosen()", "Gradiant()", StringComparison.Ordinal));

        Binding binding = MethodBinder.Bind(
            folder.Load().Assignment, new CompiledSubmission(new ProgramImage([], []), [], [Method("Gradiant", "string")]))[0];

        Assert.Equal("missing", binding.Feedback!.Id);
    }

    [Fact]
    public void Another_signature_is_shown_beside_the_expected_one() => AssertTold(
        Verdict.CompilationError,
        "wrong-signature",
        $"Gradient (Answers.cs:7:5) has another signature. Expected: {Expected}; found: Matrix<double> Gradient(double[])",
        Bind(Method("Gradient", "MathNet.Numerics.LinearAlgebra.Matrix<double>", "double[]")));

    [Fact]
    public void Two_methods_that_fit_are_ambiguous() => AssertTold(
        Verdict.CompilationError,
        "ambiguous",
        $"2 methods could answer this question: Mine.Gradient (Answers.cs:7:5), Other.Gradient (Answers.cs:7:5). Expected one: {Expected}",
        Bind(Fitting, Fitting with { Place = new MethodPlace("Other", "Gradient", 0) }));

    [Fact]
    public void A_method_that_cannot_be_called_says_why() => AssertTold(
        Verdict.CompilationError,
        "wrong-signature",
        $"Gradient (Answers.cs:7:5) cannot be called: Mine has no constructor without parameters. Expected: {Expected}",
        Bind(Fitting with { WhyNotCallable = "Mine has no constructor without parameters" }));

    [Fact]
    public void A_method_that_does_not_compile_shows_the_compilers_message() => AssertTold(
        Verdict.CompilationError,
        "does-not-compile",
        "Gradient does not compile: Answers.cs:9:3: CS0103: The name 'q' does not exist in the current context",
        Bind(Fitting with { Errors = [new SourceError("Answers.cs", 9, 3, "CS0103", "The name 'q' does not exist in the current context")] }));

    [Fact]
    public void A_program_that_does_not_compile_costs_every_question_and_shows_the_first_messages()
    {
        using var folder = new SpecFolder();
        SourceError[] errors = [.. Enumerable.Range(1, 5).Select(line => new SourceError("Answers.cs", line, 1, "CS1002", "; expected"))];

        Assert.All(
            MethodBinder.Bind(folder.Load().Assignment, new CompiledSubmission(null, [.. errors], [])),
            binding => AssertTold(
                Verdict.CompilationError,
                "does-not-compile",
                "Nothing could be run, because the program does not compile: Answers.cs:1:1: CS1002: ; expected; Answers.cs:2:1: CS1002: ; expected; Answers.cs:3:1: CS1002: ; expected; and 2 more",
                binding));
    }

    private static MethodDescription Fitting => Method("Gradient", "double[]", "double[]", "double[,]");

    private static MethodDescription Method(string name, string result, params string[] parameters) =>
        new(new MethodPlace("Mine", name, 0), result, parameters, "", "Answers.cs", 7, 5, []);

    private static Binding Bind(params MethodDescription[] methods)
    {
        using var folder = new SpecFolder();
        Assignment assignment = folder.Load().Assignment;
        return MethodBinder.Bind(assignment, new CompiledSubmission(new ProgramImage([], []), [], [.. methods]))[0];
    }

    private static void AssertTold(Verdict verdict, string id, string rationale, Binding binding)
    {
        Assert.Null(binding.Place);
        Assert.Equal((verdict, id, rationale), (binding.Verdict, binding.Feedback!.Id, binding.Feedback.Rationale));
    }
}
